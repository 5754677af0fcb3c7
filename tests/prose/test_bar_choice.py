"""Which shares get a bar."""

from __future__ import annotations

from typing import Any

import pytest
from prose_kit import report_of

from antq_reports import Report
from antq_reports.comparison import compare
from antq_reports.prose import compose, prose_library, read_templates
from antq_reports.prose.bar_choice import telling_bars
from antq_reports.prose.house_rules import HouseRules


def chosen(share: str, before: str | None = None) -> list[str]:
    """The metrics that get a bar."""
    report = report_of(standards={"safe_communes": share})
    last: Any = {"place": report.place, "period": "năm 2025", "standards": {"safe_communes": before}}
    comparison = compare(report, Report.model_validate(last)) if before is not None else None
    article = compose(report, prose_library(read_templates(), report.catalogue), HouseRules(), comparison)
    return [view.metric for view in telling_bars(article.table)]


@pytest.mark.parametrize(
    ("share", "before", "expected"),
    [
        ("90/100 xã", None, True),
        ("91/100 xã", None, False),
        ("91/100 xã", "80/100 xã", True),
        ("91/100 xã", "91/100 xã", False),
        ("1/1 xã", "0/1 xã", False),
        ("120/100 xã", None, False),
    ],
    ids=["much left", "nearly all", "moved", "held", "one unit", "above its whole"],
)
def test_a_bar_says_something(share: str, before: str | None, expected: bool) -> None:
    """At or below nine tenths, or moved since last year; never of one unit, never above the whole."""
    assert (["standards.safe_communes"] if expected else []) == chosen(share, before)
