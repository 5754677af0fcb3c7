"""Where each figure was read, as a table that travels with a brief: a row per origin, a column per part of it.

What is written here reads back equal. What is read was anybody's to edit since: a cell that is too long or holds what
would steer a terminal is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from antq_reports.csvtext import read_csv, write_csv
from antq_reports.errors import Fault, IntakeError, Refusal
from antq_reports.report import BaseReport, Origin, SourceMap

SOURCES_FILE = "nguon.csv"
THIS, LAST = "kỳ này", "kỳ trước"
MAX_CELL_LENGTH = 2_000

_NUMBERS = ("line", "column", "record")
_COLUMNS = {
    "file": "Tệp",
    "sheet": "Trang",
    "cell": "Ô",
    "line": "Dòng",
    "column": "Cột",
    "record": "Bản ghi số",
    "path": "Khóa",
    "unit": "Đơn vị",
    "note": "Ghi chú",
    "author": "Người lập biểu",
}
"""The parts of an origin in the order of the table, each with its heading."""
SOURCES_HEAD = ("Báo cáo", "Mã chỉ tiêu", *_COLUMNS.values())
_REMEDY = "lấy lại bản tin gốc"


def sources_csv(report: BaseReport, previous: BaseReport | None) -> bytes:
    """The sources of a report, and of the one it is compared with, as the bytes of a CSV file."""
    rows = [*_rows(THIS, report.sources)]
    rows += _rows(LAST, previous.sources) if previous is not None else ()
    return write_csv([SOURCES_HEAD, *rows])


def _rows(which: str, sources: SourceMap) -> Iterator[tuple[str, ...]]:
    """A row for the report as a whole, with its file, and one per origin of each figure."""
    if sources.file:
        yield which, "", *_cells(Origin(file=sources.file))
    for path, origins in sources.places.items():
        yield from ((which, path, *_cells(origin)) for origin in origins)


def _cells(origin: Origin) -> tuple[str, ...]:
    return tuple("" if (part := getattr(origin, name)) is None else str(part) for name in _COLUMNS)


def read_sources(data: bytes, file: Path) -> dict[str, SourceMap]:
    """The sources of this period's report and of the last one's; ``file`` names the table in faults.

    Raises `IntakeError` for anything but a table that `sources_csv` could have written.
    """
    try:
        head, *rows = read_csv(data)
    except ValueError as error:
        raise _refusal(file, "không đọc được bảng nguồn") from error
    if tuple(head) != SOURCES_HEAD or any(len(row) != len(SOURCES_HEAD) for row in rows):
        raise _refusal(file, f"bảng nguồn cần đúng các cột: {', '.join(SOURCES_HEAD)}")
    return {which: _source_map(file, [row for row in rows if row[0] == which]) for which in (THIS, LAST)}


def _source_map(file: Path, rows: Sequence[Sequence[str]]) -> SourceMap:
    name = ""
    places: dict[str, tuple[Origin, ...]] = {}
    for _, path, *cells in rows:
        origin = _origin(file, path, dict(zip(_COLUMNS, cells, strict=True)))
        if path:
            places[path] = (*places.get(path, ()), origin)
        else:
            name = origin.file
    return SourceMap(file=name, places=places)


def _origin(file: Path, path: str, cells: dict[str, str]) -> Origin:
    if any(len(cell) > MAX_CELL_LENGTH or not cell.isprintable() for cell in cells.values()):
        reason = f"nguồn của “{path[:80]}” có ký tự điều khiển hoặc dài quá {MAX_CELL_LENGTH} ký tự"
        raise _refusal(file, reason)
    parts: dict[str, Any] = {name: _number(file, path, cells[name]) for name in _NUMBERS}
    return Origin(**{**cells, **parts})


def _number(file: Path, path: str, cell: str) -> int | None:
    if not cell:
        return None
    if not (cell.isascii() and cell.isdigit() and len(cell) <= 9):
        raise _refusal(file, f"nguồn của “{path[:80]}” ghi dòng hoặc cột không phải là số")
    return int(cell)


def _refusal(file: Path, reason: str) -> IntakeError:
    return IntakeError((Fault(str(file), "", Refusal(reason, _REMEDY)),))
