"""Rounding, half up unless the name of the function says otherwise, in a decimal context wide enough for any figure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext

_PRECISION = 120  # Wider than any bounded figure, so that quantising never overflows.


def round_half_up(value: Decimal | int, decimals: int) -> Decimal:
    """Round to ``decimals`` places, halves away from zero; never returns minus zero.

    >>> round_half_up(Decimal("0.125"), 2), round_half_up(Decimal("-2.5"), 0), round_half_up(150, -2)
    (Decimal('0.13'), Decimal('-3'), Decimal('200'))
    """
    with exact_context():
        rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        whole = rounded.quantize(Decimal(1)) if decimals < 0 else rounded
        return abs(whole) if whole.is_zero() else whole


def round_down_to(value: Decimal | int, step: Decimal | int) -> Decimal:
    """Return the largest multiple of ``step`` that is not above the value.

    >>> round_down_to(12237, 100), round_down_to(Decimal("0.8619"), Decimal("0.001"))
    (Decimal('12200'), Decimal('0.861'))
    """
    return _round_to(value, step, ROUND_FLOOR)


def round_up_to(value: Decimal | int, step: Decimal | int) -> Decimal:
    """Return the smallest multiple of ``step`` that is not below the value.

    >>> round_up_to(12237, 100), round_up_to(12200, 100)
    (Decimal('12300'), Decimal('12200'))
    """
    return _round_to(value, step, ROUND_CEILING)


def decimals_of(value: Decimal) -> int:
    """Return how many decimals a finite value carries, trailing zeros included.

    >>> decimals_of(Decimal("25.40")), decimals_of(Decimal("2E+3"))
    (2, 0)
    """
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def move_point(value: Decimal | int, places: int) -> Decimal:
    """Move the decimal point to the right (to the left below zero) without rounding; trailing zeros stay.

    >>> move_point(Decimal("86.10"), -2), move_point(Decimal("2.5"), 9)
    (Decimal('0.8610'), Decimal('2500000000'))
    """
    with exact_context():
        moved = Decimal(value).scaleb(places)
        return moved.quantize(Decimal(1)) if places > 0 and decimals_of(moved) == 0 else moved


def trim_decimals(value: Decimal) -> Decimal:
    """Drop the zeros that end the decimals, and keep those of whole numbers.

    >>> trim_decimals(Decimal("2.50")), trim_decimals(Decimal("100.0"))
    (Decimal('2.5'), Decimal('100'))
    """
    with exact_context():
        trimmed = value.normalize()
        return trimmed if decimals_of(trimmed) else trimmed.quantize(Decimal(1))


def _round_to(value: Decimal | int, step: Decimal | int, rounding: str) -> Decimal:
    unit = Decimal(step)
    if not unit > 0:
        raise ValueError(f"step must be above zero, not {step}")
    with exact_context():
        steps = (Decimal(value) / unit).quantize(Decimal(1), rounding)
        return steps * unit


@contextmanager
def exact_context() -> Iterator[None]:
    """A decimal context wide enough for any bounded figure, that rounds half up."""
    with localcontext() as context:
        context.prec = _PRECISION
        context.rounding = ROUND_HALF_UP
        yield
