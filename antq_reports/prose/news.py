"""How much news each figure of a report is: a score from the catalogue's weights and the data, the same every time.

What a figure is by kind comes first (a change that says something before a record, a record before a bare number), for
a metric of the same weight. Whether things got better or worse adds nothing: a rise is as much news as a fall.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from antq_reports.catalogue import MetricPath
from antq_reports.comparison import Movement
from antq_reports.figures import AnyFigure, Change, PartOfWhole, Percent
from antq_reports.report import ReportedFigure, stated_changes
from antq_reports.vietnamese import move_point

News = Literal["change", "zero", "full", "plain"]
"""What a figure is news of: a change, nothing happening, all of them, or just its number."""

SMALL_CHANGE = 5
"""A change under so many, and under so many percent, is not told."""
ALWAYS_TOLD = 9
"""Of metrics from this weight on, every change is told: crimes, deaths."""
_STEP = 100
"""What one step of weight is worth: more than all that data can add."""
_BELOW: Mapping[News, int] = {"change": 0, "zero": 1, "full": 1, "plain": 2}
"""Steps that a kind of news stands below a change of the same weight."""
_MOST = _STEP - 1
_UNMEASURED = 30
"""What a change without a base adds."""
_NEWS_WORDS: Mapping[News, str] = {
    "change": "biến động",
    "zero": "không xảy ra",
    "full": "đạt toàn bộ",
    "plain": "số liệu",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure as news."""

    path: str
    label: str
    section: str
    head: str
    """The metric it is told beside, itself where it stands alone."""
    news: News
    score: int

    @property
    def reason(self) -> str:
        """Why it has its score, in words."""
        return _NEWS_WORDS[self.news]


def facts_of(reported: Mapping[str, ReportedFigure], movements: Mapping[str, Movement]) -> Iterator[Fact]:
    """The facts of a report, in the order of its catalogue."""
    stated = stated_changes(reported)
    for path, each in reported.items():
        moved = movements.get(path) or movements.get(f"{path}.first")
        moved = moved if moved is not None and moved.units is None else None
        news, bonus = _news(each, stated.get(path) or each.change, moved)
        below = 0 if moved is not None and is_news(moved) else _BELOW[news]
        standing = max(0, each.metric.weight - below)
        score = standing * _STEP + min(_MOST, max(0, bonus)) if each.metric.weight else 0
        head = _head(each, reported)
        yield Fact(path=path, label=each.label, section=each.section, head=head, news=news, score=score)


def _head(each: ReportedFigure, reported: Mapping[str, ReportedFigure]) -> str:
    """The metric that it is told beside, followed to the last one that was reported; a circle ends where it closes."""
    met = [each]
    while True:
        name = met[-1].metric.beside or met[-1].metric.part_of or met[-1].metric.change_of
        above = reported.get(f"{each.section}.{name}") if name else None
        if above is None or above in met:
            return met[-1].path
        met.append(above)


def _news(each: ReportedFigure, stated: Change | None, moved: Movement | None) -> tuple[News, int]:
    if stated is not None:
        return "change", _of_stated(stated)
    figure, metric = each.figure, each.metric
    if moved is not None and is_news(moved) and not (figure.is_zero and metric.tells_zero):
        return "change", _of_movement(moved)
    if figure.is_zero:
        says = metric.tells_zero or MetricPath.of(each.path).section != each.section
        return ("zero", _STEP // 2) if says else ("plain", 0)
    if metric.polarity == "more" and is_full(figure):
        return "full", figure.whole if isinstance(figure, PartOfWhole) else _UNMEASURED
    return "plain", _of_number(figure)


def is_full(figure: AnyFigure) -> bool:
    """Whether it is all of more than one, or a hundred percent."""
    if isinstance(figure, PartOfWhole):
        return figure.part == figure.whole > 1
    return isinstance(figure, Percent) and figure.value == 1


def is_news(moved: Movement) -> bool:
    """Whether a change says something: not one under five percent and under five."""
    if moved.amount is None:
        return False
    gap, base = Decimal(moved.amount.value), _base(moved)
    is_large = gap >= SMALL_CHANGE and moved.amount.kind != "money"
    return is_large or base == 0 or gap * 100 >= SMALL_CHANGE * base


def _base(moved: Movement) -> Decimal:
    old = Decimal(moved.old.value)
    return move_point(old, 2) if moved.in_points else old


def _of_movement(moved: Movement) -> int:
    """The percent that it moved by; half of that where only few moved."""
    assert moved.amount is not None  # it is news
    gap, base = Decimal(moved.amount.value), _base(moved)
    percent = min(_MOST, int(gap * 100 / base)) if base else _STEP // 2
    return percent if gap >= SMALL_CHANGE else percent // 2


def _of_stated(stated: Change) -> int:
    said = stated.amount if isinstance(stated.amount, Percent) else stated.percent
    return min(_MOST, int(abs(said.value) * 100)) if isinstance(said, Percent) else _UNMEASURED


def _of_number(figure: AnyFigure) -> int:
    """How many digits it has, in tens: ten times as many is a little more news."""
    raw: object = figure.raw[0] if isinstance(figure.raw, tuple) else figure.raw
    return 10 * len(str(abs(int(raw)))) if isinstance(raw, int | Decimal) else 0
