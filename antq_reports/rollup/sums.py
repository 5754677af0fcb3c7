"""Adding figures of one kind and one unit, hedges included.

What a sum may mean follows from what its figures may mean (`Interval.plus`), and so does its hedge: hơn with exact
figures is hơn, gần with exact ones is gần, hơn with gần (or khoảng with anything) is khoảng. An indefinite word beside
exact figures adds something nobody counted: trên. "Ít nhất" allows the number itself and stays what it is, "dưới"
claims no nearness and is never "gần". Sums are exact; no number is rounded here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from antq_reports.figures import AnyFigure, Count, Hedge, Indefinite, Money, Pair, PartOfWhole, Quantity, Span
from antq_reports.figures.interval import Interval, interval_of_sum
from antq_reports.figures.scalars import Scale
from antq_reports.vietnamese import sort_key

_Number = Count | Quantity | Money | Span | Indefinite


def add_figures(figures: Sequence[AnyFigure]) -> AnyFigure:
    """The sum of figures of one kind and one unit; stated percents are dropped, for they are not sums.

    Raises ``TypeError`` for percents, spans of percents and changes: they have no sum.

    >>> add_figures([Count(value=12, unit="vụ"), Count(value=30, unit="vụ", hedge=Hedge.OVER)]).hedge
    <Hedge.OVER: 'trên'>
    """
    pairs = [figure for figure in figures if isinstance(figure, Pair)]
    parts = [figure for figure in figures if isinstance(figure, PartOfWhole)]
    numbers = [
        figure
        for figure in figures
        if isinstance(figure, _Number) and not (isinstance(figure, Span) and figure.is_percent)
    ]
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
    thirds = [pair.third for pair in pairs if pair.third is not None]
    third = _add_numbers(thirds) if len(thirds) == len(pairs) else None
    return Pair(
        first=first,
        second=second,
        third=third if isinstance(third, Count) else None,
        joiner=pairs[0].joiner if third is not None else ", ",
        third_joiner=pairs[0].third_joiner,
        period=pairs[0].period,
    )


def _add_parts(parts: list[PartOfWhole]) -> PartOfWhole:
    hedge = _hedge_of(interval_of_sum(parts), parts)
    part, whole = sum(each.part for each in parts), sum(each.whole for each in parts)
    return PartOfWhole(part=part, whole=whole, hedge=hedge, unit=_usual_unit(parts), period=parts[0].period)


def _add_numbers(numbers: Sequence[_Number]) -> _Number:
    words = [figure for figure in numbers if isinstance(figure, Indefinite)]
    definite = [figure for figure in numbers if not isinstance(figure, Indefinite)]
    if words and all(figure.is_zero for figure in definite):
        return largest_word(words).model_copy(update={"capital": False})
    meant = interval_of_sum(numbers)
    if any(figure.kind == "span" for figure in definite):
        return _add_spans(definite, meant)
    value = sum((number for figure in definite for number in figure.numbers), Decimal(0))
    common: dict[str, Any] = {
        "unit": _usual_unit(numbers),
        "period": numbers[0].period,
        "hedge": _hedge_of(meant, numbers) if value else None,
    }
    match definite[0]:
        case Quantity():
            return Quantity(value=value, **common)
        case Money():
            return Money(value=value, **common)
        case _:
            return Count(value=int(value), scale=_shared_scale(definite), **common)


def _hedge_of(meant: Interval, figures: Sequence[AnyFigure]) -> Hedge | None:
    """The word that is true of a sum: one that allows the printed number itself stays, "dưới" never becomes "gần"."""
    said = {figure.hedge for figure in figures if figure.hedge is not None}
    has_words = any(isinstance(figure, Indefinite) for figure in figures)
    if meant.hedge is Hedge.NEARLY:
        return Hedge.UNDER if Hedge.UNDER in said else Hedge.NEARLY
    if meant.hedge is not Hedge.MORE_THAN:
        return meant.hedge
    if said and said <= {Hedge.AT_LEAST, Hedge.NOT_UNDER} and not has_words:
        return said.pop() if len(said) == 1 else Hedge.AT_LEAST
    return Hedge.OVER if has_words or Hedge.OVER in said else Hedge.MORE_THAN


def _shared_scale(figures: Sequence[_Number]) -> Scale | None:
    """The scale word all counts are written with."""
    scales = {figure.scale for figure in figures if isinstance(figure, Count)}
    return scales.pop() if len(scales) == 1 else None


def _add_spans(figures: Sequence[_Number], meant: Interval) -> Span:
    """Ends add up to ends; anything hedged beside them makes the whole a "khoảng"."""
    ends = [(int(figure.numbers[0]), int(figure.numbers[-1])) for figure in figures if figure.kind in ("span", "count")]
    is_stated = meant.is_bounded and all(figure.hedge is None for figure in figures)
    return Span(
        low=sum(low for low, _ in ends),
        high=sum(high for _, high in ends),
        hedge=None if is_stated else Hedge.ABOUT,
        unit=_usual_unit(figures),
        period=figures[0].period,
    )


def _usual_unit(figures: Sequence[AnyFigure]) -> str | None:
    """The spelling most figures use; of equally many the first in the alphabet."""
    counts = Counter(figure.unit for figure in figures if figure.unit)
    return min(counts, key=lambda unit: (-counts[unit], sort_key(unit)), default=None)
