"""What a format of briefs is: an ending, how a brief is written in it, and how its evidence is read back.

A format is one module of this package that makes one `BriefFormat`, and one line in the package's table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

REPORT_ENDINGS = frozenset({".toml", ".json", ".xlsx", ".csv"})
"""Endings of files that reports are read from: no brief has one of them."""


class Finished(Protocol):
    """A brief that can be written: what it is in each form it exists in."""

    @property
    def pdf(self) -> bytes:
        """The PDF, its evidence attached."""
        ...

    @property
    def html(self) -> str:
        """The HTML page, its evidence inside."""
        ...

    @property
    def text(self) -> str:
        """The words alone."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFormat:
    """One format."""

    name: str
    """What a person asks for: "pdf"; also the ending that is written."""
    endings: tuple[str, ...]
    """Endings of files that are read as this format, with their dots."""
    write: Callable[[Finished], bytes]
    """The bytes of a brief's file."""
    read: Callable[[bytes], Mapping[str, bytes]] | None = None
    """The files a brief carries, by name; None for a format that carries none. Raises `PdfError` or ``ValueError``
    for bytes of another kind."""

    def __post_init__(self) -> None:
        taken = sorted(REPORT_ENDINGS.intersection(self.endings))
        if taken:
            raise ValueError(f"{self.name}: {', '.join(taken)} are the endings of report files")
