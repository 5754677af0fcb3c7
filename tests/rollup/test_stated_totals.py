"""The total a province states against the sum of its units: a difference is found, never corrected."""

from __future__ import annotations

from typing import Any

import pytest
from held import held
from rollup_kit import PROVINCE, codes, commune, firearms, province, unit

from antq_reports.catalogue import Metric
from antq_reports.figures import parse_figure
from antq_reports.rollup import roll_up_with_findings
from antq_reports.rollup.one_metric import Combined
from antq_reports.rollup.participants import gather
from antq_reports.rollup.stated_totals import reconcile


def test_a_stated_total_is_reconciled() -> None:
    """The sum is printed, the difference is a finding."""
    result = firearms(12, 30, own=province(weapons={"firearms_surrendered": 50}))
    assert 42 == held(result.report, "weapons.firearms_surrendered").raw
    assert ["total-differs"] == codes(result)
    assert "lệch 8 khẩu súng" in result.findings[0].message


def test_a_hedged_total_that_may_be_true_is_no_finding() -> None:
    """Hơn 40 and 42 are one number."""
    assert [] == codes(firearms(12, 30, own=province(weapons={"firearms_surrendered": "hơn 40 khẩu súng"})))


@pytest.mark.parametrize(
    ("stated", "code", "said"),
    [
        (50, "total-differs", "tỉnh báo 50 khẩu súng, cộng từ 2/3 xã được 42 khẩu súng; lệch 8 khẩu súng"),
        (
            "5 viên",
            "total-not-comparable",
            "tỉnh báo 5 viên, cộng từ 2/3 xã được 42 khẩu súng; đơn vị tính",
        ),
        (42, None, ""),
        ("hàng chục khẩu súng", None, ""),
    ],
)
def test_a_total_is_told_with_how_many_units_the_sum_stands_on(stated: Any, code: str | None, said: str) -> None:
    """A word states no number that could differ."""
    own = province(weapons={"firearms_surrendered": stated})
    listed = [unit(f"Xã {place}", f"{place:05}") for place in range(3)]
    found = [each for each in firearms(12, 30, own=own, expected=listed).findings if each.path.startswith("weapons")]
    assert ([] if code is None else [code]) == [each.code for each in found]
    assert all(each.message.startswith(f"khẩu súng các loại: {said}") for each in found)


@pytest.mark.parametrize(
    ("stated", "differences"), [("11/15 tin báo", "1, 3"), ("hơn 9/15 tin báo", "3"), ("10/12 tin báo", "")]
)
def test_part_and_whole_are_each_held_against_the_sum(stated: str, differences: str) -> None:
    """A hedge speaks of the part alone."""
    own = province(tips={"crime_reports_resolved": stated})
    units = [commune("A", tips={"crime_reports_resolved": "10/12 tin báo"})]
    found = roll_up_with_findings(units, PROVINCE, own=own).findings
    assert ([differences] if differences else []) == [each.message.split("lệch ")[1] for each in found]


def test_all_three_numbers_are_held_against_the_sum() -> None:
    """The injured too."""
    texts = ("12 vụ, 3 người chết, 9 người bị thương", "12 vụ, 3 người chết, 10 người bị thương")
    metric, (stated, added) = Metric(label="vụ"), map(parse_figure, texts)
    combined = Combined(figure=added, used=())
    found = list(reconcile("a.b", metric, stated, combined, gather([], "a", period=None, expected=())))
    assert ["1 người bị thương"] == [each.message.split("lệch ")[1] for each in found]
