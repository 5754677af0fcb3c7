"""The printed figures of a brief of another version, held against the data: what is printed must read back to them.

The sentences may be another version's; the numbers may not. Each row of the ledger must read as the figure the data
have for it (value, hedge, unit, percent, direction, date), each figure that this version prints must be there, and a
number outside the ledger must be one of the data's own unsourced digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from antq_reports.catalogue import figure_path
from antq_reports.errors import FigureSyntaxError
from antq_reports.evidence import Row
from antq_reports.evidence.ledger_csv import KINDS
from antq_reports.figures import format_figure, parse_figure, parts_of
from antq_reports.page import Page
from antq_reports.report import BaseReport
from antq_reports.verification.expected_text import Unit
from antq_reports.verification.known_values import figures_by_path
from antq_reports.verification.verdict import Difference
from antq_reports.vietnamese import find_digit_runs, find_indefinites

_COMPUTED = re.compile(r"(?:\.(?:change(?:\.(?:percent|times))?|share|part|previous|completeness))+$")
_DIGITS = re.compile(r"\d+")


def figure_differences(
    rows: Sequence[Row], units: Sequence[Unit], page: Page, report: BaseReport
) -> Iterator[Difference]:
    """What the ledger and text of another version print otherwise than the data say; `page` is made here from them."""
    ours: dict[str, list[str]] = {}
    for entry in page.figures:
        ours.setdefault(entry.metric, []).append(entry.text)
    known = dict(_known(report))
    for row in rows:
        candidates = [*ours.get(row.metric, ()), *([known[row.metric]] if row.metric in known else ())]
        if not candidates and not _is_computed(row.metric, known):
            yield Difference(kind="ledger", metric=row.metric, printed=row.text, page=row.page)
        elif candidates and not any(_says(row, each) for each in candidates):
            yield Difference(kind="changed", metric=row.metric, printed=row.text, expected=candidates[0], page=row.page)
    yield from _missing({row.metric for row in rows}, ours, known)
    yield from _unsourced(units, {each.text for each in page.unsourced})


def _known(report: BaseReport) -> Iterator[tuple[str, str]]:
    """Every figure of the data and its parts, as printed, by the path a ledger has for it."""
    for path, figure in figures_by_path(report):
        yield path, format_figure(figure)
        yield from ((f"{path}.{name}", format_figure(part)) for name, part in parts_of(figure).items())


def _is_computed(metric: str, known: Mapping[str, str]) -> bool:
    """Whether a row is computed from a figure that the data have; its value is checked by its formula."""
    base = _COMPUTED.sub("", metric)
    return base != metric and (base in known or figure_path(base) in known)


def _says(row: Row, expected: str) -> bool:
    if row.text.casefold() == expected.casefold():
        return True
    if row.kind != KINDS["figure"]:
        return _DIGITS.findall(row.text) == _DIGITS.findall(expected) != []
    return reads_alike(row.text, expected)


def reads_alike(printed: str, expected: str) -> bool:
    """Whether two prints are of one figure: kind, value, hedge, percent, and unit as far as both name it.

    >>> reads_alike("526 khẩu", "526 khẩu súng"), reads_alike("550 lượt", "trên 550 lượt"), reads_alike("0 vụ", "1 vụ")
    (True, False, False)
    """
    try:
        one, other = parse_figure(printed), parse_figure(expected)
    except FigureSyntaxError:
        return False
    shared = ("hedge", "percent")
    same = all(getattr(one, name, None) == getattr(other, name, None) for name in shared)
    return type(one) is type(other) and one.raw == other.raw and same and _one_unit(one.unit, other.unit)


def _one_unit(one: str | None, other: str | None) -> bool:
    """Whether one unit is the other, or the other with words behind it."""
    if one is None or other is None:
        return True
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return long == short or long.startswith(f"{short} ")


def _missing(printed: set[str], ours: Mapping[str, Sequence[str]], known: Mapping[str, str]) -> Iterator[Difference]:
    for metric, texts in ours.items():
        if metric in known and metric not in printed:
            yield Difference(kind="missing", metric=metric, expected=texts[0])


def _unsourced(units: Sequence[Unit], allowed: set[str]) -> Iterator[Difference]:
    """Numbers of the text that no row of the ledger stands for, and that the data do not have in their own words."""
    for unit in units:
        text = unit.text
        for mention in sorted(unit.mentions, key=lambda each: -each.start):
            text = f"{text[: mention.start]} {text[mention.end :]}"
        for found in (*find_digit_runs(text), *find_indefinites(text)):
            if found not in allowed:
                yield Difference(kind="unsourced", printed=found)
