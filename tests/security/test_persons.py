"""No person's name, telephone, note or reason leaves the office in a brief."""

from __future__ import annotations

from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pikepdf
import pytest

from antq_reports import RenderedReport, Report, render_report
from antq_reports.forms import write_workbook
from antq_reports.load import read_reports
from antq_reports.report import BaseReport
from antq_reports.report.acceptance import Acceptance

NAME, ROLE, PHONE, NOTE, REASON = (
    "Nguyễn Thị Bí Mật",
    "Phó Trưởng Công an xã",
    "0987654321",
    "hỏi chị Sáu",
    "anh Năm bảo",
)
PLANTED = (NAME, ROLE, PHONE, NOTE, REASON)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> BaseReport:
    """A form with a name, a telephone and notes wherever a clerk leaves them."""
    path = tmp_path_factory.mktemp("biểu") / "a.xlsx"
    given = Report.model_validate(
        {"place": "xã Tân Hà", "period": 2026, "tips.public_tips": 5, "tips.valuable_tips": 9}
    )
    write_workbook(path, unit="Xã Tân Hà", period=2026, report=given, filled_by=NAME)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in range(1, sheet.max_row + 1):
            cover = {"filled.role": ROLE, "filled.phone": PHONE}.get(sheet.cell(row, 1).value)
            if cover:
                sheet.cell(row, 3).value = cover
            if str(sheet.cell(row, 1).value).startswith("tips."):
                sheet.cell(row, 7).value = NOTE
    book.properties.creator = book.properties.lastModifiedBy = NAME
    book.save(path)
    [report] = read_reports(path).reports
    return report


def brief(form: BaseReport, *, internal: bool) -> RenderedReport:
    """Its brief, one of its figures accepted."""
    accepted = Acceptance(unit="Tân Hà", metric="tips.valuable_tips", value="9", who=NAME, when="2/12", why=REASON)
    return render_report(form, previous=form, accepted=[accepted], internal=internal)


def everything_in(made: RenderedReport, folder: Path) -> str:
    """The HTML, and every string and stream of the PDF inflated."""
    path = folder / "a.pdf"
    path.write_bytes(made.pdf)
    pieces = [made.html, made.text]
    with pikepdf.open(path) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                pieces.append(each.read_bytes().decode("utf-8", "replace"))
            elif isinstance(each, pikepdf.Dictionary | pikepdf.String):
                pieces.append(repr(each))
    return "\n".join(pieces)


def test_no_person_is_in_a_brief_or_its_evidence(form: BaseReport, tmp_path: Path) -> None:
    """Neither who filled the form in, nor what was noted, nor who accepted what and why."""
    assert NAME in (form.sources.place_of("place") or "")
    found = everything_in(brief(form, internal=False), tmp_path)
    assert "a.xlsx" in found
    assert [] == [planted for planted in PLANTED if planted in found]


def test_an_internal_brief_keeps_who_filled_it_in(form: BaseReport, tmp_path: Path) -> None:
    """For the office's own papers; reasons stay in the list they were written into."""
    found = everything_in(brief(form, internal=True), tmp_path)
    assert [NAME, ROLE, NOTE] == [planted for planted in PLANTED if planted in found]
