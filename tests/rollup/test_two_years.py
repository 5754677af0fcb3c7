"""Two years added up: each with its own units, compared over those that have a figure in both."""

from __future__ import annotations

from datetime import date
from typing import Any

from rollup_kit import YEAR, commune

from antq_reports import Report
from antq_reports.comparison import Comparison, compare
from antq_reports.forms import UnitEntry
from antq_reports.report import Place
from antq_reports.rollup import TwoYears, roll_up_years

PROVINCE = Place(name="Nghệ An", level="tỉnh", code="40")
"""One that was not merged: last year is of the same area."""
LAST = {"label": "năm 2025", "start": date(2025, 1, 1), "end": date(2025, 12, 31)}
TIPS = "tips.public_tips"


def last_year(name: str, code: str, **sections: Any) -> Report:
    """A commune's report of last year."""
    raw = {"place": {"name": name, "level": "xã", "code": code}, "period": LAST}
    return Report.model_validate({**raw, **sections})


def tips(*values: int | None, year: dict[str, Any] = YEAR) -> list[Report]:
    """Communes 0, 1, 2... of a year with their tips; None for one that sent other figures alone."""
    make = commune if year is YEAR else last_year
    return [
        make(f"Xã {place}", f"{place:05}", tips={} if value is None else {"public_tips": value})
        for place, value in enumerate(values)
    ]


def compared(years: TwoYears) -> Comparison:
    """How the province's year stands against the last."""
    assert years.before is not None
    return compare(years.now.report, years.before.report)


def test_whole_years_are_compared_by_their_totals() -> None:
    """No figure is compared twice."""
    found = compared(roll_up_years(tips(5, 7), tips(4, 6, year=LAST), PROVINCE))
    assert (12, 10, None) == (*found.movements[TIPS].operands, found.movements[TIPS].units)
    assert TIPS in found.previous


def test_a_unit_that_is_late_is_left_out_of_the_change_alone() -> None:
    """Both totals stand as they are; the change is over those of both years, with its own sums."""
    years = roll_up_years(tips(5, 7, None), tips(4, 6, 90, year=LAST), PROVINCE)
    found = compared(years)
    assert (12, 10, 2) == (*found.movements[TIPS].operands, found.movements[TIPS].units)
    assert TIPS not in found.previous


def test_late_last_year_is_the_same() -> None:
    """The total of this year has the unit, the change has not."""
    found = compared(roll_up_years(tips(5, 7, 80), tips(4, 6, None, year=LAST), PROVINCE))
    assert (12, 10, 2) == (*found.movements[TIPS].operands, found.movements[TIPS].units)


def test_nobody_in_both_years_is_told() -> None:
    """Two totals of different units have no change."""
    found = compared(roll_up_years(tips(5, None), tips(None, 6, year=LAST), PROVINCE))
    assert {} == dict(found.movements)
    assert "không đơn vị nào có số liệu cả hai năm" == found.skipped[TIPS]


def test_merged_units_are_added_into_their_successor() -> None:
    """Last year's total has its own units, also those that are no more."""
    units = [
        UnitEntry(code="00000", name="Xã 0", predecessors=("00000", "00001")),
        UnitEntry(code="00002", name="Xã 2"),
    ]
    now = [commune("Xã 0", "00000", tips={"public_tips": 8}), commune("Xã 2", "00002", tips={"public_tips": 5})]
    years = roll_up_years(now, tips(4, 6, 5, year=LAST), PROVINCE, expected=units)
    found = compared(years)
    assert (13, 15, None) == (*found.movements[TIPS].operands, found.movements[TIPS].units)
    assert [] == [finding for finding in years.now.findings if finding.code == "unit-unaccounted"]


def test_a_unit_nothing_accounts_for_is_a_finding() -> None:
    """It stays in last year's total, and the change is over the others."""
    units = [UnitEntry(code="00000", name="Xã 0")]
    now = [commune("Xã 0", "00000", tips={"public_tips": 8})]
    years = roll_up_years(now, tips(4, 6, year=LAST), PROVINCE, expected=units)
    [finding] = [finding for finding in years.now.findings if finding.code == "unit-unaccounted"]
    assert "xã Xã 1" in finding.message
    assert (8, 4, 1) == (*compared(years).movements[TIPS].operands, compared(years).movements[TIPS].units)


def test_rows_follow_the_same_rule() -> None:
    """One unit of three filled the row in this year: its change is its own."""
    rows = {"commitments": {"transport_pledges_by_group": ["8 chủ xe"]}}
    more = {"commitments": {"transport_pledges_by_group": ["70 chủ xe"]}}
    before = [last_year(f"Xã {place}", f"{place:05}", **(rows if not place else more)) for place in range(3)]
    now = [commune("Xã 0", "00000", commitments={"transport_pledges_by_group": ["9 chủ xe"]}), *tips(None, 3, 3)[1:]]
    found = compared(roll_up_years(now, before, PROVINCE))
    path = "commitments.transport_pledges_by_group[0]"
    assert (9, 8, 1) == (*found.movements[path].operands, found.movements[path].units)
    assert path not in found.previous


def test_a_sum_is_not_compared_with_what_the_province_states() -> None:
    """One year's figure is of the units, the other's of the departments."""
    own = Report.model_validate({"place": PROVINCE, "period": YEAR, TIPS: 40})
    last_own = Report.model_validate({"place": PROVINCE, "period": LAST})
    years = roll_up_years(tips(None, None), tips(4, 6, year=LAST), PROVINCE, own=own, last_own=last_own)
    assert "một năm là số do tỉnh báo cáo, một năm là số cộng từ các đơn vị" == compared(years).skipped[TIPS]


def test_last_year_s_own_faults_are_told() -> None:
    """A unit that sent two versions last year is in neither total."""
    before = [*tips(4, 6, year=LAST), last_year("Xã 1", "00001", tips={"public_tips": 60})]
    years = roll_up_years(tips(5, 7), before, PROVINCE)
    assert any(finding.message.startswith("kỳ trước: xã Xã 1 có 2 bản khác nhau") for finding in years.now.findings)
    assert (5, 4, 1) == (*compared(years).movements[TIPS].operands, compared(years).movements[TIPS].units)


def test_another_last_year_is_not_compared_by_these_sums() -> None:
    """What is like for like with one year is not with another."""
    years = roll_up_years(tips(5, 7, 80), tips(4, 6, None, year=LAST), PROVINCE)
    other = Report.model_validate({"place": PROVINCE, "period": 2024, TIPS: 50})
    found = compare(years.now.report, other)
    assert (92, 50, None) == (*found.movements[TIPS].operands, found.movements[TIPS].units)
