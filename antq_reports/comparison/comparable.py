"""Whether two reports may be compared at all: same place, same boundaries, like periods."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from antq_reports.figures import Period
from antq_reports.report import BaseReport, Place
from antq_reports.report.provinces import MERGED, MERGER
from antq_reports.vietnamese import fold_name, format_date

_MERGED_NAMES = frozenset(fold_name(name) for parts in MERGED.values() for name in parts)


def refusal(report: BaseReport, previous: BaseReport) -> str | None:
    """Why two reports must not be compared, in Vietnamese; None when they may."""
    return (
        subject_refusal(report.subject, previous.subject)
        or place_refusal(report.place, previous.place)
        or period_refusal(report.period, previous.period)
        or boundary_refusal(report, previous)
    )


def subject_refusal(subject: str, other: str) -> str | None:
    """Why reports of two subjects are not compared."""
    return None if subject == other else f"hai báo cáo của hai chủ đề khác nhau: {subject} và {other}"


def place_refusal(place: Place, other: Place) -> str | None:
    """Why two places are not one."""
    are_provinces = place.is_province and other.is_province  # one may be a city of that rank by now
    names = [each.name if are_provinces else each.full_name for each in (place, other)]
    same_name = fold_name(names[0]) == fold_name(names[1])
    is_same = place.code == other.code if place.code and other.code else same_name
    return None if is_same else f"hai báo cáo của hai nơi khác nhau: {place.full_name} và {other.full_name}"


def period_refusal(period: Period, other: Period) -> str | None:
    """Why two periods are not alike: both need their days, equal lengths, the same place in the calendar.

    >>> year = Period(label="năm 2026", start=date(2026, 1, 1), end=date(2026, 12, 31))
    >>> period_refusal(year, Period(label="năm 2025", end=date(2025, 12, 31)))
    'chưa biết kỳ “năm 2025” bắt đầu và kết thúc ngày nào; hãy ghi start và end'
    """
    for each in (period, other):
        if each.start is None or each.end is None:
            return f"chưa biết kỳ “{each.label}” bắt đầu và kết thúc ngày nào; hãy ghi start và end"
    if period.start is None or period.end is None or other.start is None or other.end is None:
        raise AssertionError("days were checked above")  # pragma: no cover - tells mypy what the loop made sure of
    if other.end >= period.start:
        return f"kỳ “{other.label}” không kết thúc trước kỳ “{period.label}”"
    if _calendar(period.start, period.end) != _calendar(other.start, other.end):
        return f"hai kỳ không tương ứng: {_days(period)} và {_days(other)}"
    return None


def _calendar(start: date, end: date) -> tuple[object, ...]:
    """A stretch of days apart from its year; the last of February is one day in every year."""
    is_last = end.day == monthrange(end.year, end.month)[1]
    return start.month, start.day, end.month, "last" if is_last else end.day, end.year - start.year


def _days(period: Period) -> str:
    start = format_date(period.start, "slash") if period.start else "?"
    end = format_date(period.end, "slash") if period.end else "?"
    return f"“{period.label}” ({start} - {end})"


def boundary_refusal(report: BaseReport, previous: BaseReport) -> str | None:
    """Why the two reports speak of two areas: one of before 1/7/2025, one of after.

    A report says at which day its boundaries hold; one that does not holds at its period's end. A province that was
    merged must say so for a period that reaches over that day, since either area may be meant.
    """
    if not is_reshaped(report.place):
        return None
    days = [(each, boundary_day(each)) for each in (report, previous)]
    for each, day in days:
        if day is None:
            return (
                f"chưa biết số liệu {each.period.label} tính theo địa giới trước hay sau ngày 1/7/2025; "
                "hãy ghi địa giới hành chính tính đến ngày nào"
            )
    sides = {day >= MERGER for _, day in days if day is not None}
    if len(sides) > 1:
        return (
            f"địa giới {report.place.full_name} thay đổi từ ngày 1/7/2025: số liệu {previous.period.label} "
            f"và {report.period.label} tính trên hai địa bàn khác nhau"
        )
    return None


def is_reshaped(place: Place) -> bool:
    """Whether the place is another area since 1/7/2025: a merged province, or any unit below the provinces."""
    return not place.is_province or fold_name(place.name) in _MERGED_NAMES


def boundary_day(report: BaseReport) -> date | None:
    """The day at which a report's boundaries hold; None where it reaches over the merger and does not say."""
    place, period = report.place, report.period
    if place.boundaries_as_of is not None:
        return place.boundaries_as_of
    reaches_over = period.start is not None and period.end is not None and period.start < MERGER <= period.end
    if reaches_over and place.is_province:
        return None
    return period.end
