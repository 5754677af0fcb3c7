"""What a person changed in a form besides the figures: used, or told, never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest
from form_cells import delete_section, line_of, sheet_of
from held import held

from antq_reports import Report
from antq_reports.catalogue import find_catalogue
from antq_reports.forms import Intake, write_workbook
from antq_reports.forms.cell import Raw
from antq_reports.forms.form_row import doubts_about
from antq_reports.forms.questions import Slot, questions_of
from antq_reports.load import read_reports

TIPS = "tips.public_tips"
OTHERS = {"weapons.detonators": 3, "models.models_active": 4}
COLUMNS = {"label": 3, "unit": 4, "value": 5, "previous": 6, "note": 7}


def report(tips: int, year: int) -> Report:
    """A commune's figures of a year."""
    place = {"name": "Tân Hà", "level": "xã", "code": "24823"}
    return Report.model_validate({"place": place, "period": year, TIPS: tips, **OTHERS})


def read(path: Path, change: Callable[[Any], None]) -> Intake:
    """A form prefilled with last year and filled in, changed by a person, read."""
    write_workbook(path, unit="Xã Tân Hà", period=2026, previous=report(40, 2025), report=report(52, 2026))
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return read_reports(path)


def put(**cells: object) -> Callable[[Any], None]:
    """Write cells of the line that asks for tips."""

    def change(book: Any) -> None:
        for sheet in book:
            for row in range(1, sheet.max_row + 1):
                if sheet.cell(row, 1).value == TIPS:
                    for name, value in cells.items():
                        sheet.cell(row, COLUMNS[name]).value = value

    return change


def told(intake: Intake) -> list[str]:
    """Faults and warnings in words, without the file."""
    return [f"{fault.where}: {fault.message}" for fault in (*intake.faults, *intake.warnings)]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (
            {"value": None, "note": "45 tin"},
            "ô G56: tin do quần chúng cung cấp: đọc được “45 tin”, số ghi ở cột",
        ),
        (
            {"value": None, "previous": 45},
            "ô F56: tin do quần chúng cung cấp: đọc được “45”, số chỉ ghi ở cột Kỳ trước",
        ),
        ({"value": None, "unit": "45 tin"}, "số ghi ở cột Đơn vị tính"),
        ({"unit": "nghìn tin"}, "đơn vị tính đã bị sửa, mẫu tính bằng “tin”"),
        ({"label": "Số vụ cháy trên địa bàn"}, "dòng này đã bị ghi đè thành câu hỏi khác"),
    ],
)
def test_a_figure_that_would_be_lost_is_asked_about(tmp_path: Path, cells: dict[str, object], words: str) -> None:
    """With its cell; its metric is left out, the others of the form are in."""
    intake = read(tmp_path / "a.xlsx", put(**cells))
    [line] = told(intake)
    assert words in line
    assert (None, 3) == (held(intake.reports[0], TIPS), held(intake.reports[0], "weapons.detonators").raw)


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"value": None},
        {"note": "theo báo cáo quý IV"},
        {"unit": "Tin", "label": "TIN DO QUẦN CHÚNG CUNG CẤP"},
        {"unit": "nguồn tin"},
        {"label": None, "unit": None},
    ],
)
def test_what_changes_no_answer_gets_no_line(tmp_path: Path, cells: dict[str, object]) -> None:
    """A prefilled last period that nobody touched says nothing, with a figure beside it or without."""
    assert [] == told(read(tmp_path / "a.xlsx", put(**cells)))


def test_a_last_period_that_was_changed_is_told(tmp_path: Path) -> None:
    """Beside a figure of this period: whether the commune stands by what it said."""
    intake = read(tmp_path / "a.xlsx", put(previous=39))
    assert ["cột Kỳ trước khác số đã in sẵn trên biểu (40), biểu ghi “39”" in line for line in told(intake)] == [True]
    assert 52 == held(intake.reports[0], TIPS).raw


def test_deleted_lines_and_sheets_are_named_once(tmp_path: Path) -> None:
    """For the unit: its figures there are as if nobody had asked."""

    def change(book: Any) -> None:
        delete_section(book, "weapons")
        sheet, row = line_of(book, "tips.public_tips")
        sheet.delete_rows(row)

    [line] = told(read(tmp_path / "a.xlsx", change))
    assert "biểu bị xóa: cả mục “Vũ khí”; tin do quần chúng cung cấp; các chỉ tiêu đó" in line


def test_headings_that_were_swapped_refuse_the_form(tmp_path: Path) -> None:
    """Nobody can say which column is which."""

    def change(book: Any) -> None:
        sheet = sheet_of(book, "tips")
        sheet.cell(4, 5).value, sheet.cell(4, 6).value = sheet.cell(4, 6).value, sheet.cell(4, 5).value

    intake = read(tmp_path / "a.xlsx", change)
    assert () == intake.reports
    assert "bị đổi chỗ cho nhau" in told(intake)[0]


def test_a_row_with_a_name_and_no_number_is_told(tmp_path: Path) -> None:
    """An award that nobody counted."""

    def change(book: Any) -> None:
        sheet, row = line_of(book, "rewards.awards[0]")
        sheet.cell(row, 3).value = "Giấy khen của Chủ tịch UBND xã"

    assert [
        "“Giấy khen của Chủ tịch UBND xã” có tên mà chưa có số" in line
        for line in told(read(tmp_path / "a.xlsx", change))
    ] == [True]


def test_a_form_that_keeps_nothing_of_what_was_sent_is_not_asked_of_it() -> None:
    """An older form may have been prefilled or not: nobody knows."""
    slot = questions_of(find_catalogue()).slot_of(TIPS)
    assert isinstance(slot, Slot)
    row: dict[str, Raw] = {"@label": slot.label, "@unit": slot.unit, "@previous": 45}
    assert [] == list(doubts_about(slot, row, knows_sent=False))
