"""How the forms look: one face, three tints, thin lines; and the one way a value gets into a cell.

A text never becomes a formula, whatever it begins with. Locked cells hold what the form says, unlocked ones what
staff fill in; those keep the format "General", because Excel turns "5/8" typed into a formatted number cell into a
bare 46239.
"""

from __future__ import annotations

import io
from copy import copy
from typing import Any, Literal

FACE = "Times New Roman"
INK = "1F2933"
FAINT = "52606D"
RULE = "9AA5B1"
HEAD_TINT = "DCE6EF"
BAND_TINT = "EEF3F7"
INPUT_TINT = "FFFDF0"
ASKED_TINT = "FBD9D3"
"""A cell somebody is asked about."""
ACCENT = "1B4965"

Look = Literal[
    "title",
    "subtitle",
    "head",
    "section",
    "band",
    "number",
    "label",
    "sublabel",
    "unit",
    "input",
    "asked",
    "figure",
    "words",
    "signature",
    "hint",
    "id",
]
_UNLOCKED = frozenset(("input", "asked", "words"))
_BOXED = frozenset(
    ("head", "section", "asked", "figure", "band", "number", "label", "sublabel", "unit", "input", "words")
)
_TINTS = {
    "head": HEAD_TINT,
    "section": HEAD_TINT,
    "asked": ASKED_TINT,
    "band": BAND_TINT,
    "input": INPUT_TINT,
    "words": INPUT_TINT,
}
_CENTRED = frozenset(("title", "subtitle", "signature", "head", "number", "unit"))


class Pen:
    """Writes into the cells of one workbook; each look is built once."""

    def __init__(self, book: Any) -> None:
        scratch = book.create_sheet("_")
        self._styles: dict[tuple[str, bool], Any] = {}
        for look in Look.__args__:  # type: ignore[attr-defined]  # a Literal's words
            _dress(cell := scratch.cell(1, 1), look)
            self._styles[look, False] = copy(cell._style)
            cell.quotePrefix = True
            self._styles[look, True] = copy(cell._style)
            cell.quotePrefix = False
        book.remove(scratch)

    def put(self, sheet: Any, row: int, column: int, value: object, look: Look) -> None:
        """Write a value at a one-based row and column."""
        cell = sheet.cell(row, column)
        is_guarded = isinstance(value, str) and value.startswith(("=", "+", "-", "@"))
        cell.value = value
        if is_guarded:
            cell.data_type = "s"
        cell._style = copy(self._styles[look, is_guarded and look in _UNLOCKED])


def plain_cell(sheet: Any, row: int, column: int, value: object) -> None:
    """Write a value without a look; a text is a text here as well."""
    cell = sheet.cell(row, column, value)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@")):
        cell.data_type = "s"


def new_book(*, is_locked: bool = True) -> tuple[Any, Pen]:
    """An empty workbook, whose sheets nobody moves where it is locked, and the pen to write into it."""
    from openpyxl import Workbook  # type: ignore[import-untyped]  # openpyxl has no types
    from openpyxl.workbook.protection import WorkbookProtection  # type: ignore[import-untyped]  # no types

    book = Workbook()
    if is_locked:
        book.security = WorkbookProtection(lockStructure=True)
    book.properties.creator = "antq-reports"
    return book, Pen(book)


def book_bytes(book: Any) -> bytes:
    """The workbook as the bytes of a file."""
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _dress(cell: Any, look: str) -> None:
    from openpyxl.styles import (  # type: ignore[import-untyped]  # openpyxl has no types
        Alignment,
        Border,
        Font,
        PatternFill,
        Protection,
        Side,
    )

    size = {"title": 15, "subtitle": 11, "hint": 11, "id": 9}.get(look, 12)
    color = {"title": ACCENT, "subtitle": FAINT, "hint": FAINT, "unit": FAINT}.get(look, INK)
    cell.font = Font(
        name=FACE,
        size=size,
        bold=look in ("title", "head", "section", "band", "signature"),
        italic=look in ("subtitle", "hint"),
        color=color,
    )
    tint = _TINTS.get(look)
    cell.fill = PatternFill("solid", fgColor=tint) if tint else PatternFill()
    line = Side(style="thin", color=RULE) if look in _BOXED else Side()
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    horizontal = "center" if look in _CENTRED else "right" if look in ("input", "asked", "figure") else "left"
    indent = (
        2
        if look == "sublabel"
        else 1
        if look in ("label", "section", "band", "words", "input", "asked", "figure")
        else 0
    )
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=look != "id", indent=indent)
    cell.protection = Protection(locked=look not in _UNLOCKED)


def set_up_page(
    sheet: Any, *, landscape: bool = False, title_rows: str | None = None, is_one_page: bool = False
) -> None:
    """A4, one page wide and where asked one page high, its heading on every page, the page's number at the foot."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 1 if is_one_page else 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.6, 0.5, 0.6, 0.6
    sheet.oddFooter.center.text = '&"Times New Roman,Regular"&10Trang &P/&N'
    if title_rows:
        sheet.print_title_rows = title_rows
    sheet.sheet_view.showGridLines = False


def merge(sheet: Any, row: int, first: int, last: int) -> None:
    """Make one cell of several in a row, which keep the looks they have: `merge_cells` would dress each anew."""
    from openpyxl.worksheet.cell_range import CellRange  # type: ignore[import-untyped]  # no types

    sheet.merged_cells.add(CellRange(min_row=row, max_row=row, min_col=first, max_col=last))


def comment(cell: Any, text: str) -> None:
    """A note at a cell, large enough to be read where it opens."""
    from openpyxl.comments import Comment  # type: ignore[import-untyped]  # openpyxl has no types

    cell.comment = Comment(text, "antq-reports", height=110, width=320)


def protect(sheet: Any) -> None:
    """Lock the form's own words without a password; rows may be inserted, sized and sorted."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatRows = protection.insertRows = protection.formatCells = False
    protection.selectLockedCells = protection.selectUnlockedCells = False


def row_height(text: str, width: int, *, line: float = 16.5) -> float:
    """The height a wrapped text needs in a column so many characters wide."""
    lines, used = 1, 0
    for word in text.split(" "):
        if used and used + len(word) > width:
            lines, used = lines + 1, 0
        used += len(word) + 1
    return max(18.0, lines * line + 3)
