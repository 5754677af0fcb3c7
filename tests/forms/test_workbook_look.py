"""How a value gets into a cell, and which cells are locked."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest

from antq_reports.forms.workbook_look import (
    INPUT_TINT,
    Look,
    Pen,
    merge,
    plain_cell,
    protect,
    row_height,
    set_up_page,
)


def put(value: object, look: Look) -> Any:
    """Write one value into a workbook and return its cell."""
    book = openpyxl.Workbook()
    Pen(book).put(book.active, 1, 1, value, look)
    return book.active["A1"]


@pytest.mark.parametrize("text", ["=1+1", "+84 263", "-x", "@SUM(A1)"])
def test_a_text_never_becomes_a_formula(text: str) -> None:
    """It is written as text; where staff may type, with the mark that keeps it so when they leave the cell."""
    asked, said = put(text, "input"), put(text, "label")
    assert [(text, "s", True), (text, "s", False)] == [
        (cell.value, cell.data_type, bool(cell.quotePrefix)) for cell in (asked, said)
    ]


@pytest.mark.parametrize(("value", "kind"), [(-5, "n"), (1584, "n"), (date(2026, 1, 1), "d"), ("vụ", "s"), (None, "n")])
def test_any_other_value_keeps_its_type(value: object, kind: str) -> None:
    """A negative number begins with a sign and is a number."""
    cell = put(value, "input")
    assert (kind, False) == (cell.data_type, bool(cell.quotePrefix))


def test_only_cells_to_fill_in_are_unlocked_and_tinted() -> None:
    """In the general format, which Excel does not turn into a date."""
    cells = {look: put("vụ", look) for look in get_args(Look)}
    assert {"input", "asked", "words"} == {look for look, cell in cells.items() if not cell.protection.locked}
    assert {"input", "words"} == {look for look, cell in cells.items() if cell.fill.fgColor.rgb == f"00{INPUT_TINT}"}
    assert {"General"} == {cell.number_format for cell in cells.values()}


def test_the_pen_leaves_no_sheet_behind() -> None:
    """It builds its looks on a sheet of its own."""
    book = openpyxl.Workbook()
    Pen(book)
    assert ["Sheet"] == book.sheetnames


def test_a_sheet_is_one_page_wide_and_its_rows_can_be_moved() -> None:
    """A4, as many pages as it takes; locked without a password, rows to insert and to size."""
    sheet = openpyxl.Workbook().active
    set_up_page(sheet, title_rows="4:4")
    protect(sheet)
    setup, locked = sheet.page_setup, sheet.protection
    assert (9, "portrait", 1, 0, "$4:$4") == (
        int(setup.paperSize),
        setup.orientation,
        setup.fitToWidth,
        setup.fitToHeight,
        sheet.print_title_rows,
    )
    assert (True, None, False, False) == (locked.sheet, locked.password, locked.insertRows, locked.formatRows)


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("một hai", 1), ("một hai ba", 2), ("một hai ba bốn năm", 3), ("khôngngắt" * 3, 1)]
)
def test_a_row_is_as_high_as_its_wrapped_words(text: str, lines: int) -> None:
    """In a column of eight characters; a word is not broken."""
    assert max(18.0, lines * 16.5 + 3) == row_height(text, 8)


def test_a_plain_cell_and_a_merged_one_hold_what_was_put() -> None:
    """A text that begins like a formula is none; a merged row keeps its looks."""
    book = openpyxl.Workbook()
    plain_cell(book.active, 1, 1, "=1+1")
    plain_cell(book.active, 1, 2, 5)
    merge(book.active, 2, 1, 3)
    assert [("=1+1", "s"), (5, "n")] == [(cell.value, cell.data_type) for cell in book.active[1][:2]]
    assert ["A2:C2"] == [str(each) for each in book.active.merged_cells.ranges]
