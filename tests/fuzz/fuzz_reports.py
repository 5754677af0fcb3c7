"""Random reports that are right: any subset of the catalogue, every kind and hedge, zeros, hostile free texts.

Free texts hold markup, template code, quotes and rare letters, but no fault of punctuation of their own: what is found
in the prose is then the prose's own fault.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from fuzz_choices import Choices
from reading import HOLES

from antq_reports import Report, format_figure
from antq_reports.catalogue import Metric, NameField, bundled_catalogue
from antq_reports.figures import (
    AnyFigure,
    Change,
    Count,
    Hedge,
    Indefinite,
    Money,
    Pair,
    PartOfWhole,
    Percent,
    Period,
    Quantity,
    Span,
)
from antq_reports.figures.compounds import Joiner, SpanForm, WholeForm
from antq_reports.figures.scalars import Scale, is_measure
from antq_reports.vietnamese import INDEFINITE_BOUNDS

PICTURE = "anh.png"

# --- figures of a wanted kind ------------------------------------------------------------------------------------

HEDGES = [None, *Hedge]
SCALES: list[Scale | None] = [None, None, "nghìn", "triệu", "tỷ"]
LABELS = ["vụ", "hộ dân", "bị can", "tổ - đội", "tin, bài", "súng (các loại)", "mô hình “A”", "chủ xe"]
PERIODS = ["năm 2023", "6 tháng đầu năm 2024", "tháng 10/2024", "quý III", "từ 15/7 đến 14/8"]
ANY_KIND = (Count, PartOfWhole, Pair, Percent, Quantity, Money, Span, Indefinite, Change)


def _whole(choices: Choices, low: int = 0) -> int:
    """A whole number, small ones more often than not."""
    return low + choices.number(choices.pick([2, 12, 99, 10**6, 10**14]))


def _decimal(choices: Choices, most: int) -> Decimal:
    return Decimal(choices.number(most)).scaleb(-choices.number(4))


def figure_of(choices: Choices, kind: type, unit: str | None) -> AnyFigure:
    """A figure of one kind, in the metric's unit or with none of its own."""
    makers: dict[type, Callable[[], AnyFigure]] = {
        Count: lambda: Count(
            value=_whole(choices),
            hedge=choices.pick(HEDGES),
            unit=_own(choices, unit),
            scale=choices.pick(SCALES),
            padding=choices.pick([None, 2]),
        ),
        Span: lambda: _span(choices, unit),
        Indefinite: lambda: Indefinite(word=choices.pick(list(INDEFINITE_BOUNDS)), unit=_own(choices, unit)),
        PartOfWhole: lambda: PartOfWhole(
            part=_whole(choices),
            whole=_whole(choices, 1),
            unit=unit or "vụ",
            hedge=choices.pick(HEDGES),
            form=choices.pick(_WHOLE_FORMS),
            percent=_percent(choices) if choices.chance(2) else None,
        ),
        Percent: lambda: _percent(choices),
        Quantity: lambda: Quantity(
            value=_decimal(choices, 10**7), unit=unit or "kg", hedge=choices.pick(HEDGES), scale=choices.pick(SCALES)
        ),
        Money: lambda: Money(value=_decimal(choices, 10**13), hedge=choices.pick(HEDGES), scale=choices.pick(SCALES)),
        Pair: lambda: Pair(
            first=Count(value=_whole(choices), unit=unit or "vụ", hedge=choices.pick(HEDGES)),
            second=Count(value=_whole(choices), unit=choices.pick(LABELS), hedge=choices.pick(HEDGES)),
            joiner=choices.pick(_JOINERS),
        ),
        Change: lambda: _change(choices),
    }
    return makers[kind]()


_WHOLE_FORMS: list[WholeForm] = ["/", "trong tổng số", "trên tổng số"]
_JOINERS: list[Joiner] = [", ", " với ", "/"]
_SPAN_FORMS: list[SpanForm] = ["từ đến", "-", " - ", "đến"]


def _own(choices: Choices, unit: str | None) -> str | None:
    """The metric's unit or none: a count of a measure names none, a figure of no metric any."""
    if unit is None:
        return choices.pick([None, *LABELS])
    return None if is_measure(unit) else choices.pick([None, unit])


def _span(choices: Choices, unit: str | None) -> Span:
    low = _whole(choices, 1)
    form, own = choices.pick(_SPAN_FORMS), _own(choices, unit)
    return Span(low=low, high=low + _whole(choices, 1), unit=own, form=form)


def _percent(choices: Choices) -> Percent:
    return Percent(value=_decimal(choices, 12_000), hedge=choices.pick(HEDGES))


def _change(choices: Choices) -> Change:
    amount = Count(value=_whole(choices, 1), unit=choices.pick(LABELS))
    percent = Percent(value=_decimal(choices, 9_000) + 1)
    return Change(
        direction=choices.pick(_DIRECTIONS),
        amount=amount if choices.chance(2) else percent,
        base=choices.pick([None, "năm 2023", "cùng kỳ"]),
    )


_DIRECTIONS: list[Literal["tăng", "giảm", "nhiều hơn", "ít hơn"]] = ["tăng", "giảm", "nhiều hơn", "ít hơn"]


def _metric_value(choices: Choices, kinds: tuple[type, ...], metric: Metric) -> Any:
    """What a writer may put down for a metric: the figure, its text, a bare number, or a figure with its own period."""
    unit = metric.unit[0] if isinstance(metric.unit, tuple) else metric.unit
    figure = figure_of(choices, choices.pick(kinds), unit)
    form = choices.number(3)
    if form == 1:
        return format_figure(figure)
    if form == 2 and Count in kinds:
        return _whole(choices)
    return figure.model_copy(update={"period": Period(label=choices.pick(PERIODS))}) if form == 3 else figure


# --- free texts --------------------------------------------------------------------------------------------------

_FRAGMENTS = [
    "Tổ tự quản",
    "khu phố",
    "“Camera an ninh”",
    "05 nhóm",
    "hàng trăm hộ",
    "1.584 vụ",
    "Ðắk Lắk",
    "M’Nông",
    "C&A",
]
_FRAGMENTS += [
    "<b>đậm</b>",
    "</p><script>alert(1)</script>",
    "<!--x",
    "-->",
    "]]>",
    "&amp;",
    "&#x41;",
    "&nbsp;",
    "<data>5</data>",
]
_FRAGMENTS += [
    "{{ 7*7 }}",
    "{% raw %}",
    "{% endclause %}",
    "{# x #}",
    "%s",
    "\\n",
    "\\1",
    "'",
    '"',
    "url(antq:img/a)",
    "a" * 90,
]
_FRAGMENTS += ["O'Neil", "(viết tắt: ANTT)", "50%", "2024", "Αθήνα", "Москва", "naïve", "№", "½", "m²", "x\u0323\u0302"]


def free_text(choices: Choices) -> str:
    """One line that reads well and is meant badly."""
    strung = " ".join([choices.pick(_FRAGMENTS), *choices.some(2, lambda: choices.pick(_FRAGMENTS))])
    return "Tổ tự quản" if any(re.search(pattern, strung) for pattern in HOLES.values()) else strung


def _day(choices: Choices) -> date:
    return date(1990 + choices.number(110), 1 + choices.number(11), 1 + choices.number(27))


def _texts(choices: Choices, most: int = 3) -> list[str]:
    return choices.some(most, lambda: free_text(choices))


def _kept(choices: Choices, **parts: Callable[[], Any]) -> dict[str, Any]:
    """Some of these keys with their values."""
    return {name: make() for name, make in parts.items() if choices.chance(2)}


def _person(choices: Choices) -> dict[str, Any]:
    return {"name": free_text(choices), **_kept(choices, role=lambda: free_text(choices))}


def _programme(choices: Choices) -> dict[str, Any]:
    texts = _kept(choices, number=lambda: free_text(choices), checked_for=lambda: free_text(choices))
    rest = _kept(choices, date=lambda: _day(choices), between=lambda: _texts(choices))
    return {"title": free_text(choices), **texts, **rest}


def _visit(choices: Choices) -> dict[str, Any]:
    people = _kept(choices, head=lambda: _person(choices), host=lambda: _person(choices))
    said = dict.fromkeys(("also_present", "praise", "requests", "proposals"), lambda: _texts(choices))
    rest = _kept(
        choices,
        date=lambda: _day(choices),
        part_of_day=lambda: choices.pick(["sáng", "chiều", "tối"]),
        programme=lambda: _programme(choices),
    )
    return {"delegation": free_text(choices), **people, **rest, **_kept(choices, **said)}


def _linked(choices: Choices, name: str) -> dict[str, Any]:
    addresses = ["https://example.org/tin-tức?a=1&b=2", "http://127.0.0.1:8080/#a", "https://a.vn/" + "b" * 300]
    return {name: free_text(choices), **_kept(choices, url=lambda: choices.pick(addresses))}


def _head(choices: Choices) -> dict[str, Any]:
    """Everything of a report but its figures."""
    texts = dict.fromkeys(("kicker", "headline", "lead", "byline", "attribution"), lambda: free_text(choices))
    place = {"name": choices.pick(["Hà Tĩnh", "Đắk Lắk", "A&B"]), "level": choices.pick(["tỉnh", "xã", "đặc khu"])}
    head = {"place": place, "period": choices.pick(["năm 2026", "6 tháng đầu năm 2026"]), **_kept(choices, **texts)}
    return head | _kept(
        choices,
        outlet=lambda: choices.pick(["TTXVN", "Báo Đắk Lắk"]),
        actors=lambda: _texts(choices, 4),
        date=lambda: _day(choices),
        visit=lambda: _visit(choices),
        steering_committee=lambda: {"short": free_text(choices), **_kept(choices, full=lambda: free_text(choices))},
        source=lambda: _linked(choices, "name"),
        video=lambda: _linked(choices, "caption"),
    )


# --- reports -----------------------------------------------------------------------------------------------------


@cache
def _slots() -> tuple[tuple[str, str], ...]:
    """Section and field of every metric, group and list of names in the catalogue."""
    sections = bundled_catalogue().sections.values()
    return tuple((section.name, name) for section in sections for name in section.fields)


def _slot_value(choices: Choices, section: str, name: str) -> Any:
    declared = bundled_catalogue().sections[section].fields[name]
    if isinstance(declared, Metric):
        return _metric_value(choices, declared.takes, declared)
    if isinstance(declared, NameField):
        return _texts(choices, 5) if declared.is_list else free_text(choices)
    return choices.some(4, lambda: _row(choices) if declared.is_plain else _award(choices))


def _award(choices: Choices) -> dict[str, Any]:
    numbers = dict.fromkeys(("collectives", "individuals"), lambda: _whole(choices))
    return {"form": free_text(choices), **_kept(choices, level=lambda: free_text(choices), **numbers)}


def _row(choices: Choices) -> Any:
    if choices.chance(2):
        return format_figure(Count(value=_whole(choices), unit=choices.pick(LABELS), hedge=choices.pick(HEDGES)))
    kind = choices.pick([Count, Pair])
    return {"label": free_text(choices), **_kept(choices, figure=lambda: figure_of(choices, kind, "vụ"))}


def _extra(choices: Choices, name: str) -> dict[str, Any]:
    section = choices.pick(sorted(bundled_catalogue().sections))
    figure = figure_of(choices, choices.pick(ANY_KIND), None)
    return {"id": name, "label": free_text(choices), "section": section, "figure": figure}


def _photo(choices: Choices, named: list[str]) -> dict[str, Any]:
    tail = choices.pick(["", *(f" {{{name}}}" for name in (*named, "weapons.detonators", "extra.a"))])
    place = choices.pick([None, "lead", "visit", *bundled_catalogue().sections])
    return {"path": PICTURE, "caption": free_text(choices) + tail, "alt": free_text(choices), "after": place}


def report(choices: Choices) -> Report:
    """A right report with few or many figures."""
    sections: dict[str, dict[str, Any]] = {}
    for section, name in choices.chosen(_slots(), choices.pick([2, 8, 40])):
        sections.setdefault(section, {})[name] = _slot_value(choices, section, name)
    named = [f"{part}.{name}" for part, fields in sections.items() for name in fields]
    data = {
        **_head(choices),
        **sections,
        "extra": [_extra(choices, name) for name in choices.chosen(["a", "b", "c9"], 2)],
    }
    data["photos"] = choices.some(2, lambda: _photo(choices, named))
    if "visit" in data:
        data["frame"] = choices.pick(["visit", "year-end"])
    return Report.model_validate(data)


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of the library: a report, a style, perhaps last year's report."""

    report: Report
    style: str
    previous: Report | None

    def __repr__(self) -> str:
        years = [_shown(report) for report in (self.report, self.previous) if report is not None]
        return f"order_of({self.style!r}, {', '.join(years)})"


def _shown(report: Report) -> str:
    """What a report holds, as JSON in quotes, without its empty parts."""
    tree = report.model_dump(mode="json", exclude_none=True)
    return repr(json.dumps({key: value for key, value in tree.items() if value not in ({}, [])}, ensure_ascii=False))


def order_of(style: str, report: str, previous: str | None = None) -> Order:
    """An order made again from what was shown of it."""
    earlier = Report.model_validate_json(previous) if previous is not None else None
    return Order(Report.model_validate_json(report), style, earlier)


def order(choices: Choices) -> Order:
    """A report in any style, alone or against another year's."""
    this, style = report(choices), choices.pick(["bao-lam-dong", "bao-quang-nam"])
    previous = report(choices).model_copy(update={"place": this.place}) if choices.chance(3) else None
    return Order(this, style, previous)
