"""Numbers to Vietnamese text, and rounding.

Dots group thousands from 1.000 on, a comma opens the decimals. Rounding is half up unless the name of the
function says otherwise: Babel takes it from the decimal context, whose default is half-even, so every call here
sets the context. Ratios are fractions: 0.861 prints as 86,1%.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from types import MappingProxyType

from babel.numbers import NumberPattern, parse_pattern
from babel.numbers import format_decimal as babel_format_decimal
from babel.numbers import format_percent as babel_format_percent

_LOCALE = "vi"
_PRECISION = 120  # Wider than any bounded figure, so that quantising never overflows.


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentRule:
    """A house rule for the decimals of a percent, and of percentage points."""

    places: int
    """The most decimals printed: 2 for 86,12%."""
    trims: bool
    """Whether zeros that end the decimals are left out: 86,1% instead of 86,10%."""

    @property
    def ratio_places(self) -> int:
        """The decimals of the fraction behind the percent: two more."""
        return self.places + 2

    @property
    def description(self) -> str:
        """The rule in Vietnamese, for whoever chooses one."""
        return f"{'tối đa' if self.trims else 'đúng'} {self.places} số lẻ"

    def round(self, points: Decimal) -> Decimal:
        """Round a number of percents, half up, to what the rule prints.

        >>> PERCENT_RULES["a"].round(Decimal("2.104")), PERCENT_RULES["b"].round(Decimal("2.104"))
        (Decimal('2.1'), Decimal('2.10'))
        """
        rounded = round_half_up(points, self.places)
        return trim_decimals(rounded) if self.trims else rounded


PERCENT_RULES: Mapping[str, PercentRule] = MappingProxyType(
    {
        "a": PercentRule(places=2, trims=True),
        "b": PercentRule(places=2, trims=False),
        "c": PercentRule(places=1, trims=False),
    }
)
"""The rules a house may choose from, by the name ``style.toml`` has for them. Nothing else lists them."""
USUAL_PERCENT_RULE = "a"
"""The rule of findings, and of computed percents where a house has none."""


@lru_cache(maxsize=4096)
def format_integer(n: int) -> str:
    """Write a whole number with dots between groups of three.

    >>> format_integer(1584), format_integer(999), format_integer(-12000)
    ('1.584', '999', '-12.000')
    """
    return _write(Decimal(n), 0, 0)


def format_decimal(value: Decimal, *, min_decimals: int = 0, max_decimals: int = 2) -> str:
    """Write a decimal number, rounded half up to ``max_decimals``, keeping at least ``min_decimals``.

    >>> format_decimal(Decimal("13.85")), format_decimal(Decimal("0.125")), format_decimal(Decimal("1234.5"))
    ('13,85', '0,13', '1.234,5')
    >>> format_decimal(Decimal(5), min_decimals=2)
    '5,00'
    """
    return _write(value, min_decimals, max(min_decimals, max_decimals))


def format_percent(ratio: Decimal, rule: str | None = None, signed: bool = False) -> str:
    """Write a fraction as a percent, by a rule of `PERCENT_RULES` or, without one, with the decimals it carries.

    >>> format_percent(Decimal("0.861")), format_percent(Decimal("-0.2540")), format_percent(Decimal("0.27"))
    ('86,1%', '-25,40%', '27%')
    >>> [format_percent(Decimal("0.12505"), rule) for rule in ("a", "b", "c")]
    ['12,51%', '12,51%', '12,5%']
    >>> format_percent(Decimal("0.0979"), signed=True)
    '+9,79%'
    """
    chosen = PERCENT_RULES[rule] if rule else PercentRule(places=max(0, decimals_of(ratio) - 2), trims=False)
    low, high = 0 if chosen.trims else chosen.places, chosen.places
    with _exact_context():
        rounded = round_half_up(ratio, high + 2)
        pattern = _pattern(low, high, percent=True, plus=signed and rounded > 0)
        return babel_format_percent(rounded, format=pattern, locale=_LOCALE)


def round_half_up(value: Decimal | int, decimals: int) -> Decimal:
    """Round to ``decimals`` places, halves away from zero; never returns minus zero.

    >>> round_half_up(Decimal("0.125"), 2), round_half_up(Decimal("-2.5"), 0), round_half_up(150, -2)
    (Decimal('0.13'), Decimal('-3'), Decimal('200'))
    """
    with _exact_context():
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
    with _exact_context():
        moved = Decimal(value).scaleb(places)
        return moved.quantize(Decimal(1)) if places > 0 and decimals_of(moved) == 0 else moved


def trim_decimals(value: Decimal) -> Decimal:
    """Drop the zeros that end the decimals, and keep those of whole numbers.

    >>> trim_decimals(Decimal("2.50")), trim_decimals(Decimal("100.0"))
    (Decimal('2.5'), Decimal('100'))
    """
    with _exact_context():
        trimmed = value.normalize()
        return trimmed if decimals_of(trimmed) else trimmed.quantize(Decimal(1))


def _round_to(value: Decimal | int, step: Decimal | int, rounding: str) -> Decimal:
    unit = Decimal(step)
    if not unit > 0:
        raise ValueError(f"step must be above zero, not {step}")
    with _exact_context():
        steps = (Decimal(value) / unit).quantize(Decimal(1), rounding)
        return steps * unit


def _write(value: Decimal, low: int, high: int) -> str:
    with _exact_context():
        return babel_format_decimal(round_half_up(value, high), format=_pattern(low, high), locale=_LOCALE)


@lru_cache(maxsize=256)
def _pattern(low: int, high: int, *, percent: bool = False, plus: bool = False) -> NumberPattern:
    decimals = "0" * low + "#" * (high - low)
    body = "#,##0" + (f".{decimals}" if decimals else "") + ("%" if percent else "")
    return parse_pattern(f"+{body};-{body}" if plus else body)


@contextmanager
def _exact_context() -> Iterator[None]:
    with localcontext() as context:
        context.prec = _PRECISION
        context.rounding = ROUND_HALF_UP
        yield
