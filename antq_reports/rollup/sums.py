"""Adding figures of one kind and one unit, hedges included.

What a sum may mean follows from what its figures may mean (`Interval.plus`), and its word is one that is true of that
(`hedge_of_sum`): the weakest of one side, khoảng where both sides are near. An indefinite word beside the others adds
something nobody counted: trên. Where no word is true there is no sum. Sums are exact; no number is rounded here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from antq_reports.figures import AnyFigure, Count, Hedge, Indefinite, Money, Pair, PartOfWhole, Quantity, Span
from antq_reports.figures.hedge import hedge_of_sum
from antq_reports.figures.interval import interval_of_sum
from antq_reports.figures.scalars import Scale
from antq_reports.vietnamese import sort_key

_Number = Count | Quantity | Money | Span | Indefinite


class UntoldSumError(ValueError):
    """No word before a number is true of the sum: "dưới 5" and "hơn 3" together bound nothing."""


def add_figures(figures: Sequence[AnyFigure]) -> AnyFigure:
    """The sum of figures of one kind and one unit; stated percents are dropped, for they are not sums.

    Raises ``TypeError`` for percents and changes, which have no sum, and `UntoldSumError` where no word is true of it.

    >>> add_figures([Count(value=12, unit="vụ"), Count(value=30, unit="vụ", hedge=Hedge.OVER)]).hedge
    <Hedge.OVER: 'trên'>
    """
    pairs = [figure for figure in figures if isinstance(figure, Pair)]
    parts = [figure for figure in figures if isinstance(figure, PartOfWhole)]
    numbers = [figure for figure in figures if isinstance(figure, _Number) and not figure.is_share]
    if pairs and len(pairs) == len(figures) and len({len(pair.parts) for pair in pairs}) == 1:
        return _add_pairs(pairs)
    if parts and len(parts) == len(figures):
        return _add_parts(parts)
    if numbers and len(numbers) == len(figures):
        return _add_numbers(numbers)
    raise TypeError("figures of different kinds have no sum")


def largest_word(words: Iterable[Indefinite]) -> Indefinite:
    """The word for the largest number; of equal words the first in the alphabet."""
    return min(words, key=lambda each: (-each.lower_bound, sort_key(each.word)))


def _add_pairs(pairs: list[Pair]) -> Pair:
    """Number by number, joined and counted in the words that most have."""
    worded = Counter((pair.joiner, pair.third_joiner, tuple(str(part.unit) for part in pair.parts)) for pair in pairs)
    joiner, third_joiner, units = min(worded, key=lambda words: (-worded[words], words[0] != ", ", words))
    sums = [_add_numbers(parts) for parts in zip(*(pair.parts for pair in pairs), strict=True)]
    first, second, *third = (
        part.model_copy(update={"unit": unit})
        for part, unit in zip(sums, units, strict=True)
        if isinstance(part, Count)  # as counts add up to
    )
    more: dict[str, Any] = {"third": third[0], "third_joiner": third_joiner} if third else {}
    return Pair(first=first, second=second, joiner=joiner, period=pairs[0].period, **more)


def _add_parts(parts: list[PartOfWhole]) -> PartOfWhole:
    hedge = _word(each.hedge for each in parts)
    part, whole = sum(each.part for each in parts), sum(each.whole for each in parts)
    return PartOfWhole(part=part, whole=whole, hedge=hedge, unit=_usual_unit(parts), period=parts[0].period)


def _add_numbers(numbers: Sequence[_Number]) -> _Number:
    words = [figure for figure in numbers if isinstance(figure, Indefinite)]
    definite = [figure for figure in numbers if not isinstance(figure, Indefinite)]
    if words and all(figure.is_zero for figure in definite):
        return largest_word(words).model_copy(update={"capital": False})
    spans = [figure for figure in definite if isinstance(figure, Span)]
    meant = interval_of_sum(numbers)
    low, high = (sum((figure.numbers[end] for figure in definite), Decimal(0)) for end in (0, -1))
    common: dict[str, Any] = {"unit": _usual_unit(numbers), "period": numbers[0].period}
    if spans and meant.is_bounded and low == int(low) and high == int(high):
        hedge = _word(span.hedge for span in spans)
        return Span(low=int(low), high=int(high), hedge=hedge, **common)
    if (spans or words) and meant.low is None and meant.high is None:
        raise UntoldSumError
    value, bound = (low, Hedge.AT_LEAST) if meant.low is not None else (high, Hedge.UNDER)
    hedges = [*(figure.hedge for figure in definite if figure.kind != "span"), *([bound] if spans else [])]
    common["hedge"] = _word([*hedges, *([Hedge.OVER] if words else [])])
    match next((figure for figure in definite if isinstance(figure, Quantity | Money)), definite[0]):
        case Quantity():
            return Quantity(value=value, **common)
        case Money():
            return Money(value=value, **common)
        case _:
            return Count(value=int(value), scale=_shared_scale(definite), **common)


def _word(hedges: Iterable[Hedge | None]) -> Hedge | None:
    try:
        return hedge_of_sum(hedges)
    except ValueError as error:
        raise UntoldSumError from error


def _shared_scale(figures: Sequence[_Number]) -> Scale | None:
    """The scale word all counts are written with."""
    scales = {figure.scale for figure in figures if isinstance(figure, Count)}
    return scales.pop() if len(scales) == 1 else None


def _usual_unit(figures: Sequence[AnyFigure]) -> str | None:
    """The spelling most figures use; of equally many the first in the alphabet."""
    counts = Counter(figure.unit for figure in figures if figure.unit)
    return min(counts, key=lambda unit: (-counts[unit], sort_key(unit)), default=None)
