"""Plain text: the words of a brief, without evidence."""

from __future__ import annotations

from types import SimpleNamespace

from antq_reports.formats.text_file import TEXT


def test_text_is_written_in_utf_8() -> None:
    """No file is read back as it: it carries nothing."""
    finished = SimpleNamespace(pdf=b"", html="", text="Có 6 khẩu súng\n")
    assert "Có 6 khẩu súng\n".encode() == TEXT.write(finished)
    assert ((), None) == (TEXT.endings, TEXT.read)
