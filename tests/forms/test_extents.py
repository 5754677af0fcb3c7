"""How many cells a spreadsheet spans is known before it is opened; a far cell is refused, not allocated."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from antq_reports.errors import IntakeError
from antq_reports.forms.extents import cells_of_ods, cells_of_xls, cells_of_xlsb
from antq_reports.forms.xlsx import MAX_CELLS, read_sheets

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "spreadsheets"
SHEETS = 14 + 1


def test_forms_of_other_programmes_are_small() -> None:
    """A form saved as .xls and as .ods spans a few thousand cells."""
    with zipfile.ZipFile(SAMPLES / "bieu.ods") as archive:
        content = archive.read("content.xml")
    assert 1_000 < cells_of_ods(content) < 20_000
    assert 1_000 < cells_of_xls((SAMPLES / "bieu.xls").read_bytes()) < 20_000


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_other_programmes_files_are_read_as_what_they_are(ending: str, tmp_path: Path) -> None:
    """Under the right name and under a wrong one."""
    data = (SAMPLES / f"bieu.{ending}").read_bytes()
    (tmp_path / "a.xlsx").write_bytes(data)
    assert SHEETS == len(read_sheets(tmp_path / "a.xlsx"))


def ods(rows: bytes) -> bytes:
    """The content of an .ods file with one table."""
    return b'<office:spreadsheet><table:table table:name="a">' + rows + b"</table:table></office:spreadsheet>"


def row(cells: bytes, repeated: int = 1) -> bytes:
    """A row of cells."""
    return f'<table:table-row table:number-rows-repeated="{repeated}">'.encode() + cells + b"</table:table-row>"


VALUE = b'<table:table-cell office:value="1"><text:p>1</text:p></table:table-cell>'
FAR = b'<table:table-cell table:number-columns-repeated="16000"/>'


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (row(VALUE), 1),
        (row(VALUE + FAR), 1),
        (row(FAR + VALUE), 16_001),
        (row(VALUE, 1000), 1000),
        (row(VALUE) + row(FAR, 1_000_000), 1),
        (row(FAR, 1_000_000) + row(VALUE), 1_000_001),
    ],
)
def test_repeated_rows_and_columns_count_as_often(rows: bytes, expected: int) -> None:
    """Those after the last value count nothing."""
    assert expected == cells_of_ods(ods(rows))


def test_a_far_cell_is_refused(tmp_path: Path) -> None:
    """Before anything is allocated for it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ods(row(FAR, 1_000_000) + row(FAR + VALUE)))
    (tmp_path / "a.ods").write_bytes(held.getvalue())
    with pytest.raises(IntakeError, match="quá xa bảng"):
        read_sheets(tmp_path / "a.ods")


def xlsb(*cells: tuple[int, int]) -> dict[str, bytes]:
    """The parts of an .xlsb file with one sheet."""
    records = b"".join(
        bytes((0, 8)) + struct.pack("<II", row, 0) + bytes((5, 16)) + struct.pack("<IId", column, 0, 1.0)
        for row, column in cells
    )
    return {"xl/worksheets/sheet1.bin": records}


def test_binary_workbooks_are_walked_too() -> None:
    """Rows and columns as the records say."""
    assert 12 == cells_of_xlsb(xlsb((0, 0), (2, 3)))
    assert cells_of_xlsb(xlsb((1_048_575, 16_383))) > MAX_CELLS


@pytest.mark.parametrize("cut", [600, 3000, 30_000, 50_000])
def test_a_torn_file_is_told(cut: int, tmp_path: Path) -> None:
    """Whatever is missing of it."""
    (tmp_path / "a.xls").write_bytes((SAMPLES / "bieu.xls").read_bytes()[:cut])
    with pytest.raises(IntakeError, match="bị hỏng"):
        read_sheets(tmp_path / "a.xls")
