"""Vietnamese text to numbers, strictly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.errors import FigureSyntaxError
from antq_reports.vietnamese import decimals_of, format_decimal, parse_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0", "0"), ("999", "999"), ("1.584", "1584"), ("1.010.000", "1010000"), ("86,10", "86.10"), ("-0,5", "-0.5")],
)
def test_vietnamese_notation_is_read(text: str, expected: str) -> None:
    """Dots group from 1.000 on, the comma opens decimals, and the decimals written are kept."""
    assert expected == str(parse_number(text))


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("12.34", 'nếu là số thập phân hãy viết "12,34"'),
        ("1.23", 'nếu là số thập phân hãy viết "1,23"'),
        ("0.5", 'nếu là số thập phân hãy viết "0,5"'),
        ("1584", 'hãy viết "1.584"'),
        ("1584,5", 'hãy viết "1.584,5"'),
        ("1 584", 'hãy viết "1.584"'),
        ("1\u00a0584", 'hãy viết "1.584"'),
        ("1,234.5", 'hãy viết "1.234,5"'),
        ("1,234,567", 'hãy viết "1.234.567"'),
        ("05", 'hãy viết "5"'),
        ("00", 'hãy viết "0"'),
        ("1.584,", 'hãy viết "1.584"'),
        ("1.584.", 'hãy viết "1.584"'),
        (",5", 'hãy viết "0,5"'),
        (" 5", 'hãy viết "5"'),
        ("+5", 'hãy viết "5"'),
        ("−5", 'hãy viết "-5"'),
        ("-0", 'hãy viết "0"'),
        ("-1584", 'hãy viết "-1.584"'),
        ("1e5", "hãy viết đủ các chữ số"),
        ("５", "hãy chỉ dùng các chữ số từ 0 đến 9"),
        ("abc", 'hãy viết số như "1.584" hoặc "86,1"'),
        ("", 'hãy viết số như "1.584" hoặc "86,1"'),
        ("1.58.4", 'hãy viết số như "1.584" hoặc "86,1"'),
        ("9" * 100, "hãy kiểm tra lại số liệu"),
    ],
)
def test_refusal_says_what_to_write(text: str, remedy: str) -> None:
    """Everything else is refused with the spelling to use instead."""
    with pytest.raises(FigureSyntaxError) as caught:
        parse_number(text)
    assert remedy == caught.value.remedy


@given(st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=4))
def test_what_is_printed_reads_back(value: Decimal) -> None:
    """A printed number reads back to the same value with the same decimals."""
    places = decimals_of(value)
    read = parse_number(format_decimal(value, min_decimals=places, max_decimals=places))
    assert (value, places) == (read, decimals_of(read))


@given(st.text(alphabet="0123456789.,- '+", max_size=14))
def test_nothing_else_is_accepted(text: str) -> None:
    """Every accepted text is exactly how its number prints."""
    try:
        value = parse_number(text)
    except FigureSyntaxError as error:
        assert all((error.reason, error.remedy))  # noqa: PT017 # either outcome is right, each has its promise
    else:
        places = decimals_of(value)
        assert text == format_decimal(value, min_decimals=places, max_decimals=places)
