"""Numbers to Vietnamese text, and rounding."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.vietnamese import (
    decimals_of,
    format_decimal,
    format_integer,
    format_percent,
    move_point,
    round_down_to,
    round_half_up,
    round_up_to,
    trim_decimals,
)

VALUES = st.decimals(min_value=-(10**15), max_value=10**15, places=6, allow_nan=False, allow_infinity=False)


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


@pytest.mark.parametrize(
    ("ratio", "rule", "expected"),
    [
        ("0.861", None, "86,1%"),
        ("0.27", None, "27%"),
        ("0.3", None, "30%"),
        ("-0.2540", None, "-25,40%"),
        ("0.861", "a", "86,1%"),
        ("0.92914", "a", "92,91%"),
        ("0.254", "b", "25,40%"),
        ("0.12505", "b", "12,51%"),
        ("0.125", "c", "12,5%"),
        ("1", "c", "100,0%"),
        ("12.3456", "a", "1.234,56%"),
    ],
)
def test_percent_follows_its_rule(ratio: str, rule: str | None, expected: str) -> None:
    """(a) up to two decimals, zeros trimmed; (b) two fixed, zeros kept; (c) one; none, as the fraction carries."""
    assert expected == format_percent(Decimal(ratio), rule)


@pytest.mark.parametrize(("ratio", "expected"), [("0.0979", "+9,79%"), ("-0.254", "-25,4%"), ("0", "0%")])
def test_signed_percent_shows_its_sign(ratio: str, expected: str) -> None:
    """A signed percent prints plus or minus, and nothing before zero."""
    assert expected == format_percent(Decimal(ratio), signed=True)


@given(VALUES, st.sampled_from([1, 10, 100, Decimal("0.01")]))
def test_directed_rounding_brackets_the_value(value: Decimal, step: int | Decimal) -> None:
    """Down is at most the value, up at least, and they are at most one step apart."""
    down, up = round_down_to(value, step), round_up_to(value, step)
    assert down <= value <= up
    assert up - down in (0, step)


@given(VALUES, st.integers(0, 4))
def test_half_up_is_never_further_than_half_a_unit(value: Decimal, decimals: int) -> None:
    """Rounding to some decimals moves a value by half a unit of the last one at most."""
    assert abs(round_half_up(value, decimals) - value) <= Decimal("0.5").scaleb(-decimals)


@pytest.mark.parametrize("step", [0, -1])
def test_step_must_be_above_zero(step: int) -> None:
    """A step of nothing cannot be rounded to."""
    with pytest.raises(ValueError, match="above zero"):
        round_down_to(5, step)


@given(VALUES, st.integers(-12, 12))
def test_moving_the_point_loses_nothing(value: Decimal, places: int) -> None:
    """Moving the point there and back gives the value, beyond 28 digits too."""
    assert value == move_point(move_point(value, places), -places)


def test_trimming_keeps_whole_numbers_whole() -> None:
    """Only zeros after the comma go."""
    assert (Decimal("2.5"), Decimal(100)) == (trim_decimals(Decimal("2.50")), trim_decimals(Decimal("100.0")))
    assert 0 == decimals_of(trim_decimals(Decimal("100.0")))
