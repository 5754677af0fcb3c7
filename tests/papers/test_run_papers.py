"""The papers of a run: all of them beside the briefs, none written twice, none read again as input."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest
from form_cells import line_of
from papers_kit import inputs, province_folder

from antq_reports.batch import BatchOptions, run_batch
from antq_reports.load import read_reports
from antq_reports.papers import PapersWritten, write_papers

pytestmark = pytest.mark.usefixtures("lent_processes")


def papers_of(folder: Path) -> PapersWritten:
    """A run with its papers, the output inside the inbox."""
    out = folder / "nop-ve" / "out"
    return write_papers(run_batch(BatchOptions(inputs=inputs(folder), out_dir=out, jobs=1)), out)


def test_a_run_writes_its_papers_once(tmp_path: Path) -> None:
    """A second one finds nothing to do, and reads none of them."""
    folder = Path(shutil.copytree(province_folder(), tmp_path / "tinh"))
    first = papers_of(folder)
    out = folder / "nop-ve" / "out"
    names = {path.relative_to(out).as_posix() for path in first.written}
    assert {"index.html", "tong-hop.xlsx", "nhac-nop.csv", "thay-doi.csv", "in-ca-tinh.pdf"} < names
    assert {"tra-lai/24824-xa-nam-ban.xlsx", "tra-lai/24824-xa-nam-ban.txt", "tra-lai/24827-xa-bao-lam.txt"} < names
    stamps = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    second = papers_of(folder)
    assert ((), len(first.written)) == (second.written, len(second.kept))
    assert stamps == {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    intake = read_reports(folder / "nop-ve")
    assert 4 == len(intake.reports)
    assert 1 == sum("do lần chạy trước ghi ra" in fault.message for fault in intake.warnings)


def test_another_figure_makes_the_form_to_send_back_anew(tmp_path: Path) -> None:
    """Also one that nobody asked about, with as many figures as before: the form holds them all."""
    folder = Path(shutil.copytree(province_folder(), tmp_path / "tinh"))
    papers_of(folder)
    form = folder / "nop-ve" / "24824.xlsx"
    book = openpyxl.load_workbook(form)
    sheet, row = line_of(book, "models.models_active")
    sheet.cell(row, 5).value = 4
    book.save(form)
    assert "24824-xa-nam-ban.xlsx" in {path.name for path in papers_of(folder).written}
    sheet, row = line_of(
        openpyxl.load_workbook(folder / "nop-ve/out/tra-lai/24824-xa-nam-ban.xlsx"), "models.models_active"
    )
    assert 4 == sheet.cell(row, 5).value
