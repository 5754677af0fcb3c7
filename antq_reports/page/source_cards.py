"""Where a figure comes from, shown on the page itself: a card on hover, on keyboard focus and on a tap, without script.

Only the HTML file that people open gets cards; the page the PDF is made from stays as it is. A card adds no text to the
page: what the eye sees is drawn by the stylesheet out of attributes of empty elements, so it is neither selected,
copied nor read as part of a sentence; what a screen reader says is the figure's ``aria-description``, one plain
sentence. Dates that were read from somewhere get that sentence alone.

Elements and ledger entries correspond one to one, in the order of the page. Where they do not, nothing is shown at all:
a source beside the wrong figure is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from antq_reports.errors import Refusal, TemplateError
from antq_reports.prose import LedgerEntry

_PRINTED = re.compile(r'(<(data|time)\b[^>]*\sdata-metric="([^"]*)"[^>]*)>(.*?)</\2>', re.DOTALL)
_KINDS = {"data": "figure", "time": "date"}

_MOST_PLACES = 4
"""That are all shown; of a province's hundred only the first, as the page would else be made of little else."""
_IN_LEDGER = "xem sổ số liệu kèm theo"
_LONGEST = 200
"""Characters of one part of a card; a file's name alone may have 255."""
_UNKNOWN = "không ghi"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CELL = re.compile(r"(?<=, )(ô|dòng) (?=\S+$)", re.MULTILINE)
_OPERATORS = {" - ": " − ", " / ": " ÷ ", "/": " ÷ "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is told about one figure: plain text, each part on one line."""

    name: str
    """What the figure counts, with a capital."""
    path: str
    formula: str | None
    places: tuple[str, ...]
    """The places it was read from; of many, how many they are, the first and the rest as a number."""

    @property
    def said(self) -> str:
        """The card as it is read aloud; of many places only how many they are."""
        head = (self.places or (_UNKNOWN,))[0]
        source = f"{head[:-1]}; {_IN_LEDGER}" if head.endswith(":") else "; ".join(self.places or (_UNKNOWN,))
        parts = (self.name, f"Cách tính: {self.formula}" if self.formula else "", f"Nguồn: {source}")
        return ". ".join(part for part in parts if part)


def show_sources(html: str, figures: Sequence[LedgerEntry]) -> str:
    """The page with a card for every figure and a description for every date that has a source.

    Raises `TemplateError` when the page's elements are not the ledger's entries, one by one.
    """
    entries = iter(figures)
    shown = _PRINTED.sub(lambda match: _show(match, entries), html)
    left = next(entries, None)
    if left is not None:
        raise _mismatch(left.metric)
    return shown


def _show(match: re.Match[str], entries: Iterator[LedgerEntry]) -> str:
    opening, element, metric, inner = match.groups()
    entry = next(entries, None)
    if entry is None or (entry.kind, escape(entry.metric)) != (_KINDS[element], metric):
        raise _mismatch(metric)
    if entry.kind == "date" and not entry.sources:
        return match.group()
    card = card_of(entry)
    drawn = _draw(card) if entry.kind == "figure" else ""
    return f'{opening} tabindex="0" aria-description="{escape(card.said)}">{inner}{drawn}</{element}>'


def _mismatch(metric: str) -> TemplateError:
    reason = f"phần tử của số liệu “{metric}” không khớp sổ số liệu"
    return TemplateError("trang", None, Refusal(reason, "để các bộ lọc |figure, |date tự viết thẻ <data>, <time>"))


def card_of(entry: LedgerEntry) -> Card:
    """The card of a ledger entry."""
    name = _line(entry.label)
    return Card(
        name=name[:1].upper() + name[1:],
        path=_line(entry.metric),
        formula=readable_formula(_line(entry.formula)) if entry.formula else None,
        places=_shown_places(entry),
    )


def _shown_places(entry: LedgerEntry) -> tuple[str, ...]:
    places = [_line(str(origin.beside(entry.metric))) for origin in entry.sources]
    if len(places) <= _MOST_PLACES:
        return tuple(places)
    return (f"{len(places)} nơi:", places[0], f"và {len(places) - 1} nơi khác; {_IN_LEDGER}")


def _line(text: str) -> str:
    """A text on one line, shortened where it is overlong."""
    whole = " ".join(text.split())
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"


def readable_formula(formula: str) -> str:
    """A ledger formula the way a Vietnamese statistician writes it. No digit changes, nothing is rounded.

    >>> readable_formula("1010/1173"), readable_formula("(5161.4 - 480) / 480")
    ('1.010 ÷ 1.173', '(5.161,4 − 480) ÷ 480')
    """
    for plain, sign in _OPERATORS.items():
        formula = formula.replace(plain, sign)
    return _NUMBER.sub(lambda match: _grouped(match.group()), formula)


def _grouped(number: str) -> str:
    whole, _, decimals = number.partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    return f"{grouped},{decimals}" if decimals else grouped


def _draw(card: Card) -> str:
    """The card's empty elements; the stylesheet writes their attributes out."""
    rows = {
        "name": card.name,
        "path": card.path,
        "formula": card.formula or "",
        "source": _CELL.sub("\\1\u00a0", "\n".join(card.places)) or _UNKNOWN,
    }
    drawn = "".join(f'<span data-{row}="{_attribute(text)}"></span>' for row, text in rows.items() if text)
    return f'<span class="provenance" aria-hidden="true">{drawn}</span>'


def _attribute(text: str) -> str:
    return str(escape(text)).replace("\n", "&#10;")
