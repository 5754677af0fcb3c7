"""What free text gives away: another place, another year, a picture without a description."""

from __future__ import annotations

import re
from datetime import date

import pytest
from prose_kit import report_of
from review_kit import PROVINCE, codes, year

from antq_reports.report import Place
from antq_reports.review import check_report
from antq_reports.review.free_text import is_province_name, own_names, own_years, texts_of


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
    report = year(
        2026,
        {"name": "Tân Hà", "level": "xã", "code": "24823"},
        headline="Công an tỉnh Lâm Đồng khen xã Tân Hà",
        kicker="Quảng Ngãi",
    )
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quảng Ngãi giữ yên", True),
        ("Công an Quảng Ngãi", True),
        ("cùng Quảng Ngãi", True),
        ("UBND tỉnh Quảng Ngãi", True),
        ("xã Quảng Ngãi", False),
        ("Thị trấn Quảng Ngãi", False),
        ("Quảng Ngãi Đông", False),
        ("Nguyễn Quảng Ngãi", False),
    ],
)
def test_a_province_s_name_stands_for_itself(text: str, expected: bool) -> None:
    """Not as a street's, a commune's or a part of a longer name."""
    match = re.search("Quảng Ngãi", text)
    assert match is not None
    assert expected == is_province_name(text, match)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        ("Lâm Đồng", {"Lâm Đồng", "Đắk Nông", "Bình Thuận"}),
        ("LÂM ĐỒNG", {"Lâm Đồng", "Đắk Nông", "Bình Thuận"}),
        ("Quảng Nam", {"Quảng Nam", "Đà Nẵng"}),
        ("Thừa Thiên Huế", {"Thừa Thiên Huế", "Huế"}),
    ],
)
def test_a_report_may_name_what_its_province_was_and_became(home: str, expected: set[str]) -> None:
    """However its name is spelt; a commune may where its province is known."""
    commune, province = Place(name="Tân Hà", level="xã"), Place(name=home, level="tỉnh")
    assert expected == own_names(province, None) == own_names(commune, province)
    assert set() == own_names(commune, None)


def test_a_year_is_own_by_period_label_or_date() -> None:
    """A brief of 2026's figures may be dated 2027."""
    assert {2026, 2027} == own_years(year(2026, date=date(2027, 1, 5)))


def test_publishers_and_technical_words_are_not_read() -> None:
    """What a person wrote of the place itself is, each with its path; figures are not texts."""
    report = year(
        headline="Bình yên", source={"name": "Báo X"}, tips={"public_tips": "12 tin"}, models={"named": ["Camera"]}
    )
    found = dict(texts_of(report))
    assert ("Bình yên", "Camera") == (found["headline"], found["models.named[0]"])
    assert set() == {path for path in found if path.startswith(("source", "tips", "place", "period"))}


def test_a_finding_shows_the_words_around() -> None:
    """Thirty characters after the year; what was left out is an ellipsis."""
    [finding] = check_report(year(headline="Kết quả phong trào năm 2025 ở nhiều nơi trong tỉnh và các huyện"))
    words = "“Kết quả phong trào năm 2025 ở nhiều nơi trong tỉnh và các…”"
    assert f"nhắc tới năm 2025 trong khi báo cáo là của năm 2026: {words}" == finding.message


def test_a_text_whose_figure_is_not_there_is_told() -> None:
    """It is not printed as it was written; the names are in the message."""
    found = check_report(report_of(lead="Nhân dân gửi {tips.public_tips}, {5 xã}", tips={"opening": "Có {5 xã}"}))
    told = [(each.path, each.message) for each in found if each.code == "text-without-figure"]
    assert [("lead", "đoạn mở không in được như đã viết vì chưa có số liệu: tips.public_tips")] == told


def test_a_subhead_that_names_another_province_is_told_at_its_key() -> None:
    """As any text."""
    found = check_report(report_of(subheads={"tips": "Tin của người Quảng Nam"}))
    assert [("foreign-place", "subheads.tips")] == [(each.code, each.path) for each in found]


def test_words_that_nobody_has_said_are_told() -> None:
    """A quotation without words waits for the units' reports; where they were added up, the roll-up told it."""
    quotes = ({"unit": "xã Tân Hà"}, {"unit": "xã An Bình", "text": "Bà con tin nhau."})
    assert ["quotes[0]"] == [
        each.path for each in check_report(report_of(quotes=quotes)) if each.code == "quote-missing"
    ]
    assert "quote-missing" not in codes(check_report(report_of(quotes=quotes, units=[{"name": "xã Tân Hà"}])))
