"""CSV as a spreadsheet opens it: UTF-8 with its mark, commas, and no cell that starts a formula.

A leaf. What is written here reads back exactly: a cell that a spreadsheet would take for a formula, or that begins with
the apostrophe of this rule, gets an apostrophe before it, which reading takes away.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MOST_ROWS = 200_000
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    r"""The rows as the bytes of a CSV file.

    >>> write_csv([("Chỉ tiêu", "=1+1")]).decode("utf-8-sig")
    "Chỉ tiêu,'=1+1\r\n"
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def read_csv(data: bytes) -> list[list[str]]:
    """The rows of a file that `write_csv` wrote. Raises `ValueError` for anything that is no such file.

    >>> read_csv(write_csv([("a", "'b"), ("-3", "")]))
    [['a', "'b"], ['-3', '']]
    """
    text = data.decode("utf-8-sig")
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            if len(rows) == MOST_ROWS:
                raise ValueError(f"more than {MOST_ROWS} rows")
            rows.append([_plain(cell) for cell in row])
    except csv.Error as error:
        raise ValueError(str(error)) from error
    return rows


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_GUARDED) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell
