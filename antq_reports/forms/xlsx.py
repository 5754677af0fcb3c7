"""The cells of a spreadsheet, read safely: .xlsx, and .xls, .ods, .xlsb where units have older programmes.

Values come from python-calamine. It does not tell a percent from a number, nor a formula without a value from a
blank, and it allocates a sheet's whole rectangle, so every file is looked over first: signature, sizes as declared
*and* as they really inflate, cells too far out. Only when that look finds percent formats, formulas or errors is
the sheet's own XML read for them. Nothing here knows metrics.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn, cast

from antq_reports.errors import Fault, FileError, FileProblem, IntakeError, Refusal
from antq_reports.files import read_whole
from antq_reports.forms.cell import Raw
from antq_reports.forms.extents import cells_of_ods, cells_of_xls, cells_of_xlsb
from antq_reports.forms.sheet import Sheet
from antq_reports.forms.xlsx_marks import has_marks, mark_cells, percent_styles
from antq_reports.vietnamese import format_integer

MAX_FILE_BYTES = 20_000_000
"""A commune's form has 30 KB, the province's with 3.321 rows about 1,5 MB."""
MAX_INFLATED_BYTES = 50_000_000
MAX_RATIO = 100
FREE_RATIO_BYTES = 2_000_000
"""Below this size a file inside may be compressed as well as it likes: blank forms are."""
MAX_ENTRIES = 1_000
MAX_ROWS = 20_000
MAX_CELLS = 4_000_000
"""Of all sheets together, blank ones counted: a sheet that holds A1 and FZ20000 is a rectangle of 3,6 million."""
MAX_TEXT_BYTES = 100_000_000
"""Of all cells together: one long shared text may stand in any number of cells."""

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FAR = re.compile(rb"r=[\"'](?:[A-Z]{0,3}(?:[2-9]\d{4}|\d{6,})|(?:[A-Z]{3}|[G-Z][A-Z])\d+)[\"']")
_CELL = rb"<(?:\w+:)?c\b[^<>]*?\br=[\"']"
_FAR_PLACE = rb"(?:[A-Z]{1,3}(?:[2-9]\d{4}|\d{6,})|(?:[A-Z]{3}|[G-Z][A-Z])\d+)"
_FAR_CELL = re.compile(_CELL + _FAR_PLACE + rb"[\"'][^<>]*(?<!/)>\s*<[^/]")
_FAR_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*?\br=[\"'](?:[2-9]\d{4}|\d{6,})[\"'][^<>]*(?<!/)>(.{0,4000})", re.DOTALL)
_SHARED_TEXT = re.compile(rb"<(?:\w+:)?si\b")
_SHARED_INDEX = re.compile(rb"<(?:\w+:)?v\b[^<>]*>\s*(\d{1,9})\s*<")
_RESAVE = "mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành, dạng Excel Workbook (.xlsx), rồi gửi lại"

_REMEDIES: dict[FileProblem, str] = {
    FileProblem.NO_FILE: "chỉ đúng tệp .xlsx",
    FileProblem.TOO_LARGE: "xóa ảnh và trang thừa khỏi tệp rồi gửi lại",
}


def read_sheets(file: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook. Raises `IntakeError` with one fault for a file that cannot or must not be read."""
    data = _read_bytes(file)
    parts = _checked_parts(file, data)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = list(_grids(file, book))
    except (CalamineError, ValueError, OSError) as error:
        _refuse(file, "tệp bảng tính bị hỏng, không đọc được", _RESAVE, error)
    sheets = tuple(Sheet(name, rows, file.name) for name, rows in grids)
    try:
        _mark(sheets, parts)
    except (SyntaxError, ValueError, KeyError) as error:  # XML that calamine forgave
        _refuse(file, "tệp bảng tính bị hỏng, không đọc được", _RESAVE, error)
    return sheets


def _mark(sheets: tuple[Sheet, ...], parts: dict[str, bytes]) -> None:
    styles = percent_styles(parts)
    if styles or any(has_marks(part) for part in parts.values()):
        for sheet in sheets:
            mark_cells(sheet.name, sheet.rows, parts, styles)


def _grids(file: Path, book: object) -> Iterator[tuple[str, list[list[Raw]]]]:
    """The sheets one by one, as long as their rectangles fit into the budget."""
    from python_calamine import CalamineWorkbook

    assert isinstance(book, CalamineWorkbook)
    budget = MAX_CELLS
    for name in _worksheets(book):
        sheet = book.get_sheet_by_name(name)
        budget -= sheet.total_height * sheet.total_width
        if budget < 0:
            reason = f"các trang cộng lại quá {format_integer(MAX_CELLS)} ô"
            _refuse(file, reason, "xóa các trang thừa và các ô thừa ở xa bảng")
        yield name, cast(list[list[Raw]], sheet.to_python(skip_empty_area=False))


def _check_shared_texts(file: Path, parts: dict[str, bytes]) -> None:
    """Refuse a workbook whose cells would hold more text than it has, one long text being in all of them."""
    shared = next((part for name, part in parts.items() if name.lower().endswith("sharedstrings.xml")), b"")
    longest = max((len(text) for text in _SHARED_TEXT.split(shared)), default=0)
    cells = sum(part.count(b't="s"') + part.count(b"t='s'") for part in parts.values())
    if longest * cells <= MAX_TEXT_BYTES:
        return
    lengths = [len(text) for text in _SHARED_TEXT.split(shared)[1:]]
    used = (int(number) for part in parts.values() for number in _SHARED_INDEX.findall(part))
    if sum(lengths[number] for number in used if number < len(lengths)) > MAX_TEXT_BYTES:
        _refuse_bomb(file)


def _worksheets(book: object) -> Iterator[str]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    assert isinstance(book, CalamineWorkbook)
    for sheet in book.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet:
            yield sheet.name


def _read_bytes(file: Path) -> bytes:
    try:
        data = read_whole(file, limit=MAX_FILE_BYTES)
    except FileError as error:
        raise error.of_input(_REMEDIES) from error
    if not data:
        _refuse(file, "tệp rỗng (0 byte)", "gửi lại tệp")
    return data


def _checked_parts(file: Path, data: bytes) -> dict[str, bytes]:
    """The XML parts of a file that may be opened; none where it is no .xlsx. Refuses whatever may not be."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            _refuse(file, "tệp đặt mật khẩu", "bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi gửi lại")
        _check_extent(file, lambda: cells_of_xls(data))
        return {}
    if not data.startswith(b"PK"):
        _refuse(file, "không phải tệp Excel (.xlsx), có thể bị hỏng hoặc bị đổi đuôi", _RESAVE)
    parts = _inflate(file, data)
    if "content.xml" in parts:
        _check_extent(file, lambda: cells_of_ods(parts["content.xml"]))
        return {}
    if "xl/workbook.bin" in parts:
        _check_extent(file, lambda: cells_of_xlsb(parts))
        return {}
    _check_shared_texts(file, parts)
    return parts


def _check_extent(file: Path, count: Callable[[], int]) -> None:
    """Refuse a file whose sheets span more cells than one may: they would all be allocated before the first is read."""
    try:
        cells = count()
    except (ValueError, IndexError, struct.error) as error:
        _refuse(file, "tệp bảng tính bị hỏng, không đọc được", _RESAVE, error)
    if cells > MAX_CELLS:
        _refuse(file, "có ô ghi số liệu ở quá xa bảng", "xóa các ô thừa ngoài bảng")


def _inflate(file: Path, data: bytes) -> dict[str, bytes]:
    """Every XML part of the file, inflated under the limits; what a header declares is not believed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        _refuse(file, "tệp bị hỏng hoặc chưa tải về hết", _RESAVE, error)
    names = {entry.filename for entry in entries}
    known = ("workbook.xml", "xl/workbook.bin")
    if not any(name.endswith(known) for name in names) and not {"content.xml", "mimetype"} <= names:
        _refuse(file, "tệp nén nhưng không phải bảng tính Excel", _RESAVE)
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or len(names) < len(entries) or declared > MAX_INFLATED_BYTES:
        _refuse_bomb(file)
    parts: dict[str, bytes] = {}
    budget = MAX_INFLATED_BYTES
    for entry in entries:
        content = _inflate_entry(file, data, entry, budget)
        budget -= len(content)
        if entry.filename.endswith(".bin"):
            parts[entry.filename] = content
        elif entry.filename.endswith((".xml", ".rels")):
            _check_part(file, content)
            parts[entry.filename] = content
    return parts


def _inflate_entry(file: Path, data: bytes, entry: zipfile.ZipInfo, budget: int) -> bytes:
    start = entry.header_offset
    name_length, extra_length = (int.from_bytes(data[start + at : start + at + 2], "little") for at in (26, 28))
    begin = start + 30 + name_length + extra_length
    packed = data[begin : begin + entry.compress_size]
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or entry.flag_bits & 1:
        _refuse(file, "tệp nén theo cách không đọc được", _RESAVE)
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    try:
        content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, budget + 1)
    except zlib.error as error:
        _refuse(file, "tệp bị hỏng hoặc chưa tải về hết", _RESAVE, error)
    is_dense = len(content) > FREE_RATIO_BYTES and len(content) > MAX_RATIO * max(1, len(packed))
    if len(content) > budget or is_dense:
        _refuse_bomb(file)
    return content


def _check_part(file: Path, content: bytes) -> None:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:64] or b"<!DOCTYPE" in content[:2048]:
        _refuse(file, "tệp ghi theo cách lạ, không đọc an toàn được", _RESAVE)
    if b"sheetData" in content and _FAR.search(content):
        far = _FAR_CELL.search(content)
        rows = _FAR_ROW.finditer(content) if not far else ()
        if far or any(re.search(rb"<(?:\w+:)?(?:v|t)\b", row[1].split(b"</row")[0]) for row in rows):
            _refuse(
                file, "có ô ghi số liệu ở quá xa bảng (quá dòng 20.000 hoặc quá cột FZ)", "xóa các ô thừa ngoài bảng"
            )


def _refuse_bomb(file: Path) -> NoReturn:
    _refuse(file, "nội dung nén của tệp quá lớn", "tệp mẫu chỉ chừng vài chục KB: xóa trang và ảnh thừa rồi gửi lại")


def _refuse(file: Path, message: str, remedy: str, cause: BaseException | None = None) -> NoReturn:
    raise IntakeError((Fault(str(file), "", Refusal(message, remedy)),)) from cause
