"""The house rules for figures, and the one table of percent rules behind them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from antq_reports.figures import FigureStyle, Percent, format_figure, parse_figure
from antq_reports.prose.house_rules import read_style_rules
from antq_reports.vietnamese import PERCENT_RULES, decimals_of

RULES = sorted(PERCENT_RULES)
SHARES = [Decimal(text) for text in ("0.8610400682", "0.5", "0.12345", "1")]


def test_the_rules_are_those_of_the_design() -> None:
    """a: up to two decimals, zeros trimmed; b: two fixed; c: one fixed."""
    assert {"a": (2, True), "b": (2, False), "c": (1, False)} == {
        name: (rule.places, rule.trims) for name, rule in PERCENT_RULES.items()
    }


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_prints_reads_back(rule: str, share: Decimal) -> None:
    """With no more decimals than the rule has, and within half of the last one printed."""
    text = format_figure(Percent(value=share), FigureStyle(percent_rule=rule))
    read = parse_figure(text)
    assert isinstance(read, Percent)
    places = PERCENT_RULES[rule].ratio_places
    assert abs(read.value - share) * 2 <= Decimal(1).scaleb(-places)
    assert decimals_of(read.value) == places or PERCENT_RULES[rule].trims


@pytest.mark.parametrize(
    ("share", "expected"), [("0.999999", "99,9999%"), ("0.9956", "99,56%"), ("0.00003", "0,003%"), ("0", "0")]
)
@pytest.mark.parametrize("rule", RULES)
def test_what_is_not_whole_never_prints_as_100(rule: str, share: str, expected: str) -> None:
    """Nor what is not nothing as 0: there as many decimals as that takes."""
    text = format_figure(Percent(value=Decimal(share)), FigureStyle(percent_rule=rule))
    assert text.startswith(expected) or (rule == "c" and share == "0.9956" and text == "99,6%")


@pytest.mark.parametrize("rule", RULES)
def test_a_style_may_choose_every_rule(rule: str) -> None:
    """Whatever the table holds is accepted in ``style.toml`` and told in the description and the schema of the key."""
    text = f'title = "Kiểu"\nfonts = ["be/Be.ttf"]\n[house.figures]\npercent_rule = "{rule}"\n'
    assert rule == read_style_rules(text, "style.toml").house.figures.percent_rule
    field = FigureStyle.model_json_schema()["properties"]["percent_rule"]
    assert f"{rule}: {PERCENT_RULES[rule].description}" in field["description"]
    assert {"type": "string", "enum": list(PERCENT_RULES)} in field["anyOf"]


@pytest.mark.parametrize("rule", RULES)
def test_computed_percents_follow_the_house_s_rule(rule: str) -> None:
    """The same number of decimals for points as for percents."""
    shown = FigureStyle(percent_rule=rule).computed_percent_rule.round(Decimal("2.1"))
    assert format_figure(Percent(value=Decimal("0.021")), FigureStyle(percent_rule=rule)) == f"{shown}%".replace(
        ".", ","
    )


def test_a_house_without_a_rule_computes_by_the_usual_one() -> None:
    """Up to two decimals."""
    assert PERCENT_RULES["a"] == FigureStyle().computed_percent_rule


def test_another_rule_is_refused_with_those_there_are() -> None:
    """In Vietnamese."""
    with pytest.raises(ValidationError, match="không có quy tắc phần trăm “z”; hãy chọn: a, b, c"):
        FigureStyle(percent_rule="z")
