"""Rounding: halves go up, directed rounding brackets, moving the point loses nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.vietnamese import decimals_of, move_point, round_down_to, round_half_up, round_up_to, trim_decimals

VALUES = st.decimals(min_value=-(10**15), max_value=10**15, places=6, allow_nan=False, allow_infinity=False)


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
