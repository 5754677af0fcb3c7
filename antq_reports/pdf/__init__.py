"""HTML to PDF bytes: PDF/A-3a and PDF/UA-1 in one file, the same bytes for the same input.

This package knows no model: it takes one HTML text, one stylesheet and the bytes both refer to, and answers with a
PDF. Importing it loads no PDF engine; the first render does.
"""

from __future__ import annotations

from antq_reports.pdf.engine import engine_statistics, render_pdf
from antq_reports.pdf.values import (
    EngineStatistics,
    PdfAttachment,
    PdfMetadata,
    PdfStyle,
    RenderedPdf,
    Resource,
)

__all__ = [
    "EngineStatistics",
    "PdfAttachment",
    "PdfMetadata",
    "PdfStyle",
    "RenderedPdf",
    "Resource",
    "engine_statistics",
    "render_pdf",
]
