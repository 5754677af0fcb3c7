"""The list of units: who should report, what each was formed of, whom to ask."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # no types
import pytest

from antq_reports.errors import IntakeError
from antq_reports.forms import UnitEntry, load_units

FULL = """DANH SÁCH ĐƠN VỊ HÀNH CHÍNH CẤP XÃ;;;;;;
Mã ĐVHC;Tên ĐVHC;Cấp;Gộp từ;Từ ngày;Người liên hệ;Điện thoại/E-mail
24823;UBND XÃ ĐẠI LÃNH;;24823, 24825 (xã Nam Ban);01/07/2025;Lê Thị Hoa;0912345678; hoa@xa.vn
4824;Phường 1;;;;;912345678
"""


def write(path: Path, text: str) -> Path:
    """A CSV of the test's."""
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_every_column_is_read(tmp_path: Path) -> None:
    """Below a title, under the headings offices use."""
    first, second = load_units(write(tmp_path / "a.csv", FULL.replace("; hoa", " hoa")))
    assert first == UnitEntry(
        code="24823",
        name="Đại Lãnh",
        level="xã",
        predecessors=("24823", "24825"),
        since=date(2025, 7, 1),
        contact="Lê Thị Hoa",
        phone="0912345678",
        email="hoa@xa.vn",
    )
    assert ("04824", "1", "phường", "0912345678") == (second.code, second.name, second.level, second.phone)


def test_a_spreadsheet_is_read_alike(tmp_path: Path) -> None:
    """With numbers where a person typed numbers, and a date where a date."""
    book = openpyxl.Workbook()
    book.active.append(["Danh sách"])
    book.active.append(["STT", "Mã", "Tên đơn vị", "Gộp từ", "Từ ngày", "Điện thoại"])
    book.active.append([1, 4823, "Xã Tân Hà", 4825, date(2026, 3, 1), 912345678])
    book.save(tmp_path / "a.xlsx")
    [unit] = load_units(tmp_path / "a.xlsx")
    told = (unit.code, unit.name, unit.predecessors, unit.since, unit.phone)
    assert ("04823", "Tân Hà", ("04825",), date(2026, 3, 1), "0912345678") == told


def test_two_units_under_one_code_are_a_fault(tmp_path: Path) -> None:
    """Both lines are named."""
    with pytest.raises(IntakeError, match=r"dòng 3: .*Xã Tân Hạ và Xã Tân Hà \(dòng 2\) cùng mang mã 24823"):
        load_units(write(tmp_path / "a.csv", "mã;tên\n24823;Xã Tân Hà\n24823;Xã Tân Hạ\n"))


def test_every_faulty_line_is_told(tmp_path: Path) -> None:
    """With its line and what to write."""
    with pytest.raises(IntakeError) as caught:
        load_units(write(tmp_path / "a.csv", "mã;tên;từ ngày\nA;Tân Hà;\n24824;;\n24825;Tân Hạ;hôm qua\n"))
    assert [2, 3, 4] == [fault.line for fault in caught.value.faults]


def test_without_its_columns_it_is_no_list(tmp_path: Path) -> None:
    """The heading to write is said."""
    with pytest.raises(IntakeError, match="thiếu cột mã hoặc cột tên → dòng tiêu đề ghi: mã;tên;cấp"):
        load_units(write(tmp_path / "a.csv", "đơn vị\nTân Hà\n"))
