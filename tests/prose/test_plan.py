"""The plan: what is told and what the table has alone, which changes stand beside their figures, in which order."""

from __future__ import annotations

from pathlib import Path

import pytest
from compared_briefs import commune_year
from golden_briefs import full_report
from hypothesis import given
from hypothesis import strategies as st

from antq_reports import RenderedReport, Report, render_report
from antq_reports.comparison import compare
from antq_reports.load import read_reports
from antq_reports.prose.plan import Plan, make_plan
from antq_reports.report import reported_figures

FORM = Path(__file__).resolve().parent.parent / "data" / "first" / "bieu-xa.xlsx"
MOVING = {
    "crime_results.public_order_cases": 50,
    "traffic_safety.traffic_accidents": 12,
    "traffic_safety.traffic_deaths": 4,
    "tips.public_tips": 200,
    "weapons.firearms_surrendered": 20,
    "models.models_active": 30,
    "communication.outreach_sessions": 60,
    "core_force.security_teams": 9,
}
"""Last year's figures."""


def plan_of(new: Report, old: Report | None = None, length: int = 1_000) -> Plan:
    """The plan of a report."""
    movements = compare(new, old).movements if old is not None else {}
    return make_plan({each.path: each for each in reported_figures(new)}, movements, length)


@given(st.fixed_dictionaries({path: st.integers(1 - old, old - 1) for path, old in MOVING.items()}))
def test_a_mirrored_report_tells_the_same_facts(steps: dict[str, int]) -> None:
    """Every change turned from better to worse or back: order, told figures and told changes stay."""
    old = commune_year(2025, **MOVING)
    one, other = (
        plan_of(commune_year(2026, **{path: MOVING[path] + sign * step for path, step in steps.items()}), old, 6)
        for sign in (1, -1)
    )
    moved = {fact.path for fact in one.facts if fact.news == "change"}
    assert moved == {fact.path for fact in other.facts if fact.news == "change"}
    order = [[fact.path for fact in plan.facts if fact.path in moved] for plan in (one, other)]
    assert order[0] == order[1]
    assert one.told & moved == other.told & moved
    assert one.changes == other.changes


def test_no_progress_stands_over_a_heavier_metric_that_got_worse() -> None:
    """Deaths went up, tips tripled: the deaths come first."""
    plan = plan_of(
        commune_year(2026, **{"traffic_safety.traffic_deaths": 9, "tips.public_tips": 600}),
        commune_year(2025, **{"traffic_safety.traffic_deaths": 4, "tips.public_tips": 200}),
    )
    assert ["traffic_safety.traffic_deaths", "tips.public_tips"] == [fact.path for fact in plan.facts]


@pytest.mark.parametrize("length", [1, 5, 26, 200])
def test_families_are_told_whole_and_the_rest_is_left_to_the_table(length: int) -> None:
    """Nobody's value without the thing it is the value of."""
    plan = plan_of(full_report(), length=length)
    news = [fact for fact in plan.facts if fact.path in plan.told and not fact.path.startswith("context.")]
    assert {fact.head for fact in plan.facts if fact.path in plan.told} <= {*plan.told}
    assert min(length, len(plan.facts)) <= len(plan.told)
    assert len(news) <= length + 8
    assert all(fact.path in plan.told for fact in plan.facts[:1])


def test_changes_of_crimes_and_deaths_are_always_told_and_of_the_rest_one_in_three() -> None:
    """The best ones; none of the context."""
    new = {path: old + 5 + place for place, (path, old) in enumerate(MOVING.items())}
    plan = plan_of(commune_year(2026, **new), commune_year(2025, **MOVING))
    always = {"crime_results.public_order_cases", "traffic_safety.traffic_deaths"}
    assert always == plan.changes
    more = plan_of(
        commune_year(2026, **{**new, "context.residential_units": 9, "welfare.gifts": 80}), commune_year(2025, **MOVING)
    )
    assert always < plan.changes | {"traffic_safety.traffic_accidents"}
    assert len(more.changes) == len(more.told) // 3


def test_what_the_report_states_is_not_computed_again() -> None:
    """Its own words stand beside the figure."""
    new = commune_year(2026, **{"crime_results.public_order_cases": 44})
    stated = new.model_copy(update={})
    assert {"crime_results.public_order_cases"} == plan_of(stated, commune_year(2025, **MOVING)).changes
    own = Report.model_validate(
        {
            "place": {"name": "Tân Hà", "level": "xã"},
            "period": new.period,
            "crime_results.public_order_cases": "44 vụ (giảm 6 vụ so với năm 2025)",
        }
    )
    assert set() == plan_of(own, commune_year(2025, **MOVING)).changes


def brief() -> RenderedReport:
    """A commune's form with last year, rendered."""
    read = read_reports(FORM)
    return render_report(read.reports[0], previous=read.previous[0])


def test_the_same_report_gives_the_same_words() -> None:
    """Openings are chosen by place and period, not by chance."""
    assert brief().text == brief().text


def test_what_the_lead_tells_the_body_does_not_tell_again() -> None:
    """Each told figure once in the sentences, and once in the table; the strip has others."""
    text = brief().text.replace("\u00a0", " ")
    assert 1 == text.split("Số liệu trong bài")[0].count("6 vụ tai nạn giao thông")
    strip = {entry.metric for entry in brief().figures if entry.text.isdigit()}
    assert "crime_results.public_order_cases" in strip
