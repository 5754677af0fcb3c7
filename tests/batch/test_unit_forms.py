"""Forms for all units of a list: prefilled, and never over what somebody wrote."""

from __future__ import annotations

from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest
from form_cells import line_of

from antq_reports import Report
from antq_reports.batch.unit_forms import write_unit_forms
from antq_reports.forms import UnitEntry

TIPS = "tips.public_tips"
UNITS = (
    UnitEntry(code="24823", name="Tân Hà", predecessors=("24823", "24830")),
    UnitEntry(code="24824", name="Nam Ban", level="phường"),
)


def last(folder: Path) -> Path:
    """Last year's reports: of both parts of Tân Hà, and nothing of Nam Ban."""
    folder.mkdir()
    for code, name, tips in (("24823", "Tân Hà", 5), ("24830", "Tân Thanh", 7)):
        raw = {"place": {"name": name, "level": "xã", "code": code}, "period": 2025, "tips": {"public_tips": tips}}
        (folder / f"{code}.json").write_text(Report.model_validate(raw).model_dump_json(exclude_none=True), "utf-8")
    return folder


def cell(path: Path, identifier: str, column: int) -> object:
    """What stands in a line of a form."""
    sheet, row = line_of(openpyxl.load_workbook(path), identifier)
    return sheet.cell(row, column).value


def test_each_unit_has_its_form_with_its_own_last_year(tmp_path: Path) -> None:
    """In its present boundaries: two predecessors are added up."""
    made = write_unit_forms(tmp_path / "mau", UNITS, "2026", previous=(last(tmp_path / "truoc"),))
    assert ["24823-xa-tan-ha.xlsx", "24824-phuong-nam-ban.xlsx"] == [path.name for path in made.written]
    assert ("Tân Hà", 12) == (cell(made.written[0], "unit.name", 3), cell(made.written[0], TIPS, 6))
    assert ("phường", None) == (cell(made.written[1], "unit.level", 3), cell(made.written[1], TIPS, 6))
    assert ("Phường Nam Ban",) == made.without_last


@pytest.mark.parametrize(("identifier", "column"), [(TIPS, 5), ("filled.by", 3), ("notes.results", 3)])
def test_a_form_that_somebody_wrote_into_stays(tmp_path: Path, identifier: str, column: int) -> None:
    """A figure, a name or a word; blank ones are made anew."""
    first, second = write_unit_forms(tmp_path, UNITS, "2026").written
    book = openpyxl.load_workbook(first)
    sheet, row = line_of(book, identifier)
    sheet.cell(row, column).value = "12"
    book.save(first)
    before = first.read_bytes()
    again = write_unit_forms(tmp_path, UNITS, "2026")
    assert ((second,), (first,), before) == (again.written, again.kept, first.read_bytes())


def test_a_file_nobody_can_read_stays(tmp_path: Path) -> None:
    """It is somebody's."""
    path = tmp_path / "24823-xa-tan-ha.xlsx"
    path.write_bytes(b"PK")
    assert (path,) == write_unit_forms(tmp_path, UNITS, "2026").kept
    assert b"PK" == path.read_bytes()


def test_figures_of_the_same_period_are_no_last_year(tmp_path: Path) -> None:
    """The folder of this year's reports was named by mistake."""
    made = write_unit_forms(tmp_path / "mau", UNITS, "2025", previous=(last(tmp_path / "truoc"),))
    assert ("Xã Tân Hà", "Phường Nam Ban") == made.without_last
