"""The words before a number, and where the true value lies."""

from __future__ import annotations

from antq_reports.figures import Hedge


def test_hedges_have_a_direction() -> None:
    """hơn/trên = the true value lies above the printed one; gần = below; khoảng = either."""
    directions = {hedge.value: hedge.direction for hedge in Hedge}
    above = dict.fromkeys(["hơn", "trên", "ít nhất", "không dưới"], "above")
    below = dict.fromkeys(["gần", "dưới"], "below")
    about = dict.fromkeys(["khoảng hơn", "khoảng", "ước tính", "ước", "xấp xỉ", "chừng"], "about")
    assert above | below | about == directions
