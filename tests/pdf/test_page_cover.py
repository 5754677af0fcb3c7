"""The measure of a page: squares with ink over squares, and what is sent back."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw
from script_modules import script_module

cover = script_module("page_cover")
DOTS = 2
A4 = (210 * DOTS, 297 * DOTS)


def page_with(*boxes: tuple[int, int, int, int]) -> Image.Image:
    """A white A4 page with black boxes, in millimetres from the corner of the type area."""
    image = Image.new("RGB", A4, "white")
    for left, top, right, bottom in boxes:
        corners = [(16 + x) * DOTS for x in (left, top, right, bottom)]
        ImageDraw.Draw(image).rectangle([corners[0], corners[1], corners[2] - 1, corners[3] - 1], fill="black")
    return image


def test_a_square_with_any_ink_counts() -> None:
    """The type area holds 35 by 52 squares; a hair's breadth of ink covers one of them."""
    assert 0 == cover.measure(page_with()).cover
    assert 1 / (35 * 52) == cover.measure(page_with((7, 7, 8, 8))).cover
    assert 4 / (35 * 52) == cover.measure(page_with((4, 4, 6, 6))).cover


def test_ink_in_the_margin_is_no_cover() -> None:
    """Running heads and page numbers stand outside the type area."""
    assert 0 == cover.measure(page_with((-10, -10, -5, -5))).cover


def test_depth_is_where_the_last_ink_ends() -> None:
    """In rows of squares from the top."""
    assert 2 / 52 == cover.measure(page_with((0, 6, 20, 9))).depth


@pytest.mark.parametrize(
    ("covers", "depths", "expected"),
    [
        ((0.7, 0.2), (1.0, 0.3), []),
        ((0.6, 0.2), (1.0, 0.3), ["page 1 is covered by 60%"]),
        ((0.7, 0.1), (1.0, 0.1), ["page 2 ends at 10%"]),
    ],
)
def test_a_thin_page_and_a_short_one_are_sent_back(
    covers: tuple[float, ...], depths: tuple[float, ...], expected: list[str]
) -> None:
    """The last page may be thin, but no page ends in its first quarter."""
    pages = [
        cover.PageCover(number=number, cover=share, depth=depth)
        for number, (share, depth) in enumerate(zip(covers, depths, strict=True), start=1)
    ]
    assert expected == cover.faults(pages)
