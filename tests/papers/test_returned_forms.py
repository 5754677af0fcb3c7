"""The form a unit gets back: what was read, what was typed, what is asked; corrected, it is the unit's newest."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
from form_cells import line_of
from held import held
from papers_kit import GUNS, HOSTILE, TIPS, VALUABLE, inputs, province_folder, standing

from antq_reports.batch import read_province
from antq_reports.papers.asked_back import problems_of
from antq_reports.papers.returned_forms import asked_cells, letter, write_return_form

NOW = datetime(2026, 12, 1, tzinfo=UTC)


def returned(path: Path) -> Path:
    """The form of Nam Ban."""
    return write_return_form(path, standing("Nam Ban"), asked_cells(standing("Nam Ban")), None, NOW)


def test_every_cell_in_question_is_asked_about() -> None:
    """Both cells of a share, each with the question."""
    asked = asked_cells(standing("Nam Ban"))
    assert {TIPS, GUNS, VALUABLE, "tips.valuable_tips#whole"} == set(asked)
    assert ("mười hai", "9", "7") == (asked[TIPS].text, asked[VALUABLE].text, asked["tips.valuable_tips#whole"].text)
    assert "phần 9 lớn hơn tổng 7" in asked[VALUABLE].message


def test_what_was_read_stands_and_nothing_is_a_formula(tmp_path: Path) -> None:
    """A refused cell keeps its text; a comment says why."""
    book = openpyxl.load_workbook(returned(tmp_path / "a.xlsx"))
    cells = {name: line_of(book, name) for name in (TIPS, GUNS, "models.models_active")}
    found = {name: sheet.cell(row, 5) for name, (sheet, row) in cells.items()}
    assert ["mười hai", HOSTILE, 3] == [cell.value for cell in found.values()]
    assert {"s", "n"} == {cell.data_type for cell in found.values()}
    assert [True, True, False] == [cell.comment is not None for cell in found.values()]


def test_corrected_it_counts_as_the_newest(tmp_path: Path) -> None:
    """Beside the form that was sent first; as it went out it changes nothing."""
    shutil.copytree(province_folder(), tmp_path / "tinh")
    folder = tmp_path / "tinh" / "nop-ve"
    back = returned(folder / "sua.xlsx")
    assert 1 == sum(
        "còn nguyên như lúc phát" in fault.message for fault in read_province(inputs(folder.parent)).intake.warnings
    )
    book = openpyxl.load_workbook(back)
    for name, value in ((TIPS, 12), (GUNS, 2), (VALUABLE, 7), ("tips.valuable_tips#whole", 9)):
        sheet, row = line_of(book, name)
        sheet.cell(row, 5).value = value
    book.save(back)
    year = read_province(inputs(folder.parent))
    [now] = [each for each in year.standings if each.unit.name == "Nam Ban"]
    assert ("used", ()) == (now.state, now.withheld)
    assert now.report is not None
    figure = held(now.report, TIPS)
    assert figure is not None
    assert 12 == figure.raw


def test_a_letter_says_what_is_wanted_and_names_nobody() -> None:
    """To the unit, numbered, with the form to use."""
    unit = standing("Nam Ban")
    text = letter(unit, problems_of(unit), "năm 2026", "24824-xa-nam-ban.xlsx")
    assert text.startswith("Kính gửi: Xã Nam Ban\n")
    assert "có 3 chỗ cần xem lại" in text
    assert "\n3. " in text
    assert "24824-xa-nam-ban.xlsx" in text
    missing = letter(standing("Bảo Lâm"), (), "năm 2026", "")
    assert "chưa nhận được biểu số liệu năm 2026" in missing
