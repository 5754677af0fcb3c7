"""A grid of raw cells, and how a person finds one of its cells."""

from __future__ import annotations

from datetime import date

import pytest

from antq_reports.forms.cell import Raw
from antq_reports.forms.sheet import Sheet, column_letters, is_blank


@pytest.mark.parametrize(
    ("column", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")],
)
def test_columns_have_the_letters_of_a_spreadsheet(column: int, letters: str) -> None:
    """Up to the last column there is."""
    assert letters == column_letters(column)


def test_a_cell_of_a_workbook_has_its_letters_and_one_of_a_csv_its_line() -> None:
    """Both count from one as a person does."""
    workbook, csv = Sheet("Vũ khí", [], "a.xlsx").origin(6, 27), Sheet("", [], "a.csv").origin(6, 27)
    assert ("Vũ khí", "AB7", None, None) == (workbook.sheet, workbook.cell, workbook.line, workbook.column)
    assert ("", "", 7, 28) == (csv.sheet or "", csv.cell or "", csv.line, csv.column)


def test_a_note_is_kept_on_one_line() -> None:
    """Staff write notes of several."""
    assert "ước tính theo quý" == Sheet("a", [], "a.xlsx").origin(0, 0, "ước tính\ntheo quý").note


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (None, True),
        ("", True),
        (" \n", True),
        ("\u00a0", True),
        ("-", False),
        (0, False),
        (0.0, False),
        (date(2026, 1, 1), False),
    ],
)
def test_blank_is_nothing_at_all(raw: Raw, expected: bool) -> None:
    """A zero is a figure, and so is a dash."""
    assert expected == is_blank(raw)
