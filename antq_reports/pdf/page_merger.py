"""The pages of several PDFs one after the other, for a printer: no tags and no attached files come along."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path


def merged_pages(files: Sequence[Path], *, ending: bytes = b"") -> bytes:
    """One PDF of all pages, with bytes after its end by which it is known again. Raises `OSError` for a lost file."""
    import pypdfium2

    target = pypdfium2.PdfDocument.new()
    try:
        for file in files:
            source = pypdfium2.PdfDocument(file.read_bytes())
            try:
                target.import_pages(source)
            finally:
                source.close()
        held = io.BytesIO()
        target.save(held)
    finally:
        target.close()
    return held.getvalue() + ending
