"""This year against last: what may be compared, how much it moved, and whether a stated change is the computed one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from antq_reports import Report
from antq_reports.comparison import Comparison, compare
from antq_reports.report import Completeness, MetricCompleteness, Origin, SourceMap

MERGED = {"name": "Lâm Đồng", "level": "tỉnh", "code": "68"}
COMMUNE = {"name": "Tân Hà", "level": "xã", "code": "24823"}


def year(number: int, place: dict[str, Any] | None = None, **sections: Any) -> Report:
    """Make a whole year's report."""
    period = {"label": f"năm {number}", "start": date(number, 1, 1), "end": date(number, 12, 31)}
    return Report.model_validate({"place": place or COMMUNE, "period": period, **sections})


def spell(label: str, start: date | None, end: date | None) -> Report:
    """Make a report of a period."""
    return Report.model_validate({"place": COMMUNE, "period": {"label": label, "start": start, "end": end}})


def tips(new: Any, old: Any) -> Comparison:
    """Compare one metric over two years."""
    return compare(year(2027, tips={"public_tips": new}), year(2026, tips={"public_tips": old}))


# --- grounds --------------------------------------------------------------------------------------------


def test_whole_years_compare() -> None:
    """Equal lengths at the same place of the calendar."""
    assert compare(year(2027), year(2026)).refused is None


def test_a_city_within_a_province_is_compared_like_any_unit_of_one() -> None:
    """Its area too is another one since the merger, while thành phố Huế was not merged."""
    da_lat, hue = ({"name": name, "level": "thành phố"} for name in ("Đà Lạt", "Huế"))
    assert compare(year(2024, da_lat), year(2023, da_lat)).refused is None
    assert "địa giới thành phố Đà Lạt thay đổi" in str(compare(year(2026, da_lat), year(2024, da_lat)).refused)
    assert compare(year(2026, hue), year(2025, hue)).refused is None


def test_a_leap_year_is_a_year() -> None:
    """The last of February is one day in every year."""
    new = spell("2 tháng đầu năm 2028", date(2028, 1, 1), date(2028, 2, 29))
    old = spell("2 tháng đầu năm 2027", date(2027, 1, 1), date(2027, 2, 28))
    assert compare(new, old).refused is None


def test_unequal_periods_do_not_compare() -> None:
    """Six months against a year."""
    half = spell("6 tháng đầu năm 2027", date(2027, 1, 1), date(2027, 6, 30))
    refused = compare(half, year(2026)).refused
    assert (
        "hai kỳ không tương ứng: “6 tháng đầu năm 2027” (1/1/2027 - 30/6/2027) và “năm 2026” (1/1/2026 - 31/12/2026)"
        == refused
    )


def test_other_months_do_not_compare() -> None:
    """The second half of a year against its first."""
    new = spell("6 tháng cuối năm 2026", date(2026, 7, 1), date(2026, 12, 31))
    old = spell("6 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30))
    assert "không tương ứng" in str(compare(new, old).refused)


def test_an_unknown_start_forbids() -> None:
    """A label alone does not tell the days."""
    refused = compare(year(2027), spell("năm 2026", None, date(2026, 12, 31))).refused
    assert "chưa biết kỳ “năm 2026” bắt đầu và kết thúc ngày nào; hãy ghi start và end" == refused


def test_a_later_report_is_no_base() -> None:
    """The base ends before the period begins."""
    assert "không kết thúc trước" in str(compare(year(2026), year(2027)).refused)


def test_two_places_do_not_compare() -> None:
    """Tân Hà is not Tân Hạ."""
    other = year(2026, {"name": "Tân Hạ", "level": "xã"})
    refused = compare(year(2027, {"name": "Tân Hà", "level": "xã"}), other).refused
    assert "hai báo cáo của hai nơi khác nhau: xã Tân Hà và xã Tân Hạ" == refused


def test_2025_against_2024_refuses_for_a_merged_province() -> None:
    """Lâm Đồng took in Đắk Nông and Bình Thuận on 1/7/2025."""
    new = year(2025, {**MERGED, "boundaries_as_of": date(2025, 12, 31)})
    assert "hai địa bàn khác nhau" in str(compare(new, year(2024, MERGED)).refused)


def test_a_2025_report_for_the_merged_province_compares_with_2026() -> None:
    """It says at which day its boundaries hold."""
    old = year(2025, {**MERGED, "boundaries_as_of": date(2025, 12, 31)})
    assert compare(year(2026, MERGED), old).refused is None


def test_a_2025_report_that_does_not_say_is_not_compared() -> None:
    """Either area may be meant."""
    assert "hãy ghi boundaries_as_of" in str(compare(year(2026, MERGED), year(2025, MERGED)).refused)


def test_an_unchanged_province_compares_across_the_merger() -> None:
    """Nghệ An is the same area before and after."""
    place = {"name": "Nghệ An", "level": "tỉnh", "code": "40"}
    assert compare(year(2025, place), year(2024, place)).refused is None


def test_communes_do_not_compare_across_the_merger() -> None:
    """Communes were drawn anew on the same day."""
    assert "hai địa bàn khác nhau" in str(compare(year(2025), year(2024)).refused)


# --- movements ------------------------------------------------------------------------------------------


def test_a_rise_has_amount_ratio_and_formula() -> None:
    """526 against 480."""
    moved = tips(526, 480).movements["tips.public_tips"]
    assert moved.amount is not None
    assert moved.ratio is not None
    assert ("tăng", 46, "526 - 480", (526, 480), "good") == (
        moved.verb,
        moved.amount.value,
        moved.formula,
        moved.operands,
        moved.tone,
    )
    assert Decimal("0.0958") == round(moved.ratio, 4)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hơn 520 tin", 480),
        (526, "gần 480 tin"),
        ("hàng trăm tin", 480),
        ("500 - 520 tin", 480),
        (526, "480 thông tin"),
    ],
)
def test_inexact_or_unlike_figures_have_no_change(new: Any, old: Any) -> None:
    """A hedge, a word, a span or another unit: no precise change, and the reason is kept."""
    compared = tips(new, old)
    assert {} == compared.movements
    assert ["tips.public_tips"] == list(compared.skipped)


def test_a_hedged_predecessor_is_shown_and_another_unit_is_not() -> None:
    """A table may stand hơn 480 beside 526, never 480 of something else."""
    assert ["tips.public_tips"] == list(tips(526, "hơn 480 tin").previous)
    assert [] == list(tips(526, "480 thông tin").previous)


def test_percents_move_by_points_of_the_computed_ratio() -> None:
    """Stated percents are not what is subtracted."""
    key = "crime_reports_resolved"
    compared = compare(
        year(2027, tips={key: "90/100 tin báo (đạt 91%)"}), year(2026, tips={key: "80/100 tin báo (đạt 80%)"})
    )
    moved = compared.movements[f"tips.{key}"]
    assert moved.amount is not None
    assert (Decimal(10), "điểm phần trăm", None) == (moved.amount.value, moved.amount.unit, moved.ratio)


def test_fewer_accidents_are_good_and_fewer_solved_cases_are_not() -> None:
    """Polarity is the metric's."""
    new = year(2027, traffic_safety={"traffic_accidents": 20}, tips={"crime_reports_resolved": "80/100 tin báo"})
    old = year(2026, traffic_safety={"traffic_accidents": 30}, tips={"crime_reports_resolved": "90/100 tin báo"})
    tones = {path: moved.tone for path, moved in compare(new, old).movements.items()}
    assert {"traffic_safety.traffic_accidents": "good", "tips.crime_reports_resolved": "bad"} == tones


def test_what_the_police_detect_is_more_or_fewer() -> None:
    """Nhiều hơn and ít hơn, by the metric's verb."""
    moved = compare(
        year(2027, crime_results={"suspects_handled": 90}), year(2026, crime_results={"suspects_handled": 100})
    ).movements["crime_results.suspects_handled"]
    assert "ít hơn" == moved.verb


def test_a_commune_s_own_answer_does_not_move() -> None:
    """1/1 against 0/1 is a yes, not a hundred points."""
    new, old = ({"safe_communes": text} for text in ("1/1 xã", "0/1 xã"))
    assert {} == compare(year(2027, standards=new), year(2026, standards=old)).movements


def test_pairs_move_pairwise() -> None:
    """Sessions and attendance each on their own."""
    key = "school_traffic_sessions"
    new, old = ({key: f"{first} buổi, {second} lượt"} for first, second in ((12, 300), (10, 320)))
    compared = compare(year(2027, traffic_safety=new), year(2026, traffic_safety=old))
    assert [f"traffic_safety.{key}.first", f"traffic_safety.{key}.second"] == list(compared.movements)


def test_rows_are_compared_by_label() -> None:
    """Where a row stands does not matter."""
    key = "transport_pledges_by_group"
    new, old = {key: ["30 lái xe", "20 chủ xe"]}, {key: ["10 chủ xe", "25 lái xe"]}
    compared = compare(year(2027, commitments=new), year(2026, commitments=old))
    assert {f"commitments.{key}[0]": "30 - 25", f"commitments.{key}[1]": "20 - 10"} == {
        path: moved.formula for path, moved in compared.movements.items()
    }


def test_an_own_period_must_be_alike_too() -> None:
    """A figure of half a year beside a year's is skipped."""
    half = {"kind": "count", "value": 5, "unit": "tin", "period": "6 tháng đầu năm 2027"}
    assert "chưa biết kỳ" in tips(half, 480).skipped["tips.public_tips"]


def test_sums_of_other_units_are_not_compared() -> None:
    """A rolled-up figure without five communes is no match for last year's whole one."""
    gap = MetricCompleteness(metric="tips.public_tips", reported=97, expected=102, missing=("xã A",))
    thin = Completeness(reported=97, expected=102, unit="xã", missing=("xã A",), metrics=(gap,))
    new = year(2027, tips={"public_tips": 526}).model_copy(update={"completeness": thin})
    old = year(2026, tips={"public_tips": 480})
    assert {} == compare(new, old).movements
    assert ["tips.public_tips"] == list(compare(new, old.model_copy(update={"completeness": thin})).movements)


def test_last_year_s_cells_are_kept() -> None:
    """A change can be traced to both years' cells."""
    places = {"tips.public_tips": (Origin(file="2026.xlsx", cell="C4"),)}
    old = year(2026, tips={"public_tips": 480}).with_sources(SourceMap(file="2026.xlsx", places=places))
    assert places == compare(year(2027, tips={"public_tips": 526}), old).sources


# --- stated changes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "is_right"),
    [
        ("tăng 46 vụ so với cùng kỳ", True),
        ("tăng 46 vụ (+9,58%) so với năm 2026", True),
        ("tăng 9,6% so với cùng kỳ", True),
        ("tăng gần 10% so với cùng kỳ", True),
        ("tăng 46 vụ (+9,79%)", False),
        ("giảm 46 vụ", False),
        ("tăng 64 vụ", False),
        ("tăng 64 vụ so với năm 2017", True),
    ],
)
def test_a_stated_change_is_checked_against_the_computed_one(stated: str, is_right: bool) -> None:
    """526 against 480, as far as the decimals stated go; another base is another matter."""
    new = year(2027, crime_results={"public_order_cases": 526, "public_order_cases_change": stated})
    old = year(2026, crime_results={"public_order_cases": 480})
    assert ([] if is_right else ["stated-change-differs"]) == [each.code for each in compare(new, old).findings]


def test_the_finding_tells_both_changes() -> None:
    """What was stated and what comes out."""
    new = year(2027, crime_results={"public_order_cases": 526, "public_order_cases_change": "giảm 46 vụ"})
    [finding] = compare(new, year(2026, crime_results={"public_order_cases": 480})).findings
    assert "báo cáo ghi “giảm 46 vụ”, tính ra tăng 46 vụ (9,58%)" in finding.message
