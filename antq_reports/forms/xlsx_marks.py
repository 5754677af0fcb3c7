"""What a spreadsheet's XML tells beyond its values: percent formats, formulas never computed, error cells.

Works on the inflated parts of one .xlsx file and marks the cells of a grid in place. XML is parsed with defusedxml,
in any namespace prefix. Knows nothing of metrics or files.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from antq_reports.errors import Refusal
from antq_reports.forms.cell import Broken, PercentNumber, Raw

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARKS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/", b't="e"', b"t='e'")
_BUILT_IN_PERCENTS = {9: 0, 10: 2}
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]")
_SPOILT = Broken(
    Refusal(
        "công thức chưa có kết quả", "mở tệp bằng Excel hoặc LibreOffice, bấm Lưu rồi gửi lại, hoặc ghi thẳng con số"
    )
)


def has_marks(part: bytes) -> bool:
    """Whether a sheet's XML holds a formula or an error."""
    return b"sheetData" in part and any(mark in part for mark in _MARKS)


def percent_styles(parts: Mapping[str, bytes]) -> dict[str, int]:
    """The cell styles with a percent format, by number, with the decimals they show."""
    content = next((part for name, part in parts.items() if name.endswith("styles.xml")), b"")
    if b"%" not in content and not re.search(rb"numFmtId=[\"'](?:9|10)[\"']", content):
        return {}
    root = _parse(content)
    custom = {
        int(element.get("numFmtId", "0")): decimals
        for element in _named(root, "numFmt")
        if (decimals := percent_decimals(element.get("formatCode", ""))) is not None
    }
    formats = {**_BUILT_IN_PERCENTS, **custom}
    cell_formats = next(_named(root, "cellXfs"), None)
    found = enumerate(cell_formats if cell_formats is not None else ())
    return {
        str(place): formats[number] for place, style in found if (number := int(style.get("numFmtId", "0"))) in formats
    }


def percent_decimals(code: str) -> int | None:
    """The decimals a percent format shows; None for a format that is none.

    >>> percent_decimals("0.0%"), percent_decimals('0.00" %"'), percent_decimals("#,##0")
    (1, None, None)
    """
    positive = _QUOTED.sub("", code).split(";")[0]
    if "%" not in positive:
        return None
    decimals = re.search(r"[.,]([0#?]+)(?=[^0#?]*%)", positive)
    return len(decimals[1]) if decimals else 0


def mark_cells(name: str, rows: list[list[Raw]], parts: Mapping[str, bytes], styles: Mapping[str, int]) -> None:
    """Set `PercentNumber` and `Broken` in the cells of one sheet that the XML says are such."""
    content = parts.get(_part_of_sheet(name, parts), b"")
    if not has_marks(content) and not any(f's="{style}"'.encode() in content for style in styles):
        return
    for cell in _named(_parse(content), "c"):
        match = _ADDRESS.fullmatch(cell.get("r", ""))
        if match is None:
            continue
        row, column = int(match[2]) - 1, _column(match[1])
        if mark := _mark(cell, _held(rows, row, column), styles):
            _put(rows, row, column, mark)


def _mark(cell: Element, held: Raw, styles: Mapping[str, int]) -> PercentNumber | Broken | None:
    value = next(_named(cell, "v"), None)
    text = (value.text or "") if value is not None else ""
    if cell.get("t") == "e":
        return Broken(Refusal(f"ô báo lỗi {text or '#VALUE!'}", "sửa công thức, hoặc ghi thẳng con số"))
    if not text and next(_named(cell, "f"), None) is not None:
        return _SPOILT
    if isinstance(held, int | float) and not isinstance(held, bool) and (style := cell.get("s", "")) in styles:
        return PercentNumber(float(held), styles[style])
    return None


def _held(rows: list[list[Raw]], row: int, column: int) -> Raw:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


def _put(rows: list[list[Raw]], row: int, column: int, mark: PercentNumber | Broken) -> None:
    """Set a cell, also beyond the last value: a formula without a result widens the sheet."""
    if row > len(rows) + 1000 or column > 200:
        return
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend([""] * (column + 1 - len(rows[row])))
    rows[row][column] = mark


def _part_of_sheet(name: str, parts: Mapping[str, bytes]) -> str:
    """The part that holds a sheet, through the workbook's relations."""
    workbook = next((part for part in parts if part.endswith("workbook.xml")), "")
    folder, file = posixpath.split(workbook)
    relations = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"), b"<r/>")
    targets = {element.get("Id"): element.get("Target", "") for element in _named(_parse(relations), "Relationship")}
    for sheet in _named(_parse(parts[workbook]), "sheet"):
        identifier = next((value for key, value in sheet.items() if key.endswith("}id")), None)
        if sheet.get("name") == name and identifier in targets:
            target = targets[identifier]
            return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _parse(content: bytes) -> Element:
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # no types

    root: Element = fromstring(content)
    return root


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)
