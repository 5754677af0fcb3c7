"""PDF/A-3a and PDF/UA-1 in one file.

WeasyPrint writes one standard at a time. It writes PDF/A-3a; the finisher here adds the identification of PDF/UA-1 to
the XMP metadata (with the extension schema that PDF/A asks for), leaves that metadata readable, and names each
attachment once in /AF. A page must do its own part: see PDF/UA's rules on headings, tables and pictures.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from importlib.resources import files
from io import BytesIO
from typing import Any

from antq_reports.pdf.values import PdfMetadata

VARIANT = "pdf/a-3a"

OUTPUT_INTENT = "--antq-srgb"
"""The colour space the pages are written in: sRGB, under a name of our own."""

_END = b"</rdf:RDF>"

_LEVEL = 6
"""Of compression; pydyf's 9 takes twice as long for one byte in a hundred."""

_NO_BREAK_SPACE, _SPACE = b"> <00a0>", b"> <0020>"
"""The end of a line of a character map, as WeasyPrint writes it."""

_PDF_UA = b"""\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 this file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""ISO 14289-1, clause 5, and ISO 19005-3, clause 6.6.2.3.3."""

_ALLOWED_SCHEMES = ("http://", "https://", "mailto:")


def new_srgb_profile() -> Any:
    """Return WeasyPrint's own sRGB profile, fresh: once it was looked into, its bytes come out differently.

    WeasyPrint would open the file for every page and leave it open: a ResourceWarning each time.
    """
    profile_class = import_module("weasyprint.css").ColorProfile
    return profile_class(BytesIO(_srgb()), "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))


@cache
def _srgb() -> bytes:
    return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


def finish(_document: object, pdf: Any) -> None:
    """Edit a PDF after WeasyPrint built it and before its bytes are written."""
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    xml = b"".join(stream.stream)
    if xml.count(_END) != 1:
        raise ValueError("the XMP metadata has no single rdf:RDF element")
    stream.stream = [xml.replace(_END, _PDF_UA + _END)]
    stream.compress = False
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def write_objects(pdf: Any) -> None:
    """Make the bytes of every object, once: pydyf would make and compress them again for the file's identifier."""
    pdf.objects[:] = [_written(each) for each in pdf.objects]


def _written(given: Any) -> Any:
    """An object with its bytes.

    Where a font draws the no-break space with the glyph of the space, the text says a space, which people search for.
    """
    if given.free == "f":
        return given
    lines = getattr(given, "stream", ())
    if b"endcodespacerange" in lines:
        given.stream = [line.replace(_NO_BREAK_SPACE, _SPACE) for line in lines]
    if getattr(given, "compress", False):
        to_bytes = import_module("pydyf")._to_bytes
        given.stream = [zlib.compress(b"\n".join(map(to_bytes, given.stream)), _LEVEL)]
        given.compress, given.extra = False, {**given.extra, "Filter": "/FlateDecode"}
    written = _written_class()()
    written.number, written.generation, written.free = given.number, given.generation, given.free
    written.data, written.compressible = given.data, given.compressible
    return written


@cache
def _written_class() -> type[Any]:
    class Written(import_module("pydyf").Object):  # type: ignore[misc]
        data = b""
        compressible = False

    return Written


def drop_forbidden_links(document: Any) -> Iterator[str]:
    """Take out of a laid-out document what must not be written, and yield a problem for each.

    Links lead to http, https, mailto or into the page; files are attached by the caller, with dates, not by the HTML.
    """
    for number, page in enumerate(document.pages, start=1):
        for link in [link for link in page.links if not _is_allowed(*link[:2])]:
            page.links.remove(link)
            yield f"trang {number}: liên kết “{link[1][:200]}” không được phép, chỉ dùng http, https, mailto hoặc #neo"
    for _ in document.metadata.attachments:
        yield "tệp đính kèm được khai báo trong HTML: hãy đính kèm bằng PdfAttachment"
    document.metadata.attachments.clear()


def _is_allowed(kind: str, target: str) -> bool:
    return kind == "internal" or (kind == "external" and target.lower().startswith(_ALLOWED_SCHEMES))


def settle_metadata(document: Any, given: PdfMetadata | None) -> Iterator[str]:
    """Put the caller's metadata over the HTML's, and yield what would make the metadata invalid."""
    metadata = document.metadata
    for name in ("title", "authors", "description", "keywords", "created", "modified"):
        if value := getattr(given, name, None):
            setattr(metadata, name, _w3c_date(value) if isinstance(value, date) else value)
    if not (metadata.title or "").strip():
        yield "trang không có tiêu đề (thẻ <title>), mà PDF/UA bắt buộc phải có"
    for name in ("title", "description"):
        if (cleaned := _printable(getattr(metadata, name) or "")) != (getattr(metadata, name) or ""):
            setattr(metadata, name, cleaned)
            yield f"siêu dữ liệu “{name}” chứa ký tự điều khiển"
    for name in ("authors", "keywords"):
        if (several := [_printable(value) for value in getattr(metadata, name)]) != list(getattr(metadata, name)):
            setattr(metadata, name, several)
            yield f"siêu dữ liệu “{name}” chứa ký tự điều khiển"


def _w3c_date(moment: date) -> str:
    """Write a date in the W3C's profile of ISO 8601; a datetime without a zone is taken as UTC.

    >>> _w3c_date(date(2024, 12, 25)), _w3c_date(datetime(2024, 12, 25, 8, 30, tzinfo=UTC))
    ('2024-12-25', '2024-12-25T08:30:00+00:00')
    """
    if not isinstance(moment, datetime):
        return moment.isoformat()
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return aware.isoformat(timespec="seconds")


def _printable(text: str) -> str:
    """Drop what XML 1.0, clause 2.2, forbids and what no metadata line needs."""
    return "".join(char for char in text if char >= " " and char not in "\x7f\ufffe\uffff")
