"""A grid of raw cells, whatever file it came from, and how a person finds one of its cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from antq_reports.forms.cell import Raw


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, or a CSV file as one nameless sheet: its cells from A1, row by row."""

    name: str
    rows: list[list[Raw]]

    def place(self, row: int, column: int) -> str:
        """A cell as a person finds it, from zero-based row and column.

        >>> Sheet("Vũ khí", []).place(6, 2), Sheet("", []).place(6, 2)
        ('trang “Vũ khí”, ô C7', 'dòng 7, cột 3')
        """
        if not self.name:
            return f"dòng {row + 1}, cột {column + 1}"
        return f"trang “{self.name}”, ô {column_letters(column)}{row + 1}"


@cache
def column_letters(column: int) -> str:
    """The letters of a zero-based column.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        letters, column = chr(65 + rest) + letters, column - 1
    return letters


def is_blank(raw: Raw) -> bool:
    """Whether a cell holds nothing at all."""
    return raw is None or (isinstance(raw, str) and not raw.strip())
