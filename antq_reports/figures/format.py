"""Figures to text, as runs that a page can mark up.

The joined runs are the printed figure. A number run holds the hedge, the digits and the scale word, which never
part; spaces are plain here. Under a house style a shortened number is rounded in the direction of its hedge.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from antq_reports.figures.amounts import Count, Money, Percent, Quantity, StatedModel, money_steps, scaled
from antq_reports.figures.change import Change, Times
from antq_reports.figures.compounds import Indefinite, Pair, PartOfWhole, Span
from antq_reports.figures.hedge import Hedge
from antq_reports.figures.kinds import AnyFigure
from antq_reports.figures.scalars import SCALE_POWERS, SYMBOLS, Scale, first_word
from antq_reports.figures.standings import Rank, Rate
from antq_reports.figures.style import FigureStyle
from antq_reports.vietnamese import (
    NUMBER_WORDS,
    PERCENT_RULES,
    capitalize_first,
    decimals_of,
    format_decimal,
    format_integer,
    format_percent,
    move_point,
    round_down_to,
    round_half_up,
    round_up_to,
)

Role = Literal["number", "unit", "word"]

_AS_WRITTEN = FigureStyle()
_ONE_MILLION, _ONE_BILLION = 10**6, 10**9
_EXACT_DECIMALS = 3
"""Decimals before a scale word that an exact amount may have: 15,648 tỷ đồng."""
_MONEY_DECIMALS = 2
"""Decimals that are left of one that has more, after "hơn"."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a printed figure: a number, its unit, or words around them."""

    text: str
    role: Role


def format_figure(figure: AnyFigure, style: FigureStyle | None = None) -> str:
    """Print a figure with plain spaces, as written or by a house style.

    >>> count = Count(value=12200, hedge=Hedge.MORE_THAN, unit="lượt người")
    >>> format_figure(count), format_figure(count, FigureStyle(hedge_above="trên"))
    ('hơn 12.200 lượt người', 'trên 12.200 lượt người')
    """
    return "".join(run.text for run in format_runs(figure, style))


def format_runs(figure: AnyFigure, style: FigureStyle | None = None) -> tuple[Run, ...]:
    """Print a figure as runs whose texts join to ``format_figure``.

    >>> [run.text for run in format_runs(Count(value=12200, hedge=Hedge.MORE_THAN, unit="lượt người"))]
    ['hơn 12.200', ' ', 'lượt người']
    """
    style = style or _AS_WRITTEN
    runs = _runs(figure, style)
    if isinstance(figure, StatedModel):
        runs = (*runs, *_percent_runs(figure.percent, figure.percent_form, style), *_stated_change(figure, style))
    if not getattr(figure, "capital", False):
        return runs
    return (replace(runs[0], text=capitalize_first(runs[0].text)), *runs[1:])


def _runs(figure: AnyFigure, style: FigureStyle) -> tuple[Run, ...]:
    match figure:
        case Pair():
            return _pair_runs(figure, style)
        case PartOfWhole():
            return _whole_runs(figure, style)
        case Rank() | Rate():
            return _standing_runs(figure, style)
        case Change():
            return _change_runs(figure, style)
        case Span():
            return _with_unit(_hedged(figure.hedge, _span_digits(figure), style), figure.unit)
        case Indefinite():
            return _with_unit(_house_words(figure.word, style), figure.unit)
        case Money():
            return _money_runs(figure, style)
        case Quantity():
            is_glued = _is_glued(figure, style)
            return _with_unit(_amount_text(figure, style), figure.unit, gap="" if is_glued else " ")
        case _:
            return _with_unit(_amount_text(figure, style), figure.unit)


def _with_unit(number: str, unit: str | None, *, gap: str = " ") -> tuple[Run, ...]:
    parts = (Run(number, "number"), Run(gap, "word"), Run(unit or "", "unit"))
    return tuple(part for part in parts if part.text) if unit else parts[:1]


def _pair_runs(pair: Pair, style: FigureStyle) -> tuple[Run, ...]:
    joined = (*format_runs(pair.first, style), Run(pair.joiner, "word"), *format_runs(pair.second, style))
    if pair.third is None:
        return joined
    return (*joined, Run(pair.third_joiner, "word"), *format_runs(pair.third, style))


def _standing_runs(figure: Rank | Rate, style: FigureStyle) -> tuple[Run, ...]:
    if isinstance(figure, Rate):
        return _rate_runs(figure, style)
    return _with_unit(f"{figure.lead} {figure.word or format_integer(figure.place)}", figure.unit)


def _rate_runs(rate: Rate, style: FigureStyle) -> tuple[Run, ...]:
    """A rate with what it is for: "bình quân 3,1 người/tổ", "15 vụ/100.000 dân"."""
    lead = f"{rate.lead} " if rate.lead else ""
    number = f"{lead}{_hedged(rate.hedge, _scaled_digits(rate.value, rate.scale, None, style), style)}"
    if rate.per is None:
        return _with_unit(number, rate.unit)
    if rate.per_count is None:
        return _with_unit(number, f"{rate.unit}/{rate.per}")
    whole = f"{number} {rate.unit}/{format_integer(rate.per_count)}"
    return _with_unit(whole, rate.per)


def _amount_text(figure: Count | Percent | Quantity, style: FigureStyle) -> str:
    match figure:
        case Percent():
            hedged = _hedged(figure.hedge, _percent_digits(figure, style), style)
            return f"{figure.lead} {hedged}" if figure.lead else hedged
        case Count() if figure.scale is None:
            digits = _count_digits(figure, style)
        case _:
            digits = _scaled_digits(figure.value, figure.scale, figure.decimals, style)
    return _hedged(figure.hedge, digits, style)


def _count_digits(count: Count, style: FigureStyle) -> str:
    if (count.in_words or style.words_to_ten) and count.unit and count.value in NUMBER_WORDS and count.scale is None:
        return NUMBER_WORDS[count.value]
    is_padded = count.padding == 2 if style.zero_padding is None else style.zero_padding
    return f"0{count.value}" if is_padded and 1 <= count.value <= 9 else format_integer(count.value)


def _percent_digits(percent: Percent, style: FigureStyle) -> str:
    rule = style.percent_rule
    if rule is None:
        return format_percent(percent.value, signed=percent.signed)
    places = PERCENT_RULES[rule].ratio_places
    value = _round_by_hedge(percent.value, Decimal(1).scaleb(-places), percent.hedge)
    while value != percent.value and abs(value) in (0, 1) and percent.hedge is None:
        places += 1  # what is not whole never prints as 100%, what is not nothing never as 0%
        value = _round_by_hedge(percent.value, Decimal(1).scaleb(-places), None)
        rule = None
    return format_percent(value, rule, percent.signed)


def _money_runs(money: Money, style: FigureStyle) -> tuple[Run, ...]:
    """An amount as a house that scales money prints it: exactly with three decimals, else rounded down after "hơn"."""
    if money.steps and (numbers := money_steps(money.value, money.steps)):
        told = " ".join(
            f"{format_integer(number)} {_house_words(step, style)}"
            for number, step in zip(numbers, money.steps, strict=True)
        )
        return _with_unit(_hedged(money.hedge, told, style), money.unit)
    is_kept = money.scale is not None or not style.scale_money or money.value < _ONE_MILLION
    if is_kept:
        digits = _scaled_digits(money.value, money.scale, money.decimals, style)
        return _with_unit(_hedged(money.hedge, digits, style), money.unit)
    scale: Scale = "triệu" if money.value < _ONE_BILLION else "tỷ"
    hedge, value = money.hedge, money.value
    if decimals_of(scaled(value, scale)) > _EXACT_DECIMALS:
        hedge = hedge or Hedge.MORE_THAN
        value = _round_by_hedge(value, move_point(1, SCALE_POWERS[scale] - _MONEY_DECIMALS), hedge)
        scale = "triệu" if value < _ONE_BILLION else "tỷ"
    return _with_unit(_hedged(hedge, _scaled_digits(value, scale, None, style), style), money.unit)


def _scaled_digits(value: Decimal | int, scale: Scale | None, decimals: int | None, style: FigureStyle) -> str:
    number = scaled(value, scale)
    places = max(decimals_of(number), decimals or 0)
    digits = format_decimal(number, min_decimals=places, max_decimals=places)
    return digits if scale is None else f"{digits} {_house_words(scale, style)}"


def _round_by_hedge(value: Decimal, step: Decimal, hedge: Hedge | None) -> Decimal:
    """Round to a multiple of ``step``, a power of ten, away from the side on which the hedge puts the true value."""
    size = value.copy_abs()
    if hedge is not None and hedge.direction == "above":
        rounded = round_down_to(size, step)
    elif hedge is not None and hedge.direction == "below":
        rounded = round_up_to(size, step)
    else:
        rounded = move_point(round_half_up(move_point(size, -step.adjusted()), 0), step.adjusted())
    return rounded.copy_negate() if value < 0 else rounded


def _span_digits(span: Span) -> str:
    sign = "%" if span.is_percent else ""
    low, high = format_integer(span.low), f"{format_integer(span.high)}{sign}"
    if span.form == "từ đến":
        return f"từ {low} đến {high}"
    if span.form in ("từ - ", "từ-"):
        return f"từ {low}{span.form.removeprefix('từ')}{high}"
    return f"{low} đến {high}" if span.form == "đến" else f"{low}{span.form}{high}"


def _hedged(hedge: Hedge | None, digits: str, style: FigureStyle) -> str:
    if hedge is None:
        return digits
    is_replaced = style.hedge_above is not None and hedge in (Hedge.MORE_THAN, Hedge.OVER)
    return f"{style.hedge_above if is_replaced else hedge.value} {digits}"


def _house_words(words: str, style: FigureStyle) -> str:
    """Put the house's words for thousand and billion in a scale word or an indefinite word."""
    thousand, billion = style.thousand_word, style.billion_word
    houses: dict[str, str | None] = {"nghìn": thousand, "ngàn": thousand, "tỷ": billion, "tỉ": billion}
    return " ".join(houses.get(word) or word for word in words.split(" "))


def _is_glued(quantity: Quantity, style: FigureStyle) -> bool:
    if quantity.scale is not None or first_word(quantity.unit or "") not in SYMBOLS:
        return False
    return quantity.glued if style.glued_measure is None else style.glued_measure


def _whole_runs(figure: PartOfWhole, style: FigureStyle) -> tuple[Run, ...]:
    part, whole = format_integer(figure.part), format_integer(figure.whole)
    if figure.form == "/":
        return _with_unit(_hedged(figure.hedge, f"{part}/{whole}", style), figure.unit)
    first = _with_unit(_hedged(figure.hedge, part, style), figure.unit)
    return (*first, Run(f" {figure.form} ", "word"), *_with_unit(whole, figure.unit))


def _percent_runs(percent: Percent | None, form: str, style: FigureStyle) -> tuple[Run, ...]:
    """A percent behind the number it goes with; ``form`` holds the words and signs around it."""
    if percent is None:
        return ()
    before, after = form.split("%")
    lead = before if before.startswith(",") else f" {before}"
    runs = (Run(lead, "word"), *format_runs(percent, style), Run(after, "word"))
    return tuple(run for run in runs if run.text)


def _stated_change(figure: StatedModel, style: FigureStyle) -> tuple[Run, ...]:
    if figure.change is None:
        return ()
    if figure.change_form == ", …":
        return (Run(", ", "word"), *format_runs(figure.change, style))
    return _in_brackets(figure.change, style)


def _in_brackets(figure: AnyFigure, style: FigureStyle) -> tuple[Run, ...]:
    return (Run(" (", "word"), *format_runs(figure, style), Run(")", "word"))


def _change_runs(change: Change, style: FigureStyle) -> tuple[Run, ...]:
    """The verb, the amount, the base, and what stands in brackets, in the order it was written in."""
    if change.amount is None:
        link = " " if change.base_bare else " so với "
        return (Run(f"{change.direction}{link}{change.base}", "number"),)
    emphasis = f" {change.emphasis}" if change.emphasis else ""
    verb = f"{change.direction}{emphasis} "
    base = (change.base if change.base_bare else f"so với {change.base}") if change.base else ""
    comma = "," if change.base_comma else ""
    lead = Run(f"{base}{comma} {verb}" if change.base_first else verb, "word")
    tail = (Run(f" {base}", "word"),) if base and not change.base_first else ()
    bracket = _bracket_runs(change, style)
    ending = (*tail, *bracket) if change.percent_last else (*bracket, *tail)
    return (lead, *_moved_runs(change, style), *ending)


def _moved_runs(change: Change, style: FigureStyle) -> tuple[Run, ...]:
    match change.amount:
        case Times() as times:
            digits = format_decimal(times.value, max_decimals=decimals_of(times.value))
            return (Run(times.word or f"{_hedged(times.hedge, digits, style)} lần", "number"),)
        case None:  # pragma: no cover - told before
            return ()
        case amount:
            return format_runs(amount, style)


def _bracket_runs(change: Change, style: FigureStyle) -> tuple[Run, ...]:
    held = change.counted or change.counts
    if held is not None:
        return _in_brackets(held, style)
    return _percent_runs(change.percent, change.percent_form.replace("verb", change.direction), style)
