"""What does not add up is found, coded and graded; what is right is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from antq_reports import Report
from antq_reports.load import load_report
from antq_reports.report import Finding, Origin, Place, SourceMap
from antq_reports.report.provinces import MERGED, provinces_at
from antq_reports.review import check_report, check_reports

LAM_DONG = {"name": "Lâm Đồng", "level": "tỉnh", "code": "68"}
COMMUNE = {"name": "Tân Hà", "level": "xã", "code": "24823"}
PROVINCE = Place(name="Lâm Đồng", level="tỉnh", code="68")


def year(number: int = 2026, place: dict[str, Any] | None = None, **sections: Any) -> Report:
    """Make a whole year's report."""
    period = {"label": f"năm {number}", "start": date(number, 1, 1), "end": date(number, 12, 31)}
    return Report.model_validate({"place": place or LAM_DONG, "period": period, **sections})


def codes(findings: Sequence[Finding]) -> list[str]:
    """List the codes found."""
    return [finding.code for finding in findings]


@pytest.mark.parametrize("name", ["lam-dong-2024", "quang-nam-2024"])
def test_the_examples_have_no_findings(examples_dir: Path, name: str) -> None:
    """Nothing is invented about two published reports."""
    assert [] == check_report(load_report(examples_dir / f"{name}.toml"))


# --- arithmetic -----------------------------------------------------------------------------------------


def test_a_part_above_its_whole_is_an_error() -> None:
    """1.174 of 1.173."""
    [finding] = check_report(year(crime_results={"public_order_cases_solved": "1.174/1.173 vụ"}))
    assert ("part-above-whole", "error", "crime_results.public_order_cases_solved") == (
        finding.code,
        finding.severity,
        finding.path,
    )
    assert "phần 1.174 lớn hơn tổng 1.173" in finding.message


@pytest.mark.parametrize(
    ("percent", "is_right"),
    [("86,1%", True), ("86,10%", True), ("86%", True), ("86,2%", False), ("gần 87%", True), ("hơn 87%", False)],
)
def test_a_stated_percent_is_recomputed(percent: str, is_right: bool) -> None:
    """1.010/1.173 rounded half up to the decimals stated; a hedge says on which side."""
    found = check_report(year(crime_results={"public_order_cases_solved": f"1.010/1.173 vụ (đạt {percent})"}))
    assert ([] if is_right else ["percent-differs"]) == codes(found)


@pytest.mark.parametrize(
    ("part", "total", "is_wrong"),
    [
        (12, 10, True),
        ("hơn 12 tin", 10, True),
        ("gần 12 tin", 10, False),
        (12, "hơn 10 tin", False),
        (12, "gần 11 tin", True),
        ("12/30 tin", 10, True),
        ("12 thông tin", 10, False),
        (10, 10, False),
    ],
)
def test_a_sub_total_is_not_above_its_total(part: Any, total: Any, is_wrong: bool) -> None:
    """Hedged figures contradict only when no number fits both."""
    found = check_report(year(tips={"valuable_tips": part, "public_tips": total}))
    assert (["subtotal-above-total"] if is_wrong else []) == codes(found)


def test_a_percent_above_100_is_an_error() -> None:
    """A share of cases solved cannot be 120%."""
    assert ["percent-above-100"] == codes(check_report(year(tips={"crime_reports_resolved": "120%"})))


def test_a_change_s_bracket_is_recomputed_without_last_year() -> None:
    """526, up by 46, is +9,58%."""
    stated = {"public_order_cases": 526, "public_order_cases_change": "tăng 46 vụ (+9,79%)"}
    [finding] = check_report(year(crime_results=stated))
    assert "change-percent-differs" == finding.code
    assert "là 9,58%" in finding.message


# --- identity -------------------------------------------------------------------------------------------


def test_there_were_63_provinces_and_are_34() -> None:
    """23 merged from 52, and 11 unchanged."""
    assert (63, 34, 23, 52) == (
        len(provinces_at(date(2025, 6, 30))),
        len(provinces_at(date(2025, 7, 1))),
        len(MERGED),
        sum(len(parts) for parts in MERGED.values()),
    )


def test_codes_of_provinces_are_unique() -> None:
    """Each date's provinces have one code each."""
    for day in (date(2024, 12, 31), date(2025, 6, 30), date(2025, 7, 1)):
        codes_then = [province.code for province in provinces_at(day)]
        assert len(codes_then) == len(set(codes_then))


def test_a_province_that_is_no_more_is_found() -> None:
    """Quảng Nam is part of Đà Nẵng since 1/7/2025."""
    [finding] = check_report(year(2026, {"name": "Quảng Nam"}))
    assert ("unit-not-at-date", "error") == (finding.code, finding.severity)
    assert "ngày 31/12/2026 không còn tỉnh Quảng Nam: từ ngày 1/7/2025 thuộc thành phố Đà Nẵng" == finding.message


@pytest.mark.parametrize(
    ("place", "number", "expected"),
    [
        ({"name": "Quảng Nam"}, 2024, []),
        ({"name": "Huế", "level": "thành phố"}, 2026, []),
        ({"name": "Thừa Thiên Huế"}, 2024, []),
        ({"name": "Đà Nẵng"}, 2026, ["province-level"]),
        ({"name": "Lâm Đồng", "code": "67"}, 2026, ["province-code"]),
        ({"name": "Lâm Đông"}, 2026, ["unit-not-at-date"]),
        ({"name": "Đức Trọng", "level": "huyện"}, 2026, ["unit-not-at-date"]),
        ({"name": "Đức Trọng", "level": "huyện"}, 2024, []),
        ({"name": "Phú Quý", "level": "đặc khu"}, 2024, ["unit-not-at-date"]),
        ({"name": "Phú Quý", "level": "đặc khu"}, 2026, []),
    ],
)
def test_places_are_looked_up_at_their_date(place: dict[str, Any], number: int, expected: list[str]) -> None:
    """Names, levels and codes by the day the boundaries hold."""
    assert expected == codes(check_report(year(number, place)))


def test_townships_are_no_more() -> None:
    """A figure for thị trấn after 1/7/2025."""
    assert ["unit-not-at-date"] == codes(check_report(year(standards={"safe_townships": "1/2 thị trấn"})))


def test_a_period_says_one_year() -> None:
    """Label 2025, days of 2026."""
    period = {"label": "năm 2025", "start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    assert ["period-label"] == codes(check_report(Report.model_validate({"place": LAM_DONG, "period": period})))


# --- wording --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Kết quả phong trào năm 2025", ["foreign-year"]),
        ("Kết quả phong trào năm 2026", []),
        ("Tăng mạnh so với năm 2025", []),
        ("Thực hiện Luật số 30/2023/QH15", []),
        ("Giai đoạn 2021 - 2026", []),
        ("Quảng Ngãi giữ yên địa bàn", ["foreign-place"]),
        ("Công an Quảng Ngãi giữ yên địa bàn", ["foreign-place"]),
        ("Đắk Nông giữ yên địa bàn", []),
        ("Đường Quảng Ngãi bình yên", []),
        ("Phường Hòa Bình bình yên, cuộc sống hòa bình", []),
    ],
)
def test_free_text_is_read_for_other_places_and_years(headline: str, expected: list[str]) -> None:
    """A copied headline gives itself away; laws, streets and bases of comparison do not count."""
    assert expected == codes(check_report(year(headline=headline)))


def test_publishers_may_bear_any_name() -> None:
    """The source of the figures is not the place they speak of."""
    report = year(source={"name": "Báo Quảng Ngãi"}, attribution="Số liệu theo Báo Quảng Ngãi 2025")
    assert [] == check_report(report)


def test_a_commune_may_name_its_province() -> None:
    """And no other, once the province is known."""
    report = year(2026, COMMUNE, headline="Công an tỉnh Lâm Đồng khen xã Tân Hà", kicker="Quảng Ngãi")
    assert [] == check_report(report)
    assert ["foreign-place"] == codes(check_report(report, province=PROVINCE))


@pytest.mark.parametrize(
    ("alt", "expected"),
    [("ảnh", ["alt-missing"]), ("IMG_0012.JPG", ["alt-missing"]), ("Lễ trao bằng khen", ["alt-is-caption"])],
)
def test_a_description_describes(alt: str, expected: list[str]) -> None:
    """A placeholder, a file name or the caption again is no description."""
    photo = {"path": "a.png", "caption": "Lễ trao Bằng khen", "alt": alt}
    assert expected == codes(check_report(year(photos=[photo])))


# --- last year ------------------------------------------------------------------------------------------


def test_a_copied_form_is_found() -> None:
    """Every figure equal to last year's."""
    sections: dict[str, Any] = {"tips": {"public_tips": 10, "valuable_tips": 4}, "weapons": {"firearms_surrendered": 3}}
    found = check_report(year(2027, **sections), year(2026, **sections))
    assert ["copied-form"] == codes(found)
    assert [] == check_report(
        year(2027, **sections), year(2026, **{**sections, "weapons": {"firearms_surrendered": 4}})
    )


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [(5200, 480, "tăng hơn 10 lần"), (480, 48, "đúng gấp 10 lần"), (30, 480, "giảm hơn 16 lần")],
)
def test_a_leap_is_found(new: int, old: int, expected: str) -> None:
    """Five times and more is looked at; a slip of zeros is called one."""
    [finding] = check_report(year(2027, tips={"public_tips": new}), year(2026, tips={"public_tips": old}))
    assert ("outlier", "warning") == (finding.code, finding.severity)
    assert expected in finding.message


@pytest.mark.parametrize(("new", "old"), [(30, 4), (900, 480)])
def test_small_or_usual_moves_are_no_leaps(new: int, old: int) -> None:
    """From 4 to 30 nothing is unusual."""
    assert [] == check_report(year(2027, tips={"public_tips": new}), year(2026, tips={"public_tips": old}))


def test_a_refused_comparison_is_said() -> None:
    """2025 against 2024: two areas."""
    new = year(2025, {**LAM_DONG, "boundaries_as_of": date(2025, 12, 31)})
    assert [("not-compared", "info")] == [(each.code, each.severity) for each in check_report(new, year(2024))]


def test_stated_changes_are_reviewed_with_last_year() -> None:
    """What the comparison finds is a finding of the review."""
    new = year(2027, crime_results={"public_order_cases": 526, "public_order_cases_change": "giảm 46 vụ"})
    assert ["stated-change-differs"] == codes(check_report(new, year(2026, crime_results={"public_order_cases": 480})))


# --- a city within a province ---------------------------------------------------------------------------


@pytest.mark.parametrize("code", [None, "672"])
def test_a_city_within_a_province_is_in_order_while_there_were_such(code: str | None) -> None:
    """Thành phố Đà Lạt of 2024 is no unknown province, and is compared with its 2023."""
    city = {"name": "Đà Lạt", "level": "thành phố", "code": code}
    new, old = (year(number, city, tips={"public_tips": number - 1900}) for number in (2024, 2023))
    assert [] == check_report(new, old, province=PROVINCE)


def test_a_city_within_a_province_is_gone_since_the_merger() -> None:
    """Like districts and townships; a city of province rank stays."""
    [finding] = check_report(year(2026, {"name": "Đà Lạt", "level": "thành phố"}))
    assert ("unit-not-at-date", "place.level") == (finding.code, finding.path)
    assert "không còn cấp thành phố thuộc tỉnh" in finding.message
    assert [] == check_report(year(2026, {"name": "Huế", "level": "thành phố"}))


# --- sets -----------------------------------------------------------------------------------------------


def commune(name: str, code: str | None = None, **sections: Any) -> Report:
    """Make a commune's report."""
    return year(2026, {"name": name, "level": "xã", "code": code}, **sections)


def test_a_unit_sent_twice_is_found() -> None:
    """Equal copies warn, different ones are an error."""
    one, other = commune("A", "24823", tips={"public_tips": 1}), commune("A", "24823", tips={"public_tips": 2})
    assert ["warning"] == [each.severity for each in check_reports([one, one])]
    assert ["error"] == [each.severity for each in check_reports([one, other])]


def test_units_are_held_against_the_list() -> None:
    """Strangers, other names under a code, and who sent nothing."""
    expected = [Place(name="A", level="xã", code="24823"), Place(name="B", level="xã", code="24824")]
    found = check_reports([commune("Á", "24823"), commune("C", "24999")], expected=expected)
    assert ["unit-name-differs", "unit-not-expected", "unit-missing"] == codes(found)


def test_a_neighbour_s_name_is_found() -> None:
    """Tân Hà's headline speaks of Tân Hạ."""
    found = check_reports([commune("Tân Hà", headline="Bình yên ở xã Tân Hạ"), commune("Tân Hạ")])
    assert [("foreign-place", "xã Tân Hà", "headline")] == [(each.code, each.unit, each.path) for each in found]


def test_findings_of_a_set_name_unit_and_cell() -> None:
    """Coded, graded, with the place."""
    sources = SourceMap(file="a.xlsx", places={"tips.valuable_tips": (Origin(file="a.xlsx", cell="B4"),)})
    report = commune("A", tips={"valuable_tips": 12, "public_tips": 10}).with_sources(sources)
    [finding] = check_reports([report])
    assert ("xã A", "a.xlsx, ô B4", "xã A: a.xlsx, ô B4") == (
        finding.unit,
        finding.place,
        str(finding).split(": tin")[0],
    )


def test_last_year_s_report_is_found_by_code() -> None:
    """Each unit is held against its own predecessor."""
    old = year(2025, {"name": "A", "level": "xã", "code": "24823"}, tips={"public_tips": 480})
    new = commune("A", "24823", tips={"public_tips": 48000})
    assert ["outlier"] == codes(check_reports([new, commune("B", "24824")], [old]))
