"""The words of whole briefs, kept: a change of wording shows as a change of these texts, line by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from example_briefs import example_brief
from full_catalogue import full_sections

from antq_reports import Report, load_report, load_reports, render_report, roll_up
from antq_reports.load import read_reports
from antq_reports.report import Place

STYLES = ("bao-lam-dong", "bao-quang-nam")
FIRST = Path(__file__).parent / "data" / "first"
Golden = Callable[[str, str], None]


def plain(text: str) -> str:
    """A brief's text with plain spaces and a line's end at its end."""
    return text.replace("\u00a0", " ").rstrip("\n") + "\n"


def full_report(**more: Any) -> Report:
    """A report with every metric and group of the catalogue."""
    head = {"place": {"name": "Lâm Giang", "level": "tỉnh"}, "period": "năm 2026"}
    return Report.model_validate({**head, **full_sections(), **more})


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["lam-dong-2024", "quang-nam-2024"])
def test_the_examples_say_what_they_said(name: str, style: str, golden: Golden) -> None:
    """Both examples in both styles."""
    text = example_brief(name, style).text
    golden(f"words/{name}-{style}.txt", plain(text))


@pytest.mark.parametrize("style", STYLES)
def test_a_report_of_everything_says_what_it_said(style: str, golden: Golden) -> None:
    """Every metric and group of the catalogue."""
    golden(f"words/full-{style}.txt", plain(render_report(full_report(), style=style).text))


def test_a_commune_with_last_year_says_what_it_said(golden: Golden) -> None:
    """A commune's form with its last-period column, compared."""
    read = read_reports(FIRST / "bieu-xa.xlsx")
    golden("words/commune-with-last-year.txt", plain(render_report(read.reports[0], previous=read.previous[0]).text))


def test_a_province_with_last_year_says_what_it_said(golden: Golden) -> None:
    """Twelve units of two years added up, the departments' figures beside them, compared."""
    place = Place(name="Lâm Giang", level="tỉnh", code="97")
    own = load_report(FIRST / "so-nganh-2026.toml")
    now = roll_up(load_reports(FIRST / "bieu-tinh-2026.xlsx"), place, own=own)
    last = roll_up(load_reports(FIRST / "bieu-tinh.xlsx"), place)
    golden("words/province-with-last-year.txt", plain(render_report(now, previous=last).text))


def test_zeros_and_indefinites_say_what_they_said(golden: Golden) -> None:
    """What did not happen, and what is only known roughly."""
    report = full_report(
        traffic_safety={"traffic_accidents": 0, "traffic_deaths": 0, "traffic_injuries": "hàng chục người"},
        weapons={"firearms_surrendered": 0, "ammunition_surrendered": "hàng trăm viên đạn"},
        crime_results={"public_order_cases": 0, "suspects_handled": "trên 1.950 đối tượng"},
    )
    golden("words/zeros-and-indefinites.txt", plain(render_report(report).text))
