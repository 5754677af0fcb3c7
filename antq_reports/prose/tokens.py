"""Opaque tokens: how figures, dates and texts travel through templates without being touched.

A token is one character of a private plane that cleaned text cannot hold. A template can place it, repeat it or drop
it, never read or change it; what it prints is decided once, when the finished page is settled
(`antq_reports.prose.ledger`). The book is the register of one brief: it belongs to one render and is thrown away with
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from antq_reports.catalogue import figure_path
from antq_reports.errors import FigureMisuseError
from antq_reports.figures import Run
from antq_reports.prose.ledger_entry import LedgerEntry

ABSENT = "\ue000"
"""A figure or text that was not reported; kills the clause it stands in."""
CAPITAL = "\ue001"
"""The token behind it opens a sentence."""
CLAUSE_OPEN, CLAUSE_BODY, CLAUSE_CLOSE = "\ue010", "\ue011", "\ue012"
SENTENCE_OPEN, SENTENCE_CLOSE = "\ue020", "\ue021"
ALTERNATIVE = "\ue030"
BASE_OPEN, BASE_CLOSE = "\ue040", "\ue041"
"""Around " so với năm 2025": printed behind the first change of a paragraph, understood behind the others."""
FIRST_SUBJECT, LAST_SUBJECT = "\uf000", "\uf7ff"
"""Before the words of a clause: the figure it is about, for lists that take the best news."""

FIRST_TOKEN, LAST_TOKEN = 0xF0000, 0xFFFFD
TOKEN_CLASS = f"[{chr(FIRST_TOKEN)}-{chr(LAST_TOKEN)}]"
MARKS = "\ue000-\uf8ff"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureToken:
    """A figure as it will be printed. ``runs`` hold hedge and digits, units and words apart."""

    entry: LedgerEntry
    """What it will be in the ledger, printed text and place still to come."""
    runs: tuple[Run, ...]

    @property
    def path(self) -> str:
        """The path of the metric."""
        return self.entry.metric

    @property
    def text(self) -> str:
        """What will be printed."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateToken:
    """A date or the label of a period."""

    entry: LedgerEntry
    """What it will be in the ledger, printed text and place still to come."""
    text: str

    @property
    def path(self) -> str:
        """The path of the date."""
        return self.entry.metric


@dataclass(frozen=True, slots=True, kw_only=True)
class TextToken:
    """Free text of the report: its digits are nobody's figures and are listed as such."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationToken:
    """A term written out when first met, abbreviated after."""

    short: str
    text: str


Token = FigureToken | DateToken | TextToken | AbbreviationToken


class TokenBook:
    """The tokens of one brief. Equal tokens share one character."""

    __slots__ = ("_places", "_subjects", "_tokens", "opening", "seed")

    def __init__(self, seed: str = "") -> None:
        self._tokens: list[Token] = []
        self._places: dict[tuple[object, ...], str] = {}
        self._subjects: list[str] = []
        self.seed = seed
        """What openings are chosen by: place and period, so that a brief is the same every time."""
        self.opening = ""
        """The first words of the sentence written last."""

    def mint(self, token: Token) -> Markup:
        """The character that stands for the token."""
        entry = token.entry if isinstance(token, FigureToken | DateToken) else None
        key = (type(token), getattr(token, "path", ""), token.text, entry and entry.formula)
        if key not in self._places:
            if FIRST_TOKEN + len(self._tokens) > LAST_TOKEN:
                raise FigureMisuseError(str(key[1]), "bài in quá 65.000 số liệu và đoạn chữ; hãy chia nhỏ báo cáo")
            self._places[key] = chr(FIRST_TOKEN + len(self._tokens))
            self._tokens.append(token)
        return Markup(self._places[key])

    def subject_mark(self, path: str) -> str:
        """The mark of a clause about a figure."""
        if path not in self._subjects:
            if ord(FIRST_SUBJECT) + len(self._subjects) > ord(LAST_SUBJECT):
                raise FigureMisuseError(path, "quá nhiều mệnh đề có of trong một bài; bớt đi")
            self._subjects.append(path)
        return chr(ord(FIRST_SUBJECT) + self._subjects.index(path))

    def subject_of(self, item: str) -> str | None:
        """The figure that a clause's text is about, if it says so."""
        is_marked = bool(item) and FIRST_SUBJECT <= item[0] <= LAST_SUBJECT
        return self._subjects[ord(item[0]) - ord(FIRST_SUBJECT)] if is_marked else None

    def get(self, char: str) -> Token:
        """The token a character stands for."""
        return self._tokens[ord(char) - FIRST_TOKEN]

    def tokens_in(self, *texts: str) -> Iterator[Token]:
        """The tokens that stand in some texts, in order."""
        return (self.get(char) for text in texts for char in text if is_token(char))

    def figures_in(self, *texts: str) -> frozenset[str]:
        """The metric paths whose figures stand in some texts; a part's or a change's is that of its figure."""
        return frozenset(figure_path(each.path) for each in self.tokens_in(*texts) if isinstance(each, FigureToken))

    def visible(self, text: str) -> str:
        """The text a reader would see, marks dropped: for choosing separators and checking a sentence's end."""
        return "".join(self._resolve(text))

    def _resolve(self, text: str) -> Iterator[str]:
        for char in text:
            if is_token(char):
                yield self.get(char).text
            elif not is_mark(char):
                yield char


def is_token(char: str) -> bool:
    """Whether a character stands for a token."""
    return FIRST_TOKEN <= ord(char) <= LAST_TOKEN


def is_mark(char: str) -> bool:
    """Whether a character is one of the structural marks of this module."""
    return "\ue000" <= char <= "\uf8ff"
