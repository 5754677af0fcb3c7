"""The formats a brief is written in and read back from: one module each."""

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from antq_reports.formats.brief_format import BriefFormat
from antq_reports.formats.html_file import HTML, carried_files, carry
from antq_reports.formats.pdf_file import PDF
from antq_reports.formats.text_file import TEXT

FORMATS: Mapping[str, BriefFormat] = MappingProxyType({each.name: each for each in (PDF, HTML, TEXT)})
"""Every format by name."""


def format_of(path: PurePath) -> BriefFormat | None:
    """The format a finished brief is read as, by its ending; None for an ending no brief carries evidence in.

    >>> format_of(PurePath("a.HTM")) is HTML, format_of(PurePath("a.txt"))
    (True, None)
    """
    return next((each for each in FORMATS.values() if path.suffix.lower() in each.endings), None)


__all__ = ["FORMATS", "BriefFormat", "carried_files", "carry", "format_of"]
