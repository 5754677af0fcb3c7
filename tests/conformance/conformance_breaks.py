"""Briefs that break one rule of PDF/A-3a or PDF/UA-1 on purpose: a validator that lets one pass proves nothing.

Some are broken in the page, as a template would break them, others in the finished PDF, where only the engine can.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from conformance_briefs import EXAMPLES, PLACE

from antq_reports import Report, render_report
from antq_reports.pdf import RenderedPdf, conformance, render_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One broken rule, and the profiles that must see it."""

    name: str
    profiles: tuple[str, ...]
    make: Callable[[], bytes]
    """Makes the broken PDF."""


def small_report() -> Report:
    """A report with a picture, a table and two headings: sound, until something is broken."""
    photo = {"path": "photos/lam-dong/camera.png", "caption": "Camera ở góc phố", "alt": "Cột gắn camera"}
    figures = {"weapons": {"firearms_surrendered": 526}, "tips": {"valuable_tips": 3602}}
    return Report.model_validate({"place": PLACE, "period": "năm 2026", "photos": [photo], **figures})


def sound() -> bytes:
    """The PDF of the small report. Not strict: some faults the engine itself would refuse to write."""
    return render_report(small_report(), folder=EXAMPLES, strict=False).pdf


def page(old: str, new: str) -> Callable[[], bytes]:
    """A break in the page, before it is printed."""

    def print_badly(html: str, *rest: Any, **options: Any) -> RenderedPdf:
        if old not in html:
            raise ValueError(f"the page has no {old!r} to break any more")
        return render_pdf(html.replace(old, new), *rest, **options)

    def make() -> bytes:
        with patch("antq_reports.render.render_pdf", print_badly):
            return sound()

    return make


def finished(spoil: Callable[[Any], object]) -> Callable[[], bytes]:
    """A break in the PDF when all else is done."""
    finish = conformance.finish

    def finish_badly(document: object, pdf: Any) -> None:
        finish(document, pdf)
        spoil(pdf)

    def make() -> bytes:
        with patch.object(conformance, "finish", finish_badly):
            return sound()

    return make


def without(key: str) -> Callable[[], bytes]:
    """A break that leaves something out of the document's catalogue."""
    return finished(lambda pdf: pdf.catalog.pop(key))


def metadata(old: bytes, new: bytes) -> Callable[[], bytes]:
    """A break in the metadata."""

    def spoil(pdf: Any) -> None:
        stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
        text = b"".join(stream.stream)
        if old not in text:
            raise ValueError(f"the metadata has no {old!r} to break any more")
        stream.stream = [text.replace(old, new)]

    return finished(spoil)


BREAKS = (
    Break(name="no-language", profiles=("ua1",), make=page(' lang="vi"', "")),
    Break(name="heading-skipped", profiles=("ua1",), make=page("h2>", "h4>")),
    Break(name="first-heading-h2", profiles=("ua1",), make=page("h1>", "h2>")),
    Break(name="empty-alt", profiles=("ua1",), make=page('alt="Cột gắn camera"', 'alt=""')),
    Break(name="header-cell-spans", profiles=("ua1",), make=page('<th scope="col" class="num">', '<th colspan="2">')),
    Break(name="not-marked", profiles=("3a", "ua1"), make=without("MarkInfo")),
    Break(name="no-structure", profiles=("3a", "ua1"), make=without("StructTreeRoot")),
    Break(name="no-metadata", profiles=("3a", "ua1"), make=without("Metadata")),
    Break(name="no-colour-space", profiles=("3a",), make=without("OutputIntents")),
    Break(name="title-not-shown", profiles=("ua1",), make=without("ViewerPreferences")),
    Break(name="files-not-associated", profiles=("3a",), make=without("AF")),
    Break(name="other-ua-part", profiles=("ua1",), make=metadata(b"pdfuaid:part>1<", b"pdfuaid:part>9<")),
    Break(name="no-ua-part", profiles=("ua1",), make=metadata(b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    Break(name="other-a-part", profiles=("3a",), make=metadata(b'pdfaid:part="3"', b'pdfaid:part="9"')),
    Break(name="no-a-level", profiles=("3a",), make=metadata(b'pdfaid:conformance="A"', b"")),
)
"""Every rule tried, named for the file it makes."""
