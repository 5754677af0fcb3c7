"""Dates to Vietnamese text."""

from __future__ import annotations

from datetime import date

import pytest

from antq_reports.errors import TextError
from antq_reports.vietnamese import DateForm, format_date, format_date_range


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("slash", "5/8/2023"),
        ("slash-short", "5/8"),
        ("dash-short", "5-8"),
        ("dot-short", "5.8"),
        ("long", "ngày 5 tháng 8 năm 2023"),
        ("official", "ngày 05 tháng 8 năm 2023"),
        ("official-short", "05/8/2023"),
    ],
)
def test_each_form_of_a_date(form: DateForm, expected: str) -> None:
    """Press: 16/10, 16-10, 28.7 by house; full date d/m/yyyy; the official form pads the day."""
    assert expected == format_date(date(2023, 8, 5), form)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 2, 1), "ngày 01 tháng 02 năm 2023"),
        (date(2023, 1, 10), "ngày 10 tháng 01 năm 2023"),
        (date(2023, 3, 9), "ngày 09 tháng 3 năm 2023"),
        (date(2023, 12, 31), "ngày 31 tháng 12 năm 2023"),
    ],
)
def test_official_form_pads_days_below_ten_and_two_months(day: date, expected: str) -> None:
    """Day below 10 and months 1 and 2 only take a zero."""
    assert expected == format_date(day, "official")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("slash-short", "từ ngày 15/7 đến ngày 14/8"),
        ("long", "từ ngày 15 tháng 7 năm 2024 đến ngày 14 tháng 8 năm 2024"),
    ],
)
def test_range_names_both_days(form: DateForm, expected: str) -> None:
    """A period reads "từ ngày … đến ngày …" and says "ngày" once for each day."""
    assert expected == format_date_range(date(2024, 7, 15), date(2024, 8, 14), form)


def test_range_of_one_day_is_that_day() -> None:
    """A period of one day prints the day alone."""
    assert "ngày 15/7/2024" == format_date_range(date(2024, 7, 15), date(2024, 7, 15), "slash")


def test_reversed_range_is_refused() -> None:
    """A period that ends before it starts names both days and the remedy."""
    with pytest.raises(TextError, match="14/8/2024 sau ngày cuối 15/7/2024; hãy đổi chỗ"):
        format_date_range(date(2024, 8, 14), date(2024, 7, 15), "slash")
