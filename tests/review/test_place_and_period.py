"""Whether the place exists at its date and level, and the period says one thing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from review_kit import LAM_DONG, PROVINCE, codes, year

from antq_reports import Report
from antq_reports.review import check_report
from antq_reports.review.place_and_period import day_of, identity_findings


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
        ({"name": "Đà Nẵng", "level": "tỉnh"}, 2026, ["province-level"]),
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


def test_townships_are_no_more() -> None:
    """A figure for thị trấn after 1/7/2025."""
    assert ["unit-not-at-date"] == codes(check_report(year(standards={"safe_townships": "1/2 thị trấn"})))


def test_a_period_says_one_year() -> None:
    """Label 2025, days of 2026."""
    period = {"label": "năm 2025", "start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    assert ["period-label"] == codes(check_report(Report.model_validate({"place": LAM_DONG, "period": period})))


@pytest.mark.parametrize(
    ("level", "day", "said"),
    [
        ("huyện", date(2025, 6, 30), None),
        (
            "huyện",
            date(2025, 7, 1),
            "huyện Phú Quý: ngày 1/7/2025 không còn cấp huyện (bỏ từ ngày 1/7/2025)",
        ),
        (
            "đặc khu",
            date(2025, 6, 30),
            "đặc khu Phú Quý: ngày 30/6/2025 chưa có cấp đặc khu (có từ ngày 1/7/2025)",
        ),
        ("đặc khu", date(2025, 7, 1), None),
    ],
)
def test_levels_change_on_the_day_of_the_merger(level: str, day: date, said: str | None) -> None:
    """The last day of the districts, the first of the special zones."""
    report = year(2025, {"name": "Phú Quý", "level": level, "boundaries_as_of": day})
    assert ([] if said is None else [said]) == [each.message for each in identity_findings(report)]


@pytest.mark.parametrize(
    ("place", "path", "said"),
    [
        ({"name": "Lâm Đông"}, "place.name", "ngày 31/12/2026 không có tỉnh Lâm Đông; hãy kiểm tra tên"),
        ({"name": "Đà Nẵng", "level": "tỉnh"}, "place.level", "Đà Nẵng là thành phố, không phải tỉnh"),
        ({"name": "Lâm Đồng", "code": "67"}, "place.code", "mã của tỉnh Lâm Đồng là 68, báo cáo ghi 67"),
    ],
)
def test_a_finding_says_what_the_province_is(place: dict[str, Any], path: str, said: str) -> None:
    """Name, level or code, at the key that holds it."""
    [finding] = identity_findings(year(2026, place))
    assert (path, True) == (finding.path, finding.message.startswith(said))


def test_the_day_is_of_the_boundaries_else_of_the_period_else_of_the_brief() -> None:
    """And where there is none, nothing is said about the place."""
    bounded = year(2025, {**LAM_DONG, "boundaries_as_of": date(2025, 6, 30)}, date=date(2026, 1, 5))
    open_period = {"place": {"name": "Lâm Đông"}, "period": {"label": "đợt cao điểm"}}
    dated = Report.model_validate({**open_period, "date": date(2026, 1, 5)})
    undated = Report.model_validate(open_period)
    days = [day_of(bounded), day_of(year(2025, date=date(2026, 1, 5))), day_of(dated), day_of(undated)]
    assert [date(2025, 6, 30), date(2025, 12, 31), date(2026, 1, 5), None] == days
    assert ["unit-not-at-date"] == codes(list(identity_findings(dated)))
    assert [] == codes(list(identity_findings(undated)))


@pytest.mark.parametrize(("label", "expected"), [("năm 2025 - 2026", 0), ("đợt 12025", 0), ("quý I/2025", 1)])
def test_a_label_may_name_other_years_beside_its_own(label: str, expected: int) -> None:
    """One of its years must be one of its days'; longer numbers are no years."""
    period = {"label": label, "start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    found = list(identity_findings(Report.model_validate({"place": LAM_DONG, "period": period})))
    assert expected == len(found)
