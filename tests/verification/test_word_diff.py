"""What is left over on both sides, told apart word by word: which figure changed, is missing, or is nobody's."""

from __future__ import annotations

import pytest

from antq_reports.verification.block_match import match
from antq_reports.verification.expected_text import Block, Mention, Unit
from antq_reports.verification.word_diff import compare

Told = tuple[str, str, str, str, int | None]


def unit(text: str, *figures: str) -> Unit:
    """A unit with its figures, named a, b, c by their order."""
    starts = [text.index(figure) for figure in figures]
    mentions = (
        Mention(name, name, figure, start, start + len(figure))
        for name, figure, start in zip("abc", figures, starts, strict=False)
    )
    return Unit(text, tuple(mentions))


def told(*units: Unit, drawn: list[str]) -> tuple[list[tuple[str, bool]], list[Told]]:
    """Which figures were found, and the differences; every paragraph stands on a page of its own."""
    blocks = [Block(page, "P", (text,)) for page, text in enumerate(drawn, start=1)]
    figures, found = compare(match(units, blocks))
    differences: list[Told] = [(each.kind, each.metric, each.printed, each.expected, each.page) for each in found]
    return [(each.text, each.found) for each in figures], differences


@pytest.mark.parametrize(
    ("drawn", "found", "expected"),
    [
        ("Có 6 khẩu và 20 viên", (True, True), []),
        ("Có 8 khẩu và 20 viên", (False, True), [("changed", "a", "8 khẩu", "6 khẩu", 1)]),
        ("Có và 20 viên", (False, True), [("missing", "a", "", "6 khẩu", 1)]),
        (
            "Có 20 viên và 6 khẩu",
            (True, False),
            [
                ("missing", "b", "", "20 viên", 1),
                ("unsourced", "", "20 viên và", "", 1),
                ("wording", "", "", "và", 1),
            ],
        ),
        ("Thu 6 khẩu và 20 viên", (True, True), [("wording", "", "Thu", "Có", 1)]),
        ("Có 6 khẩu và 20 viên, 9 dao", (True, True), [("unsourced", "", ", 9 dao", "", 1)]),
        ("Có 6 khẩu và 20 viên, hàng trăm dao", (True, True), [("unsourced", "", ", hàng trăm dao", "", 1)]),
        ("Có 6 khẩu và 20 viên đạn", (True, True), [("wording", "", "đạn", "", 1)]),
        ("Có 9 khẩu và 20 viên", (False, True), [("changed", "a", "9 khẩu", "6 khẩu", 1)]),
        ("Có 6 nghìn khẩu và 20 viên", (False, True), [("changed", "a", "6 nghìn khẩu", "6 khẩu", 1)]),
    ],
)
def test_a_changed_paragraph_says_what_changed(drawn: str, found: tuple[bool, bool], expected: list[Told]) -> None:
    """Figures by their metric; words and numbers of nobody's as they stand."""
    figures, differences = told(unit("Có 6 khẩu và 20 viên", "6 khẩu", "20 viên"), drawn=[drawn])
    assert expected == differences
    assert [("6 khẩu", found[0]), ("20 viên", found[1])] == figures


def test_a_grouped_number_is_one_word() -> None:
    """It is told whole; another number in the place of a number is other wording."""
    _, differences = told(unit("Đạt 1.010 vụ"), drawn=["Đạt 1.020 vụ"])
    assert [("wording", "", "1.020", "1.010", 1)] == differences


def test_a_paragraph_pasted_in_is_told_with_its_page() -> None:
    """What stands around it agrees."""
    figures, differences = told(unit("Có 6 khẩu", "6 khẩu"), unit("Hết"), drawn=["Có 6 khẩu", "Thêm 9 vụ", "Hết"])
    assert [("unsourced", "", "Thêm 9 vụ", "", 2)] == differences
    assert [("6 khẩu", True)] == figures


def test_a_paragraph_left_out_misses_its_figures() -> None:
    """Before its words."""
    figures, differences = told(unit("Một"), unit("Có 6 khẩu", "6 khẩu"), unit("Hết"), drawn=["Một", "Hết"])
    assert ("missing", "a", "", "6 khẩu", None) == differences[0]
    assert [("6 khẩu", False)] == figures


def test_pieces_are_joined_by_their_punctuation() -> None:
    """Where a piece ends it is not told whether a space was."""
    _, found = compare(match([unit("Hết")], [Block(1, "P", ("Hết",)), Block(1, "P", ("Thêm (", "9 vụ", ")", ", rồi"))]))
    assert ["Thêm (9 vụ), rồi"] == [each.printed for each in found]
