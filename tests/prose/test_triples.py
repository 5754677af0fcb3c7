"""A figure of three numbers: what is nothing of it is not said, the rest keeps its words."""

from __future__ import annotations

import pytest

from antq_reports.figures import FigureStyle, format_figure, parse_figure
from antq_reports.prose.filters import figure
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import FigureView


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
