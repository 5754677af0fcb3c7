"""The ledger: every figure and date a page really prints, written down while the page is settled.

Settling is the one pass in which tokens become text. What a template dropped is not in the ledger, what it repeated is
there twice, and a digit that no token stands for is an error: so page and ledger cannot tell different stories.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from markupsafe import escape

from antq_reports.errors import FigureMisuseError, Refusal, TemplateError
from antq_reports.figures import Run
from antq_reports.prose.ledger_entry import LedgerEntry, Unsourced
from antq_reports.prose.tokens import (
    CAPITAL,
    MARKS,
    TOKEN_CLASS,
    AbbreviationToken,
    DateToken,
    FigureToken,
    TextToken,
    Token,
    TokenBook,
)
from antq_reports.vietnamese import capitalize_first, find_digit_runs, find_indefinites, no_break

_PIECE = re.compile(r"<[^>]*>|[^<]+")
_TOKEN = re.compile(f"({CAPITAL}?)({TOKEN_CLASS})")
_MARK = re.compile(f"[{MARKS}]")
_PLAIN = frozenset({"title", "style", "desc"})
_SHORT = 18
"""Up to this many characters a figure and its unit stay on one line; beyond, digits and the unit's first word do."""


@dataclass(slots=True)
class _Settling:
    book: TokenBook
    entries: list[LedgerEntry] = field(default_factory=list)
    unsourced: list[Unsourced] = field(default_factory=list)
    abbreviations: Counter[str] = field(default_factory=Counter)
    met: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A finished page with its ledger."""

    html: str
    figures: tuple[LedgerEntry, ...]
    unsourced: tuple[Unsourced, ...]


def settle(page: str, book: TokenBook) -> Settled:
    """The page with every token replaced by what it prints, and the ledger of it.

    Raises `FigureMisuseError` for a figure inside an attribute, `TemplateError` for digits no token stands for.
    """
    state = _Settling(book)
    state.abbreviations.update(_abbreviations(page, book))
    out: list[str] = []
    element = ""
    for piece in _PIECE.findall(page):
        if piece[0] == "<":
            element = _element(piece, element)
            out.append(_settle_tag(piece, state))
        elif element in _PLAIN:
            out.append(_TOKEN.sub(lambda match: str(escape(_plain(match, book))), piece))
        else:
            out.append(_settle_text(piece, state))
    return Settled(html="".join(out), figures=tuple(state.entries), unsourced=tuple(state.unsourced))


def _abbreviations(page: str, book: TokenBook) -> Counter[str]:
    tokens = (book.get(match.group(2)) for match in _TOKEN.finditer(page))
    return Counter(token.short for token in tokens if isinstance(token, AbbreviationToken))


def _element(tag: str, current: str) -> str:
    """The element whose text follows; only the plain ones matter."""
    name = re.match(r"</?([a-zA-Z0-9]*)", tag)
    found = name.group(1).lower() if name else ""
    if tag.startswith("</"):
        return ""
    return found or current


def _settle_tag(tag: str, state: _Settling) -> str:
    def fill(match: re.Match[str]) -> str:
        token = state.book.get(match.group(2))
        if isinstance(token, FigureToken) and not tag.startswith("<meta"):
            raise FigureMisuseError(
                token.path, "nằm trong thuộc tính HTML, nơi người đọc không thấy; hãy in trong thân bài"
            )
        return str(escape(token.text))

    return _TOKEN.sub(fill, tag) if _TOKEN.search(tag) else tag


def _plain(match: re.Match[str], book: TokenBook) -> str:
    text = book.get(match.group(2)).text
    return capitalize_first(text) if match.group(1) else text


def _settle_text(text: str, state: _Settling) -> str:
    _refuse_literal_digits(text)
    settled = _TOKEN.sub(lambda match: _print(state.book.get(match.group(2)), bool(match.group(1)), state), text)
    return _MARK.sub("", settled)


def _refuse_literal_digits(text: str) -> None:
    literal = re.sub(r"&#?\w+;", "", _TOKEN.sub("", text))
    if re.search(r"\d", literal):
        raise TemplateError(
            "trang",
            None,
            Refusal(f"chữ số “{literal.strip()[:40]}” không qua sổ số liệu", "in số bằng {{ tên|figure }}"),
        )


def _print(token: Token, capital: bool, state: _Settling) -> str:
    if isinstance(token, FigureToken):
        return _print_figure(token, capital, state)
    if isinstance(token, DateToken):
        return _print_date(token, capital, state)
    text = _expand(token, state) if isinstance(token, AbbreviationToken) else token.text
    if isinstance(token, TextToken):
        state.unsourced += [
            Unsourced(path=token.path, text=found, context=token.text)
            for found in (*find_digit_runs(text), *find_indefinites(text))
        ]
    return str(escape(no_break(capitalize_first(text) if capital else text)))


def _expand(token: AbbreviationToken, state: _Settling) -> str:
    if token.short in state.met:
        return token.short
    state.met.add(token.short)
    return f"{token.text} ({token.short})" if state.abbreviations[token.short] > 1 else token.text


def _print_figure(token: FigureToken, capital: bool, state: _Settling) -> str:
    runs = _capitalized(token.runs) if capital else token.runs
    text = "".join(run.text for run in runs)
    state.entries.append(replace(token.entry, text=text))
    held = " n" if len(text) <= _SHORT else ""
    inner = escape(no_break(text)) if held else "".join(_run_html(runs, place) for place in range(len(runs)))
    value, path = escape(machine_value(token.entry.value)), escape(token.path)
    return f'<data class="figure{held}" value="{value}" data-metric="{path}">{inner}</data>'


def _capitalized(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return (Run(capitalize_first(runs[0].text), runs[0].role), *runs[1:])


def _run_html(runs: tuple[Run, ...], place: int) -> str:
    run = runs[place]
    if run.role == "number":
        return f'<span class="n">{escape(run.text)}</span>'
    before_unit = place + 1 < len(runs) and runs[place + 1].role == "unit"
    return "\u00a0" if run.text == " " and before_unit else str(escape(no_break(run.text)))


def _print_date(token: DateToken, capital: bool, state: _Settling) -> str:
    text = capitalize_first(token.text) if capital else token.text
    state.entries.append(replace(token.entry, text=text))
    value = token.entry.value
    stamp = f' datetime="{value.isoformat()}"' if isinstance(value, date) else ""
    return f'<time class="n"{stamp} data-metric="{escape(token.path)}">{escape(no_break(text))}</time>'


def machine_value(value: object) -> str:
    """A raw value as a program reads it: plain digits, a point for decimals, parts joined by a slash.

    >>> machine_value((1010, 1173)), machine_value(Decimal("0.8610")), machine_value("hàng trăm")
    ('1010/1173', '0.8610', 'hàng trăm')
    """
    if isinstance(value, tuple):
        return "/".join(machine_value(part) for part in value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
