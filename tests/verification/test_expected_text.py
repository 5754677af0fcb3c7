"""What should stand on a page, and what does, cut into units and blocks that can be compared."""

from __future__ import annotations

import pytest

from antq_reports.evidence import Row
from antq_reports.page import TextLine
from antq_reports.pdf import DrawnBlock, DrawnPage, PdfContent
from antq_reports.prose import LedgerEntry
from antq_reports.verification.expected_text import (
    Block,
    Mention,
    Unit,
    attached_units,
    html_blocks,
    pdf_blocks,
    units_of,
)


def row(paragraph: int, offset: int, text: str) -> Row:
    """A row of an attached ledger."""
    return Row(1, paragraph, offset, "số liệu", "a.b", "súng", text, "6", "", "")


def test_the_cells_of_a_row_are_units() -> None:
    """Each with the figures mentioned in it, counted from its own beginning; empty cells are none."""
    entries = [LedgerEntry(kind="figure", metric=f"a.{name}", label=name, value=6) for name in "bc"]
    line = TextLine("Súng\t6 khẩu\t\tđạn 9", ((5, 11), (17, 18)))
    assert [
        Unit("Súng", ()),
        Unit("6 khẩu", (Mention("a.b", "b", "6 khẩu", 0, 6),)),
        Unit("đạn 9", (Mention("a.c", "c", "9", 4, 5),)),
    ] == units_of([line], entries)


@pytest.mark.parametrize(
    ("paragraph", "offset", "text"), [(0, 3, "6"), (2, 3, "6"), (1, 4, "6"), (1, -1, "6"), (1, 3, ""), (1, 3, "7")]
)
def test_a_row_the_text_does_not_bear_out_is_wrong(paragraph: int, offset: int, text: str) -> None:
    """Another paragraph, another place, another text."""
    good, wrong = row(1, 3, "6"), row(paragraph, offset, text)
    units, found = attached_units(["Có 6"], [good, wrong])
    assert ([Unit("Có 6", (Mention("a.b", "súng", "6", 3, 4),))], [wrong]) == (units, found)


def test_blocks_of_a_pdf_stand_in_reading_order_with_their_pages() -> None:
    """What is outside the structure is none of them."""
    pages = [
        DrawnPage(number=number, blocks=(DrawnBlock(kind=kind, pieces=(text,)),), loose=("1/2",), overlays=())
        for number, kind, text in ((1, "H1", "Tít"), (2, "P", "Có 6"))
    ]
    found = pdf_blocks(PdfContent(pages=tuple(pages), pictures=()))
    assert [Block(1, "H1", ("Tít",)), Block(2, "P", ("Có 6",))] == found


def test_blocks_of_html_are_paragraphs_and_cells() -> None:
    """They stand on no page."""
    html = "<body><p>Có <data>6</data> khẩu</p><table><tr><td>Súng</td><td>6</td></tr></table></body>"
    assert [Block(None, "P", (text,)) for text in ("Có 6 khẩu", "Súng", "6")] == html_blocks(html)
