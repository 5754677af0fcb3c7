"""The table of formats: what is written is of its format, and what carries evidence gives it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose_kit import report_of

from antq_reports import render_report
from antq_reports.errors import OutputError
from antq_reports.formats import FORMATS, format_of

BRIEF = render_report(report_of(weapons={"firearms_surrendered": "526 súng"}))


@pytest.mark.parametrize("name", FORMATS)
def test_a_brief_is_written_in_every_format(name: str) -> None:
    """PDF, HTML, plain text; a format that reads gives the evidence of what it wrote."""
    written = BRIEF.content(name)
    heads = {"pdf": b"%PDF-", "html": b"<!DOCTYPE html>", "txt": BRIEF.text.encode()[:5]}
    assert written.startswith(heads[name])
    read = FORMATS[name].read
    assert name == "txt" or (read is not None and "so-lieu.json" in read(written))


def test_a_format_is_known_by_its_endings() -> None:
    """Upper case too; plain text carries no evidence and is no brief to read."""
    found = [
        form.name if (form := format_of(Path(name))) else None for name in ("a.PDF", "a.htm", "a.html", "a.txt", "a")
    ]
    assert ["pdf", "html", "html", None, None] == found


def test_another_format_is_refused_with_those_there_are() -> None:
    """By its name, with what may be asked for."""
    with pytest.raises(OutputError, match="pdf, html, txt"):
        BRIEF.content("odt")
