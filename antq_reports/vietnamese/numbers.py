"""Numbers to Vietnamese text.

Dots group thousands from 1.000 on, a comma opens the decimals. Babel takes its rounding from the decimal context, whose
default is half-even, so every call here sets the context. Ratios are fractions: 0.861 prints as 86,1%.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from babel.numbers import NumberPattern, parse_pattern
from babel.numbers import format_decimal as babel_format_decimal
from babel.numbers import format_percent as babel_format_percent

from antq_reports.vietnamese.decimals import decimals_of, exact_context, round_half_up
from antq_reports.vietnamese.percent_rules import PERCENT_RULES, PercentRule

_LOCALE = "vi"


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
    with exact_context():
        rounded = round_half_up(ratio, high + 2)
        pattern = _pattern(low, high, percent=True, plus=signed and rounded > 0)
        return babel_format_percent(rounded, format=pattern, locale=_LOCALE)


def _write(value: Decimal, low: int, high: int) -> str:
    with exact_context():
        return babel_format_decimal(round_half_up(value, high), format=_pattern(low, high), locale=_LOCALE)


@lru_cache(maxsize=256)
def _pattern(low: int, high: int, *, percent: bool = False, plus: bool = False) -> NumberPattern:
    decimals = "0" * low + "#" * (high - low)
    body = "#,##0" + (f".{decimals}" if decimals else "") + ("%" if percent else "")
    return parse_pattern(f"+{body};-{body}" if plus else body)
