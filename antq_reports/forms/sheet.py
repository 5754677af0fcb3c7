"""A grid of raw cells, whatever file it came from, and how a person finds one of its cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from antq_reports.forms.cell import Raw
from antq_reports.report.origin import Origin, one_line


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, or a CSV file as one nameless sheet: its cells from A1, row by row."""

    name: str
    rows: list[list[Raw]]
    file: str = ""
    """The name of the file it is of."""

    def origin(self, row: int, column: int, note: str = "") -> Origin:
        """Where a cell stands, from zero-based row and column, with the note left beside it.

        >>> print(Sheet("Vũ khí", [], "a.xlsx").origin(6, 2), Sheet("", [], "a.csv").origin(6, 2), sep=" | ")
        a.xlsx, trang “Vũ khí”, ô C7 | a.csv, dòng 7, cột 3
        """
        note = one_line(note) if note else ""
        if not self.name:
            return Origin(file=self.file, line=row + 1, column=column + 1, note=note)
        return Origin(file=self.file, sheet=self.name, cell=f"{column_letters(column)}{row + 1}", note=note)


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
