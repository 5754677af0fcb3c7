"""The values a programme hands over as the plain ones files have: whole numbers, exact decimals, texts, days, tables.

Knows the numbers of NumPy and the blanks of pandas by what they can do, without importing either. Floats are read at
15 significant digits, so that 0.1 + 0.2 is 0.3; what is not a number in disguise stays as it is, for the reader to
refuse.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from datetime import datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

MAX_DIGITS = 30
"""Digits of a whole number made from a decimal: beyond it is no figure."""
_PLAIN = (str, bool, int)
_BLANKS = frozenset(("NAType", "NaTType"))
"""The classes of pandas.NA and pandas.NaT; neither can be compared like a number."""


def plain_value(value: Any) -> Any:
    """A value as files have it; None for a blank (NaN, pandas.NA, NaT).

    >>> plain_value(float("nan")), plain_value(1584.0), plain_value(0.1 + 0.2), plain_value(Fraction(5, 4))
    (None, 1584, Decimal('0.3'), Decimal('1.25'))
    """
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Mapping):
        return {key: part if _is_written(key, part, value) else plain_value(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(part) for part in value]
    if type(value).__name__ in _BLANKS:
        return None
    if isinstance(value, float | Decimal | Fraction):
        return _plain_number(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return _own(value)


def _is_written(key: object, part: object, table: Mapping[Any, Any]) -> bool:
    """Whether a number is that of a figure written in full, whose decimals are printed as they stand: 13.00."""
    return key == "value" and isinstance(part, Decimal) and "kind" in table


def _plain_number(value: float | Decimal | Fraction) -> Any:
    """A number of the standard library; one without a finite decimal stays as it is."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else _decimal_of(value)
    if isinstance(value, Decimal):
        return _plain_decimal(value)
    if value != value:  # the one test for NaN that needs no library
        return None
    if value.is_integer():
        return int(value)
    return Decimal(f"{float(value):.15g}")


def _plain_decimal(value: Decimal) -> int | Decimal | None:
    """A decimal; 5.000 of a column of a database, which is no thousand, is 5."""
    if value.is_nan():
        return None
    return int(value) if value.is_finite() and value.adjusted() < MAX_DIGITS and value == value // 1 else value


def _decimal_of(value: Fraction) -> Decimal | Fraction:
    """The exact decimal of a fraction whose denominator has no factors but 2 and 5."""
    rest, places = value.denominator, 0
    for factor in (2, 5):
        count = 0
        while rest % factor == 0:
            rest, count = rest // factor, count + 1
        places = max(places, count)
    return Decimal(value.numerator * 10**places // value.denominator).scaleb(-places) if rest == 1 else value


def _own(value: Any) -> Any:
    """The Python number that a number of another library stands for; anything else as it is."""
    item = getattr(value, "item", None)
    if callable(item) and not hasattr(value, "__len__") and not _is_moment(value):
        found = item()
        if isinstance(found, float):  # the digits of a shorter float are those it prints
            return plain_value(found) if found != found or found.is_integer() else Decimal(str(value))
        return plain_value(found) if isinstance(found, _PLAIN) else value
    is_whole = hasattr(type(value), "__index__") and not hasattr(value, "__len__")
    return operator.index(value) if is_whole else value


def _is_moment(value: Any) -> bool:
    """Whether a value is a date or a span of NumPy, whose bare number says nothing."""
    return type(value).__name__.startswith(("datetime64", "timedelta64"))
