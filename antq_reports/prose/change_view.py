"""How a comparison is said: the closed view of a movement, and the tokens its filters leave.

Every number of it is a token of its own with the formula it came from: the change ("526 - 480"), the percent over the
base, the times. Old, new and change stand together in a table only where they agree as printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NoReturn

from markupsafe import Markup

from antq_reports.comparison import Movement, Number, classifier_of
from antq_reports.errors import FigureMisuseError
from antq_reports.figures import (
    AnyFigure,
    Change,
    FigureStyle,
    Percent,
    Period,
    Quantity,
    Run,
    format_figure,
    format_runs,
)
from antq_reports.figures import parse_figure as read_back
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.ledger_entry import LedgerEntry
from antq_reports.prose.news import is_news
from antq_reports.prose.nouns import with_noun
from antq_reports.prose.tokens import ABSENT, BASE_CLOSE, BASE_OPEN, DateToken, FigureToken, TextToken, TokenBook
from antq_reports.report import Origin
from antq_reports.vietnamese import format_decimal, move_point, round_down_to, round_half_up, trim_decimals

SAME = "không đổi"
_HUNDREDS = 100
_MANY_TIMES = 10
"""From so many times on, tenths say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the change of one figure is printed with."""

    movement: Movement
    base: Period
    label: str
    house: HouseRules
    sources: tuple[Origin, ...]
    share: Literal["no", "with percent", "bare"]
    """Whether the figure is a part of a whole, and prints its percent beside it."""


class ChangeView:
    """A movement, closed: ``|compare`` says it with its base, ``|figure`` without, ``|number`` as a table has it."""

    __slots__ = ("_book", "_said")

    def __init__(self, book: TokenBook, said: _Said) -> None:
        self._book, self._said = book, said

    @property
    def subject(self) -> Markup:
        """What moved, as the subject of a sentence: "số vụ tai nạn giao thông"."""
        moved = self._said.movement
        return self._book.mint(TextToken(path=f"{moved.path}.label", text=moved.subject))

    @property
    def tone(self) -> str:
        """good, bad or neutral, for a class name of the page."""
        return self._said.movement.tone

    @property
    def outcome(self) -> str:
        """rise, fall or same as printed, for a class name of the page."""
        return "same" if self._is_same() else self._said.movement.outcome

    @property
    def is_news(self) -> bool:
        """Whether it says something: not one under five percent and under five."""
        return not self._is_same() and is_news(self._said.movement)

    @property
    def _path(self) -> str:
        return f"{self._said.movement.path}.change"

    def __html__(self) -> NoReturn:
        raise FigureMisuseError(self._path, "so sánh chỉ in qua bộ lọc; hãy viết {{ tên.change|compare }} hoặc |figure")

    __str__ = __html__

    def __format__(self, spec: str) -> NoReturn:
        self.__html__()

    # --- what the filters leave ---------------------------------------------------------------------------

    def _short(self, *, is_sparing: bool = False) -> Markup:
        """The change without its base: "tăng 46 khẩu súng (+9,58%)"; sparing, without the percent of a small one."""
        moved = self._said.movement
        if self._is_same():
            return self._mint("", SAME, None, Decimal(0), moved.formula)
        if is_sparing and moved.times is None and not _is_of_hundreds(moved.old):
            return self._verb_and_amount()
        tail = Markup(" (kỳ trước không có)") if moved.from_zero else self._ratio(times_base=Markup())
        return self._verb_and_amount() + tail

    def _beside(self) -> Markup:
        """The change as it stands behind its figure, in brackets: "giảm 6 vụ so với năm 2025"; absent for none."""
        moved = self._said.movement
        if self._is_same():
            return Markup(ABSENT)
        if moved.from_zero:
            return self._base() + Markup(" không có")
        said = self._mint_change(self._change(is_short=True))
        if moved.times is not None:
            return said + Markup(", ") + self._times(moved.times) + self._after(" ")
        if moved.ratio is not None and _is_of_hundreds(moved.old):
            said += self._percent(moved.ratio, ", ", "")
        return said + self._after(" so với ")

    def _direction(self) -> Markup:
        """The word alone, for the change itself: old and new stand behind it."""
        moved, change = self._said.movement, self._change()
        return self._mint_runs("", (Run(moved.verb or SAME, "word"),), change, change.raw, moved.formula)

    def _is_of_parts(self) -> bool:
        """Whether so many of so many moved, without a percent beside them: last year's says it best."""
        return self._said.share == "bare"

    def _is_of_bare_share(self) -> bool:
        """Whether the percent of a part of a whole moved, which stands there without its percent."""
        return self._said.movement.in_points and self._said.share == "bare"

    def _after(self, words: str) -> Markup:
        """The base behind some words, left out where a paragraph has named it."""
        return Markup(BASE_OPEN + words) + self._base() + Markup(BASE_CLOSE)

    def _full(self, noun: str = "") -> Markup:
        """The change with its base: "tăng 46 khẩu súng (+9,58%) so với năm 2025"."""
        moved, base = self._said.movement, self._base()
        if noun and not (self._is_same() or moved.from_zero):
            return self._mint_change(self._change(), noun) + Markup(" so với ") + base
        lead = Markup("tỷ lệ " if self._is_of_bare_share() else "")
        if self._is_same():
            return lead + self._short() + Markup(" so với ") + base
        if moved.from_zero:  # the change is the figure itself, which stands before this
            return Markup("trong khi ") + base + Markup(" không có")
        if moved.times is not None:
            return self._verb_and_amount() + self._ratio(times_base=Markup(" ") + base)
        return lead + self._verb_and_amount() + self._ratio(times_base=Markup()) + Markup(" so với ") + base

    def _signed(self) -> Markup:
        """The change as a table's column has it: "+46 (+9,58%)"; absent where it would not agree with its row."""
        moved = self._said.movement
        if self._is_same():
            return self._short()
        style = self._style.model_copy(update={"scale_money": False})  # as the columns beside it print amounts
        if not self._agrees(style):
            return Markup(ABSENT)
        amount, change = self._printed_amount(), self._change()
        sign = "+" if moved.outcome == "rise" else "-"
        keeps_unit = moved.in_points and amount.kind == "quantity"
        is_exact = read_back(format_figure(amount, self._style)).hedge is None
        written = format_runs(amount, self._style if is_exact else style)
        runs = [run for run in written if keeps_unit or run.role == "number"]
        first = Run(f"{sign}{runs[0].text}", "number")
        token = self._mint_runs("", (first, *runs[1:]), change, change.raw, moved.formula)
        return token + (self._percent(moved.ratio) if moved.ratio is not None else Markup())

    # --- parts --------------------------------------------------------------------------------------------

    @property
    def _style(self) -> FigureStyle:
        return self._said.house.figures

    def _is_same(self) -> bool:
        """Nothing moved, or so little that its print would be a zero."""
        return self._said.movement.amount is None or self._printed_amount().value == 0

    def _printed_amount(self) -> Number:
        """The amount as it goes to print: points rounded by the house's percent rule, or a percent where it says so."""
        moved = self._said.movement
        if moved.amount is None:  # pragma: no cover - asked for only where something moved
            raise ValueError(f"{moved.path} did not move")
        if not moved.in_points:
            return moved.amount
        shown = self._style.computed_percent_rule.round(Decimal(moved.amount.value))
        if self._said.house.percentage_points == "%":
            return Percent(value=move_point(shown, -2))
        return Quantity(value=shown, unit=moved.amount.unit)

    def _change(self, *, is_short: bool = False) -> Change:
        amount = self._printed_amount()
        if is_short and amount.unit is not None and not self._said.movement.in_points:
            amount = amount.model_copy(update={"unit": classifier_of(amount.unit)})
        return Change.model_validate({"direction": self._said.movement.verb, "amount": amount})

    def _verb_and_amount(self) -> Markup:
        return self._mint_change(self._change())

    def _mint_change(self, change: Change, noun: str = "") -> Markup:
        runs = with_noun(format_runs(change, self._style), noun)
        return self._mint_runs("", runs, change, change.raw, self._said.movement.formula)

    def _ratio(self, *, times_base: Markup) -> Markup:
        moved = self._said.movement
        if moved.times is not None:
            return Markup(", ") + self._times(moved.times) + times_base
        return self._percent(moved.ratio) if moved.ratio is not None else Markup()

    def _percent(self, ratio: Decimal, before: str = " (", after: str = ")") -> Markup:
        value = trim_decimals(round_half_up(ratio, self._style.computed_percent_rule.ratio_places))
        if not value:
            return Markup()
        figure = Percent(value=value, signed=True)
        formula = f"({self._said.movement.formula}) / {Decimal(self._said.movement.old.value):f}"
        runs = format_runs(figure, self._style)
        return Markup(before) + self._mint_runs(".percent", runs, figure, figure.raw, formula) + Markup(after)

    def _times(self, times: Decimal) -> Markup:
        moved = self._said.movement
        formula = f"{Decimal(moved.new.value):f} / {Decimal(moved.old.value):f}"
        if times == 2:
            return self._mint(".times", "gấp đôi", None, times, formula)
        shown = trim_decimals(round_down_to(times, 1 if times >= _MANY_TIMES else Decimal("0.1")))
        more = "" if shown == times else "hơn "
        return self._mint(".times", f"gấp {more}{format_decimal(shown, max_decimals=1)} lần", None, shown, formula)

    def _base(self) -> Markup:
        label = self._said.base.label
        entry = LedgerEntry(kind="date", metric="comparison.base", label="Kỳ so sánh", value=label)
        return self._book.mint(DateToken(entry=entry, text=label))

    def _mint(self, part: str, text: str, figure: AnyFigure | None, value: object, formula: str) -> Markup:
        return self._mint_runs(part, (Run(text, "number"),), figure, value, formula)

    def _mint_runs(
        self, part: str, runs: tuple[Run, ...], figure: AnyFigure | None, value: object, formula: str
    ) -> Markup:
        entry = LedgerEntry(
            kind="figure",
            metric=f"{self._path}{part}",
            label=self._said.label,
            value=value,
            figure=figure,
            formula=formula,
            operands=self._said.movement.operands,
            sources=self._said.sources,
        )
        return self._book.mint(FigureToken(entry=entry, runs=runs))

    def _agrees(self, style: FigureStyle) -> bool:
        """Whether a reader who subtracts the printed old from the printed new gets the printed change."""
        moved = self._said.movement
        if self._said.share != "no":
            return True
        gap = _as_printed(moved.new, style) - _as_printed(moved.old, style)
        if moved.in_points and self._said.house.percentage_points != "%":
            gap = move_point(gap, 2)
        return abs(gap) == _as_printed(self._printed_amount(), style)


def _is_of_hundreds(old: Number) -> bool:
    """Whether a percent of it says something: a count of a hundred or more, an amount or a measure of any size."""
    return old.kind != "count" or old.value >= _HUNDREDS


def _as_printed(figure: AnyFigure, style: FigureStyle) -> Decimal:
    raw = read_back(format_figure(figure, style)).raw
    if not isinstance(raw, int | Decimal):  # pragma: no cover - a movement holds single numbers
        raise TypeError(f"{figure.kind} is no single number")
    return Decimal(raw)


def change_view(
    book: TokenBook,
    movement: Movement,
    *,
    base: Period,
    label: str,
    house: HouseRules,
    sources: tuple[Origin, ...],
    share: Literal["no", "with percent", "bare"] = "no",
) -> ChangeView:
    """The view of a movement; ``sources`` are the places of the new figure, then those of the old."""
    said = _Said(
        movement=movement,
        base=base,
        label=label,
        house=house,
        sources=sources,
        share=share,
    )
    return ChangeView(book, said)
