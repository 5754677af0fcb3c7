"""The words that say a printed number is not exact, and on which side the true value lies."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

Direction = Literal["above", "below", "about"]


class Hedge(StrEnum):
    """A word before the digits; it is orthogonal to the kind of number.

    Of the words for one side a later one leaves more open: "hơn" and "gần" are near, "ít nhất" and "dưới" need not be.

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
_FAR = frozenset((Hedge.UNDER, Hedge.AT_LEAST, Hedge.NOT_UNDER))
"""Words for a bound alone: the true value may lie far from it, so that "khoảng" does not stand for them."""


def hedge_of_sum(hedges: Iterable[Hedge | None]) -> Hedge | None:
    """The word for a sum of numbers with these words: the weakest for one side, "khoảng" where both sides are near.

    Raises ``ValueError`` where no word is true of the sum.

    >>> str(hedge_of_sum([Hedge.MORE_THAN, None, Hedge.AT_LEAST])), str(hedge_of_sum([Hedge.OVER, Hedge.NEARLY]))
    ('ít nhất', 'khoảng')
    """
    words = {hedge for hedge in hedges if hedge is not None}
    sides = {word.direction for word in words}
    if len(words) < 2:
        return next(iter(words), None)
    if len(sides) == 1 and "about" not in sides:
        return max(words, key=list(Hedge).index)
    if words & _FAR:
        raise ValueError("hedges that bound nothing together")
    return Hedge.ABOUT
