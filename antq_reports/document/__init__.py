"""An article and a style become one HTML page, and that page becomes text or a self-contained file."""

from antq_reports.document.carried import carried_files, carry
from antq_reports.document.page import Page, build_page
from antq_reports.document.standalone import standalone_html
from antq_reports.document.text import TextLine, page_lines, page_text

__all__ = [
    "Page",
    "TextLine",
    "build_page",
    "carried_files",
    "carry",
    "page_lines",
    "page_text",
    "standalone_html",
]
