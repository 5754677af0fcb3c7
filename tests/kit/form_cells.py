"""Finding a line of a form by the id in its hidden column."""

from __future__ import annotations

from typing import Any


def line_of(book: Any, identifier: str) -> tuple[Any, int]:
    """The sheet and the row, from 1, of the first line whose id begins so."""
    for sheet in book.worksheets:
        for row in range(1, sheet.max_row + 1):
            if str(sheet.cell(row, 1).value or "").startswith(identifier):
                return sheet, row
    raise LookupError(identifier)


def sheet_of(book: Any, section: str) -> Any:
    """The sheet a section of the catalogue is on."""
    return line_of(book, f"{section}.")[0]


def delete_section(book: Any, section: str) -> None:
    """Delete every line of a section."""
    sheet, first = line_of(book, f"{section}.")
    rows = range(first, sheet.max_row + 1)
    sheet.delete_rows(first, sum(str(sheet.cell(row, 1).value or "").startswith(f"{section}.") for row in rows))
