"""The page: an article laid into a style's template and settled into HTML with its ledger.

Pictures stand in it by content (``antq:img/<sha256>``): the same report gives the same page wherever its folder lies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from antq_reports.brand import Brand, Logo
from antq_reports.errors import Refusal, TemplateError
from antq_reports.page.headings import bound_headings
from antq_reports.page.page_text import TextLine, page_lines, text_of
from antq_reports.page.qr import qr_svg
from antq_reports.pictures.photos import PreparedPhoto
from antq_reports.prose import Article, Block, LedgerEntry, PlacedPhoto, StyleFiles, Unsourced, settle
from antq_reports.prose.bar_choice import telling_bars
from antq_reports.prose.filters import RULES_KEY
from antq_reports.prose.sandbox import render_template
from antq_reports.prose.table_part import TablePart
from antq_reports.prose.tags import BOOK_KEY
from antq_reports.prose.unit_view import Annex
from antq_reports.prose.views import Absent, TextView, View

SHORT_WORDS = 280
"""Words of the body up to which an article is short; a figure counts as one."""
SHORT_ROWS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A settled page: HTML that refers to its pictures by content, the pictures, and the ledger."""

    html: str = field(repr=False)
    photos: Mapping[str, PreparedPhoto] = field(repr=False)
    """The pictures by the path the report has for them."""
    figures: tuple[LedgerEntry, ...]
    unsourced: tuple[Unsourced, ...]
    lines: tuple[TextLine, ...] = field(repr=False)
    """The text, with the places of the figures, which are those of the ledger one by one."""
    logo: Logo | None = field(default=None, repr=False)
    """The brand's, which no report has a path for."""

    @property
    def text(self) -> str:
        """The plain text of the page."""
        return text_of(self.lines)

    @property
    def tighter_settings(self) -> tuple[str, ...]:
        """The page as it is set where its last sheet would be nearly empty; none where a style knows no other way."""
        large = self.html.replace('<article class="short">', "<article>", 1)
        tight = large.replace("<article>", '<article class="tight">', 1)
        return tuple(dict.fromkeys(html for html in (large, tight) if html != self.html))

    @property
    def images(self) -> dict[str, PreparedPhoto | Logo]:
        """The pictures by the key that stands in the HTML."""
        every = (*self.photos.values(), *((self.logo,) if self.logo is not None else ()))
        return {image_key(picture): picture for picture in every}


def image_key(photo: PreparedPhoto | Logo) -> str:
    """What stands in a page for a picture: its content's hash."""
    return f"antq:img/{photo.digest}"


def build_page(article: Article, style: StyleFiles, read: Callable[[str], PreparedPhoto]) -> Page:
    """The page of an article in a style; ``read`` gives the photo at a path of the report.

    Raises what ``read`` raises, `TemplateError` for a page template that fails or hides a figure.
    """
    photos = _Photos(read, {})
    context = {
        **article.report._values,
        "article": _article_view(article, photos),
        "codes": _codes_view(article),
        "brand": _brand_view(style.brand, article),
        "style_name": Markup(style.name),
        BOOK_KEY: article.book,
        RULES_KEY: article.house,
    }
    html = render_template(style.environment, f"styles/{style.name}/page.html.j2", context, style.names)
    settled = settle(html, article.book)
    bound = bound_headings(settled.html, article.together)
    lines = page_lines(bound)
    figures = _placed(lines, settled.figures)
    logo = style.brand.logo if style.brand is not None else None
    return Page(html=bound, photos=photos.read, figures=figures, unsourced=settled.unsourced, lines=lines, logo=logo)


def _placed(lines: Sequence[TextLine], figures: tuple[LedgerEntry, ...]) -> tuple[LedgerEntry, ...]:
    """The ledger with each entry's place in the text."""
    numbered = enumerate(lines, start=1)
    places = [(number, start) for number, line in numbered for start, _ in line.marks]
    if len(places) != len(figures):
        reason = "có số liệu nằm trong phần không in (head, svg, template)"
        raise TemplateError("trang", None, Refusal(reason, "đưa số liệu ra đoạn văn hoặc bảng"))
    placed = zip(figures, places, strict=True)
    return tuple(replace(entry, paragraph=number, offset=start) for entry, (number, start) in placed)


@dataclass(frozen=True, slots=True)
class _Photos:
    """Reads each photo once."""

    reader: Callable[[str], PreparedPhoto]
    read: dict[str, PreparedPhoto]

    def get(self, path: str) -> PreparedPhoto:
        if path not in self.read:
            self.read[path] = self.reader(path)
        return self.read[path]


def _article_view(article: Article, photos: _Photos) -> View:
    values: dict[str, Any] = {
        "headline": article.headline,
        "mark": article.mark,
        "lead": article.lead,
        "hero": _photo_view(article.hero, photos) if article.hero else Absent("photos[0]"),
        "blocks": tuple(_block_view(block, photos) for block in article.blocks),
        "strip": article.strip,
        "strip_size": Markup(("none", "one", "two", "three", "four")[len(article.strip)]),
        "table": article.table,
        "is_compared": any(row.previous for row in article.table),
        "table_parts": tuple(_part_view(part) for part in article.table_parts),
        "annex": _annex_view(article.annex),
        "is_short": _is_short(article),
    }
    return View("article", values)


def _brand_view(brand: Brand | None, article: Article) -> View:
    """The brand's name and logo; false where there is none."""
    name, logo = (brand.name, brand.logo) if brand is not None else (None, None)
    shown = {"src": Markup(image_key(logo)), "alt": TextView(article.book, "brand.logo.alt", logo.alt)} if logo else {}
    values = {
        "name": TextView(article.book, "brand.name", name) if name else Absent("brand.name"),
        "logo": View("brand.logo", shown) if logo else Absent("brand.logo"),
    }
    return View("brand", values, present=brand is not None)


def _annex_view(annex: Annex | None) -> View:
    """The table of all units; false, and without rows, where there is none."""
    if annex is None:
        return View("annex", {"title": Absent("annex.title"), "heads": (), "rows": ()}, present=False)
    rows = tuple(View("annex row", {"name": row.name, "cells": row.cells}) for row in annex.rows)
    return View("annex", {"title": annex.title, "heads": tuple(escape(head) for head in annex.heads), "rows": rows})


def _is_short(article: Article) -> bool:
    """Whether an article is so short that one page of ordinary type would stand half empty."""
    if article.hero is not None or any(block.photo for block in article.blocks):
        return False
    words = sum(len(block.content.split()) for block in article.blocks)
    return words <= SHORT_WORDS and len(article.table) <= SHORT_ROWS


def _part_view(part: TablePart) -> View:
    title = Markup(escape(part.title)) if part.title else Absent(f"{part.section}.title")
    return View("part", {"section": Markup(part.section), "title": title, "rows": part.rows})


def _block_view(block: Block, photos: _Photos) -> View:
    values: dict[str, Any] = {
        "kind": block.kind,
        "section": block.section,
        "content": block.content,
        "photo": _photo_view(block.photo, photos) if block.photo else Absent("photo"),
        "bars": block.bars,
        "chosen_bars": telling_bars(block.bars),
        "bars_title": Markup(escape(block.title)),
    }
    return View("block", values)


def _photo_view(placed: PlacedPhoto, photos: _Photos) -> View:
    prepared, focus = photos.get(placed.photo.path), placed.photo.focus
    values = {
        **placed.view._values,
        "src": Markup(image_key(prepared)),
        "caption": placed.caption,
        "shape": Markup(_shape(prepared)),
        "fit": Markup(_fit(prepared) if focus is None else "full focused"),
        "focus": Markup(f"{focus.x}% {focus.y}%") if focus else Absent(f"photos[{placed.index}].focus"),
    }
    return View(f"photos[{placed.index}]", values)


def _shape(photo: PreparedPhoto) -> str:
    if photo.width * 4 >= photo.height * 5:
        return "wide"
    return "tall" if photo.height > photo.width else "square"


def _fit(photo: PreparedPhoto) -> str:
    """Where a picture that is printed whole finds room: across the page, with its caption beside it, in a column."""
    if photo.width * 5 >= photo.height * 8:
        return "full"
    return "beside" if photo.width * 5 >= photo.height * 6 else "column"


def _codes_view(article: Article) -> View:
    """QR codes for the addresses a reader of paper cannot click."""
    titles = {"source": "Mã QR dẫn tới nguồn số liệu", "video": "Mã QR dẫn tới video"}
    codes = {
        name: _code(article.addresses[name], title) if name in article.addresses else Absent(f"{name}.url")
        for name, title in titles.items()
    }
    return View("codes", codes)


@lru_cache(maxsize=64)
def _code(address: str, title: str) -> Markup:
    """A QR code, made once per address: a night's briefs share their source."""
    return qr_svg(address, title)
