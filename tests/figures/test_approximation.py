"""Exact counts made round."""

from __future__ import annotations

import pytest

from antq_reports.errors import FigureSyntaxError
from antq_reports.figures import Hedge, approximate, format_figure


@pytest.mark.parametrize(
    ("value", "step", "hedge", "expected"),
    [
        (12237, 100, "hơn", "hơn 12.200 lượt"),
        (12237, 100, "gần", "gần 12.300 lượt"),
        (12249, 100, "khoảng", "khoảng 12.200 lượt"),
        (12250, 100, "khoảng", "khoảng 12.300 lượt"),
        (12200, 100, Hedge.OVER, "12.200 lượt"),
    ],
)
def test_approximation_rounds_as_its_hedge_says(value: int, step: int, hedge: str, expected: str) -> None:
    """Round down after hơn, up after gần, half up after khoảng; an exact number takes no hedge."""
    assert expected == format_figure(approximate(value, step=step, hedge=hedge, unit="lượt"))


@pytest.mark.parametrize(
    ("step", "hedge", "message"),
    [(0, "hơn", "lớn hơn 0"), (-5, "hơn", "lớn hơn 0"), (100, "hơn", "bước nhỏ hơn"), (10, "tầm", "từ chỉ mức độ")],
)
def test_senseless_approximation_is_refused(step: int, hedge: str, message: str) -> None:
    """A step of nothing, a step that leaves nothing and an unknown hedge are errors."""
    with pytest.raises(FigureSyntaxError, match=message):
        approximate(37, step=step, hedge=hedge)
