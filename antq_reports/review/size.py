"""A figure of another size than its like: a digit too many or too few, thousands typed as units.

Against the unit's own last year a figure that is ten, a hundred or a thousand times as large, or as small, within a
fifth, is a slip. Without last year it is held against the other units: over twenty times, or under a twentieth, of
their median, both as it stands and for the size of the unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median

from antq_reports.catalogue import Catalogue
from antq_reports.figures import format_figure
from antq_reports.figures.interval import is_exact
from antq_reports.report import BaseReport, Finding, ReportedFigure, reported_figures, unit_key
from antq_reports.vietnamese import format_integer

SLIPS = (10, 100, 1000)
WITHIN = Decimal("1.25")
"""A fifth more or less: from 8 to 12,5 times."""
LARGE = 100
"""Where the larger of two numbers is below this, ten times is nothing unusual."""
APART = 20
FEWEST_PEERS = 8

_Values = dict[str, Decimal]


def slip(new: Decimal, old: Decimal) -> int | None:
    """By what power of ten two numbers differ, as if a digit had slipped; None where they do not.

    >>> slip(Decimal(1000), Decimal(104)), slip(Decimal(3), Decimal(2900)), slip(Decimal(300), Decimal(100))
    (10, 1000, None)
    """
    if not new or not old or max(new, old) < LARGE:
        return None
    times = max(new, old) / min(new, old)
    return next((power for power in SLIPS if power / WITHIN <= times <= power * WITHIN), None)


def peer_findings(reports: Sequence[BaseReport], previous: Mapping[str, BaseReport]) -> Iterator[Finding]:
    """Figures far from those of the other units, of units that have no last year to be held against."""
    if len(reports) < FEWEST_PEERS:
        return
    values = {unit_key(report.place): dict(_figures(report)) for report in reports}
    numbers = {key: {path: _number(each) for path, each in found.items()} for key, found in values.items()}
    sizes = _sizes(reports[0].catalogue, numbers)
    for path in dict.fromkeys(path for found in numbers.values() for path in found):
        plain = {key: found[path] for key, found in numbers.items() if found.get(path)}
        if len(plain) < FEWEST_PEERS:
            continue
        middle = Decimal(median(plain.values()))
        per_size = {key: value / sizes[key] for key, value in plain.items() if key in sizes}
        usual = Decimal(median(per_size.values())) if len(per_size) >= FEWEST_PEERS else None
        for key, value in plain.items():
            is_sized_alike = usual is not None and key in per_size and not _is_far(per_size[key], usual)
            if _is_far(value, middle) and max(value, middle) >= LARGE and not is_sized_alike:
                reported = values[key][path]
                if not _has_last_year(previous.get(key), path):
                    yield _finding(reported, middle, reports, key)


def _figures(report: BaseReport) -> Iterator[tuple[str, ReportedFigure]]:
    for reported in reported_figures(report):
        if not reported.address.is_row and reported.metric.rollup == "sum" and is_exact(reported.figure):
            yield reported.path, reported


def _number(reported: ReportedFigure) -> Decimal:
    return reported.figure.number or Decimal(0)


def _sizes(catalogue: Catalogue, numbers: Mapping[str, Mapping[str, Decimal]]) -> dict[str, Decimal]:
    """How large each unit is, by the first metric of size that it reports."""
    measures = [entry.path for entry in catalogue.entries if getattr(entry.declaration, "size", False)]
    found = {key: next((of[path] for path in measures if of.get(path)), None) for key, of in numbers.items()}
    return {key: size for key, size in found.items() if size}


def _is_far(value: Decimal, middle: Decimal) -> bool:
    return value > middle * APART or value * APART < middle


def _has_last_year(last: BaseReport | None, path: str) -> bool:
    return last is not None and any(reported.path == path and _number(reported) for reported in reported_figures(last))


def _finding(reported: ReportedFigure, middle: Decimal, reports: Sequence[BaseReport], key: str) -> Finding:
    report = next(each for each in reports if unit_key(each.place) == key)
    name, where = report.place.full_name, report.sources.origins_of(reported.path)
    direction = "nhiều" if _number(reported) > middle else "ít"
    message = (
        f"{reported.label}: {format_figure(reported.figure)}, {direction} hơn {APART} lần mức thường gặp "
        f"của các đơn vị (khoảng {format_integer(round(middle))}); hãy hỏi lại"
    )
    return Finding("size-of-peers", "error", reported.path, message, unit=name, origins=where, label=reported.label)
