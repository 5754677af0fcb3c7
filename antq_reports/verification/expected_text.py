"""What should stand on a page, and what does, cut into comparable pieces.

A unit is what should: a paragraph or a table cell, with the figures mentioned in it. A block is what does: the same
cut as it was drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from antq_reports.evidence import Row
from antq_reports.page import TextLine, page_lines
from antq_reports.pdf import PdfContent
from antq_reports.prose import LedgerEntry


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure or date where it should be printed."""

    metric: str
    label: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that should be drawn in one place, though perhaps over two pages."""

    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is drawn in one place. Between two pieces a space may have been or not."""

    page: int | None
    kind: str
    pieces: tuple[str, ...]


def units_of(lines: Iterable[TextLine], ledger: Sequence[LedgerEntry]) -> list[Unit]:
    """The units of a page made here."""
    entries = iter(ledger)
    units: list[Unit] = []
    for line in lines:
        mentions = [
            Mention(entry.metric, entry.label, line.text[start:end], start, end)
            for (start, end), entry in zip(line.marks, entries, strict=False)
        ]
        units += _cells(line.text, mentions)
    return units


def attached_units(lines: Sequence[str], ledger: Iterable[Row]) -> tuple[list[Unit], list[Row]]:
    """The units of an attached text, and the rows of the attached ledger that it does not bear out."""
    mentions: dict[int, list[Mention]] = {}
    wrong: list[Row] = []
    for row in ledger:
        end = row.offset + len(row.text)
        line = lines[row.paragraph - 1] if 0 < row.paragraph <= len(lines) else ""
        if row.text and row.offset >= 0 and line[row.offset : end] == row.text:
            mentions.setdefault(row.paragraph, []).append(Mention(row.metric, row.label, row.text, row.offset, end))
        else:
            wrong.append(row)
    units: list[Unit] = []
    for number, text in enumerate(lines, start=1):
        units += _cells(text, mentions.get(number, []))
    return units, wrong


def _cells(text: str, mentions: Sequence[Mention]) -> Iterator[Unit]:
    """The cells of a row; a paragraph is one cell."""
    start = 0
    for cell in text.split("\t"):
        end = start + len(cell)
        inside = [mention for mention in mentions if start <= mention.start and mention.end <= end]
        if cell:
            moved = (Mention(m.metric, m.label, m.text, m.start - start, m.end - start) for m in inside)
            yield Unit(cell, tuple(moved))
        start = end + 1


def pdf_blocks(content: PdfContent) -> list[Block]:
    """What a PDF draws, in reading order."""
    return [Block(page.number, block.kind, block.pieces) for page in content.pages for block in page.blocks]


def html_blocks(html: str) -> list[Block]:
    """What an HTML page shows."""
    cells = (cell for line in page_lines(html) for cell in line.text.split("\t") if cell)
    return [Block(None, "P", (cell,)) for cell in cells]
