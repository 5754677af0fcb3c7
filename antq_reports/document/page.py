"""The page: an article laid into a style's template and settled into HTML with its ledger.

Pictures stand in it by content (``antq:img/<sha256>``): the same report gives the same page wherever its folder lies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from antq_reports.document.photos import PreparedPhoto, read_photo
from antq_reports.document.qr import qr_svg
from antq_reports.errors import AntqReportsError, FigureMisuseError, PhotoError
from antq_reports.prose import Article, Block, LedgerEntry, PlacedPhoto, StyleFiles, Unsourced, settle
from antq_reports.prose.environment import template_error
from antq_reports.prose.filters import RULES_KEY
from antq_reports.prose.tags import BOOK_KEY
from antq_reports.prose.views import Absent, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A settled page: HTML that refers to its pictures by content, the pictures, and the ledger."""

    html: str = field(repr=False)
    images: Mapping[str, PreparedPhoto] = field(repr=False)
    figures: tuple[LedgerEntry, ...]
    unsourced: tuple[Unsourced, ...]


def build_page(article: Article, style: StyleFiles, folder: Path | None) -> Page:
    """The page of an article in a style; ``folder`` is where the report's photos lie.

    Raises `PhotoError` for a photo that is missing or unfit, `TemplateError` for a page template that fails.
    """
    images: dict[str, PreparedPhoto] = {}
    context = {
        **article.report._values,
        "article": _article_view(article, folder, images),
        "codes": _codes_view(article),
        "style_name": Markup(style.name),
        BOOK_KEY: article.book,
        RULES_KEY: style.rules.house,
    }
    template = style.environment.get_template(f"styles/{style.name}/page.html.j2")
    try:
        html = template.render(context)
    except FigureMisuseError as error:
        raise template_error(error, style.names) from error
    except AntqReportsError:
        raise
    except Exception as error:  # a template can fail in as many ways as Python can
        raise template_error(error, style.names) from error
    settled = settle(html, article.book)
    return Page(html=settled.html, images=images, figures=settled.figures, unsourced=settled.unsourced)


def _article_view(article: Article, folder: Path | None, images: dict[str, PreparedPhoto]) -> View:
    values: dict[str, Any] = {
        "headline": article.headline,
        "mark": article.mark,
        "lead": article.lead,
        "hero": _photo_view(article.hero, folder, images) if article.hero else Absent("photos[0]"),
        "blocks": tuple(_block_view(block, folder, images) for block in article.blocks),
        "strip": article.strip,
        "strip_size": Markup(("none", "one", "two", "three", "four")[len(article.strip)]),
        "table": article.table,
    }
    return View("article", values)


def _block_view(block: Block, folder: Path | None, images: dict[str, PreparedPhoto]) -> View:
    values: dict[str, Any] = {
        "kind": block.kind,
        "section": block.section,
        "content": block.content,
        "photo": _photo_view(block.photo, folder, images) if block.photo else Absent("photo"),
        "bars": block.bars,
    }
    return View("block", values)


def _photo_view(placed: PlacedPhoto, folder: Path | None, images: dict[str, PreparedPhoto]) -> View:
    if folder is None:
        remedy = "gọi render_report(..., folder=thư_mục_ảnh) hoặc đọc báo cáo bằng load_report"
        raise PhotoError(placed.photo.path, "báo cáo không cho biết ảnh nằm ở thư mục nào", remedy)
    prepared = read_photo(folder, placed.photo.path)
    key = f"antq:img/{prepared.digest}"
    images[key] = prepared
    shape = (
        "wide"
        if prepared.width * 4 >= prepared.height * 5
        else "tall"
        if prepared.height > prepared.width
        else "square"
    )
    return View(
        f"photos[{placed.index}]",
        {**placed.view._values, "src": Markup(key), "caption": placed.caption, "shape": Markup(shape)},
    )


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
