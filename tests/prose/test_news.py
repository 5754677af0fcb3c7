"""How much news a figure is: weight first, then what it is news of, and never whether it is good or bad."""

from __future__ import annotations

import pytest
from compared_briefs import commune_year

from antq_reports import Report
from antq_reports.catalogue import Metric
from antq_reports.comparison import compare
from antq_reports.figures import Count
from antq_reports.prose.news import Fact, facts_of
from antq_reports.report import ReportedFigure, reported_figures


def facts(new: Report, old: Report | None = None) -> dict[str, Fact]:
    """The facts of a report by path."""
    movements = compare(new, old).movements if old is not None else {}
    reported = {each.path: each for each in reported_figures(new)}
    return {fact.path: fact for fact in facts_of(reported, movements)}


def of_cases(new: int, old: int) -> Fact:
    """The fact of so many cases after so many."""
    path = "crime_results.public_order_cases"
    years = (commune_year(year, **{path: count}) for year, count in ((2026, new), (2025, old)))
    return facts(*years)[path]


@pytest.mark.parametrize(
    ("new", "old", "news"),
    [
        (44, 50, "change"),
        (49, 50, "plain"),  # under five percent and under five
        (1_004, 1_000, "plain"),
        (1_006, 1_000, "change"),  # five or more
        (21, 20, "change"),  # five percent or more
        (50, 50, "plain"),
        (3, 0, "change"),
        (0, 3, "zero"),  # that there were none says more
    ],
)
def test_a_small_change_is_no_news(new: int, old: int, news: str) -> None:
    """One under five percent and under five."""
    assert news == of_cases(new, old).news


@pytest.mark.parametrize(("fewer", "more"), [(44, 56), (30, 70), (1, 99), (47, 53)])
def test_worse_is_as_much_news_as_better(fewer: int, more: int) -> None:
    """The same step up or down scores the same."""
    assert of_cases(fewer, 50).score == of_cases(more, 50).score


def test_a_heavier_metric_that_moved_stands_above_every_lighter_one() -> None:
    """Whatever the lighter one did."""
    tips = {"tips.public_tips": 900}
    found = facts(
        commune_year(2026, **{"crime_results.public_order_cases": 45}, **tips),
        commune_year(2025, **{"crime_results.public_order_cases": 50}, **{"tips.public_tips": 100}),
    )
    assert found["crime_results.public_order_cases"].score > found["tips.public_tips"].score


def test_what_a_figure_is_news_of() -> None:
    """Nothing happening, all of them, a stated change, or just a number; the context is never news."""
    found = facts(
        commune_year(
            2026,
            traffic_safety={"traffic_accidents": 0},
            standards={"safe_residential_areas": "8/8 khu dân cư", "safe_communes": "1/1 xã"},
            welfare={"gifts": 0},
            crime_results={"public_order_cases": "40 vụ (giảm 4 vụ so với năm 2025)"},
            context={"residential_units": 8},
        )
    )
    news = {path.split(".")[1]: fact.news for path, fact in found.items()}
    assert news == {
        "residential_units": "plain",
        "traffic_accidents": "zero",
        "safe_residential_areas": "full",
        "safe_communes": "plain",
        "gifts": "plain",
        "public_order_cases": "change",
    }
    assert 0 == found["context.residential_units"].score


def test_a_figure_belongs_to_the_one_it_is_told_beside() -> None:
    """Followed to the first that was reported."""
    crime = {"public_order_cases": 44, "public_order_cases_solved": "40/44 vụ", "suspects_handled": 53}
    found = facts(commune_year(2026, crime_results=crime)).values()
    assert ["crime_results.public_order_cases"] * 3 == [fact.head for fact in found]
    alone = facts(commune_year(2026, **{"crime_results.suspects_handled": 53}))
    assert "crime_results.suspects_handled" == alone["crime_results.suspects_handled"].head


def test_a_circle_of_figures_told_beside_each_other_ends() -> None:
    """A catalogue of one's own may close one, through figures that are not in it too."""
    beside = {"x": "y", "y": "z", "z": "y"}
    reported = {
        f"a.{name}": ReportedFigure(
            path=f"a.{name}", section="a", label=name, figure=Count(value=1), metric=Metric(label=name, beside=other)
        )
        for name, other in beside.items()
    }
    assert {"a.x", "a.y", "a.z"} == {fact.path for fact in facts_of(reported, {})}
