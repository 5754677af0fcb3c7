"""Numbers to Vietnamese text."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from antq_reports.vietnamese import format_decimal, format_integer, format_percent


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0"), (999, "999"), (1000, "1.000"), (1584, "1.584"), (-12000, "-12.000"), (10**15, "1.000.000.000.000.000")],
)
def test_integer_is_grouped_from_one_thousand(number: int, expected: str) -> None:
    """Grouping starts at 1.000 (dot)."""
    assert expected == format_integer(number)


@pytest.mark.parametrize(
    ("value", "expected"), [("0.125", "0,13"), ("0.135", "0,14"), ("-0.125", "-0,13"), ("2.5", "2,5")]
)
def test_decimal_is_rounded_half_up(value: str, expected: str) -> None:
    """Rounding is half up in every case; half-even would print 0,12."""
    assert expected == format_decimal(Decimal(value))


def test_decimal_keeps_the_minimum_of_decimals() -> None:
    """A minimum of decimals is met with zeros."""
    assert "5,00" == format_decimal(Decimal(5), min_decimals=2)


def test_minus_zero_has_no_sign() -> None:
    """A negative number that rounds to nothing prints as 0."""
    assert "0" == format_decimal(Decimal("-0.001"))


def test_rounding_ignores_the_callers_decimal_context() -> None:
    """A narrow context around the call changes nothing."""
    with localcontext(prec=3):
        assert "123.456.789,13" == format_decimal(Decimal("123456789.125"))


@pytest.mark.parametrize(("ratio", "expected"), [("0.0979", "+9,79%"), ("-0.254", "-25,4%"), ("0", "0%")])
def test_signed_percent_shows_its_sign(ratio: str, expected: str) -> None:
    """A signed percent prints plus or minus, and nothing before zero."""
    assert expected == format_percent(Decimal(ratio), signed=True)
