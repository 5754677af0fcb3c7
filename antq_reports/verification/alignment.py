"""Lining up two sequences: the runs that are equal on both sides, in order, within bounds of time.

A leaf. What is lined up was anybody's to edit: past the bounds only the common beginning and end are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

MOST_ITEMS = 20_000
"""On one side, the common beginning and end left out."""
MOST_PAIRS = 2_000_000
"""Pairs of equal items, one from each side: what the work grows with."""


def equal_runs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where each run begins on either side, and its length; in the order of both.

    >>> equal_runs(["a", "b", "c"], ["a", "x", "c"])
    [(0, 0, 1), (2, 2, 1)]
    """
    shorter = min(len(ours), len(theirs))
    head = next((place for place in range(shorter) if ours[place] != theirs[place]), shorter)
    tail = next((place for place in range(shorter - head) if ours[-1 - place] != theirs[-1 - place]), shorter - head)
    inner = _inner_runs(ours[head : len(ours) - tail], theirs[head : len(theirs) - tail])
    runs = [(0, 0, head), *((one + head, other + head, length) for one, other, length in inner)]
    return [run for run in (*runs, (len(ours) - tail, len(theirs) - tail, tail)) if run[2]]


def _inner_runs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    if max(len(ours), len(theirs)) > MOST_ITEMS:
        return
    counts = Counter(theirs)
    if sum(counts[item] for item in ours) > MOST_PAIRS:
        return
    for run in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        yield run.a, run.b, run.size


def opcodes(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """The two sides cut into stretches that are equal (True) or not: where each begins and ends on either side.

    >>> list(opcodes(["a", "b"], ["a"]))
    [(True, 0, 1, 0, 1), (False, 1, 2, 1, 1)]
    """
    one = other = 0
    for begins, others_begin, length in (*equal_runs(ours, theirs), (len(ours), len(theirs), 0)):
        if one < begins or other < others_begin:
            yield False, one, begins, other, others_begin
        one, other = begins + length, others_begin + length
        if length:
            yield True, begins, one, others_begin, other
