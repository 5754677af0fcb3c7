"""Several reports of one unit: which of them holds, or in what they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from antq_reports.figures import format_figure
from antq_reports.report import BaseReport, Finding, reported_figures
from antq_reports.rollup.recognition import files_of
from antq_reports.vietnamese import format_integer

SHOWN_DIFFERENCES = 6


def choose_version(same: Sequence[BaseReport]) -> tuple[BaseReport | None, Finding]:
    """The one that holds, none where that cannot be told, and what a person should know of it.

    Of equal ones any; the newest of those that came back on a form this unit was sent to correct.
    """
    name, number, origins = same[0].place.full_name, format_integer(len(same)), files_of(same)
    where = f" ({'; '.join(origin.file for origin in origins)})" if origins else ""
    if all(report == same[0] for report in same):
        message = f"{name} có {number} bản giống hệt nhau{where}; chỉ dùng một bản"
        return same[0], Finding("duplicate-unit", "warning", "place", message, unit=name, origins=origins)
    returned = sorted((report for report in same if report.sources.returned), key=lambda each: each.sources.returned)
    newest = [report for report in returned if report.sources.returned == returned[-1].sources.returned]
    if returned and all(report == newest[0] for report in newest):
        message = f"{name} có {number} bản{where}; dùng bản gửi lại {returned[-1].sources.file}"
        return returned[-1], Finding("duplicate-unit", "info", "place", message, unit=name, origins=origins)
    message = f"{name} có {number} bản khác nhau{where}; không cộng bản nào, hãy giữ lại một{_told(same)}"
    return None, Finding("duplicate-unit", "error", "place", message, unit=name, origins=origins)


def _told(same: Sequence[BaseReport]) -> str:
    """Where the first two versions differ."""
    shown = list(differences(same[0], same[1]))
    more = f" và {format_integer(len(shown) - SHOWN_DIFFERENCES)} chỗ khác" if len(shown) > SHOWN_DIFFERENCES else ""
    return f"; khác ở: {'; '.join(shown[:SHOWN_DIFFERENCES])}{more}" if shown else ""


def differences(one: BaseReport, other: BaseReport) -> Iterator[str]:
    """What two reports of one unit say differently, metric by metric, with the cells."""
    first = {reported.path: reported for reported in reported_figures(one)}
    second = {reported.path: reported for reported in reported_figures(other)}
    for path in dict.fromkeys((*first, *second)):
        left, right = first.get(path), second.get(path)
        if left is None or right is None or left.figure != right.figure:
            label = (left or right).label  # type: ignore[union-attr]  # one of the two holds the path
            said = [format_figure(each.figure) if each is not None else "để trống" for each in (left, right)]
            place = (one if left is not None else other).sources.origins_of(path)
            cell = f" ({place[0].within})" if place and place[0].within else ""
            yield f"{label}{cell}: {said[0]} và {said[1]}"
