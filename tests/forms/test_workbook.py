"""The forms as they are written, filled in by others, and read back."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest

from antq_reports import Report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import FigureSyntaxError, OutputError
from antq_reports.forms import UnitEntry, write_workbook
from antq_reports.forms.questions import questions_of
from antq_reports.load import read_reports

FIGURES: dict[str, Any] = {
    "communication": {"outreach_sessions": "1.584 buổi", "outreach_attendance": "hơn 311.500 lượt người"},
    "commitments": {"transport_pledges_by_group": ["86 doanh nghiệp", "hơn 236 chủ xe"]},
    "traffic_safety": {"school_traffic_sessions": "31 buổi, 1.200 lượt học sinh, giáo viên", "traffic_accidents": 0},
    "weapons": {"fireworks_kg": "13,85 kg pháo", "ammunition_surrendered": "hàng trăm viên đạn"},
    "crime_results": {
        "public_order_cases_solved": "86,1%",
        "fines": "33,5 triệu đồng",
        "prosecutions_by_field": [{"label": "ma túy", "figure": "31 vụ, 34 bị can"}],
    },
    "standards": {"safe_residential_areas": "11/12 khu dân cư", "safe_communes": "1/1 xã"},
    "rewards": {"awards": [{"form": "Giấy khen", "level": "Chủ tịch UBND xã", "individuals": "12 cá nhân"}]},
}


def make_report(year: int = 2026, **figures: Any) -> Report:
    """Make a commune's report."""
    place = {"name": "Tân Hà", "level": "xã", "code": "24823", "boundaries_as_of": date(2025, 7, 1)}
    period = {"label": f"năm {year}", "start": date(year, 1, 1), "end": date(year, 12, 31)}
    return Report.model_validate({"place": place, "period": period, **(figures or FIGURES)})


def write(path: Path, report: Report | None = None, **more: Any) -> Path:
    """Write the form of Xã Tân Hà."""
    boundaries = date(2025, 7, 1)
    return write_workbook(
        path, unit="Xã Tân Hà", code="24823", period=2026, boundaries_as_of=boundaries, report=report, **more
    )


def test_every_question_of_a_commune_is_in_the_form(tmp_path: Path) -> None:
    """Sheets of a printed page each, a row a cell, the id in the hidden first column."""
    book = openpyxl.load_workbook(write(tmp_path / "a.xlsx"))
    asked = questions_of(bundled_catalogue()).of_communes("xã")
    assert ["Bìa", "Biểu 1", "Biểu 2"] == book.sheetnames
    assert {(1, 1)} == {(sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) for sheet in book}
    ids = {row[0].value for sheet in book for row in sheet.iter_rows(max_col=1)}
    assert set() == {name for question in asked for name in question.slot_ids()} - ids
    assert {True} == {sheet.column_dimensions["A"].hidden for sheet in book}
    assert {True} == {sheet.row_dimensions[1].hidden for sheet in book}


def test_labels_are_locked_and_cells_to_fill_are_not(tmp_path: Path) -> None:
    """Without a password; and nothing typed is refused by the form itself."""
    sheet = openpyxl.load_workbook(write(tmp_path / "a.xlsx"))["Biểu 1"]
    assert (True, True, False) == (sheet.protection.sheet, sheet["C6"].protection.locked, sheet["E6"].protection.locked)
    assert {False} == {bool(rule.showErrorMessage) for rule in sheet.data_validations.dataValidation}


def test_a_level_is_asked_its_own_questions(tmp_path: Path) -> None:
    """A ward is asked whether it is a safe ward, not whether it is a safe commune."""
    path = write_workbook(tmp_path / "a.xlsx", unit="Phường 1", period=2026)
    ids = {row[0].value for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows(max_col=1)}
    assert ("standards.safe_wards" in ids, "standards.safe_communes" in ids) == (True, False)


def test_a_filled_form_reads_back_equal(tmp_path: Path) -> None:
    """Both columns, figures and places."""
    report, last = make_report(), make_report(2025, tips={"public_tips": 12})
    intake = read_reports(write(tmp_path / "a.xlsx", report, previous=last))
    assert ((report,), (last,), (), ()) == (intake.reports, intake.previous, intake.refused, intake.warnings)
    place = intake.reports[0].sources.place_of("standards.safe_communes")
    assert place is not None
    assert place.startswith("a.xlsx, trang “Biểu 2”, ô E")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_form_saved_by_libreoffice_reads_back_equal(tmp_path: Path) -> None:
    """Another program may fill the form in."""
    path = write(tmp_path / "a.xlsx", make_report(), previous=make_report(2025))
    out, profile = tmp_path / "out", f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    intake = read_reports(out / "a.xlsx")
    assert ((make_report(),), (make_report(2025),), ()) == (intake.reports, intake.previous, intake.refused)
    assert () == intake.warnings


def test_a_blank_form_gives_no_report_and_says_what_is_missing(tmp_path: Path) -> None:
    """A form nobody filled in has no figures."""
    intake = read_reports(write_workbook(tmp_path / "a.xlsx"))
    assert ((), 1) == (intake.reports, len(intake.faults))


def test_text_never_becomes_a_formula(tmp_path: Path) -> None:
    """Whatever a name begins with."""
    path = write_workbook(tmp_path / "a.xlsx", unit="=1+1", period="-x", filled_by="@SUM(A1)")
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert ({"=1+1", "-x", "@SUM(A1)"}, set()) == (
        {cell.value for cell in cells} & {"=1+1", "-x", "@SUM(A1)"},
        {cell.coordinate for cell in cells if cell.data_type == "f"},
    )


def test_the_province_form_reads_back_equal(tmp_path: Path) -> None:
    """One row a unit, one column a metric, groups as short lists."""
    units = [UnitEntry(code="24823", name="Tân Hà"), UnitEntry(code="24824", name="Tân Hạ")]
    path = write_workbook(
        tmp_path / "a.xlsx", units=units, reports=[make_report()], period=2026, boundaries_as_of=date(2025, 7, 1)
    )
    intake = read_reports(path)
    assert ((make_report(),), (), ()) == (intake.reports, intake.refused, intake.warnings)


def test_a_wrong_level_is_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(FigureSyntaxError, match="cấp hành chính"):
        write_workbook(tmp_path / "a.xlsx", level="ấp")


def test_a_form_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    """With the path and the remedy."""
    with pytest.raises(OutputError, match="không ghi được"):
        write_workbook(tmp_path / "none" / "a.xlsx")
