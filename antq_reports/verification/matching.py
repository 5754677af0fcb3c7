"""Which unit each drawn block belongs to: exactly, or not at all.

Blocks are matched whole, or one after another where a paragraph goes on over the page. A block may stand out of order
(a picture that floated on), and a table's head may be drawn again on the next page; nothing else is forgiven. What
cannot be matched is left over on both sides, for `wording` to tell apart.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from antq_reports.verification.units import Block, Unit


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a unit that was found, and where."""

    start: int
    end: int
    page: int | None


@dataclass(slots=True)
class Matching:
    """The state of one attempt."""

    units: Sequence[Unit]
    found: dict[int, list[Stretch]] = field(default_factory=lambda: defaultdict(list))
    """The stretches found of each unit, by its number."""
    strangers: list[Block] = field(default_factory=list)
    """Blocks that belong to no unit."""
    _reached: list[int] = field(init=False)
    _cursor: int = 0
    _by_key: dict[str, deque[int]] = field(init=False)

    def __post_init__(self) -> None:
        self._reached = [0] * len(self.units)
        self._by_key = defaultdict(deque)
        for number, unit in enumerate(self.units):
            self._by_key[_key(unit.text)].append(number)

    def take(self, block: Block, *, here_first: bool) -> None:
        """Find the unit a block belongs to. ``here_first``: rather the beginning of the next than the whole of a later.

        The first attempt is made the other way round: wholes are safer than beginnings.
        """
        later = [self._whole_elsewhere, self._begun_here]
        searches = [self._going_on, self._whole_here, self._is_head_again, *(reversed(later) if here_first else later)]
        if not any(search(block) for search in (*searches, self._begun_elsewhere)):
            self.strangers.append(block)

    def missing(self) -> list[tuple[int, int]]:
        """Every unit of which something was not found: its number, and from where on."""
        return [
            (number, reached)
            for number, reached in enumerate(self._reached)
            if self.units[number].text[reached:].strip()
        ]

    @property
    def is_whole(self) -> bool:
        """Whether everything was found and nothing else was."""
        return not self.strangers and not self.missing()

    # --- where a block may belong -----------------------------------------------------------------------------------

    def _going_on(self, block: Block) -> bool:
        begun = (n for n in range(len(self.units) - 1, -1, -1) if 0 < self._reached[n] < len(self.units[n].text))
        return any(self._fits(number, block, whole=False) for number in begun)

    def _whole_here(self, block: Block) -> bool:
        return self._next() is not None and self._fits(self._cursor, block, whole=True)

    def _begun_here(self, block: Block) -> bool:
        return self._next() is not None and self._fits(self._cursor, block, whole=False)

    def _whole_elsewhere(self, block: Block) -> bool:
        candidates = self._by_key.get(_key("".join(block.pieces)), ())
        return any(self._fits(number, block, whole=True) for number in tuple(candidates) if not self._reached[number])

    def _begun_elsewhere(self, block: Block) -> bool:
        untouched = (number for number in range(self._cursor, len(self.units)) if not self._reached[number])
        return any(self._fits(number, block, whole=False) for number in untouched)

    def _next(self) -> int | None:
        while self._cursor < len(self.units) and self._reached[self._cursor]:
            self._cursor += 1
        return self._cursor if self._cursor < len(self.units) else None

    def _fits(self, number: int, block: Block, *, whole: bool) -> bool:
        text, start = self.units[number].text, self._reached[number]
        end = fit(text, start, block.pieces)
        if end is None or (whole and text[end:].strip()):
            return False
        self._reached[number] = end
        self.found[number].append(Stretch(start, end, block.page))
        return True

    def _is_head_again(self, block: Block) -> bool:
        """A table goes on over the page, and so does its head."""
        if block.kind != "TH" or block.page is None:
            return False
        numbers = self._by_key.get(_key("".join(block.pieces)), ())
        seen = (stretch.page for number in numbers for stretch in self.found.get(number, ()))
        return any(page is not None and page < block.page for page in seen)


def match(units: Sequence[Unit], blocks: Iterable[Block]) -> Matching:
    """Find every block's unit."""
    blocks = list(blocks)
    attempts = (_attempt(units, blocks, here_first=here_first) for here_first in (False, True))
    first = next(attempts)
    if first.is_whole:
        return first
    second = next(attempts)
    return second if second.is_whole else first


def _attempt(units: Sequence[Unit], blocks: Sequence[Block], *, here_first: bool) -> Matching:
    matching = Matching(units)
    for block in blocks:
        matching.take(block, here_first=here_first)
    return matching


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
