"""A figure of three numbers: what is nothing of it is not said, the rest keeps its words."""

from __future__ import annotations

import pytest

from antq_reports.figures import FigureStyle, format_figure, parse_figure
from antq_reports.prose.filters import figure, number
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import FigureView, breadth_of


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("12 vụ, làm chết 3 người, bị thương 10 người", "12 vụ, làm chết 3 người, bị thương 10 người"),
        ("12 vụ, làm chết 3 người, bị thương 0 người", "12 vụ, làm chết 3 người"),
        ("12 vụ, làm chết 0 người, bị thương 10 người", "12 vụ, bị thương 10 người"),
        ("12 vụ, làm chết 0 người, bị thương 0 người", "12 vụ"),
    ],
)
def test_a_zero_of_three_is_left_out(text: str, printed: str) -> None:
    """No brief says "0 người"."""
    book = TokenBook()
    view = FigureView(book, path="extra.x", label="vụ", figure=parse_figure(text), style=FigureStyle(), zero="không có")
    assert printed == book.visible(str(figure(view)))
    assert text == format_figure(parse_figure(text))


def test_the_parts_of_three_are_labelled_by_what_they_count() -> None:
    """The third is not called by the second's unit."""
    shown = parse_figure("12 vụ, làm chết 3 người, bị thương 10 người")
    view = FigureView(TokenBook(), path="x", label="vụ tai nạn", figure=shown, style=FigureStyle(), zero="")
    labels = [part._label for part in (view.second, view.third) if isinstance(part, FigureView)]
    assert ["người chết (tai nạn)", "người bị thương (tai nạn)"] == labels


@pytest.mark.parametrize("text", ["35 vụ (21,5%)", "35 vụ (giảm 3 vụ so với năm 2023)", "35/40 vụ (đạt 87,5%)"])
def test_the_number_alone_has_none_of_what_it_states(text: str) -> None:
    """Its digits do not run into those of the percent or the change beside it."""
    book = TokenBook()
    view = FigureView(book, path="x", label="vụ", figure=parse_figure(text), style=FigureStyle(), zero="")
    digits = text.partition(" ")[0]
    assert digits == book.visible(str(number(view)))
    assert len(digits) == breadth_of(view)
