"""Percents by the rules of a house: decimals, and zeros at their end."""

from __future__ import annotations

from decimal import Decimal

import pytest

from antq_reports.vietnamese import PERCENT_RULES, USUAL_PERCENT_RULE, format_percent


@pytest.mark.parametrize(
    ("ratio", "rule", "expected"),
    [
        ("0.861", None, "86,1%"),
        ("0.27", None, "27%"),
        ("0.3", None, "30%"),
        ("-0.2540", None, "-25,40%"),
        ("0.861", "a", "86,1%"),
        ("0.92914", "a", "92,91%"),
        ("0.254", "b", "25,40%"),
        ("0.12505", "b", "12,51%"),
        ("0.125", "c", "12,5%"),
        ("1", "c", "100,0%"),
        ("12.3456", "a", "1.234,56%"),
    ],
)
def test_percent_follows_its_rule(ratio: str, rule: str | None, expected: str) -> None:
    """(a) up to two decimals, zeros trimmed; (b) two fixed, zeros kept; (c) one; none, as the fraction carries."""
    assert expected == format_percent(Decimal(ratio), rule)


def test_a_rule_says_what_it_does() -> None:
    """In Vietnamese, and no two alike; the usual one is a rule."""
    told = {name: rule.description for name, rule in PERCENT_RULES.items()}
    assert {"a": "tối đa 2 số lẻ", "b": "đúng 2 số lẻ", "c": "đúng 1 số lẻ"} == told
    assert USUAL_PERCENT_RULE in PERCENT_RULES


@pytest.mark.parametrize(("rule", "expected"), [("a", "2.1"), ("b", "2.10"), ("c", "2.1")])
def test_percentage_points_are_rounded_as_they_are_printed(rule: str, expected: str) -> None:
    """With the zeros the rule keeps."""
    assert expected == str(PERCENT_RULES[rule].round(Decimal("2.104")))
