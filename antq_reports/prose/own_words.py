"""A person's own texts as templates print them: words as text tokens, figures in braces as figure tokens.

A text that names a figure which was not reported, or has nothing to count, is absent as a whole: no sentence of it
could be printed without a hole. What stands in braces and is no figure stays the text it was written as.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from antq_reports.figures import FigureStyle
from antq_reports.prose.filters import figure
from antq_reports.prose.tokens import ABSENT, CAPITAL, TextToken, TokenBook
from antq_reports.prose.views import Absent, FigureView, TextView
from antq_reports.report import BaseReport, OwnText, TypedFigure, own_texts
from antq_reports.report.braces import Named, Piece, Typed, Unread, names_in, pieces_of

_ENDS = ".!?…:"
_NOT_OF_BODY = re.compile(r"(?:headline|lead|subheads|visit)\b|\w+\.qualifiers\.")
"""Texts that stand above the body, or that a body may do without: what they say the body says again."""


class OwnTextView(TextView):
    """A text with figures in it. Printing it leaves the tokens of its words and of its figures."""

    __slots__ = ("_printed",)

    def __init__(self, book: TokenBook, path: str, text: str, printed: Markup) -> None:
        super().__init__(book, path, text)
        self._printed = printed

    def __html__(self) -> Markup:
        return self._printed


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """The views of a report's own texts, all on one token book."""

    report: BaseReport
    book: TokenBook
    style: FigureStyle
    figures: Callable[[], Mapping[str, FigureView]]
    """The report's figures by path; asked for when the first text names one."""

    @cached_property
    def texts(self) -> Mapping[str, OwnText]:
        """The texts by path."""
        return {own.path: own for own in own_texts(self.report)}

    @cached_property
    def _figures(self) -> Mapping[str, FigureView]:
        return self.figures()

    def view(self, path: str, text: str) -> TextView | Absent:
        """The view of a text: absent where a figure it names is. A path of no own text is plain words."""
        own = self.texts.get(path)
        pieces = pieces_of(text) if own is not None else ()
        if own is None or not any(isinstance(piece, Named | Typed | Unread) for piece in pieces):
            return TextView(self.book, path, text)
        printed = self._printed(own, pieces)
        return OwnTextView(self.book, path, text, printed) if printed is not None else Absent(path)

    @cached_property
    def placed(self) -> frozenset[str]:
        """The figures that texts of the body name, each printed wherever its text is."""
        texts = (own for own in self.texts.values() if not _NOT_OF_BODY.match(own.path))
        return frozenset(name for own in texts if self.view(own.path, own.text) for name in names_in(own.text))

    def _printed(self, own: OwnText, pieces: tuple[Piece, ...]) -> Markup | None:
        typed = list(own.typed())
        opens = isinstance(pieces[0], Named | Typed) and not own.is_clause
        out = Markup(CAPITAL if opens else "")
        for piece in pieces:
            made = self._piece(own, piece, typed)
            if made is None:
                return None
            out += made
        return out

    def _piece(self, own: OwnText, piece: Piece, typed: list[TypedFigure]) -> Markup | None:
        if isinstance(piece, Unread):
            return None if own.has_stand_in else self._words(own, f"{{{piece.text}}}")
        if isinstance(piece, Named | Typed):
            view = self._typed(typed[piece.number]) if isinstance(piece, Typed) else self._figures.get(piece.path)
            if not view:
                return None
            return figure(view)
        return self._words(own, piece.text)

    def _words(self, own: OwnText, text: str) -> Markup:
        return self.book.mint(TextToken(path=own.path, text=text))

    def _typed(self, typed: TypedFigure) -> FigureView:
        return FigureView(
            self.book,
            path=typed.path,
            label=typed.label,
            figure=typed.figure,
            style=self.style,
            zero="",
            sources=self.report.sources.origins_near(typed.path),
        )


def sentence_of(text: TextView | Absent, book: TokenBook) -> Markup | None:
    """A text as a sentence of the body: with its capital and, where it has none, a stop; None for an absent one."""
    printed = Markup(text.__html__())
    if ABSENT in printed:
        return None
    seen = book.visible(printed).rstrip()
    return Markup(CAPITAL) + printed + ("" if seen.removesuffix("”")[-1:] in _ENDS else ".")
