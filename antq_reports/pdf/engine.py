"""Renders HTML to PDF: one lock, one cache of loaded styles, one count of what was done.

WeasyPrint promises nothing under threads, so renders of a process take turns; use processes for speed. A style is
loaded once per process as long as it is among the last `CACHED_STYLES` used. The clock is never asked for a date.
"""

from __future__ import annotations

import atexit
import gc
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from antq_reports.errors import PdfError
from antq_reports.pdf import conformance
from antq_reports.pdf.fetcher import new_fetcher
from antq_reports.pdf.glyphs import glyph_problems
from antq_reports.pdf.last_page import is_thin
from antq_reports.pdf.layout import layout_of
from antq_reports.pdf.libraries import load_weasyprint
from antq_reports.pdf.limits import check_attachments, check_inputs, merged
from antq_reports.pdf.marked_texts import Mark, lightened, take_marks
from antq_reports.pdf.page_tree import parsed_page
from antq_reports.pdf.problems import collected_problems
from antq_reports.pdf.stylesheet import LoadedStyle, denials, load_style
from antq_reports.pdf.values import (
    EngineStatistics,
    Layout,
    PdfAttachment,
    PdfMetadata,
    PdfStyle,
    RenderedPdf,
    Resource,
)

CACHED_STYLES = 8
YOUNG_OBJECTS = 20_000

Attach = Callable[[Layout], Sequence[PdfAttachment]]
"""What to attach, asked when it is known where everything stands."""


def render_pdf(
    html: str,
    style: PdfStyle,
    resources: Mapping[str, Resource],
    *,
    metadata: PdfMetadata | None = None,
    strict: bool = True,
    attach: Attach = lambda layout: (),
    tighter: Sequence[str] = (),
) -> RenderedPdf:
    """Render one HTML page to a tagged PDF (PDF/A-3a, PDF/UA-1); the same input gives the same bytes.

    Title, author, description, keywords and dates are read from ``<title>`` and ``<meta name=…>``; `metadata` replaces
    them. `resources` are the pictures the HTML names, by their ``antq:`` keys; those of the style are at hand as well.
    `attach` is called once with the finished layout and answers with the files to attach.
    `tighter` are tighter settings of the same page: the next one is printed where the last sheet would be nearly
    empty and this takes a sheet less.
    Problems are raised together as `PdfError`, or returned when not `strict`; a forbidden link is never written.
    Inputs that are too large or mislabelled, and pages WeasyPrint cannot finish, raise `PdfError` in either case.
    Raises `MissingLibraryError` when Pango or HarfBuzz's subsetter is not installed.
    """
    check_inputs(html, style.css, (*style.resources.items(), *resources.items()))
    bundle = merged(style.resources, resources)
    rendered = _ENGINE.render((html, *tighter), style, bundle, metadata, attach)
    if strict and rendered.problems:
        raise PdfError(rendered.problems)
    return rendered


def engine_statistics() -> EngineStatistics:
    """Return what the engine of this process has done so far."""
    return _ENGINE.statistics()


class _Engine:
    """The state of a process: loaded styles, the lock, the counts."""

    def __init__(self) -> None:
        self._styles: OrderedDict[str, LoadedStyle] = OrderedDict()
        self._reset()

    def _reset(self) -> None:
        self._lock = threading.Lock()
        self._loaded = 0
        self._renders = 0
        self._seconds = 0.0

    def statistics(self) -> EngineStatistics:
        """Return the counts."""
        return EngineStatistics(
            font_configurations=self._loaded,
            stylesheets=self._loaded,
            renders=self._renders,
            seconds_in_weasyprint=self._seconds,
        )

    def close(self) -> None:
        """Let go of Pango's objects before the interpreter takes its libraries down, which would crash."""
        self._styles.clear()

    def forget(self) -> None:
        """Start anew in a forked child, and leave the parent's font files alone."""
        for loaded in self._styles.values():
            loaded.font_configuration.forget_folder()
        self._styles.clear()
        self._reset()

    def render(
        self,
        settings: Sequence[str],
        style: PdfStyle,
        bundle: Mapping[str, Resource],
        metadata: PdfMetadata | None,
        attach: Attach,
    ) -> RenderedPdf:
        """Render under the lock; a style whose page crashed is loaded anew the next time."""
        with self._lock, _rare_collections():
            loaded = self._style(style)
            try:
                rendered = self._write(settings, loaded, bundle, metadata, attach)
            except Exception as error:
                self._styles.pop(style.digest, None)
                raise _failure(error) from error
            self._renders += 1
            return rendered

    def _style(self, style: PdfStyle) -> LoadedStyle:
        loaded = self._styles.pop(style.digest, None)
        if loaded is None or not loaded.is_intact():
            loaded = load_style(style)
            self._loaded += 1
        self._styles[style.digest] = loaded
        while len(self._styles) > CACHED_STYLES:
            self._styles.popitem(last=False)
        return loaded

    def _write(
        self,
        settings: Sequence[str],
        loaded: LoadedStyle,
        bundle: Mapping[str, Resource],
        metadata: PdfMetadata | None,
        attach: Attach,
    ) -> RenderedPdf:
        fetcher = new_fetcher(bundle)
        fonts = loaded.font_configuration
        fonts.complaints.clear()
        with collected_problems() as problems:
            with self._clock():
                marks, document = _lay_out_full(settings, loaded, fetcher)
            problems.extend(conformance.drop_forbidden_links(document))
            problems.extend(conformance.settle_metadata(document, metadata))
            attachments = attach(layout_of(document, marks))
            check_attachments(attachments)
            attached = [_attachment(attachment) for attachment in attachments]
            with self._clock():
                data = document.write_pdf(
                    pdf_variant=conformance.VARIANT,
                    output_intent=conformance.OUTPUT_INTENT,
                    finisher=_finish,
                    attachments=attached,
                )
            problems.extend(glyph_problems(document, loaded.faces))
        problems.extend((*denials(fetcher), *fonts.complaints))
        every = dict.fromkeys((*loaded.problems, *problems))
        return RenderedPdf(data=data, pages=len(document.pages), problems=tuple(every))

    @contextmanager
    def _clock(self) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self._seconds += time.perf_counter() - start


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Have Python look for cycles once in `YOUNG_OBJECTS`, not in 700: a page makes half a million, and keeps most."""
    before = gc.get_threshold()
    if before[0]:
        gc.set_threshold(max(before[0], YOUNG_OBJECTS), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _lay_out_full(settings: Sequence[str], loaded: LoadedStyle, fetcher: Any) -> tuple[tuple[Mark, ...], Any]:
    """Lay out the first setting of a page; the next one where that ends on a thin page and the next needs one less."""
    laid = _lay_out(settings[0], loaded, fetcher)
    if len(settings) > 1 and is_thin(laid[1].pages):
        again = _lay_out_full(settings[1:], loaded, fetcher)
        if len(again[1].pages) < len(laid[1].pages):
            return again
    return laid


def _lay_out(html: str, loaded: LoadedStyle, fetcher: Any) -> tuple[tuple[Mark, ...], Any]:
    """Parse and paginate; counter styles are copied, so that a page cannot change those of the style."""
    parsed = parsed_page(lightened(html, draws=loaded.draws_marked), loaded.css, fetcher)
    return take_marks(parsed.etree_element), parsed.render(
        font_config=loaded.font_configuration,
        counter_style=loaded.counter_style.copy(),
        color_profiles={conformance.OUTPUT_INTENT: conformance.new_srgb_profile()},
        stylesheets=loaded.stylesheets,
        pdf_variant=conformance.VARIANT,
        output_intent=conformance.OUTPUT_INTENT,
    )


def _finish(document: Any, pdf: Any) -> None:
    conformance.finish(document, pdf)
    conformance.write_objects(pdf)


def _attachment(given: PdfAttachment) -> Any:
    """Make WeasyPrint's attachment; it takes the media type from the fetcher alone, so the file goes through one."""
    key = "antq:attachment"
    return load_weasyprint().Attachment(
        url=key,
        url_fetcher=new_fetcher({key: Resource(given.data, given.mime)}),
        name=given.name,
        description=given.description,
        relationship=given.relationship,
        created=_in_utc(given.created),
        modified=_in_utc(given.modified or given.created),
    )


def _in_utc(moment: date) -> date:
    """Turn an aware datetime to UTC, in which attachments' dates are written; leave a date, or a naive one, alone."""
    aware = isinstance(moment, datetime) and moment.tzinfo is not None
    return moment.astimezone(UTC) if isinstance(moment, datetime) and aware else moment


def _failure(error: Exception) -> Exception:
    """Say in Vietnamese why a page could not be finished."""
    if isinstance(error, MemoryError | PdfError):
        return error
    if isinstance(error, RecursionError):
        return PdfError(("các thẻ HTML lồng nhau quá sâu: hãy bớt các tầng thẻ",))
    return PdfError((f"bộ in PDF không xử lý được trang này [{type(error).__name__}: {error}]",))


_ENGINE = _Engine()
atexit.register(_ENGINE.close)
os.register_at_fork(after_in_child=_ENGINE.forget)
