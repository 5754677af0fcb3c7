"""The place of a report."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from antq_reports.report import Place
from antq_reports.report.provinces import MERGER, provinces_at


def test_full_name_has_the_level() -> None:
    """Level and name, as a sentence takes them; a province unless said otherwise."""
    assert "tỉnh Lâm Đồng" == Place(name="Lâm Đồng").full_name
    assert "phường 5" == Place(name="5", level="phường").full_name


def test_code_keeps_its_zero() -> None:
    """A code is text: the leading zero stays."""
    assert "01" == Place(name="Hà Nội", level="thành phố", code="01").code


@pytest.mark.parametrize("code", ["1", "123456", "1a", "٠١", 68])
def test_code_is_two_to_five_digits(code: object) -> None:
    """Anything else is no code, a number least of all."""
    with pytest.raises(ValidationError):
        Place.model_validate({"name": "Lâm Đồng", "code": code})


def test_level_is_one_of_the_list() -> None:
    """A level that the law does not know is refused."""
    with pytest.raises(ValidationError):
        Place.model_validate({"name": "Lâm Đồng", "level": "bang"})


@pytest.mark.parametrize(
    ("name", "level", "code", "expected"),
    [
        ("Lâm Đồng", "tỉnh", "68", True),
        ("Đà Nẵng", "thành phố", "48", True),
        ("Huế", "thành phố", None, True),
        ("ĐÀ NẴNG", "thành phố", None, True),
        ("Đà Lạt", "thành phố", None, False),
        ("Đà Lạt", "thành phố", "672", False),
        ("Thủ Đức", "thành phố", None, False),
        ("Tân Hà", "xã", "24823", False),
        ("Bảo Lộc", "thị xã", None, False),
    ],
)
def test_a_province_is_told_from_a_city_within_one(name: str, level: str, code: str | None, expected: bool) -> None:
    """By the level; a city by its code's two digits, without a code by its name."""
    assert expected == Place.model_validate({"name": name, "level": level, "code": code}).is_province


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 1, 1), MERGER])
@pytest.mark.parametrize("has_code", [True, False])
def test_every_province_of_every_date_is_one(day: date, has_code: bool) -> None:
    """With its code and without."""
    for province in provinces_at(day):
        assert Place(name=province.name, level=province.level, code=province.code if has_code else None).is_province


@pytest.mark.parametrize(
    ("text", "level", "name"),
    [
        ("tỉnh Hà Tĩnh", "tỉnh", "Hà Tĩnh"),
        ("Tỉnh  Hà Tĩnh ", "tỉnh", "Hà Tĩnh"),
        ("thành phố Đà Lạt", "thành phố", "Đà Lạt"),
        ("TP. Đà Lạt", "thành phố", "Đà Lạt"),
        ("TP Huế", "thành phố", "Huế"),
        ("xã Tân Hà", "xã", "Tân Hà"),
        ("thị xã Kỳ Anh", "thị xã", "Kỳ Anh"),
        ("Hà Tĩnh", "tỉnh", "Hà Tĩnh"),
        ("Đà Nẵng", "thành phố", "Đà Nẵng"),
        ("Xãm", "tỉnh", "Xãm"),
    ],
)
def test_a_place_is_one_text(text: str, level: str, name: str) -> None:
    """Level and name; a bare name is a province, or a city of that rank."""
    place = Place.model_validate(text)
    assert (level, name) == (place.level, place.name)


@pytest.mark.parametrize("text", ["", "  ", "xã", "Thành phố ", "a" * 400, "tỉnh \x00"])
def test_a_text_without_a_name_is_no_place(text: str) -> None:
    """A level says nothing alone."""
    with pytest.raises(ValidationError):
        Place.model_validate(text)
