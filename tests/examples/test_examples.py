"""The example briefs: every figure of the articles they follow is printed, in its sentence, and is in the ledger."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from example_briefs import STYLES, example_brief
from reading import drawn_text, fold, sentences

from antq_reports import RenderedReport
from antq_reports.figures import PartOfWhole
from antq_reports.prose import LedgerEntry
from antq_reports.prose.bar_choice import FULL_ENOUGH

DATA = Path(__file__).resolve().parent.parent / "data"


def expected_figures(name: str) -> list[dict[str, Any]]:
    """The figures an example must print, kept by hand."""
    found: list[dict[str, Any]] = json.loads((DATA / f"expected-{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def briefs() -> dict[str, RenderedReport]:
    """Both examples, each in the style of its paper."""
    return {name: example_brief(name) for name in STYLES}


@pytest.fixture(scope="module")
def pages(briefs: dict[str, RenderedReport]) -> dict[str, str]:
    """The text drawn on the pages of both."""
    return {name: drawn_text(brief.pdf) for name, brief in briefs.items()}


FIGURES = [
    pytest.param(name, item, id=f"{name}-{item['metric']}") for name in STYLES for item in expected_figures(name)
]


@pytest.mark.parametrize(("name", "item"), FIGURES)
def test_every_figure_is_drawn_on_a_page(name: str, item: dict[str, Any], pages: dict[str, str]) -> None:
    """Each figure stands on the pages with its hedge, grouping, unit and percent."""
    assert item["text"] in pages[name]


@pytest.mark.parametrize(("name", "item"), FIGURES)
def test_every_figure_stands_in_its_sentence(
    name: str, item: dict[str, Any], briefs: dict[str, RenderedReport]
) -> None:
    """The sentence around a figure says what the figure counts."""
    holding = [part for part in sentences(briefs[name].text) if item["text"] in part and item["sentence"] in part]
    assert holding
    assert not any(item.get("never", "\0") in part for part in holding)


@pytest.mark.parametrize(("name", "item"), FIGURES)
def test_every_figure_is_in_the_ledger(name: str, item: dict[str, Any], briefs: dict[str, RenderedReport]) -> None:
    """The ledger holds each figure under its metric with the raw value, as printed."""
    entries = [entry for entry in briefs[name].figures if entry.metric == item["metric"]]
    value = tuple(item["value"]) if isinstance(item["value"], list) else item["value"]
    assert {value} == {entry.value for entry in entries}
    assert any(item["text"] in entry.text for entry in entries)
    assert all(entry.source and entry.label for entry in entries)


@pytest.mark.parametrize("name", STYLES)
def test_nothing_reported_is_left_out(name: str, briefs: dict[str, RenderedReport]) -> None:
    """Every figure of the report is printed by the wording."""
    assert () == briefs[name].unprinted


@pytest.mark.parametrize("name", STYLES)
def test_every_digit_is_accounted_for(name: str, briefs: dict[str, RenderedReport]) -> None:
    """Every digit run of the text is part of a ledger entry or of an unsourced text."""
    left = text_without(briefs[name].text, ledger_texts(briefs[name]))
    assert [] == re.findall(r"\d+", left)


def ledger_texts(brief: RenderedReport) -> Iterator[str]:
    """Everything the ledger and the list of unsourced digits answer for, longest first."""
    texts = {entry.text for entry in brief.figures} | {item.context for item in brief.unsourced}
    yield from sorted(map(fold, texts), key=len, reverse=True)


def text_without(text: str, known: Iterator[str]) -> str:
    """A text with the known parts taken out."""
    left = fold(text)
    for part in known:
        left = left.replace(part, "\N{SECTION SIGN}")
    return left


@pytest.mark.parametrize("name", STYLES)
def test_the_pdf_draws_what_the_text_says(name: str, briefs: dict[str, RenderedReport], pages: dict[str, str]) -> None:
    """Each figure and date of the ledger is really drawn, as often as the longest text allows to tell."""
    drawn = pages[name].replace(" ", "")
    missing = [entry.text for entry in briefs[name].figures if fold(entry.text).replace(" ", "") not in drawn]
    assert [] == missing


def test_bars_are_as_long_as_their_figures_say(briefs: dict[str, RenderedReport]) -> None:
    """The filled part of each bar is the part of the whole, to a hundredth of a percent; a full one has none."""
    brief = briefs["lam-dong-2024"]
    ratios = {entry.metric: entry.figure.ratio for entry in brief.figures if isinstance(entry.figure, PartOfWhole)}
    drawn: dict[str, str] = {}
    for bar in re.findall(r'<div class="bar">(.*?)</div></div>', brief.html, flags=re.DOTALL):
        (metric, *_), (width,) = re.findall(r'data-metric="([^"]+)"', bar), re.findall(r"width:([\d.]+)%", bar)
        drawn[metric] = width
    assert {metric: f"{ratio * 100:.2f}" for metric, ratio in ratios.items() if ratio <= FULL_ENOUGH} == drawn


def test_dates_are_entries_of_kind_date(briefs: dict[str, RenderedReport]) -> None:
    """A date printed is in the ledger with its own kind and value."""
    dates: list[LedgerEntry] = [entry for entry in briefs["quang-nam-2024"].figures if entry.kind == "date"]
    assert {"16/10", "17/10/2023", "năm 2024"} <= {entry.text for entry in dates}


def test_numbers_that_are_no_figures_are_unsourced(briefs: dict[str, RenderedReport]) -> None:
    """A committee's number, a programme's number, a slogan's digit: listed with the path they came from."""
    found = {(item.path, item.text) for item in briefs["quang-nam-2024"].unsourced}
    assert {("visit.programme.number", "07"), ("communication.campaigns[0]", "2")} <= found
    assert ("steering_committee.short", "138") in found
