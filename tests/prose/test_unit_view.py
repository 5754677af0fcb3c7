"""Who stands first and last among a province's units, and the table of all of them."""

from __future__ import annotations

from typing import Any

import pytest
from prose_kit import report_of

from antq_reports import Report, parse_figure, render_report
from antq_reports.prose import compose, prose_library, read_templates
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.unit_view import Annex, OfUnit, standing_of


def of(*texts: str) -> tuple[OfUnit, ...]:
    """Units A, B, C... with a figure each."""
    return tuple(
        OfUnit(path=f"units[{place}]", unit="ABCDEFGH"[place], figure=parse_figure(text))
        for place, text in enumerate(texts)
    )


def names(units: tuple[OfUnit, ...]) -> str:
    """Their names in a row."""
    return "".join(each.unit for each in units)


@pytest.mark.parametrize(
    ("texts", "highest", "lowest", "none", "full"),
    [
        (("3 vụ", "9 vụ", "0 vụ", "1 vụ", "0 vụ"), "B", "", "CE", ""),
        (("9 vụ", "9 vụ", "0 vụ", "1 vụ", "2 vụ"), "AB", "", "C", ""),
        (("9 vụ", "9 vụ", "9 vụ", "1 vụ", "2 vụ"), "", "", "", ""),
        (("1 vụ", "0 vụ", "0 vụ", "0 vụ", "0 vụ"), "", "", "BCDE", ""),
        (("3 vụ", "9 vụ", "0 vụ", "1 vụ"), "", "", "", ""),
        (("3 vụ", "trên 9 vụ", "0 vụ", "1 vụ", "2 vụ"), "", "", "", ""),
        (("3 vụ", "hàng chục vụ", "0 vụ", "1 vụ", "2 vụ"), "", "", "", ""),
        (("7/8 khu", "8/8 khu", "9/10 khu", "5/5 khu", "6/7 khu"), "", "E", "", "BD"),
        (("7/8 khu", "8/8 khu", "9/10 khu", "5/5 khu", "0/1 khu"), "", "A", "", "BD"),
        (("8/8 khu", "8/8 khu", "9/9 khu", "5/5 khu", "6/6 khu"), "", "", "", "ABCDE"),
        (("7/8 khu", "8", "9", "5", "6"), "", "", "", ""),
    ],
    ids=[
        "first",
        "two first",
        "three first",
        "one of each",
        "too few",
        "about",
        "vague",
        "shares",
        "a share of one",
        "all",
        "kinds",
    ],
)
def test_the_standing_of_units(texts: tuple[str, ...], highest: str, lowest: str, none: str, full: str) -> None:
    """Exact figures of five units or more; of a tie two are named; a share of fewer than five is no last place."""
    made = standing_of(of(*texts))
    assert (highest, lowest, none, full) == (
        names(made.highest),
        names(made.lowest),
        names(made.none),
        names(made.full),
    )


def with_units(**more: Any) -> Report:
    """A province of six units, one without a figure of accidents."""
    kinds = ("xã", "phường")
    units = [
        {
            "name": f"{kinds[n % 2]} {n}",
            "figures": {"traffic_safety.traffic_accidents": n} if n else {"tips.public_tips": 9},
        }
        for n in range(7)
    ]
    return report_of(units=units, **more)


def annex_of(report: Report) -> Annex | None:
    """The annex of its brief."""
    return compose(report, prose_library(read_templates(), report.catalogue), HouseRules()).annex


def test_the_annex_has_every_unit_and_every_metric_that_one_of_them_gave() -> None:
    """A unit that did not give one has an empty cell, never a zero."""
    text = render_report(with_units()).text.replace("\xa0", " ")
    assert "Số liệu theo từng xã, phường" in text
    rows = text.partition("Số liệu theo từng")[2].split("\n\n")[1:8]
    assert ["Đơn vị\tVụ tai nạn giao thông\tTin của người dân", "xã 0\t\t9", "phường 1\t1"] == [
        row.rstrip("\t") for row in rows[:3]
    ]


def test_the_annex_can_be_left_out() -> None:
    """By the report's plan; and there is none where a report has no units."""
    assert annex_of(with_units(plan={"annex": False})) is None
    assert annex_of(report_of()) is None


def test_every_figure_of_a_unit_is_in_the_ledger() -> None:
    """With its own path, and its metric and unit as label."""
    entries = {entry.metric: entry.label for entry in render_report(with_units()).figures}
    assert "vụ tai nạn giao thông, phường 3" == entries["units[3].traffic_safety.traffic_accidents"]


def test_a_change_of_one_unit_changes_what_is_told() -> None:
    """The first place moves with the figures."""
    told = "Tai nạn giao thông xảy ra nhiều nhất ở xã 6 (6 vụ)"
    assert told in render_report(with_units()).text.replace("\xa0", " ")
    report = with_units()
    more = report.units[1].model_copy(update={"figures": (("traffic_safety.traffic_accidents", parse_figure("8 vụ")),)})
    moved = report.model_copy(update={"units": (report.units[0], more, *report.units[2:])})
    assert "nhiều nhất ở phường 1 (8 vụ)" in render_report(moved).text.replace("\xa0", " ")
