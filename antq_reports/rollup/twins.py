"""Two units whose reports are one: a neighbour's form under another cover, a form sent twice under two codes.

Units of one province differ in most of their figures. Where nearly all of two units' larger figures are equal, one of
the two reports is the other's, and nobody but the units can say which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from antq_reports.figures.interval import is_exact
from antq_reports.report import BaseReport, Finding, reported_figures
from antq_reports.rollup.recognition import files_of
from antq_reports.vietnamese import format_integer

LARGE = 10
"""Figures below are equal by chance."""
FEWEST = 8
SHARE = Decimal("0.8")
MOST_BEARERS = 6
"""A value that so many units report is no sign of anything."""


def twins_among(reports: Sequence[BaseReport]) -> Iterator[tuple[BaseReport, BaseReport, Finding]]:
    """Pairs of reports of different units that are nearly equal, with the finding that names both."""
    figures = [_large_figures(report) for report in reports]
    bearers: dict[tuple[str, Decimal], list[int]] = {}
    for place, found in enumerate(figures):
        for entry in found.items():
            bearers.setdefault(entry, []).append(place)
    equal: Counter[tuple[int, int]] = Counter()
    for places in bearers.values():
        if 2 <= len(places) <= MOST_BEARERS:
            equal.update(combinations(places, 2))
    for (one, other), count in sorted(equal.items()):
        common = len(figures[one].keys() & figures[other].keys())
        if count >= FEWEST and count >= SHARE * common:
            yield reports[one], reports[other], _finding(reports[one], reports[other], count, common)


def _large_figures(report: BaseReport) -> dict[str, Decimal]:
    found = ((reported.path, reported.figure) for reported in reported_figures(report))
    return {
        path: figure.number
        for path, figure in found
        if figure.number is not None and figure.number >= LARGE and is_exact(figure)
    }


def _finding(one: BaseReport, other: BaseReport, count: int, common: int) -> Finding:
    name, neighbour = one.place.full_name, other.place.full_name
    origins = files_of((one, other))
    files = f" ({'; '.join(origin.file for origin in origins)})" if origins else ""
    share = f"{format_integer(count)}/{format_integer(common)}"
    message = f"{name} và {neighbour} giống nhau {share} số liệu{files}; không cộng bản nào, hãy hỏi lại hai đơn vị"
    return Finding("same-figures", "error", "place", message, unit=name, origins=origins)
