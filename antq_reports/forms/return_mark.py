"""The mark of a form that a run wrote for a unit to correct: when it was written, and what it said then.

It stands in a hidden cell of the cover. A form that comes back with it is its unit's newest; one that comes back as it
went out corrects nothing, and is never taken for what the unit sent.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARK = re.compile(r"@antq:tra-lai:([0-9T:.+-]{10,32}):([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class ReturnMark:
    """One mark.

    >>> ReturnMark.parse(str(ReturnMark("2026-12-01T08:00:00", digest_of([("a.b", "12")]))))
    ReturnMark(written='2026-12-01T08:00:00', digest='b9257c7ed4aca403')
    """

    written: str
    """When, as ISO time."""
    digest: str
    """The digest of its cells as they were written."""

    @staticmethod
    def parse(text: str) -> ReturnMark | None:
        """The mark in a cell's text; None for any other text."""
        match = _MARK.fullmatch(text.strip())
        return ReturnMark(match[1], match[2]) if match else None

    def __str__(self) -> str:
        return f"@antq:tra-lai:{self.written}:{self.digest}"


def digest_of(cells: Iterable[tuple[str, str]]) -> str:
    """The digest of cells, by id and text, blank ones left out, in any order."""
    told = "\n".join(sorted(f"{identifier}\t{text}" for identifier, text in cells if text))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
