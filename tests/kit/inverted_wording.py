"""Every wording template with one of its words denied: what a careless edit does to a brief, one edit at a time.

A place is a stretch of literal words between two tags, a lead or another text option of a tag, an answer that a filter
takes; where a sentence, a clause or a branch has no words of its own, its beginning. "không " goes before its first
word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DENIAL = "không "
_TAG = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%-?\s*(\w+)")
_LETTER = re.compile(r"[^\W\d_]")
_SPOKEN = re.compile(r'"([^"]*)"')
_ANSWER = re.compile(r"\|answer\(")
_SPEAKS = frozenset(["sentence", "clause", "list"])
"""Tags whose options are words."""
_BRANCHES = frozenset(["sentence", "clause", "if", "elif", "else"])
"""Tags after which other words come to print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inversion:
    """One place of one template where a denial is put."""

    file: str
    """The template's name, however the caller names it."""
    kind: str
    """sentence or clause: literal words; option or answer: words that a tag or a filter takes; start: no words."""
    place: int
    """Characters from the beginning of the template."""
    line: int
    words: str
    """What is denied: literal words, or the tag with which a branch begins."""

    @property
    def name(self) -> str:
        """What a test of it is called."""
        return f"{self.file}:{self.line}-{self.kind}-{self.place}"

    def __str__(self) -> str:
        return f"{self.file}:{self.line} [{self.kind}] {self.words}"

    def apply(self, source: str) -> str:
        """The template with the denial in it."""
        return f"{source[: self.place]}{DENIAL}{source[self.place :]}"


def find_inversions(file: str, source: str) -> list[Inversion]:
    """Every place of a template, in order."""
    return [
        Inversion(
            file=file,
            kind=kind,
            place=place,
            line=source.count("\n", 0, place) + 1,
            words=_words_at(source, place),
        )
        for place, kind in sorted(_places(source))
    ]


def _words_at(source: str, place: int) -> str:
    end = re.compile(r'[{"]').search(source, place + 1)
    tag = _TAG.match(source, place)
    return " ".join((tag.group() if tag else source[place : end.start() if end else None]).split())


def _places(source: str) -> Iterator[tuple[int, str]]:
    """The places with their kinds, tag by tag."""
    tags = list(_TAG.finditer(source))
    ends = [tag.start() for tag in tags[1:]] + [len(source)]
    inside = 0
    for tag, end in zip(tags, ends, strict=True):
        name = _name_of(tag.group())
        inside += {"clause": 1, "endclause": -1}.get(name, 0)
        yield from _options(tag, name)
        word = _LETTER.search(source, tag.end(), end)
        if word:
            yield word.start(), "clause" if inside else "sentence"
        elif _begins_wordless(source, tag, name):
            yield tag.end(), "start"


def _name_of(tag: str) -> str:
    found = _STATEMENT.match(tag)
    return found[1] if found else ""


def _options(tag: re.Match[str], name: str) -> Iterator[tuple[int, str]]:
    """Words in the quoted texts that a tag says."""
    asks = _ANSWER.search(tag.group())
    if name not in _SPEAKS and asks is None:
        return
    for quoted in _SPOKEN.finditer(tag.group()):
        word = _LETTER.search(quoted[1])
        if word:
            yield tag.start() + quoted.start(1) + word.start(), "answer" if asks else "option"


def _begins_wordless(source: str, tag: re.Match[str], name: str) -> bool:
    """Whether a branch begins here and prints something before its next tag, but no word of the template."""
    if name not in _BRANCHES or any(_options(tag, name)):
        return False
    following = source.find("{%", tag.end())
    stretch = source[tag.end() : following]
    return "{{" in stretch and not _LETTER.search(_TAG.sub("", stretch))
