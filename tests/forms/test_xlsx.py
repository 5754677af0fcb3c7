"""The cells of an .xlsx file, read safely."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest

from antq_reports.errors import IntakeError
from antq_reports.forms import xlsx as spreadsheets
from antq_reports.forms.cell import Broken, PercentNumber
from antq_reports.forms.xlsx import read_sheets


def save(path: Path, **cells: Any) -> Path:
    """Write a workbook with some cells; a tuple is a value and its number format."""
    book = openpyxl.Workbook()
    sheet = book.active
    for name, value in cells.items():
        sheet[name] = value[0] if isinstance(value, tuple) else value
        if isinstance(value, tuple):
            sheet[name].number_format = value[1]
    book.save(path)
    return path


def refused(path: Path) -> str:
    """Return the one message a file is refused with."""
    with pytest.raises(IntakeError) as caught:
        read_sheets(path)
    (fault,) = caught.value.faults
    assert fault.remedy
    return fault.message


def test_values_come_with_their_types(tmp_path: Path) -> None:
    """Numbers, texts and dates, from A1 on."""
    (sheet,) = read_sheets(save(tmp_path / "a.xlsx", B2=5, C2="hơn 5", B3=date(2026, 8, 5)))
    assert [["", "", ""], ["", 5.0, "hơn 5"], ["", date(2026, 8, 5), ""]] == sheet.rows


def test_percent_cells_are_told_by_their_format(tmp_path: Path) -> None:
    """Built-in and custom formats, with the decimals they show; other numbers stay numbers."""
    (sheet,) = read_sheets(save(tmp_path / "a.xlsx", A1=(0.5, "0%"), B1=(0.861, "0.0%"), C1=(1, "0.00%"), D1=0.5))
    assert [PercentNumber(0.5, 0), PercentNumber(0.861, 1), PercentNumber(1.0, 2), 0.5] == sheet.rows[0]


def test_a_formula_without_a_value_and_an_error_are_no_blanks(tmp_path: Path) -> None:
    """Also beyond the last value of the sheet."""
    path = save(tmp_path / "a.xlsx", A1=1, B1="=A1*2", C5="=A1")
    book = openpyxl.load_workbook(path)
    book.active["D1"].value, book.active["D1"].data_type = "#DIV/0!", "e"
    book.save(path)
    (sheet,) = read_sheets(path)
    assert ["công thức chưa có kết quả"] * 2 == [
        cell.refusal.reason for cell in (sheet.rows[0][1], sheet.rows[4][2]) if isinstance(cell, Broken)
    ]
    assert isinstance(sheet.rows[0][3], Broken)
    assert "#DIV/0!" in sheet.rows[0][3].refusal.reason


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "rỗng"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "bị hỏng"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"<html><table></table></html>", "không phải tệp Excel"),
        (b"PK\x03\x04" + b"\0" * 200, "bị hỏng"),
    ],
)
def test_a_file_that_is_no_workbook_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    """Empty, old, encrypted, renamed and broken files: one clear message each."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert message in refused(path)


def test_a_workbook_cut_short_is_named(tmp_path: Path) -> None:
    """A download that stopped."""
    path = save(tmp_path / "a.xlsx", A1=1)
    path.write_bytes(path.read_bytes()[:-500])
    assert "chưa tải về hết" in refused(path)


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size alone refuses it."""
    monkeypatch.setattr(spreadsheets, "MAX_FILE_BYTES", 100)
    assert "tệp lớn hơn 100 byte (có " in refused(save(tmp_path / "a.xlsx", A1=1))


def swap_part(path: Path, name: str, content: bytes, *, lie: int | None = None) -> Path:
    """Replace one part of a workbook; ``lie`` is the size its header declares."""
    with zipfile.ZipFile(path) as archive:
        parts = {item: archive.read(item) for item in archive.namelist()}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for item, part in {**parts, name: content}.items():
            archive.writestr(item, part)
    data = bytearray(held.getvalue())
    if lie is not None:
        size = struct.pack("<I", len(content))
        while (at := data.find(size)) >= 0:
            data[at : at + 4] = struct.pack("<I", lie)
    path.write_bytes(data)
    return path


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    """A part that inflates to more than a form can hold."""
    path = swap_part(save(tmp_path / "a.xlsx", A1=1), "xl/media/x.xml", b" " * 60_000_000)
    assert "quá lớn" in refused(path)


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """What a header declares is not believed: the part is inflated under the limit."""
    path = swap_part(save(tmp_path / "a.xlsx", A1=1), "xl/media/x.xml", b" " * 60_000_001, lie=1000)
    assert "quá lớn" in refused(path)


@pytest.mark.parametrize("cell", ["XFD1048576", "A20000", "GA5"])
def test_a_value_far_out_is_refused(tmp_path: Path, cell: str) -> None:
    """A sheet is read as one rectangle: the last cell there is would take 512 GB."""
    assert "quá xa" in refused(save(tmp_path / "a.xlsx", A1=1, **{cell: 1}))


def test_a_format_far_out_is_harmless(tmp_path: Path) -> None:
    """Whole columns get formats; only values widen a sheet."""
    path = save(tmp_path / "a.xlsx", A1=1, A1048576=(None, "0.0"))
    assert [[1.0]] == read_sheets(path)[0].rows


def test_xml_with_a_document_type_is_refused(tmp_path: Path) -> None:
    """Entities have no place in a workbook."""
    content = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'
    path = swap_part(save(tmp_path / "a.xlsx", A1=1), "xl/worksheets/sheet1.xml", content)
    assert "cách lạ" in refused(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """With what to do."""
    assert "không có tệp" in refused(tmp_path / "a.xlsx")
