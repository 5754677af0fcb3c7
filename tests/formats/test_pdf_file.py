"""PDF: the brief's own bytes, and the files attached to it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from antq_reports.errors import PdfError
from antq_reports.formats.pdf_file import PDF


def test_a_pdf_is_written_as_it_is() -> None:
    """Under its one ending."""
    finished = SimpleNamespace(pdf=b"%PDF-", html="<p>", text="a")
    assert (b"%PDF-", (".pdf",)) == (PDF.write(finished), PDF.endings)


def test_what_is_no_pdf_carries_nothing() -> None:
    """It is refused, not empty."""
    assert PDF.read is not None
    with pytest.raises(PdfError, match="không phải là PDF đọc được"):
        PDF.read(b"<!DOCTYPE html>")
