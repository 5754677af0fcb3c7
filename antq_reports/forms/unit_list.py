"""The list of units that should report: who they are, what they were formed of, whom to ask.

A table, CSV or spreadsheet, whose heading may stand below a title. Columns: mã, tên, cấp, gộp từ (codes of the units it
was formed of), từ ngày (since when its area is what it is), người liên hệ, điện thoại, e-mail; mã and tên are needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from antq_reports.errors import Fault, FigureSyntaxError, IntakeError, Refusal
from antq_reports.forms.cell import Raw, show
from antq_reports.forms.csv_file import read_table
from antq_reports.forms.sheet import Sheet, is_blank
from antq_reports.forms.unit_names import UnitEntry, read_code, read_day, read_level, split_level
from antq_reports.forms.xlsx import read_sheets
from antq_reports.report.origin import one_line
from antq_reports.vietnamese import slugify

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("ma", "ma-don-vi", "ma-dvhc", "ma-don-vi-hanh-chinh", "ma-so", "ma-xa", "code", "unit-code"),
    "name": ("ten", "ten-don-vi", "ten-dvhc", "ten-don-vi-hanh-chinh", "don-vi", "ten-xa", "name", "unit", "unit-name"),
    "level": ("cap", "cap-hanh-chinh", "loai", "level"),
    "predecessors": (
        "gop-tu",
        "gop-tu-ma",
        "sap-nhap-tu",
        "hop-nhat-tu",
        "tach-tu",
        "nhap-tu",
        "ma-cu",
        "predecessors",
    ),
    "since": ("tu-ngay", "hieu-luc-tu", "ngay-hieu-luc", "since"),
    "contact": ("nguoi-lien-he", "lien-he", "can-bo-dau-moi", "dau-moi", "contact"),
    "phone": ("dien-thoai", "so-dien-thoai", "sdt", "di-dong", "dien-thoai-e-mail", "dien-thoai-email", "phone"),
    "email": ("e-mail", "email", "thu-dien-tu"),
}
"""The headings a column may have, as slugs."""
TEXT_SUFFIXES = frozenset((".csv", ".txt", ".tsv"))
TITLE_ROWS = 30
_NEEDED = Refusal("thiếu cột mã hoặc cột tên", "dòng tiêu đề ghi: mã;tên;cấp;gộp từ;từ ngày;người liên hệ;điện thoại")
_Value = TypeVar("_Value")
_Row = tuple[int, Mapping[str, Raw]]


def load_units(path: str | Path) -> tuple[UnitEntry, ...]:
    """The list of units, in its order. Raises `IntakeError` with every fault, two units of one code among them."""
    file = Path(path)
    units: dict[str, tuple[int, UnitEntry]] = {}
    faults: list[Fault] = []
    for line, cells in _rows(file, _sheets(file)):
        try:
            unit = _unit(cells)
        except FigureSyntaxError as error:
            faults.append(Fault(str(file), "", Refusal(f"“{error.text}”: {error.reason}", error.remedy), line))
            continue
        first = units.setdefault(unit.code, (line, unit))
        if first[1] is not unit:
            reason = f"{unit.full_name} và {first[1].full_name} (dòng {first[0]}) cùng mang mã {unit.code}"
            faults.append(Fault(str(file), "", Refusal(reason, "sửa lại mã của một trong hai đơn vị"), line))
    if faults:
        raise IntakeError(tuple(faults))
    return tuple(unit for _, unit in units.values())


def _sheets(file: Path) -> Sequence[Sheet]:
    if file.suffix.lower() in TEXT_SUFFIXES:
        return (Sheet("", [list(row) for row in read_table(file)], file.name),)
    return read_sheets(file)


def _rows(file: Path, sheets: Sequence[Sheet]) -> Iterator[_Row]:
    """Every row below the heading that holds anything, by the names of its columns, with its line."""
    for sheet in sheets:
        for place, row in enumerate(sheet.rows[:TITLE_ROWS]):
            columns = _columns(row)
            if "code" in columns and "name" in columns:
                for line, below in enumerate(sheet.rows[place + 1 :], start=place + 2):
                    cells = {name: below[at] for name, at in columns.items() if at < len(below)}
                    if any(not is_blank(raw) for raw in cells.values()):
                        yield line, cells
                return
    raise IntakeError((Fault(str(file), "", _NEEDED),))


def _columns(heading: Sequence[Raw]) -> dict[str, int]:
    slugs = [slugify(raw) if isinstance(raw, str) else "" for raw in heading]
    return {name: slugs.index(known) for name, known_as in COLUMNS.items() for known in known_as if known in slugs}


def _unit(cells: Mapping[str, Raw]) -> UnitEntry:
    level, name = split_level(_text(cells, "name"), _read(cells, "level", read_level))
    code = _read(cells, "code", lambda raw: read_code(raw, level))
    if not code or not name:
        told = "; ".join(text for column in ("code", "name") if (text := _text(cells, column)))
        raise FigureSyntaxError(told, Refusal("thiếu mã hoặc tên", "ghi như “24823;Xã Tân Hà”"))
    phone, email = _text(cells, "phone"), _text(cells, "email")
    if "@" in phone:
        phone, email = _parted(phone, email)
    return UnitEntry(
        code=code,
        name=name,
        level=level,
        predecessors=tuple(_codes(_text(cells, "predecessors"), level)),
        since=_read(cells, "since", read_day),
        contact=one_line(_text(cells, "contact")),
        phone=one_line(_phone(phone)),
        email=one_line(email),
    )


def _codes(text: str, level: str) -> Iterator[str]:
    """The codes of a list of predecessors; names in brackets and words between them are passed over."""
    bare = re.sub(r"\([^()]*\)", " ", text)
    for piece in re.split(r"[;,+/&\s]+", bare):
        if piece and (piece.isdigit() or not piece.isalpha()):
            yield read_code(piece, level) or ""


def _parted(both: str, email: str) -> tuple[str, str]:
    """A telephone and an address written in one cell."""
    pieces = [piece for piece in re.split(r"[;,/\s]+", both) if piece]
    addresses = [piece for piece in pieces if "@" in piece]
    return " ".join(piece for piece in pieces if "@" not in piece), email or ", ".join(addresses)


def _phone(text: str) -> str:
    """A telephone as a spreadsheet gives it: a number has lost its first zero."""
    return f"0{text}" if re.fullmatch(r"[1-9][0-9]{8}", text, re.ASCII) else text


def _text(cells: Mapping[str, Raw], column: str) -> str:
    raw = cells.get(column)
    return "" if is_blank(raw) else " ".join(show(raw).split())


def _read(cells: Mapping[str, Raw], column: str, reader: Callable[[Raw], _Value]) -> _Value:
    raw = cells.get(column)
    return reader(None if is_blank(raw) else raw)
