"""Which unit each drawn block belongs to: exactly and in order, or not at all.

Blocks are matched whole, or one after another where a paragraph goes on over the page. Out of order stands only the
caption of a picture that floated on, and a table's head may be drawn again: over its second column, and over both on
every later page; nothing else is forgiven.
Where that does not find everything, wholes are lined up, so that of equal blocks the strange one is left over. What
cannot be matched is left over on both sides, for `wording` to tell apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from antq_reports.verification.alignment import equal_runs
from antq_reports.verification.expected_text import Block, Unit

_FLOATING = "Caption"
_HEAD = "THead"
"""The kind of a cell in the head of a table; the head of a row is of another."""
_HEADS_ON_A_PAGE = 2
"""A table in two columns has its head over each."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a unit that was found, and where."""

    start: int
    end: int
    page: int | None


@dataclass(slots=True)
class Matching:
    """What was found of the units, and what was left over."""

    units: Sequence[Unit]
    found: dict[int, list[Stretch]] = field(default_factory=lambda: defaultdict(list))
    """The stretches found of each unit, by its number."""
    strangers: list[tuple[int, Block]] = field(default_factory=list)
    """Blocks that belong to no unit, each with the number of its gap."""
    anchors: list[int] = field(default_factory=list)
    """Units that were found whole and in order: they part the rest into gaps, on both sides alike."""
    _reached: list[int] = field(init=False)
    _begun: list[int] = field(default_factory=list)
    _heads: dict[tuple[str, int], int] = field(default_factory=dict)
    """How often a head was drawn on a page; none before the page on which it was first met."""

    def __post_init__(self) -> None:
        self._reached = [0] * len(self.units)

    def missing(self) -> list[tuple[int, int]]:
        """Every unit of which something was not found: its number, and from where on."""
        return [(number, reached) for number, reached in enumerate(self._reached) if self._rest(number, reached)]

    @property
    def is_whole(self) -> bool:
        """Whether everything was found and nothing else was."""
        return not self.strangers and not self.missing()

    def gap_of(self, number: int) -> int:
        """The gap that a unit stands in."""
        return bisect_left(self.anchors, number)

    def is_untouched(self, number: int) -> bool:
        """Whether nothing of a unit was found yet."""
        return not self._reached[number]

    def take(self, number: int, block: Block, *, whole: bool) -> bool:
        """Try a unit for a block: all of it, or what comes next of it."""
        start = self._reached[number]
        end = fit(self.units[number].text, start, block.pieces)
        if end is None or (whole and (start or self._rest(number, end))):
            return False
        self._reached[number] = end
        self.found[number].append(Stretch(start, end, block.page))
        if self._rest(number, end):
            self._begun.append(number)
        if block.kind == _HEAD and block.page is not None:
            self._heads[_key_of(block), block.page] = 1
        return True

    def go_on(self, block: Block) -> bool:
        """Try the units that were begun and not ended, the last one first."""
        for number in reversed(self._begun):
            if self.take(number, block, whole=False):
                self._begun = [each for each in self._begun if self._rest(each, self._reached[each])]
                return True
        return False

    def is_head_again(self, block: Block) -> bool:
        """A table goes on in the next column or over the page, and so does its head."""
        if block.kind != _HEAD or block.page is None:
            return False
        key = _key_of(block)
        if not any(head == key and page <= block.page for head, page in self._heads):
            return False
        drawn = self._heads.get((key, block.page), 0)
        self._heads[key, block.page] = drawn + 1
        return drawn < _HEADS_ON_A_PAGE

    def _rest(self, number: int, reached: int) -> str:
        return self.units[number].text[reached:].strip()


def match(units: Sequence[Unit], blocks: Sequence[Block]) -> Matching:
    """Find every block's unit."""
    strict = _in_order(units, blocks)
    return strict if strict.is_whole else _lined_up(units, blocks)


def _in_order(units: Sequence[Unit], blocks: Sequence[Block]) -> Matching:
    """One block after another, as an untouched brief is drawn."""
    matching = Matching(units)
    captions = [place for place, block in enumerate(blocks) if block.kind == _FLOATING]
    settled = _by_text(matching, range(len(units)), blocks, captions)
    cursor = 0
    for place, block in enumerate(blocks):
        while cursor < len(units) and not matching.is_untouched(cursor):
            cursor += 1
        if place in settled or matching.go_on(block):
            continue
        if cursor < len(units) and any(matching.take(cursor, block, whole=whole) for whole in (True, False)):
            continue
        if not matching.is_head_again(block):
            matching.strangers.append((0, block))
    return matching


def _lined_up(units: Sequence[Unit], blocks: Sequence[Block]) -> Matching:
    """Wholes that follow each other on both sides alike; then captions, wherever they are."""
    matching = Matching(units)
    anchors: list[int] = []
    for first, second, length in equal_runs([_key(unit.text) for unit in units], [_key_of(block) for block in blocks]):
        for number, place in zip(range(first, first + length), range(second, second + length), strict=True):
            if matching.take(number, blocks[place], whole=True):
                matching.anchors.append(number)
                anchors.append(place)
    settled = set(anchors)
    captions = [place for place, block in enumerate(blocks) if block.kind == _FLOATING and place not in settled]
    free = [number for number in range(len(units)) if matching.is_untouched(number)]
    settled |= _by_text(matching, free, blocks, captions)
    left = ((bisect_left(anchors, place), block) for place, block in enumerate(blocks) if place not in settled)
    matching.strangers += [(gap, block) for gap, block in left if not matching.is_head_again(block)]
    return matching


def _by_text(matching: Matching, free: Sequence[int], blocks: Sequence[Block], places: Sequence[int]) -> set[int]:
    """Give each of some blocks the first free unit of its words; the places of those that got one."""
    by_key: dict[str, deque[int]] = defaultdict(deque)
    for number in free:
        by_key[_key(matching.units[number].text)].append(number)
    settled: set[int] = set()
    for place in places:
        waiting = by_key.get(_key_of(blocks[place]))
        if waiting and matching.take(waiting[0], blocks[place], whole=True):
            waiting.popleft()
            settled.add(place)
    return settled


def fit(text: str, start: int, pieces: Sequence[str]) -> int | None:
    """Where the pieces end when they are drawn from `start` on; None when the text does not say so.

    A stylesheet may have set the block in capitals.

    >>> fit("Có 526 súng và 3 dao", 0, ("Có", "526 súng"))
    11
    """
    for version in (text, text.upper()):
        position: int | None = start
        for piece in pieces:
            position = _after(version, position, piece)
            if position is None:
                break
        if position is not None:
            return position
    return None


def _after(text: str, position: int | None, piece: str) -> int | None:
    if position is None:
        return None
    skipped = position + 1 if text[position : position + 1] == " " else position
    return skipped + len(piece) if text.startswith(piece, skipped) else None


def _key(text: str) -> str:
    return text.replace(" ", "").casefold()


def _key_of(block: Block) -> str:
    return _key("".join(block.pieces))
