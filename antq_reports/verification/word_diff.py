"""What is left over on both sides, told apart word by word: which figure changed, is missing, or is nobody's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from antq_reports.verification.alignment import opcodes
from antq_reports.verification.block_match import Matching
from antq_reports.verification.expected_text import Block, Mention, Unit
from antq_reports.verification.verdict import Difference, PrintedFigure
from antq_reports.vietnamese import find_digit_runs, find_indefinites

_WORD = re.compile(r"\d+(?:[.,/]\d+)*%?|[^\W\d_]+|[^\w\s]|_")
_NO_SPACE = re.compile(r" (?=[,.;:!?%)\]”…])|(?<=[(\[“]) ")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with its place in the whole of its side."""

    text: str
    start: int
    end: int
    gap: int
    page: int | None = None
    mention: int | None = None


@dataclass(slots=True)
class _Side:
    """One side's leftovers as one text."""

    text: str = ""
    words: list[_Word] = field(default_factory=list)

    def add(
        self, text: str, gap: int, *, page: int | None = None, mentions: Sequence[tuple[int, int, int]] = ()
    ) -> None:
        """Append a stretch, in the order of the gaps; mentions are (start, end, number) within it."""
        base = len(self.text)
        for found in _WORD.finditer(text):
            inside = (number for start, end, number in mentions if start <= found.start() and found.end() <= end)
            word = _Word(found.group(), base + found.start(), base + found.end(), gap, page, next(inside, None))
            self.words.append(word)
        self.text += text + " "

    def cut(self) -> dict[int, tuple[int, int]]:
        """Where the words of each gap begin and end."""
        cuts: dict[int, tuple[int, int]] = {}
        for place, word in enumerate(self.words):
            cuts[word.gap] = (cuts.get(word.gap, (place, 0))[0], place + 1)
        return cuts

    def between(self, first: int, last: int) -> str:
        """The text from one word up to another, that one left out."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def page(self, word: int) -> int | None:
        """The page of a word, or of the one before it at the end."""
        return self.words[min(word, len(self.words) - 1)].page if self.words else None


@dataclass(slots=True)
class _Figures:
    """Every mention of the brief, numbered through, and what became of it."""

    mentions: list[Mention] = field(default_factory=list)
    pages: dict[int, int | None] = field(default_factory=dict)
    """The page of each that was found, in whole."""


def compare(matching: Matching) -> tuple[list[PrintedFigure], list[Difference]]:
    """Every figure that should be printed, and every difference of the page."""
    figures, expected, drawn = _Figures(), _Side(), _Side()
    left = dict(matching.missing())
    for number, unit in enumerate(matching.units):
        first = len(figures.mentions)
        figures.mentions += unit.mentions
        _note_found(matching, number, unit, first, left, figures)
        if number in left:
            _add_rest(expected, unit, left[number], first, matching.gap_of(number))
    for gap, block in matching.strangers:
        drawn.add(_joined(block), gap, page=block.page)
    differences = _differences(expected, drawn, figures)
    printed = [
        PrintedFigure(
            metric=mention.metric,
            label=mention.label,
            text=mention.text,
            page=figures.pages.get(number),
            found=number in figures.pages,
        )
        for number, mention in enumerate(figures.mentions)
    ]
    return printed, differences


def _note_found(
    matching: Matching, number: int, unit: Unit, first: int, left: dict[int, int], figures: _Figures
) -> None:
    reached = left.get(number, len(unit.text))
    for place, mention in enumerate(unit.mentions, start=first):
        if mention.end <= reached:
            stretches = matching.found[number]
            figures.pages[place] = next(each.page for each in stretches if mention.start < each.end)


def _add_rest(expected: _Side, unit: Unit, reached: int, first: int, gap: int) -> None:
    """The part of a unit that was not found."""
    mentions = [
        (mention.start - reached, mention.end - reached, number)
        for number, mention in enumerate(unit.mentions, start=first)
        if mention.end > reached
    ]
    expected.add(unit.text[reached:], gap, mentions=mentions)


def _joined(block: Block) -> str:
    """The block's words; where a piece ends it is not told whether a space was, so punctuation decides."""
    return _NO_SPACE.sub("", " ".join(block.pieces))


def _differences(expected: _Side, drawn: _Side, figures: _Figures) -> list[Difference]:
    """Line both sides up word by word, gap by gap."""
    told = _Told(expected, drawn, figures)
    for is_equal, i1, i2, j1, j2 in _lined_up(expected, drawn):
        if is_equal:
            told.same(i1, i2, j1)
        else:
            told.other(i1, i2, j1, j2)
    return list(told.differences())


def _lined_up(expected: _Side, drawn: _Side) -> Iterator[tuple[bool, int, int, int, int]]:
    ours, theirs = expected.cut(), drawn.cut()
    one = other = 0
    for gap in sorted(ours.keys() | theirs.keys()):
        first, last = ours.get(gap, (one, one))
        others_first, others_last = theirs.get(gap, (other, other))
        words = [word.text for word in expected.words[first:last]]
        others = [word.text for word in drawn.words[others_first:others_last]]
        for is_equal, i1, i2, j1, j2 in opcodes(words, others):
            yield is_equal, first + i1, first + i2, others_first + j1, others_first + j2
        one, other = last, others_last


@dataclass(slots=True)
class _Told:
    """What the alignment said so far."""

    expected: _Side
    drawn: _Side
    figures: _Figures
    _drawn_as: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _touched: dict[int, int] = field(default_factory=dict)
    """Mentions that came out otherwise, each with the drawn word where it did."""
    _others: list[Difference] = field(default_factory=list)

    def same(self, first: int, last: int, drawn: int) -> None:
        """Words that agree."""
        for offset, word in enumerate(self.expected.words[first:last]):
            if word.mention is not None:
                self._drawn_as[word.mention].append(drawn + offset)

    def other(self, i1: int, i2: int, j1: int, j2: int) -> None:
        """Words that do not."""
        mentions = list(dict.fromkeys(self._mentions_at(i1, i2)))
        for mention in mentions:
            self._touched.setdefault(mention, j1)
            self._drawn_as[mention] += range(j1, j2)
        if not mentions:
            self._others.append(self._words(i1, i2, j1, j2))
        elif loose := [word for word in self.expected.words[i1:i2] if word.mention is None and word.text.isalnum()]:
            lost = self.expected.text[loose[0].start : loose[-1].end]
            printed = self.drawn.between(j1, j2)
            self._others.append(Difference(kind="wording", printed=printed, expected=lost, page=self.drawn.page(j1)))

    def _mentions_at(self, i1: int, i2: int) -> Iterator[int]:
        words = self.expected.words
        yield from (word.mention for word in words[i1:i2] if word.mention is not None)
        inside = i1 == i2 and 0 < i1 < len(words) and words[i1 - 1].mention
        if inside is not None and inside is not False and words[i1].mention == inside:
            yield inside

    def _words(self, i1: int, i2: int, j1: int, j2: int) -> Difference:
        printed, wanted = self.drawn.between(j1, j2), self.expected.between(i1, i2)
        numbers = [*find_digit_runs(printed), *find_indefinites(printed)]
        known = [*find_digit_runs(wanted), *find_indefinites(wanted)]
        strange = numbers and not known
        page = self.drawn.page(j1)
        return Difference(kind="unsourced" if strange else "wording", printed=printed, expected=wanted, page=page)

    def differences(self) -> Iterator[Difference]:
        """Figures first, in the order of the page, then words."""
        for number in sorted(self._drawn_as.keys() | self._unseen()):
            mention, places = self.figures.mentions[number], sorted(set(self._drawn_as.get(number, ())))
            if number not in self._touched and places:
                self.figures.pages[number] = self.drawn.page(places[0])
                continue
            printed = self.drawn.between(places[0], places[-1] + 1) if places else ""
            yield Difference(
                kind="changed" if printed else "missing",
                metric=mention.metric,
                printed=printed,
                expected=mention.text,
                page=self.drawn.page(self._touched.get(number, 0)) if self.drawn.words else None,
            )
        yield from self._others

    def _unseen(self) -> set[int]:
        return {word.mention for word in self.expected.words if word.mention is not None}
