"""An article and a style become one HTML page, and that page becomes text or a self-contained file."""

from antq_reports.page.page import Page, build_page
from antq_reports.page.page_text import TextLine, page_lines, page_text
from antq_reports.page.standalone import standalone_html

__all__ = [
    "Page",
    "TextLine",
    "build_page",
    "page_lines",
    "page_text",
    "standalone_html",
]
