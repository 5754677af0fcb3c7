"""``tong-hop.xlsx``: the summary of a run as a workbook of five sheets.

It carries a mark in its first cell, so that it is never taken for what a unit sent. No text in it becomes a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from antq_reports.forms.inbox import SUMMARY_MARK
from antq_reports.forms.sheet import column_letters
from antq_reports.forms.workbook_look import Pen, book_bytes, comment, merge, new_book, plain_cell, protect, set_up_page
from antq_reports.papers.summary_rows import Key, Summary, Value

SUMMARY_FILE = "tong-hop.xlsx"
FIRST_COLUMN = 5
"""The first column of figures, after the mark, code, name and state."""
DRESSED_ROWS = 1_000
"""A longer list is bare text: dressing its cells would cost more than the rest of the workbook."""
_FIGURE_WIDTH, _NAME_WIDTH = 16, 28


def summary_workbook(summary: Summary) -> bytes:
    """The workbook's bytes."""
    book, pen = new_book(is_locked=False)
    _units_sheet(pen, book.active, summary)
    province = [
        (row.section, row.label, row.figure, row.coverage, row.last, row.change, row.source)
        for row in summary.province.values()
    ]
    last = f"{summary.last_label[:1].upper()}{summary.last_label[1:]}"
    _list_sheet(
        pen,
        book.create_sheet("Toàn tỉnh"),
        summary.title,
        ("Mục", "Chỉ tiêu", "Số in trong bản tin", "Số đơn vị có số liệu", last, "Thay đổi", "Nguồn"),
        (24, 52, 28, 14, 22, 44, 20),
        province,
    )
    _list_sheet(
        pen,
        book.create_sheet("Nhận xét"),
        summary.title,
        ("Mức", "Đơn vị", "Nhận xét", "Tệp", "Chỗ"),
        (12, 24, 90, 24, 26),
        summary.findings,
    )
    heads = ("Mã", "Đơn vị", "Chỉ tiêu", "Số liệu", "Tệp", "Chỗ")
    _list_sheet(pen, book.create_sheet("Nguồn"), summary.title, heads, (10, 24, 52, 24, 28, 26), summary.sources)
    if summary.remarks:
        said = ("Đơn vị", "Mục", "Nội dung")
        _list_sheet(pen, book.create_sheet("Ý kiến"), summary.title, said, (24, 30, 100), summary.remarks)
    return book_bytes(book)


def _units_sheet(pen: Pen, sheet: Any, summary: Summary) -> None:
    """Units down, metrics across; the province's figures under them."""
    sheet.title = "Các đơn vị"
    columns = {key: place for place, key in enumerate(summary.columns, start=FIRST_COLUMN)}
    pen.put(sheet, 1, 1, SUMMARY_MARK, "id")
    pen.put(sheet, 1, 2, summary.title, "title")
    merge(sheet, 1, 2, max(FIRST_COLUMN + 6, 10))
    for column, (head, width) in enumerate((("Mã", 10), ("Đơn vị", _NAME_WIDTH), ("Tình trạng", 20)), start=2):
        pen.put(sheet, 3, column, head, "head")
        sheet.column_dimensions[column_letters(column - 1)].width = width
    section = ""
    for key, column in columns.items():
        said = summary.columns[key]
        pen.put(sheet, 2, column, None if said.section == section else said.section, "band")
        pen.put(sheet, 3, column, said.label[:1].upper() + said.label[1:], "head")
        pen.put(sheet, 4, column, said.unit, "unit")
        sheet.column_dimensions[column_letters(column - 1)].width = _FIGURE_WIDTH
        section = said.section
    for row, unit in enumerate(summary.units, start=5):
        for column, text in enumerate((unit.code, unit.name, unit.state), start=2):
            pen.put(sheet, row, column, text, "label")
        for key, column in columns.items():
            mark = unit.marks.get(key)
            is_left_out = mark is not None and mark.is_error
            look = "asked" if is_left_out else "band" if mark is not None else "figure"
            _put(pen, sheet, row, column, unit.values.get(key), look)
            if mark is not None:
                comment(sheet.cell(row, column), mark.message)
    _totals(pen, sheet, summary, columns, 5 + len(summary.units))
    change_row = 8 + len(summary.units)
    for row, height in ((1, 30.0), (2, 24.0), (3, 96.0), (4, 36.0), (change_row, 96.0)):
        sheet.row_dimensions[row].height = height
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "E5"
    set_up_page(sheet, landscape=True, title_rows="2:4")
    sheet.page_setup.paperSize, sheet.page_setup.fitToWidth = 8, 0
    sheet.print_title_cols = "B:D"
    protect(sheet)


def _totals(pen: Pen, sheet: Any, summary: Summary, columns: dict[Key, int], first: int) -> None:
    last = f"{summary.last_label[:1].upper()}{summary.last_label[1:]}"
    for row, head in enumerate(("Toàn tỉnh (số in)", "Số đơn vị có số liệu", last, "Thay đổi"), start=first):
        for column in (2, 3, 4):
            pen.put(sheet, row, column, head if column == 3 else None, "band")
    for key, column in columns.items():
        found = summary.province.get(key)
        values: Sequence[Value] = (
            (found.value, found.coverage, found.last, found.change) if found is not None else (None,) * 4
        )
        for row, value in enumerate(values, start=first):
            _put(pen, sheet, row, column, None if value == "" else value, "figure")


def _list_sheet(
    pen: Pen,
    sheet: Any,
    title: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[Value]],
) -> None:
    """A heading, and a row for each entry, with a filter over them."""
    pen.put(sheet, 1, 1, title, "title")
    merge(sheet, 1, 1, len(heads))
    sheet.row_dimensions[1].height = 30
    for column, (head, width) in enumerate(zip(heads, widths, strict=True), start=1):
        pen.put(sheet, 2, column, head, "head")
        sheet.column_dimensions[column_letters(column - 1)].width = width
    for row, values in enumerate(rows, start=3):
        for column, value in enumerate(values, start=1):
            if len(rows) > DRESSED_ROWS:
                plain_cell(sheet, row, column, value or None)
            else:
                _put(pen, sheet, row, column, value or None, "label")
    sheet.auto_filter.ref = f"A2:{column_letters(len(heads) - 1)}{2 + len(rows)}"
    sheet.freeze_panes = "A3"
    set_up_page(sheet, landscape=True, title_rows="2:2")


def _put(pen: Pen, sheet: Any, row: int, column: int, value: Value, look: str) -> None:
    pen.put(sheet, row, column, value, look)  # type: ignore[arg-type]  # one of the looks
    if isinstance(value, int | float):
        sheet.cell(row, column).number_format = "#,##0.###" if isinstance(value, float) else "#,##0"
