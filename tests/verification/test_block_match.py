"""Which unit each drawn block belongs to: exactly and in order, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from antq_reports.verification.block_match import Matching, fit, match
from antq_reports.verification.expected_text import Block, Unit


def matched(units: Sequence[str], *blocks: tuple[int, str, Sequence[str]]) -> bool:
    """Whether the blocks are the units, whole."""
    drawn = [Block(page, kind, tuple(pieces)) for page, kind, pieces in blocks]
    return match([Unit(text, ()) for text in units], drawn).is_whole


def test_a_paragraph_goes_on_over_the_page() -> None:
    """Other blocks may stand between its parts."""
    blocks = [(1, "P", ["Có hơn", "102.700"]), (2, "P", ["Tít"]), (2, "P", ["lượt người."])]
    assert matched(["Có hơn 102.700 lượt người.", "Tít"], *blocks)


def test_a_tables_head_is_drawn_again_over_every_column() -> None:
    """Over both columns of its page and of later ones; a third time, elsewhere, the same words are too many."""
    units, cells = ["Số liệu", "5", "6", "7"], [(1, "THead", ["Số liệu"]), (1, "TD", ["5"])]
    again, next_page, rest = (1, "THead", ["Số liệu"]), (2, "THead", ["Số liệu"]), [(1, "TD", ["6"]), (2, "TD", ["7"])]
    assert matched(units, *cells, again, rest[0], next_page, next_page, rest[1])
    assert not matched(units, *cells, again, again, *rest)
    assert not matched(units, *cells, rest[0], next_page, next_page, next_page, rest[1])
    assert not matched(units, *cells, rest[0], (2, "TD", ["Số liệu"]), rest[1])


def test_the_head_of_a_row_is_drawn_once() -> None:
    """What a row is called stands in its row and nowhere else."""
    units, cells = ["Tin", "5", "6"], [(1, "TH", ["Tin"]), (1, "TD", ["5"])]
    assert matched(units, *cells, (2, "TD", ["6"]))
    assert not matched(units, *cells, (2, "TH", ["Tin"]), (2, "TD", ["6"]))


def test_a_picture_may_float_on() -> None:
    """Its caption stands later than in the data."""
    assert matched(["Chú thích", "Một đoạn"], (1, "P", ["Một đoạn"]), (2, "Caption", ["Chú thích"]))


def test_a_beginning_is_not_taken_for_a_whole() -> None:
    """Cells that begin alike, in any order."""
    units = ["Xã", "Xã đạt chuẩn", "Xã"]
    assert matched(units, (1, "TD", ["Xã"]), (1, "TD", ["Xã đạt", "chuẩn"]), (1, "TD", ["Xã"]))
    assert matched(["Xã đạt chuẩn", "Xã"], (1, "P", ["Xã"]), (2, "P", ["đạt chuẩn"]), (2, "P", ["Xã"]))


@pytest.mark.parametrize(
    ("text", "pieces", "end"),
    [
        ("526 súng", ("526", "súng"), 8),
        ("an-ninh", ("an-", "ninh"), 7),
        ("526 súng", ("526 súng", "."), None),
        ("Tỉnh ủy", ("TỈNH ỦY",), 7),
        ("Tỉnh ủy", ("TỈNH", "ủy"), None),
        ("526  súng", ("526", "súng"), None),
    ],
)
def test_pieces_fit_or_they_do_not(text: str, pieces: tuple[str, ...], end: int | None) -> None:
    """A space between two pieces is optional, anything else is not; capitals are a block's or none's."""
    assert end == fit(text, 0, pieces)


def lined_up(*texts: str, drawn: Sequence[str]) -> Matching:
    """Units and paragraphs of one page that do not agree."""
    return match([Unit(text, ()) for text in texts], [Block(1, "P", (text,)) for text in drawn])


def test_what_is_not_matched_is_left_over_on_both_sides() -> None:
    """The strange block with its gap, between the units that were found whole."""
    found = lined_up("Một", "Hai", "Ba", drawn=["Một", "Bốn", "Ba"])
    assert ([0, 2], [(1, 0)]) == (found.anchors, found.missing())
    assert [(1, ("Bốn",))] == [(gap, block.pieces) for gap, block in found.strangers]
    assert not found.is_whole


def test_of_equal_blocks_the_strange_one_is_left_over() -> None:
    """A cell drawn once too often does not push the others away."""
    found = lined_up("Xã", "5", "Xã", "6", drawn=["Xã", "5", "Xã", "Xã", "6"])
    assert ([], [("Xã",)]) == (found.missing(), [block.pieces for _, block in found.strangers])


def test_a_stretch_knows_its_page() -> None:
    """Both parts of a paragraph that goes on over the page."""
    found = match([Unit("Có hơn 5 xã.", ())], [Block(1, "P", ("Có hơn",)), Block(2, "P", ("5 xã.",))])
    assert [(0, 6, 1), (6, 12, 2)] == [(each.start, each.end, each.page) for each in found.found[0]]


def test_paragraphs_are_not_taken_out_of_order() -> None:
    """Only captions float."""
    assert not matched(["Một", "Hai"], (1, "P", ["Hai"]), (1, "P", ["Một"]))
