"""An article and a style become one HTML page, and that page becomes text or a self-contained file."""

from antq_reports.document.page import Page, build_page
from antq_reports.document.standalone import standalone_html
from antq_reports.document.text import page_text

__all__ = ["Page", "build_page", "page_text", "standalone_html"]
