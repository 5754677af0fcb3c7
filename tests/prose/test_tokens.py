"""Opaque tokens: equal ones share a character, and what a reader would see of a text."""

from __future__ import annotations

import pytest

from antq_reports.errors import FigureMisuseError
from antq_reports.figures import Run
from antq_reports.prose import tokens
from antq_reports.prose.ledger_entry import LedgerEntry
from antq_reports.prose.tokens import ABSENT, CAPITAL, FigureToken, TextToken, Token, TokenBook, is_mark, is_token


def figure(metric: str, text: str, formula: str | None = None) -> FigureToken:
    """A figure as it will be printed."""
    entry = LedgerEntry(kind="figure", metric=metric, label="súng", value=6, formula=formula)
    return FigureToken(entry=entry, runs=(Run(text, "number"),))


def test_equal_tokens_share_a_character() -> None:
    """Another metric, print, formula or kind is another one."""
    book = TokenBook()
    different: list[Token] = [
        figure("a.b", "6"),
        figure("a.c", "6"),
        figure("a.b", "7"),
        figure("a.b", "6", "8 - 2"),
        TextToken(path="a.b", text="6"),
    ]
    minted = [book.mint(token) for token in different]
    assert 5 == len(set(minted))
    assert minted == [book.mint(token) for token in different]
    assert different == [book.get(char) for char in minted]


def test_a_reader_sees_texts_and_no_marks() -> None:
    """Tokens as they will be printed."""
    book = TokenBook()
    assert "Có 6 xã" == book.visible(f"{CAPITAL}Có {book.mint(figure('a.b', '6'))}{ABSENT} xã")


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("a", (False, False)),
        ("\ue000", (False, True)),
        ("\uf8ff", (False, True)),
        ("\uf900", (False, False)),
        ("\U000effff", (False, False)),
        ("\U000f0000", (True, False)),
        ("\U000ffffd", (True, False)),
        ("\U000ffffe", (False, False)),
    ],
)
def test_tokens_and_marks_are_characters_of_their_own(char: str, expected: tuple[bool, bool]) -> None:
    """To the last one of each range."""
    assert expected == (is_token(char), is_mark(char))


def test_a_full_book_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token that is in it already still prints."""
    monkeypatch.setattr(tokens, "LAST_TOKEN", tokens.FIRST_TOKEN)
    book = TokenBook()
    first = book.mint(figure("a.b", "6"))
    assert first == book.mint(figure("a.b", "6"))
    with pytest.raises(FigureMisuseError, match="hãy chia nhỏ báo cáo"):
        book.mint(figure("a.b", "7"))
