"""A style made ready for WeasyPrint: its font configuration and its parsed CSS, made once and used for many pages.

A fresh font configuration per document leaks memory and costs time; one that two styles share lets a font of one
meet the pages of the other. So there is exactly one for each `PdfStyle.digest`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from antq_reports.errors import PdfError
from antq_reports.pdf.fetcher import new_fetcher
from antq_reports.pdf.fontconfig import new_font_configuration
from antq_reports.pdf.glyphs import FaceIndex
from antq_reports.pdf.libraries import load_weasyprint
from antq_reports.pdf.marked_texts import draws_marked
from antq_reports.pdf.problems import collected_problems
from antq_reports.pdf.values import PdfStyle

BASE_CSS = "html{image-rendering:crisp-edges;hyphens:none}"
"""PDF/A forbids smoothed pictures (/Interpolate); no hyphenation patterns exist for Vietnamese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedStyle:
    """What WeasyPrint needs of a style, and the problems seen when it was loaded."""

    css: str
    font_configuration: Any
    stylesheets: tuple[Any, ...]
    counter_style: Any
    faces: FaceIndex
    draws_marked: bool
    """Whether the style draws the elements of figures and dates."""
    problems: tuple[str, ...]

    def is_intact(self) -> bool:
        """Whether the font files are still there; a service outlives many a cleaning of the temporary folder."""
        return all(face.path.exists() for face in self.font_configuration.faces)


def load_style(style: PdfStyle) -> LoadedStyle:
    """Load the fonts of a style and parse its CSS. The caller holds the engine's lock.

    Raises `PdfError` where WeasyPrint cannot go on: a colour profile that is not in the bundle, and no font at all, on
    which Pango ends the whole process.
    """
    css_class = load_weasyprint().CSS
    fonts = new_font_configuration()
    fetcher = new_fetcher(style.resources)
    counters = _new_counter_style()
    with collected_problems() as problems:
        try:
            stylesheets = tuple(
                css_class(string=text, font_config=fonts, counter_style=counters, url_fetcher=fetcher)
                for text in (BASE_CSS, style.css)
            )
        except Exception as error:
            technical = f"bộ in PDF không đọc được CSS [{type(error).__name__}: {error}]"
            raise PdfError((*problems, *denials(fetcher), technical)) from error
    if not fonts.faces:
        no_font = "CSS không nạp được phông nào: khai báo ít nhất một @font-face trỏ tới antq:font/…"
        raise PdfError((*problems, *denials(fetcher), *fonts.complaints, no_font))
    fonts.sealed = True
    problems += denials(fetcher) + fonts.complaints
    fonts.complaints.clear()
    return LoadedStyle(
        css=style.css,
        font_configuration=fonts,
        stylesheets=stylesheets,
        counter_style=counters,
        faces=FaceIndex(fonts.faces),
        draws_marked=draws_marked(style.css),
        problems=tuple(problems),
    )


def denials(fetcher: Any) -> list[str]:
    """Say what a fetcher refused."""
    return [f"tài nguyên “{url}” không có trong gói: chỉ dùng địa chỉ antq:… đã cung cấp" for url in fetcher.denied]


def _new_counter_style() -> Any:
    return import_module("weasyprint.css.counters").CounterStyle()
