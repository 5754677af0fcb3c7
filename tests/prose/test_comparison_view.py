"""Which changes a section's sentences tell, and when a brief says how many units it stands on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from prose_kit import report_of

from antq_reports.prose.comparison_view import MOST_CHANGES, comparison_view, completeness_view, told_changes
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.tokens import TokenBook
from antq_reports.report import Completeness, MetricCompleteness


def changes(*said: tuple[str, str]) -> list[Any]:
    """Changes of a tone and an outcome."""
    return [SimpleNamespace(tone=tone, outcome=outcome) for tone, outcome in said]


def test_good_and_neutral_news_stand_before_what_stayed() -> None:
    """Four in one sentence; what went wrong has its own."""
    good, neutral = ("good", "rise"), ("neutral", "fall")
    given = changes(good, ("bad", "rise"), neutral, ("neutral", "same"), good, neutral, ("good", "same"))
    view = told_changes("tips", given)
    found = [[given.index(each) for each in getattr(view, name)] for name in ("better", "steady", "same", "worse")]
    assert [[0, 0], [2, 2], [], [1]] == found


@pytest.mark.parametrize(("good", "same", "told"), [(2, 5, (2, 2)), (9, 1, (MOST_CHANGES, 0)), (0, 1, (0, 1))])
def test_a_sentence_tells_four_changes(good: int, same: int, told: tuple[int, int]) -> None:
    """What stayed fills up what news left; more than one is several."""
    view = told_changes("tips", changes(*[("good", "rise")] * good, *[("neutral", "same")] * same))
    assert (*told, told[1] > 1) == (len(view.better), len(view.same), view.several_same)
    assert bool(told[1]) == bool(view.unmoved)


def test_without_changes_there_is_nothing_to_tell() -> None:
    """Nor without a comparison."""
    assert (False, False) == (bool(told_changes("tips", [])), bool(comparison_view(None, TokenBook())))


def completeness(reported: int, missing: tuple[str, ...], *metrics: MetricCompleteness) -> Any:
    """What a brief is told of its units."""
    whole = Completeness(reported=reported, expected=3, unit="xã", missing=missing, metrics=metrics)
    report = report_of(completeness=whole.model_dump())
    return completeness_view(report, TokenBook(), HouseRules(), lambda path: path)


def test_a_whole_set_is_not_spoken_of() -> None:
    """One unit that sent nothing is."""
    assert (False, True) == (bool(completeness(3, ())), bool(completeness(2, ("xã C",))))


def test_metrics_are_named_that_units_left_out_thinnest_first() -> None:
    """Not those that only the units which sent nothing are missing from."""
    metrics = [
        MetricCompleteness(metric=f"tips.{name}", reported=3 - len(missing), expected=3, missing=missing)
        for name, missing in (("a", ("xã C",)), ("b", ("xã B", "xã C")), ("c", ("xã A", "xã B", "xã C")))
    ]
    found = [each.share.metric for each in completeness(2, ("xã C",), *metrics).metrics]
    assert ["tips.c.completeness", "tips.b.completeness"] == found


def test_neutral_news_fill_up_what_good_news_left() -> None:
    """Four together."""
    view = told_changes("tips", changes(*[("neutral", "rise")] * 3, *[("good", "rise")] * 3))
    assert (3, 1) == (len(view.better), len(view.steady))
