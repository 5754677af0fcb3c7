"""PDF: PDF/A-3a and PDF/UA-1 in one file, the evidence attached."""

from __future__ import annotations

from antq_reports.formats.brief_format import BriefFormat
from antq_reports.pdf import read_attached_files

PDF = BriefFormat(name="pdf", endings=(".pdf",), write=lambda brief: brief.pdf, read=read_attached_files)
