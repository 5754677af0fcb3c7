"""Every brief in one file, which is known as a run's own."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from batch_units import pdfs

from antq_reports.forms.inbox import PRINT_MARK
from antq_reports.load import read_reports
from antq_reports.pdf.page_merger import merged_pages


def test_all_pages_are_there_in_order(tmp_path: Path) -> None:
    """And a folder that holds it has nothing to read."""
    files = []
    for number, data in enumerate(pdfs(2)):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(data)
    merged = merged_pages(files, ending=PRINT_MARK)
    counts = [len(pypdfium2.PdfDocument(file)) for file in files]
    assert sum(counts) == len(pypdfium2.PdfDocument(merged))
    inbox = tmp_path / "nop-ve"
    inbox.mkdir()
    (inbox / "in-ca-tinh.pdf").write_bytes(merged)
    intake = read_reports(inbox)
    assert ((), 1) == (intake.refused, len(intake.warnings))
