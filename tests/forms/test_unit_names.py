"""Names, levels, codes and dates as staff write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from antq_reports.errors import FigureSyntaxError
from antq_reports.forms.cell import Raw
from antq_reports.forms.unit_names import UnitEntry, make_period, read_code, read_day, read_level, split_level


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Xã Tân Hà", ("xã", "Tân Hà")),
        ("PHƯỜNG 1", ("phường", "1")),
        ("Đặc khu Phú Quý", ("đặc khu", "Phú Quý")),
        ("Tân Hà", ("xã", "Tân Hà")),
    ],
)
def test_a_level_before_the_name_is_parted(name: str, expected: tuple[str, str]) -> None:
    """The level is known by its words, the proper name keeps its spelling."""
    assert expected == split_level(name)


def test_a_code_keeps_its_leading_zeros() -> None:
    """Also where a spreadsheet made it a number."""
    assert ["04823", "04823", "24823"] == [read_code(raw, "xã") for raw in (4823.0, "04823", "24823")]


@pytest.mark.parametrize("raw", ["24A23", "248231"])
def test_a_code_is_digits(raw: str) -> None:
    """Anything else is refused."""
    with pytest.raises(FigureSyntaxError, match="mã đơn vị"):
        read_code(raw, "xã")


def test_a_level_that_is_none_is_refused() -> None:
    """With the levels there are."""
    with pytest.raises(FigureSyntaxError, match="cấp hành chính"):
        read_level("ấp")


@pytest.mark.parametrize(
    "raw",
    [
        date(2026, 8, 5),
        datetime(2026, 8, 5, 7, tzinfo=UTC),
        "5/8/2026",
        "05-08-2026",
        "ngày 5 tháng 8 năm 2026",
        "2026-08-05",
    ],
)
def test_a_day_is_read(raw: Raw) -> None:
    """Date cells and the ways to write a date, day first."""
    assert date(2026, 8, 5) == read_day(raw)


@pytest.mark.parametrize("raw", ["31/2/2026", "hôm qua", 46239.0])
def test_what_is_no_day_is_refused(raw: Raw) -> None:
    """A day that does not exist, a word, a bare number."""
    with pytest.raises(FigureSyntaxError, match="không phải ngày"):
        read_day(raw)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (2026.0, ("năm 2026", date(2026, 1, 1), date(2026, 12, 31))),
        ("Năm 2026", ("năm 2026", date(2026, 1, 1), date(2026, 12, 31))),
        ("6 tháng đầu năm 2026", ("6 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30))),
        ("Quý III năm 2026", ("quý III năm 2026", date(2026, 7, 1), date(2026, 9, 30))),
        ("tháng 8", ("tháng 8", None, None)),
    ],
)
def test_a_period_knows_its_days(label: Raw, expected: tuple[str, date | None, date | None]) -> None:
    """Whole years, halves and quarters; other labels have none of their own."""
    period = make_period(label)
    assert period is not None
    assert expected == (period.label, period.start, period.end)


def test_days_out_of_order_are_refused() -> None:
    """The first day stands before the last."""
    with pytest.raises(FigureSyntaxError, match="ngày đầu kỳ sau ngày cuối kỳ"):
        make_period("năm 2026", date(2026, 12, 31), date(2026, 1, 1))


def test_a_unit_entry_is_a_place() -> None:
    """One line of the list of units that should report."""
    unit = UnitEntry(code="24823", name="Tân Hà")
    assert ("Xã Tân Hà", "xã Tân Hà", "24823") == (unit.full_name, unit.place.full_name, unit.place.code)
