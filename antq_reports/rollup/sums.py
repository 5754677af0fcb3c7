"""Adding figures of one kind and one unit, hedges included.

A hedge says on which side of the printed number the true value lies, so a sum has a side too: hơn with exact figures
is hơn, gần with exact ones is gần, hơn with gần (or khoảng with anything) is khoảng. An indefinite word beside exact
figures adds something nobody counted: hơn. Sums are exact; no number is rounded here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import reduce
from typing import Any, Literal

from antq_reports.figures import AnyFigure, Count, Hedge, Indefinite, Money, Pair, PartOfWhole, Quantity, Span
from antq_reports.vietnamese import sort_key

Side = Literal["exact", "above", "below", "about"]
"""Where the true value lies: at the printed number, above it, below it, or on either side."""
_HEDGES: dict[Side, Hedge | None] = {
    "exact": None,
    "above": Hedge.MORE_THAN,
    "below": Hedge.NEARLY,
    "about": Hedge.ABOUT,
}
_Number = Count | Quantity | Money | Span | Indefinite


def join_directions(one: Side, other: Side) -> Side:
    """Where the true value of a sum lies. Associative, commutative; "exact" changes nothing.

    >>> join_directions("exact", "above"), join_directions("above", "below"), join_directions("below", "about")
    ('above', 'about', 'about')
    """
    if one == other or other == "exact":
        return one
    return other if one == "exact" else "about"


def side_of(figure: AnyFigure) -> Side:
    """Where the true value of one figure lies; an indefinite word stands for more than is counted."""
    if isinstance(figure, Indefinite):
        return "above"
    return figure.hedge.direction if figure.hedge is not None else "exact"


def _side_of_sum(figures: Sequence[AnyFigure]) -> Side:
    exact: Side = "exact"
    return reduce(join_directions, map(side_of, figures), exact)


def add_figures(figures: Sequence[AnyFigure]) -> AnyFigure:
    """The sum of figures of one kind and one unit; stated percents are dropped, for they are not sums.

    Raises ``TypeError`` for percents and changes: they have no sum.

    >>> add_figures([Count(value=12, unit="vụ"), Count(value=30, unit="vụ", hedge=Hedge.OVER)]).hedge
    <Hedge.MORE_THAN: 'hơn'>
    """
    pairs = [figure for figure in figures if isinstance(figure, Pair)]
    parts = [figure for figure in figures if isinstance(figure, PartOfWhole)]
    numbers = [figure for figure in figures if isinstance(figure, _Number)]
    if pairs and len(pairs) == len(figures):
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
    first, second = _add_numbers([pair.first for pair in pairs]), _add_numbers([pair.second for pair in pairs])
    if not isinstance(first, Count) or not isinstance(second, Count):  # pragma: no cover - counts add up to a count
        raise TypeError("a pair holds counts")
    return Pair(first=first, second=second, period=pairs[0].period)


def _add_parts(parts: list[PartOfWhole]) -> PartOfWhole:
    side = _side_of_sum(parts)
    part, whole = sum(each.part for each in parts), sum(each.whole for each in parts)
    return PartOfWhole(part=part, whole=whole, hedge=_HEDGES[side], unit=_usual_unit(parts), period=parts[0].period)


def _add_numbers(numbers: Sequence[_Number]) -> _Number:
    words = [figure for figure in numbers if isinstance(figure, Indefinite)]
    definite = [figure for figure in numbers if not isinstance(figure, Indefinite)]
    if words and all(figure.raw == 0 for figure in definite):
        return largest_word(words).model_copy(update={"capital": False})
    side = _side_of_sum(numbers)
    if any(isinstance(figure, Span) for figure in definite):
        return _add_spans([figure for figure in definite if isinstance(figure, Span | Count)], side)
    common: dict[str, Any] = {"unit": _usual_unit(numbers), "period": numbers[0].period}
    first = definite[0]
    if isinstance(first, Count):
        value = sum(figure.value for figure in definite if isinstance(figure, Count))
        scales = {figure.scale for figure in definite if isinstance(figure, Count)}
        scale = first.scale if len(scales) == 1 else None
        return Count(value=value, hedge=_HEDGES[side] if value else None, scale=scale, **common)
    kind = Quantity if isinstance(first, Quantity) else Money
    total = sum((figure.value for figure in definite if isinstance(figure, Quantity | Money)), Decimal(0))
    return kind(value=total, hedge=_HEDGES[side] if total else None, **common)


def _add_spans(figures: list[Span | Count], side: Side) -> Span:
    """Ends add up to ends; anything hedged beside them makes the whole a "khoảng"."""
    low = sum(figure.low if isinstance(figure, Span) else figure.value for figure in figures)
    high = sum(figure.high if isinstance(figure, Span) else figure.value for figure in figures)
    hedge = None if side == "exact" else Hedge.ABOUT
    return Span(low=low, high=high, hedge=hedge, unit=_usual_unit(figures), period=figures[0].period)


def _usual_unit(figures: Sequence[AnyFigure]) -> str | None:
    """The spelling most figures use; of equally many the first in the alphabet."""
    counts = Counter(figure.unit for figure in figures if figure.unit)
    return min(counts, key=lambda unit: (-counts[unit], sort_key(unit)), default=None)
