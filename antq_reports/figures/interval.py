"""What numbers a figure may mean.

"hơn 550" is 550 or more, "gần 300" at most 300, "khoảng 40" anything; "hàng trăm" is 100 or more; "từ 5 đến 7" has both
ends; a number without a hedge is itself. Bounds belong to the interval, for "hơn 550" is also said of 551 rounded down,
and a source that knows 550 does not contradict it. Percents are fractions, money is in đồng, other numbers are in the
figure's unit: whoever compares two intervals first makes sure that the figures count the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import Self

from antq_reports.figures.compounds import Indefinite, Span
from antq_reports.figures.hedge import Hedge
from antq_reports.figures.kinds import AnyFigure
from antq_reports.vietnamese import move_point


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The numbers from ``low`` to ``high``, both among them; None where there is no bound on that side."""

    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"{self.low} is above {self.high}")

    @classmethod
    def exactly(cls, number: Decimal | int) -> Self:
        """The interval of one number."""
        return cls(low=Decimal(number), high=Decimal(number))

    @property
    def is_exact(self) -> bool:
        """Whether only one number can be meant."""
        return self.low is not None and self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Whether there is a bound on both sides."""
        return self.low is not None and self.high is not None

    def contains(self, number: Decimal | int) -> bool:
        """Whether a number can be meant."""
        return self.overlaps(Interval.exactly(number))

    def is_above(self, other: Interval) -> bool:
        """Whether every number of this interval is above every number of the other.

        >>> Interval(low=Decimal(31)).is_above(Interval.exactly(29)), Interval(high=Decimal(31)).is_above(Interval())
        (True, False)
        """
        return self.low is not None and other.high is not None and self.low > other.high

    def overlaps(self, other: Interval) -> bool:
        """Whether both can mean one number: two figures contradict each other only where this is false."""
        return not self.is_above(other) and not other.is_above(self)

    def plus(self, other: Interval) -> Interval:
        """What the sum of two numbers can be. A bound is known where both are: hơn and gần together bound nothing.

        >>> Interval(low=Decimal(40)).plus(Interval.exactly(2))
        Interval(low=Decimal('42'), high=None)
        """
        return Interval(low=_sum(self.low, other.low), high=_sum(self.high, other.high))


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def interval_of(figure: AnyFigure) -> Interval | None:
    """What a figure may mean; None for a pair and a change, which are no one number.

    A part of a whole stands for its part. The ends of a span hold whatever stands before it: "khoảng 5 - 7" is 5 to 7.

    >>> from antq_reports.figures.parse import parse_figure
    >>> interval_of(parse_figure("hơn 2,5 tỷ đồng"))
    Interval(low=Decimal('2500000000'), high=None)
    >>> interval_of(parse_figure("31 vụ, 34 đối tượng")) is None
    True
    """
    if isinstance(figure, Indefinite):
        return Interval(low=Decimal(figure.lower_bound))
    if isinstance(figure, Span):
        places = -2 if figure.is_percent else 0
        return Interval(low=move_point(figure.low, places), high=move_point(figure.high, places))
    number = figure.ratio if figure.kind == "percent" else figure.number
    return None if number is None else _hedged(number, figure.hedge)


def _hedged(number: Decimal, hedge: Hedge | None) -> Interval:
    if hedge is None:
        return Interval.exactly(number)
    return Interval(
        low=number if hedge.direction == "above" else None, high=number if hedge.direction == "below" else None
    )


def interval_of_sum(figures: Iterable[AnyFigure]) -> Interval:
    """What the sum of figures may be. Raises ``TypeError`` for a pair or a change."""
    return reduce(Interval.plus, map(_summand, figures), Interval.exactly(0))


def _summand(figure: AnyFigure) -> Interval:
    interval = interval_of(figure)
    if interval is None:
        raise TypeError(f"a {figure.kind} is no one number")
    return interval


def is_exact(figure: AnyFigure) -> bool:
    """Whether a figure means one number: no hedge, no span, no word."""
    interval = interval_of(figure)
    return interval is not None and interval.is_exact
