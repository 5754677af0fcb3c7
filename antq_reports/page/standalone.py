"""One HTML file that stands alone: stylesheet, fonts and pictures inside it, and a source card for every figure.

It is the page the PDF is made from, with its ``antq:`` addresses replaced by the bytes they stand for. It asks nobody
for anything: no script, no address that a browser would fetch. Fonts have the glyphs the page shows and no others.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from typing import Protocol

from antq_reports.page.font_subset import characters_of, is_font, subset
from antq_reports.page.source_cards import show_sources
from antq_reports.prose import LedgerEntry

_ADDRESS = re.compile(r"antq:[A-Za-z]+/[A-Za-z0-9._-]+")

_DATA = re.compile(r"data:[a-z]+/[a-z0-9+]+;base64,[A-Za-z0-9+/=]+")

_HEAD_END = re.compile(r"</head\s*>|<body\b", re.IGNORECASE)


class Embeddable(Protocol):
    """Bytes with a media type: a font or a prepared photo."""

    @property
    def data(self) -> bytes:
        """The bytes."""

    @property
    def mime(self) -> str:
        """The media type they are in."""


def standalone_html(
    html: str,
    css: str,
    fonts: Mapping[str, Embeddable],
    pictures: Mapping[str, Embeddable],
    figures: Sequence[LedgerEntry] | None = None,
    screen: str = "",
) -> str:
    """The page with everything it needs inside; given its ledger, with a card for every figure, drawn by `screen`.

    A style restyles the cards in its own stylesheet, which comes after.

    Raises `TemplateError` when the page's figures are not those of the ledger.
    """
    body = _ADDRESS.sub(_embedder(pictures), html)
    if figures is not None:
        body = show_sources(body, figures)
    faces = _cut(fonts, (unescape(_DATA.sub("", body)), css, screen))
    styles = f"<style>\n{_ADDRESS.sub(_embedder(faces), css)}</style>\n"
    if figures is not None:
        styles = f"<style>\n{screen}</style>\n{styles}"
    head_end = _HEAD_END.search(body)
    place = head_end.start() if head_end else len(body)
    return body[:place] + styles + body[place:]


def _cut(fonts: Mapping[str, Embeddable], texts: Sequence[str]) -> Mapping[str, Embeddable]:
    """The fonts with the characters of some texts; what is no TrueType face stays as it is."""
    characters = characters_of(texts)
    return {key: subset(font.data, characters) if is_font(font.data) else font for key, font in fonts.items()}


def _embedder(resources: Mapping[str, Embeddable]) -> Callable[[re.Match[str]], str]:
    def embed(match: re.Match[str]) -> str:
        resource = resources.get(match.group())
        if resource is None:
            return match.group()
        return f"data:{resource.mime};base64,{base64.b64encode(resource.data).decode('ascii')}"

    return embed
