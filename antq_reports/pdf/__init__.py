"""HTML to PDF bytes, and text and attachments back out of them.

Every PDF is PDF/A-3a and PDF/UA-1 in one file, the same bytes for the same input.

This package knows no model: it takes one HTML text, one stylesheet and the bytes both refer to, and answers with a
PDF. Importing it loads no PDF engine; the first render does.
"""

from __future__ import annotations

from antq_reports.pdf.drawn_content import hidden_things, page_images, read_attached_files, read_pdf
from antq_reports.pdf.engine import engine_statistics, render_pdf
from antq_reports.pdf.libraries import text_engine
from antq_reports.pdf.values import (
    DrawnBlock,
    DrawnPage,
    EngineStatistics,
    Layout,
    PdfAttachment,
    PdfContent,
    PdfMetadata,
    PdfStyle,
    Relationship,
    RenderedPdf,
    Resource,
)

__all__ = [
    "DrawnBlock",
    "DrawnPage",
    "EngineStatistics",
    "Layout",
    "PdfAttachment",
    "PdfContent",
    "PdfMetadata",
    "PdfStyle",
    "Relationship",
    "RenderedPdf",
    "Resource",
    "engine_statistics",
    "hidden_things",
    "page_images",
    "read_attached_files",
    "read_pdf",
    "render_pdf",
    "text_engine",
]
