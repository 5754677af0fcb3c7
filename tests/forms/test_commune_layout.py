"""Reading a commune's form however staff and their programs have changed it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest
from form_cells import line_of, sheet_of
from held import held

from antq_reports import Report
from antq_reports.forms import Intake, write_workbook
from antq_reports.load import read_reports
from antq_reports.report import reported_figures

METRICS = {"weapons": {"firearms_surrendered": 12, "detonators": "hơn 50 kíp nổ"}}


def changed(path: Path, change: Callable[[Any], None]) -> Intake:
    """Read a form after a change to its workbook."""
    report = Report.model_validate({"place": {"name": "Tân Hà", "level": "xã"}, "period": "năm 2026", **METRICS})
    write_workbook(path, unit="Xã Tân Hà", code="24823", period=2026, report=report)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return read_reports(path)


def figures(intake: Intake) -> tuple[object, object]:
    """Return the two figures of the one report."""
    assert ((), ()) == (intake.refused, intake.warnings)
    firearms = held(intake.reports[0], "weapons.firearms_surrendered")
    return firearms and firearms.raw, held(intake.reports[0], "weapons.detonators")


@pytest.mark.parametrize(
    "change",
    [
        lambda book: sheet_of(book, "weapons").insert_rows(line_of(book, "weapons.firearms_surrendered")[1], 3),
        lambda book: sheet_of(book, "weapons").insert_cols(4),
        lambda book: sheet_of(book, "weapons").move_range("E1:E99", cols=5),
        lambda book: sheet_of(book, "weapons").delete_rows(1),
        lambda book: setattr(sheet_of(book, "weapons"), "title", "Sheet7"),
        lambda book: book.move_sheet(sheet_of(book, "weapons"), -1),
    ],
    ids=["inserted rows", "inserted column", "moved column", "no hidden row", "renamed sheet", "moved sheet"],
)
def test_figures_survive_as_long_as_the_ids_are_there(tmp_path: Path, change: Callable[[Any], None]) -> None:
    """Columns and rows are found by their ids, not by where they stand."""
    got = figures(changed(tmp_path / "a.xlsx", change))
    assert (12, True) == (got[0], got[1] is not None)


def set_cell(sheet: str, cell: str, value: object) -> Callable[[Any], None]:
    """Make a change that sets one cell."""

    def change(book: Any) -> None:
        book[sheet][cell].value = value

    return change


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "message"),
    [
        ("Bìa", "C5", None, "chưa ghi tên đơn vị"),
        ("Bìa", "C7", "24A", "mã đơn vị"),
        ("Bìa", "C9", None, "chưa ghi kỳ báo cáo"),
        ("Bìa", "C10", "hôm qua", "không phải ngày"),
    ],
)
def test_a_fault_names_sheet_and_cell(tmp_path: Path, sheet: str, cell: str, value: object, message: str) -> None:
    """What was read and what is wanted come with it; the form gives no report."""
    intake = changed(tmp_path / "a.xlsx", set_cell(sheet, cell, value))
    (fault,) = intake.faults
    assert ((), f"trang “{sheet}”, ô {cell}") == (intake.reports, fault.where)
    assert message in fault.message
    assert fault.remedy


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (date(2026, 8, 5), "lựu đạn, bom, mìn: đọc được “05/08/2026”"),
        (1.584, "có thể là 1.584"),
        ("=B6*2", "công thức chưa có kết quả"),
        ("12 người", "tính bằng “người”"),
    ],
)
def test_a_cell_that_cannot_be_read_leaves_its_metric_out(tmp_path: Path, value: object, message: str) -> None:
    """It is named with its sheet and cell; the rest of the form is used."""
    place: list[str] = []

    def change(book: Any) -> None:
        sheet, row = line_of(book, "weapons.grenades_surrendered")
        sheet.cell(row, 5).value = value
        place.append(f"trang “{sheet.title}”, ô E{row}")

    intake = changed(tmp_path / "a.xlsx", change)
    (fault,), (report,) = intake.faults, intake.reports
    assert (place[0], True) == (fault.where, message in fault.message)
    assert ["weapons.grenades_surrendered"] == [withheld.path for withheld in report.sources.withheld]
    assert held(report, "weapons.grenades_surrendered") is None
    assert len(list(reported_figures(report))) > 1


@pytest.mark.parametrize(("cell", "value"), [("E190", 4), ("J6", 4)], ids=["a row without id", "outside the table"])
def test_a_value_no_metric_takes_is_a_warning(tmp_path: Path, cell: str, value: int) -> None:
    """With its cell; the report is read."""
    intake = changed(tmp_path / "a.xlsx", set_cell("Biểu 1", cell, value))
    assert [f"trang “Biểu 1”, ô {cell}"] == [warning.where for warning in intake.warnings]
    assert 1 == len(intake.reports)


def test_a_sheet_of_its_own_is_a_warning(tmp_path: Path) -> None:
    """A sheet without ids is not read, and that is said."""

    def change(book: Any) -> None:
        book.create_sheet("Nháp")["A1"] = 5

    intake = changed(tmp_path / "a.xlsx", change)
    assert ["trang “Nháp”"] == [warning.where for warning in intake.warnings]


def test_a_workbook_without_ids_is_no_form(tmp_path: Path) -> None:
    """It is refused whole, with where the form comes from."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Tổng số vụ"
    book.save(tmp_path / "a.xlsx")
    (fault,) = read_reports(tmp_path / "a.xlsx").faults
    assert ("không tìm thấy mã chỉ tiêu" in fault.message, "antq-reports workbook" in fault.remedy) == (True, True)


def test_who_filled_the_form_in_goes_with_the_place(tmp_path: Path) -> None:
    """For the ledger; it is no byline."""
    intake = changed(tmp_path / "a.xlsx", set_cell("Bìa", "C15", "Trần Thị B"))
    assert "người lập biểu: Trần Thị B" in (intake.reports[0].sources.place_of("place") or "")
