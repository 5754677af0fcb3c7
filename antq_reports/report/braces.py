"""Figures inside a text a person wrote: in braces, by the name of a metric or typed on the spot.

``"Nhân dân cung cấp {roads.reports}, riêng quý IV {1.204 tin}"`` holds words, a name and a typed figure. What stands
in braces and is neither is kept as it was written: whether that is a fault, or harmless text of somebody else's, is for
the reader of the text to say. Nothing here knows which metrics there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from antq_reports.catalogue.metric_path import MetricPath
from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.figures import AnyFigure, parse_figure

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z_][\w.\[\]]*|", re.ASCII | re.IGNORECASE)
"""What can only be meant as a name: nobody types a figure without a blank, a digit or a Vietnamese letter."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words between the figures."""

    text: str

    @property
    def has_brace(self) -> bool:
        """Whether a brace stands alone in it."""
        return "{" in self.text or "}" in self.text


@dataclass(frozen=True, slots=True)
class Named:
    """A figure of the report, by its metric path."""

    path: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure that was typed where it stands; ``number`` counts those of one text from 0."""

    number: int
    figure: AnyFigure


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in braces that is neither a metric's name nor a figure."""

    text: str
    """What stands between the braces."""
    refusal: Refusal | None
    """Why it is no figure; None where it can only be meant as a name."""


Piece = Words | Named | Typed | Unread


@lru_cache(maxsize=2048)
def pieces_of(text: str) -> tuple[Piece, ...]:
    """A text in pieces, in order.

    >>> [type(piece).__name__ for piece in pieces_of("Có {roads.accidents}, giảm {12 vụ} {gì đó}")]
    ['Words', 'Named', 'Words', 'Typed', 'Words', 'Unread']
    """
    pieces: list[Piece] = []
    typed = 0
    for place, part in enumerate(PLACEHOLDER.split(text)):
        if place % 2:
            pieces.append(_in_braces(part, typed))
            typed += isinstance(pieces[-1], Typed)
        elif part:
            pieces.append(Words(part))
    return tuple(pieces)


def _in_braces(text: str, number: int) -> Piece:
    if MetricPath.parse(text) is not None:
        return Named(text)
    try:
        return Typed(number, parse_figure(text))
    except FigureSyntaxError as error:
        if _NAME.fullmatch(text):
            return Unread(text, None)
        reason = f"“{text[:80]}” trong dấu {{ }}: {error.reason}"
        return Unread(text, Refusal(reason, error.remedy, error.refusal.suggestion))


def names_in(text: str) -> tuple[str, ...]:
    """The metric paths a text names in braces.

    >>> names_in("Cả năm xảy ra {roads.accidents} trên địa bàn")
    ('roads.accidents',)
    """
    return tuple(piece.path for piece in pieces_of(text) if isinstance(piece, Named))
