"""This year against last: which figures are held against which, and whether a stated change is the computed one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from antq_reports import Report
from antq_reports.comparison import Comparison, compare
from antq_reports.report import Completeness, MetricCompleteness, Origin, SourceMap

COMMUNE = {"name": "Tân Hà", "level": "xã", "code": "24823"}


def year(number: int, **sections: Any) -> Report:
    """Make a whole year's report."""
    period = {"label": f"năm {number}", "start": date(number, 1, 1), "end": date(number, 12, 31)}
    return Report.model_validate({"place": COMMUNE, "period": period, **sections})


def tips(new: Any, old: Any) -> Comparison:
    """Compare one metric over two years."""
    return compare(year(2027, tips={"public_tips": new}), year(2026, tips={"public_tips": old}))


def test_a_comparison_that_must_not_be_made_says_why_and_holds_nothing() -> None:
    """A later report is no base."""
    refused = compare(year(2026, tips={"public_tips": 5}), year(2027, tips={"public_tips": 4}))
    assert "kỳ “năm 2027” không kết thúc trước kỳ “năm 2026”" == refused.refused
    assert ("năm 2027", {}, {}, {}) == (refused.base.label, refused.movements, refused.previous, refused.skipped)


# --- movements ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hơn 520 tin", 480),
        (526, "gần 480 tin"),
        ("hàng trăm tin", 480),
        ("500 - 520 tin", 480),
        (526, "480 vụ"),
    ],
)
def test_inexact_or_unlike_figures_have_no_change(new: Any, old: Any) -> None:
    """A hedge, a word, a span or another unit: no precise change, and the reason is kept."""
    compared = tips(new, old)
    assert {} == compared.movements
    assert ["tips.public_tips"] == list(compared.skipped)


@pytest.mark.parametrize(
    ("new", "old", "reason"),
    [
        ("hơn 5 vụ, hơn 3 người", "5 vụ, 3 người", "số không chính xác"),
        ("5 vụ, 1 người chết", "5 vụ, 1 người chết, 2 người bị thương", "khác loại số"),
        ("5 vụ, làm chết 1 người", "5 vụ, làm bị thương 1 người", "khác đơn vị tính"),
        ("30-40%", "30 - 40 vụ", "khác loại số"),
        ("đứng thứ 5 cả nước", "đứng thứ 3 cả nước", "loại số này không trừ được"),
        ("bình quân 3,1 người/tổ", "bình quân 3 người/tổ", "loại số này không trừ được"),
    ],
)
def test_figures_of_several_numbers_or_none_say_why_they_do_not_move(new: str, old: str, reason: str) -> None:
    """None is left out in silence."""
    heads = {"id": "a", "label": "x", "section": "tips"}
    compared = compare(*(year(n, extra=[{**heads, "figure": text}]) for n, text in ((2026, new), (2025, old))))
    assert ({}, f"{reason}: {new} và {old}") == (compared.movements, compared.skipped["extra.a"])


def test_a_hedged_predecessor_is_shown_and_another_unit_is_not() -> None:
    """A table may stand hơn 480 beside 526, never 480 of something else."""
    assert ["tips.public_tips"] == list(tips(526, "hơn 480 tin").previous)
    assert [] == list(tips(526, "480 vụ").previous)


def test_rows_are_compared_by_label() -> None:
    """Where a row stands does not matter."""
    key = "transport_pledges_by_group"
    new, old = {key: ["30 lái xe", "20 chủ xe"]}, {key: ["10 chủ xe", "25 lái xe"]}
    compared = compare(year(2027, commitments=new), year(2026, commitments=old))
    assert {f"commitments.{key}[0]": "30 - 25", f"commitments.{key}[1]": "20 - 10"} == {
        path: moved.formula for path, moved in compared.movements.items()
    }


def test_an_own_period_must_be_alike_too() -> None:
    """A figure of half a year beside a year's is skipped."""
    half = {"kind": "count", "value": 5, "unit": "tin", "period": "6 tháng đầu năm 2027"}
    assert "chưa biết kỳ" in tips(half, 480).skipped["tips.public_tips"]


def test_sums_of_other_units_are_not_compared() -> None:
    """A rolled-up figure without five communes is no match for last year's whole one."""
    gap = MetricCompleteness(metric="tips.public_tips", reported=97, expected=102, missing=("xã A",))
    thin = Completeness(reported=97, expected=102, unit="xã", missing=("xã A",), metrics=(gap,))
    new = year(2027, tips={"public_tips": 526}).model_copy(update={"completeness": thin})
    old = year(2026, tips={"public_tips": 480})
    assert {} == compare(new, old).movements
    assert ["tips.public_tips"] == list(compare(new, old.model_copy(update={"completeness": thin})).movements)


def test_last_year_s_cells_are_kept() -> None:
    """A change can be traced to both years' cells."""
    places = {"tips.public_tips": (Origin(file="2026.xlsx", cell="C4"),)}
    old = year(2026, tips={"public_tips": 480}).with_sources(SourceMap(file="2026.xlsx", places=places))
    assert places == compare(year(2027, tips={"public_tips": 526}), old).sources


# --- stated changes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "is_right"),
    [
        ("tăng 46 vụ so với cùng kỳ", True),
        ("tăng 46 vụ (+9,58%) so với năm 2026", True),
        ("tăng 9,6% so với cùng kỳ", True),
        ("tăng gần 10% so với cùng kỳ", True),
        ("tăng 46 vụ (+9,79%)", False),
        ("giảm 46 vụ", False),
        ("tăng 64 vụ", False),
        ("tăng 64 vụ so với năm 2017", True),
    ],
)
def test_a_stated_change_is_checked_against_the_computed_one(stated: str, is_right: bool) -> None:
    """526 against 480, as far as the decimals stated go; another base is another matter."""
    new = year(2027, crime_results={"public_order_cases": 526, "public_order_cases_change": stated})
    old = year(2026, crime_results={"public_order_cases": 480})
    assert ([] if is_right else ["stated-change-differs"]) == [each.code for each in compare(new, old).findings]


def test_the_finding_tells_both_changes() -> None:
    """What was stated and what comes out."""
    new = year(2027, crime_results={"public_order_cases": 526, "public_order_cases_change": "giảm 46 vụ"})
    [finding] = compare(new, year(2026, crime_results={"public_order_cases": 480})).findings
    assert "báo cáo ghi “giảm 46 vụ”, tính ra tăng 46 vụ (9,58%)" in finding.message


@pytest.mark.parametrize(("stated", "found"), [("giảm 1 tấn", []), ("giảm 2 tấn", ["stated-change-differs"])])
def test_a_stated_change_is_checked_in_its_own_unit(stated: str, found: list[str]) -> None:
    """Two tons after three is one ton less, whatever unit the metric has."""
    pair = (year(2027, weapons={"fireworks_kg": f"2 tấn ({stated})"}), year(2026, weapons={"fireworks_kg": "3.040 kg"}))
    assert found == [each.code for each in compare(*pair).findings]
