"""The words before a number, and where the true value lies."""

from __future__ import annotations

from antq_reports.figures import Hedge


def test_hedges_have_a_direction() -> None:
    """hơn/trên = the true value lies above the printed one; gần = below; khoảng = either."""
    directions = {hedge.value: hedge.direction for hedge in Hedge}
    above, below = dict.fromkeys(["hơn", "trên"], "above"), {"gần": "below"}
    assert above | below | dict.fromkeys(["khoảng hơn", "khoảng", "ước tính", "ước"], "about") == directions
