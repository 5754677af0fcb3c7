"""The mark of a form that a run wrote for correction: known again when it comes back, changed or as it went out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest
from form_cells import line_of
from held import held

from antq_reports import Report
from antq_reports.forms import write_workbook
from antq_reports.forms.return_mark import ReturnMark, digest_of
from antq_reports.forms.workbook_sheets import Asked
from antq_reports.load import read_reports

WRITTEN = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
TIPS = "tips.public_tips"


def returned(path: Path, written: datetime = WRITTEN) -> Path:
    """A form to correct: one figure read, one cell asked about."""
    raw = {"place": {"name": "Tân Hà", "level": "xã"}, "period": "năm 2026", "weapons": {"firearms_surrendered": 3}}
    report, asked = Report.model_validate(raw), {TIPS: Asked("mười hai", "không phải số")}
    more = {"report": report, "asked": asked, "returned_on": written}
    return write_workbook(path, unit="Xã Tân Hà", code="24823", period=2026, **more)  # type: ignore[arg-type]


def test_as_it_went_out_it_is_no_answer(tmp_path: Path) -> None:
    """One line says so; no report comes of it."""
    intake = read_reports(returned(tmp_path / "a.xlsx"))
    assert ((), ()) == (intake.reports, intake.refused)
    [warning] = intake.warnings
    assert "còn nguyên như lúc phát" in warning.message


def test_corrected_it_is_the_newest_of_its_unit(tmp_path: Path) -> None:
    """It knows when it was written."""
    book = openpyxl.load_workbook(path := returned(tmp_path / "a.xlsx"))
    sheet, row = line_of(book, TIPS)
    assert "mười hai" == sheet.cell(row, 5).value
    sheet.cell(row, 5).value = 12
    book.save(path)
    [report] = read_reports(path).reports
    assert ("2026-12-01T08:30:00+00:00", 12) == (report.sources.returned, getattr(held(report, TIPS), "raw", None))


@pytest.mark.parametrize(
    "text", ["", "@antq", "@antq:tra-lai:hôm qua:0123456789abcdef", "@antq:tra-lai:2026-12-01:xyz"]
)
def test_any_other_text_is_no_mark(text: str) -> None:
    """A mark is whole."""
    assert ReturnMark.parse(text) is None


def test_the_digest_is_of_what_stands_in_the_cells() -> None:
    """In any order, without the blank ones."""
    assert digest_of([("a", "1"), ("b", "")]) == digest_of([("a", "1")]) != digest_of([("a", "2")])
    assert digest_of([("a", "1"), ("b", "2")]) == digest_of([("b", "2"), ("a", "1")])
