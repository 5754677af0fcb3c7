"""Whether the place exists at its date and level, and the period says one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from antq_reports.figures.period import days_disagree
from antq_reports.report import BaseReport, Finding, Place, reported_figures
from antq_reports.report.provinces import GONE_LEVELS, MERGER, NEW_LEVELS, Province, provinces_at, successor_of
from antq_reports.vietnamese import fold_name, format_date

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def identity_findings(report: BaseReport) -> Iterator[Finding]:
    """The unit at its date, its code, its period."""
    day = day_of(report)
    if day is not None:
        yield from _level_findings(report, day)
        if report.place.is_province:
            yield from _province_findings(report.place, day)
    yield from _period_findings(report)


def day_of(report: BaseReport) -> date | None:
    """The day at which the place is meant to exist: of its boundaries, else the end of the period, else the brief's."""
    return report.place.boundaries_as_of or report.period.end or report.date


def _level_findings(report: BaseReport, day: date) -> Iterator[Finding]:
    place, shown = report.place, format_date(day, "slash")
    is_city_within = place.level == "thành phố" and not place.is_province
    if (place.level in GONE_LEVELS or is_city_within) and day >= MERGER:
        level = "thành phố thuộc tỉnh" if is_city_within else place.level
        message = f"{place.full_name}: ngày {shown} không còn cấp {level} (bỏ từ ngày 1/7/2025)"
        yield Finding("unit-not-at-date", "error", "place.level", message)
    if place.level in NEW_LEVELS and day < MERGER:
        message = f"{place.full_name}: ngày {shown} chưa có cấp {place.level} (có từ ngày 1/7/2025)"
        yield Finding("unit-not-at-date", "error", "place.level", message)
    yield from _asked_levels(report, day)


def _asked_levels(report: BaseReport, day: date) -> Iterator[Finding]:
    """Counts of units of a level that does not exist on the day."""
    shown = format_date(day, "slash")
    for reported in reported_figures(report):
        level = reported.metric.unit if reported.metric.rollup == "units" else None
        if level in GONE_LEVELS and day >= MERGER:
            message = f"có số liệu {level}, nhưng ngày {shown} không còn {level} (bỏ từ ngày 1/7/2025)"
            yield Finding("unit-not-at-date", "error", reported.path, message)
        if level in NEW_LEVELS and day < MERGER:
            message = f"có số liệu {level}, nhưng ngày {shown} chưa có {level} (có từ ngày 1/7/2025)"
            yield Finding("unit-not-at-date", "error", reported.path, message)


def _province_findings(place: Place, day: date) -> Iterator[Finding]:
    known = {fold_name(province.name): province for province in provinces_at(day)}
    found = known.get(fold_name(place.name))
    if found is None:
        yield _unknown_province(place, day, known)
        return
    if found.level != place.level:
        message = f"{place.name} là {found.level}, không phải {place.level}"
        yield Finding("province-level", "warning", "place.level", message)
    if place.code is not None and place.code != found.code:
        message = f"mã của {found.level} {found.name} là {found.code}, báo cáo ghi {place.code}"
        yield Finding("province-code", "warning", "place.code", message)


def _unknown_province(place: Place, day: date, known: dict[str, Province]) -> Finding:
    shown = format_date(day, "slash")
    now = next(
        (new for name in _names_before() if fold_name(name) == fold_name(place.name) and (new := successor_of(name))),
        None,
    )
    if day >= MERGER and now is not None:
        message = (
            f"ngày {shown} không còn {place.full_name}: từ ngày 1/7/2025 thuộc {known[fold_name(now)].level} {now}"
        )
    else:
        message = f"ngày {shown} không có {place.full_name}; hãy kiểm tra tên hoặc ngày địa giới"
    return Finding("unit-not-at-date", "error", "place.name", message)


def _names_before() -> tuple[str, ...]:
    return tuple(province.name for province in provinces_at(date(2024, 12, 31)))


def _period_findings(report: BaseReport) -> Iterator[Finding]:
    """A period's label against its days."""
    period = report.period
    years = {each.year for each in (period.start, period.end) if each is not None}
    named = {int(year) for year in _YEAR.findall(period.label)}
    if years and named and not years & named:
        stated = ", ".join(map(str, sorted(years)))
        message = f"kỳ “{period.label}” nhưng ngày bắt đầu, kết thúc thuộc năm {stated}"
        yield Finding("period-label", "warning", "period.label", message)
    elif days_disagree(period.label, period.start, period.end):
        days = " - ".join(format_date(day, "slash") for day in (period.start, period.end) if day is not None)
        message = f"kỳ “{period.label}” nhưng ngày bắt đầu, kết thúc là {days}"
        yield Finding("period-label", "warning", "period.label", message)
