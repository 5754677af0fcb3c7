"""Sums, parts, percents and changes within one report; vague figures get the benefit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from review_kit import codes, year

from antq_reports.figures import Hedge, Percent
from antq_reports.review import check_report
from antq_reports.review.arithmetic import arithmetic_findings, is_percent_of


def test_a_part_above_its_whole_is_an_error() -> None:
    """1.174 of 1.173."""
    [finding] = check_report(year(crime_results={"public_order_cases_solved": "1.174/1.173 vụ"}))
    assert ("part-above-whole", "error", "crime_results.public_order_cases_solved") == (
        finding.code,
        finding.severity,
        finding.path,
    )
    assert "phần 1.174 lớn hơn tổng 1.173" in finding.message


@pytest.mark.parametrize(
    ("percent", "is_right"),
    [("86,1%", True), ("86,10%", True), ("86%", True), ("86,2%", False), ("gần 87%", True), ("hơn 87%", False)],
)
def test_a_stated_percent_is_recomputed(percent: str, is_right: bool) -> None:
    """1.010/1.173 rounded half up to the decimals stated; a hedge says on which side."""
    found = check_report(year(crime_results={"public_order_cases_solved": f"1.010/1.173 vụ (đạt {percent})"}))
    assert ([] if is_right else ["percent-differs"]) == codes(found)


@pytest.mark.parametrize(
    ("part", "total", "is_wrong"),
    [
        (12, 10, True),
        ("hơn 12 tin", 10, True),
        ("gần 12 tin", 10, False),
        (12, "hơn 10 tin", False),
        (12, "gần 11 tin", True),
        ("12/30 tin", 10, True),
        ("12 thông tin", 10, False),
        (10, 10, False),
    ],
)
def test_a_sub_total_is_not_above_its_total(part: Any, total: Any, is_wrong: bool) -> None:
    """Hedged figures contradict only when no number fits both."""
    found = check_report(year(tips={"valuable_tips": part, "public_tips": total}))
    assert (["subtotal-above-total"] if is_wrong else []) == codes(found)


def test_a_percent_above_100_is_an_error() -> None:
    """A share of cases solved cannot be 120%."""
    for text in ("120%", "90-120%", "12 vụ, đạt 120%"):
        extra = [{"id": "a", "label": "x", "figure": text, "section": "tips"}]
        assert ["percent-above-100"] == codes(check_report(year(extra=extra))), text
    extra = [{"id": "a", "label": "x", "figure": "12 vụ (tăng 10 vụ (+500%) so với năm 2025)", "section": "tips"}]
    assert "percent-above-100" not in codes(check_report(year(extra=extra)))


def test_a_change_s_bracket_is_recomputed_without_last_year() -> None:
    """526, up by 46, is +9,58%."""
    stated = {"public_order_cases": 526, "public_order_cases_change": "tăng 46 vụ (+9,79%)"}
    [finding] = check_report(year(crime_results=stated))
    assert "change-percent-differs" == finding.code
    assert "là 9,58%" in finding.message


@pytest.mark.parametrize(
    ("now", "change", "code"),
    [
        (40, "tăng 46 vụ (+9,58%)", "change-above-figure"),
        (46, "tăng 46 vụ (+9,58%)", "change-above-figure"),
        (480, "giảm 46 vụ (-8,75%)", None),
        (480, "giảm 46 vụ (-8,7%)", None),
        (480, "giảm 46 vụ (-9,58%)", "change-percent-differs"),
        (526, "tăng hơn 46 vụ (+1%)", None),
        ("hơn 526 vụ", "tăng 46 vụ (+1%)", None),
    ],
)
def test_a_change_is_held_against_the_figure_it_led_to(now: Any, change: str, code: str | None) -> None:
    """Last year is this year less a rise, or with a fall; nothing is computed from a hedged number."""
    found = check_report(year(crime_results={"public_order_cases": now, "public_order_cases_change": change}))
    assert ([] if code is None else [code]) == codes(found)


@pytest.mark.parametrize(
    ("change", "found"), [("tăng 46 kg (+1%)", ["change-percent-differs"]), ("tăng 2 tấn (+1%)", [])]
)
def test_a_change_of_a_measure_is_recomputed_in_its_own_unit(change: str, found: list[str]) -> None:
    """526 kg, up by 46 kg; a rise in tons is not taken for one in kilograms."""
    extra = [{"id": "a", "label": "x", "figure": f"526 kg ({change})", "section": "tips"}]
    assert found == codes(check_report(year(extra=extra)))


@pytest.mark.parametrize(
    ("stated", "ratio", "expected"),
    [
        (Percent(value=Decimal("0.13")), "0.125", True),
        (Percent(value=Decimal("0.12")), "0.125", False),
        (Percent(value=Decimal("0.87"), hedge=Hedge.NEARLY), "0.86", True),
        (Percent(value=Decimal("0.87"), hedge=Hedge.NEARLY), "0.8599", False),
        (Percent(value=Decimal("0.87"), hedge=Hedge.MORE_THAN), "0.875", True),
        (Percent(value=Decimal("0.87"), hedge=Hedge.MORE_THAN), "0.865", False),
    ],
)
def test_a_percent_is_rounded_half_up_or_near_on_its_side(stated: Percent, ratio: str, expected: bool) -> None:
    """A hedged percent may stand one point from the computed one, on the side its word says."""
    assert expected == is_percent_of(stated, Decimal(ratio))


def test_findings_stand_in_the_order_of_the_figures() -> None:
    """Each with the path of the part, and both numbers in its words."""
    report = year(
        crime_results={"public_order_cases_solved": "9/8 vụ"}, tips={"valuable_tips": 12, "public_tips": "10 tin"}
    )
    solved = "vụ phạm tội về trật tự xã hội được điều tra, làm rõ: phần 9 lớn hơn tổng 8"
    tips = "tin có giá trị do quần chúng cung cấp (12 tin) nhiều hơn tin do quần chúng cung cấp (10 tin)"
    expected = [("tips.valuable_tips", tips), ("crime_results.public_order_cases_solved", solved)]
    assert expected == [(each.path, each.message) for each in arithmetic_findings(report)]
