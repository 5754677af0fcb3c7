"""What may be compared: one place within one boundary, over two spells at the same place of the calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from antq_reports import Report
from antq_reports.comparison.comparable import boundary_day, place_refusal, refusal, subject_refusal
from antq_reports.report import Place

MERGED = {"name": "Lâm Đồng", "level": "tỉnh", "code": "68"}
COMMUNE = {"name": "Tân Hà", "level": "xã", "code": "24823"}


def spell(label: str, start: date | None, end: date | None, place: dict[str, Any] | None = None) -> Report:
    """Make a report of a period."""
    period = {"label": label, "start": start, "end": end}
    return Report.model_validate({"place": place or COMMUNE, "period": period})


def year(number: int, place: dict[str, Any] | None = None) -> Report:
    """Make a whole year's report."""
    return spell(f"năm {number}", date(number, 1, 1), date(number, 12, 31), place)


def test_whole_years_compare() -> None:
    """Equal lengths at the same place of the calendar."""
    assert refusal(year(2027), year(2026)) is None


def test_a_city_within_a_province_is_compared_like_any_unit_of_one() -> None:
    """Its area too is another one since the merger, while thành phố Huế was not merged."""
    da_lat, hue = ({"name": name, "level": "thành phố"} for name in ("Đà Lạt", "Huế"))
    assert refusal(year(2024, da_lat), year(2023, da_lat)) is None
    assert "địa giới thành phố Đà Lạt thay đổi" in str(refusal(year(2026, da_lat), year(2024, da_lat)))
    assert refusal(year(2026, hue), year(2025, hue)) is None


def test_a_leap_year_is_a_year() -> None:
    """The last of February is one day in every year."""
    new = spell("2 tháng đầu năm 2028", date(2028, 1, 1), date(2028, 2, 29))
    old = spell("2 tháng đầu năm 2027", date(2027, 1, 1), date(2027, 2, 28))
    assert refusal(new, old) is None


def test_unequal_periods_do_not_compare() -> None:
    """Six months against a year."""
    half = spell("6 tháng đầu năm 2027", date(2027, 1, 1), date(2027, 6, 30))
    refused = refusal(half, year(2026))
    assert (
        "hai kỳ không tương ứng: “6 tháng đầu năm 2027” (1/1/2027 - 30/6/2027) và “năm 2026” (1/1/2026 - 31/12/2026)"
        == refused
    )


def test_other_months_do_not_compare() -> None:
    """The second half of a year against its first."""
    new = spell("6 tháng cuối năm 2026", date(2026, 7, 1), date(2026, 12, 31))
    old = spell("6 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30))
    assert "không tương ứng" in str(refusal(new, old))


def test_an_unknown_start_forbids() -> None:
    """A label alone does not tell the days."""
    refused = refusal(year(2027), spell("năm 2026", None, date(2026, 12, 31)))
    assert "chưa biết kỳ “năm 2026” bắt đầu và kết thúc ngày nào; hãy ghi start và end" == refused


def test_a_later_report_is_no_base() -> None:
    """The base ends before the period begins."""
    assert "không kết thúc trước" in str(refusal(year(2026), year(2027)))


def test_two_places_do_not_compare() -> None:
    """Tân Hà is not Tân Hạ."""
    other = year(2026, {"name": "Tân Hạ", "level": "xã"})
    refused = refusal(year(2027, {"name": "Tân Hà", "level": "xã"}), other)
    assert "hai báo cáo của hai nơi khác nhau: xã Tân Hà và xã Tân Hạ" == refused


def test_2025_against_2024_refuses_for_a_merged_province() -> None:
    """Lâm Đồng took in Đắk Nông and Bình Thuận on 1/7/2025."""
    new = year(2025, {**MERGED, "boundaries_as_of": date(2025, 12, 31)})
    assert "hai địa bàn khác nhau" in str(refusal(new, year(2024, MERGED)))


def test_a_2025_report_for_the_merged_province_compares_with_2026() -> None:
    """It says at which day its boundaries hold."""
    old = year(2025, {**MERGED, "boundaries_as_of": date(2025, 12, 31)})
    assert refusal(year(2026, MERGED), old) is None


def test_a_2025_report_that_does_not_say_is_not_compared() -> None:
    """Either area may be meant."""
    assert "hãy ghi địa giới hành chính tính đến ngày nào" in str(refusal(year(2026, MERGED), year(2025, MERGED)))


def test_an_unchanged_province_compares_across_the_merger() -> None:
    """Nghệ An is the same area before and after."""
    place = {"name": "Nghệ An", "level": "tỉnh", "code": "40"}
    assert refusal(year(2025, place), year(2024, place)) is None


def test_communes_do_not_compare_across_the_merger() -> None:
    """Communes were drawn anew on the same day."""
    assert "hai địa bàn khác nhau" in str(refusal(year(2025), year(2024)))


def test_what_forbids_a_comparison_is_told_in_one_order() -> None:
    """Another place before another period: whoever took the wrong file is told that first."""
    new, old = year(2027), spell("quý I", date(2026, 1, 1), date(2026, 3, 31), {"name": "Tân Hạ", "level": "xã"})
    assert "hai báo cáo của hai nơi khác nhau: xã Tân Hà và xã Tân Hạ" == refusal(new, old)


def test_two_subjects_do_not_compare() -> None:
    """Both are named."""
    refused = subject_refusal("toan-dan", "chay-no")
    assert ("hai báo cáo của hai chủ đề khác nhau: toan-dan và chay-no", None) == (refused, subject_refusal("a", "a"))


def test_a_code_tells_places_apart_and_a_name_where_a_code_is_missing() -> None:
    """A renamed unit keeps its code; names are compared without regard to capitals."""
    old, new = Place(name="Tân Hà", level="xã", code="24823"), Place(name="Tân Hà Mới", level="xã", code="24823")
    namesake = Place(name="Tân Hà", level="xã", code="24824")
    bare = Place(name="TÂN HÀ", level="xã")
    assert (True, False, True) == tuple(place_refusal(old, each) is None for each in (new, namesake, bare))


def test_a_period_that_ends_on_the_first_day_of_the_next_is_no_base() -> None:
    """The days must not meet."""
    new = spell("tháng 2", date(2026, 2, 1), date(2026, 2, 28))
    old = spell("tháng 1", date(2026, 1, 1), date(2026, 2, 1))
    assert "kỳ “tháng 1” không kết thúc trước kỳ “tháng 2”" == refusal(new, old)


def test_boundaries_hold_at_the_periods_end_where_that_is_plain() -> None:
    """A province's period over the day of the merger is not; a period that begins on that day is."""
    over = spell("năm 2025", date(2025, 1, 1), date(2025, 12, 31), MERGED)
    after = spell("6 tháng cuối năm 2025", date(2025, 7, 1), date(2025, 12, 31), MERGED)
    before = spell("6 tháng đầu năm 2025", date(2025, 1, 1), date(2025, 6, 30), MERGED)
    said = year(2025, {**MERGED, "boundaries_as_of": date(2025, 6, 30)})
    days = [boundary_day(each) for each in (over, after, before, said, year(2025))]
    assert [None, date(2025, 12, 31), date(2025, 6, 30), date(2025, 6, 30), date(2025, 12, 31)] == days
