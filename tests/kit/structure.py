"""What the tests read off the tags, the dates and the rules of a PDF, as a screen reader and an archive do.

Tags come through PDFium, page by page: an element that goes on over the page is met once on each.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import page as page_validation
import pypdfium2
import pypdfium2.raw as pdfium

_XMP_DATE = re.compile(rb"xmp:(CreateDate|ModifyDate)(?:>|=[\"'])([^<\"']+)")


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the structure tree."""

    kind: str
    alt: str
    children: tuple[Tag, ...]

    def walk(self) -> Iterator[Tag]:
        """The element and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def failed_rules(pdf: bytes, profile: str) -> list[str]:
    """The rules a PDF breaks; STREAM-LENGTH-001 is a false alarm on streams that end in a CR."""
    found = page_validation.validate_pdf_bytes(pdf, profile=profile)
    return [failure.rule_id for failure in found.failures if not failure.rule_id.endswith("STREAM-LENGTH-001")]


def tags_of(pdf: bytes) -> list[Tag]:
    """Every element of every page, in reading order."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [tag for page in document for root in _roots(page) for tag in root.walk()]
    finally:
        document.close()


def _roots(page: Any) -> list[Tag]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        return [_tag(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place)) for place in range(count)]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _tag(element: Any) -> Tag:
    count = pdfium.FPDF_StructElement_CountChildren(element)
    below = (pdfium.FPDF_StructElement_GetChildAtIndex(element, place) for place in range(count))
    return Tag(
        kind=_text(pdfium.FPDF_StructElement_GetType, element),
        alt=_text(pdfium.FPDF_StructElement_GetAltText, element),
        children=tuple(_tag(child) for child in below if child),
    )


def _text(read: Callable[..., int], element: Any) -> str:
    """A text that PDFium copies out as UTF-16 with a zero at its end."""
    buffer = ctypes.create_string_buffer(read(element, None, 0))
    read(element, buffer, len(buffer))
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def dates_of(pdf: bytes) -> dict[str, str]:
    """The dates a PDF says it was made and changed at, in its information dictionary and in its metadata."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        info = document.get_metadata_dict()
    finally:
        document.close()
    found = {name: info[name] for name in ("CreationDate", "ModDate") if info.get(name)}
    return found | {name.decode(): value.decode() for name, value in _XMP_DATE.findall(pdf)}


def attachment_dates_of(pdf: bytes) -> dict[str, tuple[str, str]]:
    """When each attached file was made and changed, as the PDF says, by the file's name."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        files = [document.get_attachment(place) for place in range(document.count_attachments())]
        return {file.get_name(): (file.get_str_value("CreationDate"), file.get_str_value("ModDate")) for file in files}
    finally:
        document.close()
