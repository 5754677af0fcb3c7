"""How many cells the sheets of an .xls, .ods or .xlsb file span, told without opening it.

The library that reads them allocates the whole rectangle of a sheet before it gives the first cell: one number in the
last corner of each of a hundred sheets is a file of ten kilobytes and memory of gigabytes. So every file is walked
first, record by record. Sizes are counts of cells. What is no such file raises `ValueError`, `IndexError` or
`struct.error`.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping

_SECTOR_END = 0xFFFFFFFC
_MAX_DIFAT = 109
_BIFF_START = 0x0809
_BIFF_CELLS = frozenset((0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E))
_XLSB_ROW, _XLSB_CELLS = 0, frozenset(range(1, 12))
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
_ROWS = re.compile(rb"number-rows-repeated=[\"'](\d{1,9})")
_COLUMNS = re.compile(rb"number-columns-repeated=[\"'](\d{1,9})")


class _Span:
    """The rectangle of one sheet after the other."""

    def __init__(self) -> None:
        self.cells = self._rows = self._columns = 0

    def take(self, row: int, column: int) -> None:
        self._rows, self._columns = max(self._rows, row + 1), max(self._columns, column + 1)

    def close(self) -> int:
        """End a sheet; the cells of all so far."""
        self.cells += self._rows * self._columns
        self._rows = self._columns = 0
        return self.cells


def cells_of_xls(data: bytes) -> int:
    """The cells that the sheets of an .xls file span."""
    span = _Span()
    for kind, body in _biff_records(_workbook_stream(data)):
        if kind == _BIFF_START:
            span.close()
        elif kind in _BIFF_CELLS and len(body) >= 4:
            span.take(*struct.unpack_from("<HH", body))
            if kind in (0x00BD, 0x00BE):  # several cells of one row, the last column at the end
                span.take(struct.unpack_from("<H", body)[0], struct.unpack_from("<H", body, len(body) - 2)[0])
    return span.close()


def _biff_records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _workbook_stream(data: bytes) -> bytes:
    """The workbook's stream out of the compound file that holds it."""
    size = 1 << min(16, struct.unpack_from("<H", data, 30)[0])
    tables = [sector for sector in struct.unpack_from(f"<{_MAX_DIFAT}I", data, 76) if sector < _SECTOR_END]
    chain = b"".join(data[size * (sector + 1) : size * (sector + 2)] for sector in tables)
    following = struct.unpack(f"<{len(chain) // 4}I", chain[: len(chain) // 4 * 4])
    folder = _chained(data, size, following, struct.unpack_from("<I", data, 48)[0])
    for place in range(0, len(folder), 128):
        entry = folder[place : place + 128]
        name = entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", "replace")
        if name in ("Workbook", "Book"):
            start, length = struct.unpack_from("<II", entry, 116)
            if length < 4096:
                raise ValueError("a workbook among the small streams")
            return _chained(data, size, following, start)[:length]
    raise ValueError("no workbook")


def _chained(data: bytes, size: int, following: tuple[int, ...], sector: int) -> bytes:
    pieces: list[bytes] = []
    for _ in range(len(following) + 1):
        if sector >= _SECTOR_END:
            return b"".join(pieces)
        pieces.append(data[size * (sector + 1) : size * (sector + 2)])
        sector = following[sector]
    raise ValueError("sectors in a ring")


def cells_of_xlsb(parts: Mapping[str, bytes]) -> int:
    """The cells that the sheets of an .xlsb file span, from its inflated parts."""
    span = _Span()
    for name, content in parts.items():
        if not name.startswith("xl/worksheets/"):
            continue
        row = 0
        for kind, body in _xlsb_records(content):
            if kind == _XLSB_ROW and len(body) >= 4:
                row = struct.unpack_from("<I", body)[0]
            elif kind in _XLSB_CELLS and len(body) >= 4:
                span.take(row, struct.unpack_from("<I", body)[0])
        span.close()
    return span.cells


def _xlsb_records(content: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place < len(content):
        kind, place = _varint(content, place, 2)
        size, place = _varint(content, place, 4)
        yield kind, content[place : place + size]
        place += size


def _varint(content: bytes, place: int, most: int) -> tuple[int, int]:
    value = 0
    for number in range(most):
        byte = content[place + number]
        value |= (byte & 0x7F) << (7 * number)
        if byte < 0x80:
            return value, place + number + 1
    return value, place + most


def cells_of_ods(content: bytes) -> int:
    """The cells that the tables of an .ods file's content span, repeated rows and columns as often as they are."""
    return sum(map(_cells_of_table, re.split(rb"<table:table(?=[\s>])", content)[1:]))


def _cells_of_table(table: bytes) -> int:
    rows = last_row = widest = 0
    for row in _ODS_ROW.finditer(table):
        rows += _number(_ROWS, row[1])
        width = last = 0
        for cell in _ODS_CELL.finditer(row[2] or b""):
            width += _number(_COLUMNS, cell[1])
            if not cell[2] or b"office:value" in cell[1]:
                last = width
        if last:
            last_row, widest = rows, max(widest, last)
    return last_row * widest


def _number(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return int(match[1]) if match else 1
