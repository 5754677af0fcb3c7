"""Values of a programme as the plain ones of a file."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest

from antq_reports.intake.plain_values import plain_value


class Scalar:
    """A number as NumPy has them: no number of Python, but one gives itself up."""

    def __init__(self, value: bool | int | float, shown: str = "") -> None:
        self.value, self.shown = value, shown or str(value)

    def item(self) -> bool | int | float:
        """Return the number of Python."""
        return self.value

    def __str__(self) -> str:
        return self.shown


class Index:
    """A whole number by what it can do."""

    def __index__(self) -> int:
        return 7


class NAType:
    """As pandas.NA, which no comparison can tell."""

    def __ne__(self, other: object) -> bool:
        raise TypeError("boolean value of NA is ambiguous")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (1584, 1584),
        (True, True),
        ("hơn 550", "hơn 550"),
        (1584.0, 1584),
        (0.1 + 0.2, Decimal("0.3")),
        (Decimal("5.000"), 5),
        (Decimal("13.50"), Decimal("13.50")),
        (Fraction(6, 2), 3),
        (Fraction(1, 8), Decimal("0.125")),
        (Fraction(3, 20), Decimal("0.15")),
        (Scalar(5), 5),
        (Scalar(True), True),
        (Scalar(5.0), 5),
        (Scalar(13.850000381469727, "13.85"), Decimal("13.85")),
        (Index(), 7),
        (datetime(2026, 12, 31), date(2026, 12, 31)),  # noqa: DTZ001 - a day of a data frame
        (MappingProxyType({"a": (1.0, [2.0])}), {"a": [1, [2]]}),
    ],
)
def test_a_value_becomes_plain(given: Any, expected: Any) -> None:
    """Equal, and of the very type files give."""
    found = plain_value(given)
    assert (expected, type(expected)) == (found, type(found))


@pytest.mark.parametrize("blank", [None, float("nan"), Decimal("NaN"), Decimal("sNaN"), Scalar(float("nan")), NAType()])
def test_what_is_missing_is_blank(blank: Any) -> None:
    """Not a number, not available: nothing was reported."""
    assert plain_value(blank) is None


@pytest.mark.parametrize("value", [Fraction(1, 3), b"5", {5}, object(), datetime(2026, 1, 1, 8)])  # noqa: DTZ001
def test_what_is_no_plain_value_stays(value: Any) -> None:
    """The reader refuses it by its type; nothing is rounded."""
    assert plain_value(value) is value


def test_the_decimals_of_a_figure_written_in_full_stay() -> None:
    """They are printed as they stand."""
    full = {"kind": "quantity", "value": Decimal("13.00"), "unit": "kg"}
    assert "13.00" == str(plain_value(full)["value"])


def test_numpy_and_pandas_where_they_are_installed() -> None:
    """The real ones, beside the stand-ins above."""
    numpy = pytest.importorskip("numpy")
    values = [numpy.int64(5), numpy.float32(13.85), numpy.float64("nan"), numpy.bool_(True)]
    assert [5, Decimal("13.85"), None, True] == [plain_value(value) for value in values]
    pandas = pytest.importorskip("pandas")
    assert [None, None, date(2026, 1, 1)] == plain_value([pandas.NA, pandas.NaT, pandas.Timestamp("2026-01-01")])
