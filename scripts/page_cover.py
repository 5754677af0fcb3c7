"""How much of every page of a PDF is covered: the share of 5 mm squares of the type area that hold any ink.

    python scripts/page_cover.py FILE.pdf ...

The type area is the page within its margins. A line per page: its number, its cover, and how far down the last ink
stands, both in percent of the type area. Exit code 1 where a page but the last is covered by less than 65 %, or any
page ends in its first quarter.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

DOTS_PER_MM = 2.0
SQUARE = 5
"""Millimetres."""
MARGINS = (16, 16, 18, 16)
"""Of the type area, in millimetres: top, right, bottom, left."""
FAINTEST = 245
"""The lightest grey that is ink, of 255."""
LEAST_COVER = 0.65
LEAST_DEPTH = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCover:
    """One page; both numbers are fractions of the type area."""

    number: int
    cover: float
    depth: float
    """Where the last row of squares with ink ends."""


def pages_of(path: Path) -> Iterator[PageCover]:
    """Every page of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        for number in range(len(document)):
            page = document[number].render(scale=DOTS_PER_MM * 25.4 / 72)
            yield measure(page.to_pil(), number + 1)
    finally:
        document.close()


def measure(image: Image.Image, number: int = 1) -> PageCover:
    """The cover of a page drawn with `DOTS_PER_MM`."""
    top, right, bottom, left = (round(side * DOTS_PER_MM) for side in MARGINS)
    area = image.convert("L").crop((left, top, image.width - right, image.height - bottom))
    rows = [list(row) for row in _squares(area)]
    inked = [any(row) for row in rows]
    last = max((place for place, has_ink in enumerate(inked, start=1) if has_ink), default=0)
    count = sum(len(row) for row in rows)
    return PageCover(number=number, cover=sum(map(sum, rows)) / count, depth=last / len(rows))


def _squares(area: Image.Image) -> Iterator[Iterator[bool]]:
    """Row by row, whether a square holds ink; a square cut off by the edge is left out."""
    side = round(SQUARE * DOTS_PER_MM)
    for top in range(0, area.height - side + 1, side):
        yield (
            min(area.crop((left, top, left + side, top + side)).tobytes()) <= FAINTEST
            for left in range(0, area.width - side + 1, side)
        )


def faults(pages: Sequence[PageCover]) -> list[str]:
    """What a layout editor would send back."""
    thin = [f"page {page.number} is covered by {page.cover:.0%}" for page in pages[:-1] if page.cover < LEAST_COVER]
    short = [f"page {page.number} ends at {page.depth:.0%}" for page in pages if page.depth < LEAST_DEPTH]
    return thin + short


def main() -> int:
    """Print a line per page."""
    bad = False
    for name in sys.argv[1:]:
        pages = list(pages_of(Path(name)))
        for page in pages:
            print(f"{name}: page {page.number}/{len(pages)} cover {page.cover:4.0%} ends at {page.depth:4.0%}")
        for fault in faults(pages):
            print(f"{name}: {fault}", file=sys.stderr)
            bad = True
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
