"""The values that go into a render and come out of it.

A leaf: no engine, no files. Every value is frozen and survives pickling; `PdfStyle` is equal and hashed by content.
Keys of resources start with ``antq:`` (``antq:font/Serif.ttf``, ``antq:img/<sha256>``): nothing else can be fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import Literal

Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]
"""How an attachment relates to the page, in the words of ISO 19005-3, annex E (/AFRelationship)."""


@dataclass(frozen=True, slots=True)
class Resource:
    r"""The bytes of a font or a picture, with the media type they are in.

    >>> Resource(b"\xff\xd8\xff", "image/jpeg").mime
    'image/jpeg'
    """

    data: bytes = field(repr=False)
    mime: str


@dataclass(frozen=True, slots=True, eq=False)
class PdfStyle:
    """A stylesheet with the fonts and pictures its ``url(antq:…)`` refer to; equal when its content is equal.

    >>> PdfStyle("p{margin:0}") == PdfStyle("p{margin:0}", {})
    True
    """

    css: str
    resources: Mapping[str, Resource] = field(default_factory=dict)
    digest: str = field(init=False, repr=False)
    """SHA-256, in hexadecimal, of the CSS and of every resource: key, media type and bytes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "resources", MappingProxyType(dict(self.resources)))
        object.__setattr__(self, "digest", _digest(self.css, self.resources))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PdfStyle) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[type[PdfStyle], tuple[str, dict[str, Resource]]]:
        return PdfStyle, (self.css, dict(self.resources))


def _digest(css: str, resources: Mapping[str, Resource]) -> str:
    total = sha256(sha256(css.encode("utf-8", "surrogatepass")).digest())
    for key, resource in sorted(resources.items()):
        for part in (key.encode(), resource.mime.encode(), resource.data):
            total.update(sha256(part).digest())
    return total.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfMetadata:
    """Metadata that replaces what the HTML says about itself; an empty field leaves the HTML's own."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    description: str | None = None
    keywords: tuple[str, ...] = ()
    created: date | None = None
    """A date, or a datetime (UTC when it names no zone); never taken from the clock."""
    modified: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfAttachment:
    """A file that travels inside the PDF. Its dates are given, never the clock's, so that bytes stay the same."""

    name: str
    data: bytes = field(repr=False)
    created: date
    """A date, or a datetime; an aware datetime is written in UTC."""
    modified: date | None = None
    """`created` when left out."""
    description: str = ""
    relationship: Relationship = "Unspecified"
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a page's content came to stand, before the PDF is written."""

    pages: int
    page_of: tuple[int, ...]
    """The page, from 1, on which each ``<data>`` and ``<time>`` begins, in the order of the HTML; 0 for one that is not
    drawn."""
    margins: tuple[tuple[str, ...], ...]
    """The texts in the margin boxes of each page: running heads, page numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedPdf:
    """A finished PDF, and what is wrong with it (empty when the render was strict)."""

    data: bytes = field(repr=False)
    pages: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBlock:
    """One paragraph, heading or table cell as it was drawn: a piece per line or change of font, spaces folded."""

    kind: str
    """The standard structure type: P, H1, TD, TH, Caption, …"""
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """What one page of a PDF shows."""

    number: int
    blocks: tuple[DrawnBlock, ...]
    """In reading order."""
    loose: tuple[str, ...]
    """Text outside the structure tree: running heads, page numbers, and whatever was put there later."""
    overlays: tuple[str, ...]
    """Kinds of annotation that may hide or add something: FREETEXT, STAMP, REDACT, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfContent:
    """The pages of a PDF read back."""

    pages: tuple[DrawnPage, ...]
    pictures: tuple[bytes, ...] = field(repr=False)
    """The embedded pictures as they are stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineStatistics:
    """What the engine of this process has done since it started; seconds are wall-clock seconds."""

    font_configurations: int
    """Font configurations made: one per style, as long as the style stays in the cache."""
    stylesheets: int
    """Stylesheets parsed: one per style, as long as the style stays in the cache."""
    renders: int
    """PDFs written, those with problems included."""
    seconds_in_weasyprint: float
    """Time inside WeasyPrint's own calls: parse the HTML, lay it out, write the PDF."""
