"""A report beside last year's: leaps, slips of zeros, a form sent in again, why nothing is compared."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from review_kit import LAM_DONG, codes, year

from antq_reports.review import check_report
from antq_reports.review.history import history_findings


def test_a_copied_form_is_found() -> None:
    """Every figure equal to last year's."""
    sections: dict[str, Any] = {"tips": {"public_tips": 10, "valuable_tips": 4}, "weapons": {"firearms_surrendered": 3}}
    found = check_report(year(2027, **sections), year(2026, **sections))
    assert ["copied-form"] == codes(found)
    assert [] == check_report(
        year(2027, **sections), year(2026, **{**sections, "weapons": {"firearms_surrendered": 4}})
    )


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        (5200, 480, ("size-of-last-year", "error", "gần đúng gấp 10 lần")),
        (480, 48, ("size-of-last-year", "error", "đúng gấp 10 lần")),
        (30, 480, ("outlier", "warning", "giảm đúng 16 lần")),
        (1, 782, ("size-of-last-year", "error", "giảm đúng 782 lần")),
    ],
)
def test_a_leap_is_found(new: int, old: int, expected: tuple[str, str, str]) -> None:
    """Five times and more is looked at; a slip of zeros is called one, and stops the figure."""
    [finding] = check_report(year(2027, tips={"public_tips": new}), year(2026, tips={"public_tips": old}))
    assert expected[:2] == (finding.code, finding.severity)
    assert expected[2] in finding.message


@pytest.mark.parametrize(("new", "old"), [(30, 4), (900, 480)])
def test_small_or_usual_moves_are_no_leaps(new: int, old: int) -> None:
    """From 4 to 30 nothing is unusual."""
    assert [] == check_report(year(2027, tips={"public_tips": new}), year(2026, tips={"public_tips": old}))


def test_a_refused_comparison_is_said() -> None:
    """2025 against 2024: two areas."""
    new = year(2025, {**LAM_DONG, "boundaries_as_of": date(2025, 12, 31)})
    assert [("not-compared", "info")] == [(each.code, each.severity) for each in check_report(new, year(2024))]


def test_stated_changes_are_reviewed_with_last_year() -> None:
    """What the comparison finds is a finding of the review."""
    new = year(2027, crime_results={"public_order_cases": 526, "public_order_cases_change": "giảm 46 vụ"})
    assert ["stated-change-differs"] == codes(check_report(new, year(2026, crime_results={"public_order_cases": 480})))


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        (100, 20, "100 tin, năm trước 20 tin; tăng đúng 5 lần, hãy kiểm tra lại"),
        (20, 101, "20 tin, năm trước 101 tin; giảm hơn 5 lần, hãy kiểm tra lại"),
        (99, 19, None),
        (499, 100, None),
        (5000, 50, "5.000 tin, năm trước 50 tin; đúng gấp 100 lần, có thể thừa hoặc thiếu chữ số 0"),
        (1000, 0, None),
        (0, 1000, None),
    ],
)
def test_a_leap_begins_at_five_times_and_at_a_hundred(new: int, old: int, expected: str | None) -> None:
    """Up or down, with both figures; from or to nothing there are no times."""
    found = history_findings(year(2027, tips={"public_tips": new}), year(2026, tips={"public_tips": old}))
    wanted = [] if expected is None else [f"tin do quần chúng cung cấp: {expected}"]
    assert wanted == [each.message for each in found if each.code in ("outlier", "size-of-last-year")]


def test_two_figures_may_repeat_last_year_s() -> None:
    """A form is called copied from three figures on; how many is said."""
    two: dict[str, Any] = {"tips": {"public_tips": 10, "valuable_tips": 4}}
    three = {**two, "weapons": {"firearms_surrendered": 3}}
    assert [] == list(history_findings(year(2027, **two), year(2026, **two)))
    [finding] = history_findings(year(2027, **three), year(2026, **three))
    expected = "cả 3 số liệu đều giống hệt năm 2026; có thể gửi nhầm biểu năm trước"
    assert ("warning", "", expected) == (finding.severity, finding.path, finding.message)
