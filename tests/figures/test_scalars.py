"""What every figure is built of: bounded whole numbers, exact decimals, units that do not read as part of a number."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from antq_reports.figures import Count, Money, Percent
from antq_reports.figures.scalars import MAX_DECIMALS, MAX_VALUE, clean_unit, is_measure, to_decimal, unit_problem


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (True, "valid integer"),
        ("5", "valid integer"),
        (5.0, "valid integer"),
        (-1, "greater than or equal to 0"),
        (MAX_VALUE + 1, "less than or equal"),
    ],
)
def test_a_whole_number_is_an_integer_within_bounds(value: Any, message: str) -> None:
    """No text, no float, no truth value."""
    with pytest.raises(ValidationError, match=message):
        Count(value=value)
    assert MAX_VALUE == Count(value=MAX_VALUE).value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, "5"),
        ("0.861", "0.861"),
        ("-13.50", "-13.50"),
        (Decimal("2.5E+9"), "2500000000"),
        (Decimal("-0.00"), "0.00"),
        (MAX_VALUE, str(MAX_VALUE)),
        (-MAX_VALUE, str(-MAX_VALUE)),
        (Decimal(f"1E-{MAX_DECIMALS}"), f"{Decimal(f'1E-{MAX_DECIMALS}'):f}"),
    ],
)
def test_an_exact_number_keeps_its_decimals(value: Any, expected: str) -> None:
    """Zero has no sign, and large powers of ten are written out."""
    assert expected == str(f"{to_decimal(value):f}")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (0.861, 'phải là số chính xác; hãy viết số nguyên hoặc chuỗi như "0.861"'),
        (True, "phải là số chính xác"),
        ("86,1", "phải là số chính xác"),
        ("1e5", "phải là số chính xác"),
        ("01", "phải là số chính xác"),
        ("٥", "phải là số chính xác"),
        ("1" * 81, "phải là số chính xác"),
        (Decimal("NaN"), "vượt quá giới hạn 1.000.000.000.000.000"),
        (Decimal("-Infinity"), "vượt quá giới hạn"),
        (-MAX_VALUE - 1, "vượt quá giới hạn"),
        (Decimal(f"1E-{MAX_DECIMALS + 1}"), "số có quá 60 chữ số thập phân; hãy làm tròn trước"),
    ],
)
def test_what_is_no_exact_number_is_refused(value: Any, message: str) -> None:
    """A float above all: nobody knows which decimals it had."""
    with pytest.raises(PydanticCustomError, match=message):
        to_decimal(value)


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("", "còn trống; hãy viết đơn vị hoặc bỏ hẳn"),
        ("vụ 5", "có chữ số; hãy tách thành số liệu riêng"),
        ("m4", "có chữ số; hãy tách thành số liệu riêng"),
        ("VNĐ", 'không dùng trong bản tin; hãy viết "đồng"'),
        ("tờ ₫", 'không dùng trong bản tin; hãy viết "đồng"'),
        ("Triệu người", 'bắt đầu bằng chữ chỉ số lượng; hãy viết "nghìn", "triệu" hay "tỷ" liền sau con số'),
        ("xã so với", "có cụm “so với”; hãy tách thành số liệu riêng"),
        ("vụ Trong tổng số", "có cụm “Trong tổng số”; hãy tách thành số liệu riêng"),
        ("KG pháo", 'viết sai ký hiệu; hãy viết "kg"'),
        ("M²", 'viết sai ký hiệu; hãy viết "m²"'),
        ("kwh", 'viết sai ký hiệu; hãy viết "kWh"'),
        ("vụ,", "có dấu câu thừa hoặc ký tự lạ; hãy chỉ dùng chữ và dấu phẩy giữa các từ"),
        ("vụ (cháy", "có dấu câu thừa hoặc ký tự lạ; hãy chỉ dùng chữ và dấu phẩy giữa các từ"),
        ("vụ“cháy", "có dấu câu thừa hoặc ký tự lạ; hãy chỉ dùng chữ và dấu phẩy giữa các từ"),
        ("-vụ", "có dấu câu thừa hoặc ký tự lạ; hãy chỉ dùng chữ và dấu phẩy giữa các từ"),
        ("vụ ,cháy", "có dấu câu thừa hoặc ký tự lạ; hãy chỉ dùng chữ và dấu phẩy giữa các từ"),
        ("vụ; người", "có dấu câu thừa hoặc ký tự lạ; hãy chỉ dùng chữ và dấu phẩy giữa các từ"),
    ],
)
def test_a_unit_that_reads_as_part_of_the_number_is_refused(unit: str, told: str) -> None:
    """With what to write."""
    assert told == str(unit_problem(unit))


@pytest.mark.parametrize(
    "unit",
    [
        "vụ",
        "m2 đất",
        "kg",
        "quả lựu đạn, bom, mìn",
        "thôn/tổ",
        "lượt người (học sinh)",
        "“điểm nóng”",
        "so sánh với ai",
        "đồng",
    ],
)
def test_any_other_words_are_a_unit(unit: str) -> None:
    """Commas between words, brackets and quotes that are closed, symbols as they are spelled."""
    assert unit == clean_unit(unit)


def test_a_refused_unit_is_named() -> None:
    """A text that must not reach a page has its own words."""
    with pytest.raises(PydanticCustomError, match="đơn vị “vụ 5” có chữ số"):
        clean_unit(" vụ  5 ")
    with pytest.raises(PydanticCustomError, match="ký tự điều khiển"):
        clean_unit("vụ\x00")
    with pytest.raises(PydanticCustomError, match="quá giới hạn 120"):
        clean_unit("v" * 121)


def test_a_measure_is_told_by_its_first_word() -> None:
    """Unless the words together are something one counts."""
    measures = ["kg pháo", "ngày", "m2/người", "điểm phần trăm", "năm"]
    counted = ["ngày hội", "tuần tra", "quý vị", "năm học", "khẩu súng", "điểm", "Kg"]
    assert ([True] * 5, [False] * 7) == ([*map(is_measure, measures)], [*map(is_measure, counted)])


@pytest.mark.parametrize(
    ("fields", "message"),
    [({"units": "vụ"}, "Extra inputs"), ({"hedge": "trên dưới"}, "'hơn'"), ({"unit": 5}, "valid string")],
)
def test_a_figure_takes_no_other_fields_and_no_other_hedge(fields: dict[str, Any], message: str) -> None:
    """Strict and closed."""
    with pytest.raises(ValidationError, match=message):
        Count.model_validate({"value": 5, **fields})


def test_a_decimal_goes_into_json_as_plain_text() -> None:
    """Never with a power of ten, and it comes back with its decimals."""
    written = Percent(value=Decimal("0.000000001")).model_dump_json()
    assert '"value":"0.000000001"' in written
    assert Percent(value=Decimal("0.10")) == Percent.model_validate_json('{"value": "0.10"}')


def test_figures_are_values() -> None:
    """Equal figures hash alike and cannot be changed."""
    money = Money(value=Decimal(5))
    assert hash(money) == hash(Money(value=Decimal(5)))
    with pytest.raises(ValidationError, match="frozen"):
        money.value = Decimal(6)  # type: ignore[misc]  # the assignment is what is tested
