"""The pieces of a body in reading order, and how sentences become paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from antq_reports.errors import Refusal, TemplateError
from antq_reports.prose.tokens import (
    BASE_CLOSE,
    BASE_OPEN,
    SENTENCE_CLOSE,
    SENTENCE_OPEN,
    AbbreviationToken,
    TokenBook,
)
from antq_reports.prose.views import FigureView, View
from antq_reports.report import Photo

_SENTENCE = re.compile(f"{SENTENCE_OPEN}([^{SENTENCE_CLOSE}]*){SENTENCE_CLOSE}")
_BASE = re.compile(f"{BASE_OPEN}([^{BASE_CLOSE}]*){BASE_CLOSE}")
_OWN = re.compile(r"\.paragraphs\[|\.quote\b|^highlights\b|^deeds\b|^outlook\b")
"""Paths of texts that are paragraphs of their own."""
EMPTY = Markup()
SHORT_PARAGRAPH = 40
"""Under so many syllables a paragraph does not stand alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPhoto:
    """A photo in its place, its caption still holding tokens."""

    photo: Photo
    index: int
    caption: Markup
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of the body, in reading order."""

    kind: Literal["subhead", "paragraph", "photo", "bars", "video"]
    section: str = ""
    content: Markup = EMPTY
    photo: PlacedPhoto | None = None
    bars: tuple[FigureView, ...] = ()
    title: str = ""
    """What a bar chart is called."""


def joined(blocks: Iterable[Block], book: TokenBook, least: int) -> Iterator[Block]:
    """The blocks of a part, each paragraph of fewer than `least` syllables joined to the one that follows it."""
    made: list[Block] = []
    for block in blocks:
        if made and _may_join(made[-1], block, book, least):
            made[-1] = replace(made[-1], content=made[-1].content + " " + block.content)
        else:
            made.append(block)
    return (replace(block, content=Markup(name_base_once(block.content))) for block in made)


def _may_join(held: Block, following: Block, book: TokenBook, least: int) -> bool:
    """Whether the first is too short to stand alone; a paragraph of the report's own writer is as it was written."""
    both = (held, following)
    is_short = all(block.kind == "paragraph" for block in both) and len(book.visible(held.content).split()) < least
    return is_short and not any(_is_own(block, book) for block in both)


def _is_own(block: Block, book: TokenBook) -> bool:
    tokens = book.tokens_in(block.content)
    return any(not isinstance(token, AbbreviationToken) and _OWN.search(token.path) for token in tokens)


def name_base_once(text: str) -> str:
    """A paragraph with the period compared with named behind its first change alone."""
    first = _BASE.search(text)
    if first is None:
        return text
    return text[: first.start()] + first[1] + _BASE.sub("", text[first.end() :])


def split_paragraphs(text: str, name: str) -> list[list[str]]:
    """Sentences by paragraph; a line break between two sentences starts a new paragraph.

    Raises `TemplateError` for words outside ``{% sentence %}``: nothing would own their capital and full stop.
    """
    paragraphs: list[list[str]] = []
    place = 0
    for match in _SENTENCE.finditer(text):
        between = text[place : match.start()]
        _refuse_stray(between, name)
        if not paragraphs or "\n" in between:
            paragraphs.append([])
        paragraphs[-1].append(match.group(1))
        place = match.end()
    _refuse_stray(text[place:], name)
    return paragraphs


def _refuse_stray(text: str, name: str) -> None:
    if text.strip():
        raise TemplateError(
            name, None, Refusal(f"chữ “{text.strip()[:40]}” nằm ngoài {{% sentence %}}", "đưa chữ đó vào trong một câu")
        )
