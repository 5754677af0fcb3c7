"""The words that say a printed number is not exact, and on which side the true value lies."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Direction = Literal["above", "below", "about"]


class Hedge(StrEnum):
    """A word before the digits; it is orthogonal to the kind of number.

    >>> Hedge("hơn").direction, Hedge("gần").direction, Hedge("khoảng").direction
    ('above', 'below', 'about')
    """

    MORE_THAN = "hơn"
    OVER = "trên"
    NEARLY = "gần"
    ABOUT_OVER = "khoảng hơn"
    ABOUT = "khoảng"
    ESTIMATED_AT = "ước tính"
    ESTIMATED = "ước"
    NEAR = "xấp xỉ"
    ROUGHLY = "chừng"
    UNDER = "dưới"
    AT_LEAST = "ít nhất"
    NOT_UNDER = "không dưới"

    @property
    def direction(self) -> Direction:
        """Where the true value lies: above the printed number, below it, or on either side."""
        return _DIRECTIONS.get(self, "about")


_DIRECTIONS: dict[Hedge, Direction] = {
    Hedge.MORE_THAN: "above",
    Hedge.OVER: "above",
    Hedge.AT_LEAST: "above",
    Hedge.NOT_UNDER: "above",
    Hedge.NEARLY: "below",
    Hedge.UNDER: "below",
}
