"""The summary as a workbook: totals, marks, no formula; it is known as a run's own when it lies among the forms."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest
from papers_kit import year

from antq_reports.load import read_reports
from antq_reports.papers.summary_rows import summarise
from antq_reports.papers.summary_workbook import SUMMARY_FILE, summary_workbook


@pytest.fixture(scope="module")
def data() -> bytes:
    """The workbook of the small province."""
    return summary_workbook(summarise(year()))


def test_units_stand_over_the_province_s_totals(data: bytes) -> None:
    """Numbers as numbers; what was left out has its question in a note."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Các đơn vị"]
    column = next(cell.column for cell in sheet[3] if cell.value == "Tin do quần chúng cung cấp")
    assert [1_584, "mười hai", None, None, None, 1_584, "1/5"] == [
        sheet.cell(row, column).value for row in range(5, 12)
    ]
    assert "đọc được “mười hai”" in sheet.cell(6, column).comment.text
    assert ["Toàn tỉnh (số in)", "Số đơn vị có số liệu"] == [sheet.cell(row, 3).value for row in (10, 11)]


def test_no_cell_is_a_formula_or_a_link(data: bytes) -> None:
    """Whatever units typed."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert [] == [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_it_is_never_taken_for_a_form(data: bytes, tmp_path: Path) -> None:
    """One line says that it was passed over."""
    (tmp_path / SUMMARY_FILE).write_bytes(data)
    intake = read_reports(tmp_path)
    assert ((), ()) == (intake.reports, intake.refused)
    assert ["bảng tổng hợp do lần chạy trước ghi ra nên không đọc"] == [each.message for each in intake.warnings]
