"""Strategies for reports that are right: any subset of the catalogue, every kind and hedge, zeros, hostile free texts.

Free texts hold markup, template code, quotes and rare letters, but no fault of punctuation of their own: what is found
in the prose is then the prose's own fault.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from hypothesis import strategies as st
from reading import HOLES

from antq_reports import Report, format_figure
from antq_reports.catalogue import Group, bundled_catalogue
from antq_reports.catalogue.metric import Metric
from antq_reports.figures import (
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
    Rank,
    Rate,
    Span,
)
from antq_reports.figures.compounds import SpanForm, WholeForm
from antq_reports.figures.kinds import FIGURE_CLASSES
from antq_reports.figures.scalars import is_measure
from antq_reports.vietnamese import INDEFINITE_BOUNDS

Made = st.SearchStrategy[Any]
PICTURE = "anh.png"

# --- figures of a wanted kind ------------------------------------------------------------------------------------

WHOLES = st.integers(0, 2) | st.integers(0, 12) | st.integers(0, 99) | st.integers(0, 10**6) | st.integers(0, 10**14)
SOME = WHOLES.map(lambda number: number + 1)
HEDGES = st.none() | st.sampled_from(Hedge)
SCALES = st.none() | st.none() | st.sampled_from(["nghìn", "triệu", "tỷ"])
LABELS = st.sampled_from(["vụ", "hộ dân", "bị can", "tổ - đội", "tin, bài", "súng (các loại)", "mô hình “A”", "chủ xe"])
PERIODS = st.sampled_from(["năm 2023", "6 tháng đầu năm 2024", "tháng 10/2024", "quý III", "từ 15/7 đến 14/8"])


def decimals(most: int) -> st.SearchStrategy[Decimal]:
    """Exact decimals with up to four places."""
    return st.builds(lambda whole, places: Decimal(whole).scaleb(-places), st.integers(0, most), st.integers(0, 4))


PERCENTS = st.builds(Percent, value=decimals(12_000), hedge=HEDGES)


def counts(unit: Made) -> Made:
    """Counts of a unit."""
    return st.builds(Count, value=WHOLES, hedge=HEDGES, unit=unit, scale=SCALES, padding=st.sampled_from([None, 2]))


def changes() -> Made:
    """Changes by a count or a percent."""
    amounts = st.builds(Count, value=SOME, unit=LABELS) | st.builds(
        Percent, value=decimals(9_000).map(lambda by: by + 1)
    )
    directions = st.sampled_from(["tăng", "giảm", "nhiều hơn", "ít hơn"])
    return st.builds(Change, direction=directions, amount=amounts, base=st.sampled_from([None, "năm 2023", "cùng kỳ"]))


@cache
def figures_of(kind: type, unit: str | None) -> Made:
    """Figures of one kind, in the metric's unit or with none of their own; a count of a measure names none."""
    own: Made = st.none() | (LABELS if unit is None else st.nothing() if is_measure(unit) else st.just(unit))
    hedged = {"hedge": HEDGES, "scale": SCALES}
    named = st.builds(Count, value=WHOLES, unit=st.just(unit or "vụ"), hedge=HEDGES)
    made: dict[type, Made] = {
        Count: counts(own),
        Span: st.builds(
            lambda low, width, **fields: Span(low=low, high=low + width, **fields),
            low=SOME,
            width=SOME,
            unit=own,
            form=st.sampled_from(get_args(SpanForm)),
        ),
        Rank: st.builds(Rank, lead=st.just("đứng thứ"), place=st.integers(1, 63), unit=st.none() | st.just("cả nước")),
        Rate: st.builds(Rate, value=decimals(9_000), unit=st.just("vụ"), per=st.just("tổ"), lead=st.just("bình quân")),
        Indefinite: st.builds(Indefinite, word=st.sampled_from(list(INDEFINITE_BOUNDS)), unit=own),
        PartOfWhole: st.builds(
            PartOfWhole,
            part=WHOLES,
            whole=SOME,
            unit=st.just(unit or "vụ"),
            hedge=HEDGES,
            form=st.sampled_from(get_args(WholeForm)),
            percent=st.none() | PERCENTS,
        ),
        Percent: PERCENTS,
        Quantity: st.builds(Quantity, value=decimals(10**7), unit=st.just(unit or "kg"), **hedged),
        Money: st.builds(Money, value=decimals(10**13), **hedged),
        Pair: st.builds(
            Pair,
            first=named,
            second=st.builds(Count, value=WHOLES, unit=LABELS, hedge=HEDGES),
            joiner=st.sampled_from([", ", " với ", "/"]),
        ),
        Change: changes(),
    }
    return made[kind]


def _metric_values(kinds: Sequence[type], metric: Metric) -> Made:
    """What a writer may put down for a metric: the figure, its text, a bare number, or a figure with its own period."""
    unit = metric.unit[0] if isinstance(metric.unit, tuple) else metric.unit
    figures = st.one_of([figures_of(kind, unit) for kind in kinds])
    dated = st.builds(lambda figure, label: figure.model_copy(update={"period": Period(label=label)}), figures, PERIODS)
    return st.one_of(figures, figures.map(format_figure), WHOLES if Count in kinds else figures, dated)


# --- free texts --------------------------------------------------------------------------------------------------

_FRAGMENTS = """\
Tổ tự quản;khu phố;“Camera an ninh”;05 nhóm;hàng trăm hộ;1.584 vụ;Ðắk Lắk;M’Nông;C&A;O'Neil;(viết tắt: ANTT);50%;2024
<b>đậm</b>;</p><script>alert(1)</script>;<!--x;-->;]]>;<data>5</data>;{{ 7*7 }};{% raw %};{% endclause %};{# x #}
%s;\\n;\\1;';";url(antq:img/a);Αθήνα;Москва;naïve;№;½;m²"""
FRAGMENTS = [*re.split("[;\n]", _FRAGMENTS), "&amp;", "&#x41;", "&nbsp;", "a" * 90, "x\u0323\u0302"]
"""Each is one line that reads well and is meant badly."""


def _without_holes(text: str) -> str:
    return "Tổ tự quản" if any(re.search(pattern, text) for pattern in HOLES.values()) else text


TEXTS = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=3).map(" ".join).map(_without_holes)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 28))


def _texts(most: int = 3) -> Made:
    return st.lists(TEXTS, max_size=most)


def _kept(needed: dict[str, Made], **others: Made) -> Made:
    """Mappings with the needed keys and some of the others."""
    return st.fixed_dictionaries(needed, optional=others)


PERSONS = _kept({"name": TEXTS}, role=TEXTS)
PROGRAMMES = _kept({"title": TEXTS}, number=TEXTS, checked_for=TEXTS, date=DAYS, between=_texts())
VISITS = _kept(
    {"delegation": TEXTS},
    head=PERSONS,
    host=PERSONS,
    date=DAYS,
    part_of_day=st.sampled_from(["sáng", "chiều", "tối"]),
    programme=PROGRAMMES,
    **dict.fromkeys(("also_present", "praise", "requests", "proposals"), _texts()),
)
URLS = st.sampled_from(["https://example.org/tin-tức?a=1&b=2", "http://127.0.0.1:8080/#a", "https://a.vn/" + "b" * 300])
PLACES = _kept(
    {"name": st.sampled_from(["Hà Tĩnh", "Đắk Lắk", "A&B"]), "level": st.sampled_from(["tỉnh", "xã", "đặc khu"])}
)
HEADS = _kept(
    {"place": PLACES, "period": st.sampled_from(["năm 2026", "6 tháng đầu năm 2026"])},
    **dict.fromkeys(("kicker", "headline", "lead", "byline", "attribution"), TEXTS),
    outlet=st.sampled_from(["TTXVN", "Báo Đắk Lắk"]),
    actors=_texts(4),
    date=DAYS,
    visit=VISITS,
    steering_committee=_kept({"short": TEXTS}, full=TEXTS),
    source=_kept({"name": TEXTS}, url=URLS),
    video=_kept({"caption": TEXTS}, url=URLS),
)
"""Everything of a report but its figures."""

# --- reports -----------------------------------------------------------------------------------------------------


CATALOGUE = bundled_catalogue()
SLOTS = [(section.name, name) for section in CATALOGUE.sections.values() for name in section.fields]
"""Section and key of every metric, group and name in the catalogue."""


def _rows(group: Group) -> Made:
    needed = {name: TEXTS for name, head in group.heads.items() if not head.optional}
    others = {name: TEXTS for name, head in group.heads.items() if head.optional}
    if not group.is_plain:
        return _kept(needed, **others, **dict.fromkeys(group.columns, WHOLES))
    rows = _kept(needed, figure=figures_of(Count, "vụ") | figures_of(Pair, "vụ"))
    return rows | st.builds(Count, value=WHOLES, unit=LABELS, hedge=HEDGES).map(format_figure)


@cache
def _slot_values(section: str, name: str) -> Made:
    declared = CATALOGUE.sections[section].fields[name]
    if isinstance(declared, Metric):
        return _metric_values(declared.takes, declared)
    if isinstance(declared, Group):
        return st.lists(_rows(declared), max_size=4)
    return _texts(5) if declared.is_list else TEXTS


def _extras(name: str) -> Made:
    section = st.sampled_from(sorted(CATALOGUE.sections))
    figure = st.one_of([figures_of(kind, None) for kind in FIGURE_CLASSES])
    return _kept({"id": st.just(name), "label": TEXTS, "section": section, "figure": figure})


def _photos(named: Sequence[str]) -> Made:
    tails = st.sampled_from(["", *(f" {{{name}}}" for name in (*named, "weapons.detonators", "extra.a"))])
    place = st.sampled_from([None, "lead", "visit", *CATALOGUE.sections])
    caption = st.builds(str.__add__, TEXTS, tails)
    return _kept({"path": st.just(PICTURE), "caption": caption, "alt": TEXTS, "after": place})


BRACED = st.sampled_from(
    [
        *(
            "",
            " {5 xã}",
            " {giảm 12 vụ so với cùng kỳ}",
            " {hàng trăm}",
            " {12 vụ, 0 người}",
            " {0 vụ}",
            " {x",
            " {{ y }}",
        ),
        *(f" {{{CATALOGUE.entries[place].path}}}" for place in (0, 7, 30)),
        *(" {extra.a}", " {không rõ}"),
    ]
)
OWN = st.builds(str.__add__, TEXTS, BRACED) | st.builds(lambda tail, text: f"{tail.strip()} {text}", BRACED, TEXTS)
"""A person's own text: words, figures in braces before or behind, whether they can be printed or not."""
OWN_LISTS = st.lists(OWN, max_size=3)
OF_REPORTS = _kept(
    {},
    headline=OWN,
    lead=OWN,
    highlights=OWN_LISTS,
    subheads=st.dictionaries(st.sampled_from([*CATALOGUE.sections, "deeds", "outlook"]), OWN, max_size=3),
    deeds=st.lists(_kept({"who": TEXTS, "what": OWN}, where=TEXTS), max_size=2),
    outlook=_kept({}, **dict.fromkeys(("shortcomings", "causes", "lessons", "tasks", "proposals"), OWN_LISTS)),
)


def _of_section(name: str) -> Made:
    """A person's own words in a section."""
    metrics, fields = list(CATALOGUE.sections[name].metrics), list(CATALOGUE.sections[name].fields)
    after = st.sampled_from([None, *(key for key in fields if key in metrics)])
    tables = {"qualifiers": st.dictionaries(st.sampled_from(metrics), OWN, max_size=2)} if metrics else {}
    paragraphs = st.lists(_kept({"text": OWN, "after": after}), max_size=2)
    quote = _kept({"text": OWN, "who": TEXTS}, role=TEXTS)
    return _kept({}, opening=OWN, closing=OWN, paragraphs=paragraphs, quote=quote, **tables)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A right report with few or many figures."""
    few, many = draw(st.sampled_from([(0, 2), (0, 8), (8, 40)]))
    sections: dict[str, dict[str, Any]] = {}
    for section, name in draw(st.lists(st.sampled_from(SLOTS), min_size=few, max_size=many, unique=True)):
        sections.setdefault(section, {})[name] = draw(_slot_values(section, name))
    named = [f"{part}.{name}" for part, fields in sections.items() for name in fields]
    for section in draw(st.lists(st.sampled_from(sorted(CATALOGUE.sections)), max_size=3, unique=True)):
        sections.setdefault(section, {}).update(draw(_of_section(section)))
    extra = [draw(_extras(name)) for name in draw(st.sampled_from([(), ("a",), ("c9", "b")]))]
    data = {
        **draw(HEADS),
        **draw(OF_REPORTS),
        **sections,
        "extra": extra,
        "photos": draw(st.lists(_photos(named), max_size=2)),
    }
    if "visit" in data:
        data["frame"] = draw(st.sampled_from(["visit", "year-end"]))
    return Report.model_validate(data)


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of the library: a report, a style, perhaps last year's report."""

    report: Report
    style: str
    previous: Report | None

    def __repr__(self) -> str:
        years = [_shown(report) for report in (self.report, self.previous) if report is not None]
        return f"Order({self.style!r}, {', '.join(years)})"


def _shown(report: Report) -> str:
    """What a report holds, as JSON, without its empty parts."""
    tree = report.model_dump(mode="json", exclude_none=True)
    return json.dumps({key: value for key, value in tree.items() if value not in ({}, [])}, ensure_ascii=False)


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """A report in any style, alone or against another year's."""
    this, style = draw(reports()), draw(st.sampled_from(["bao-lam-dong", "bao-quang-nam"]))
    previous = draw(reports()) if draw(st.sampled_from([False, False, True])) else None
    return Order(this, style, previous and previous.model_copy(update={"place": this.place}))
