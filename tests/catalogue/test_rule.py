"""Rules between metrics: what can be written, what it says, and that nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.catalogue.metric_path import KEY
from antq_reports.catalogue.rule import SIGNS, Clause, Comparator, Rule, Sum, read_rule

keys = st.from_regex(KEY, fullmatch=True)
terms = keys.map(lambda key: f"s.{key}") | st.builds("{}.{}".format, keys, keys)
sums = st.builds(Sum, st.lists(terms, min_size=1, max_size=3).map(tuple), st.integers(0, 10**11))
clauses = st.builds(Clause, sums, st.sampled_from(SIGNS), sums)


def written(clause: Clause) -> str:
    """A comparison as a person writes it."""
    sides = (" + ".join((*side.metrics, str(side.number))) for side in (clause.left, clause.right))
    return f" {clause.sign} ".join(sides)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_comparison_has_two_sides_and_a_sign(sign: Comparator) -> None:
    """Keys without a section are of the rule's own."""
    rule = read_rule(f"solved {sign} crime.cases", "tips")
    assert Clause(Sum(("tips.solved",)), sign, Sum(("crime.cases",))) == rule.demand
    assert (None, f"solved {sign} crime.cases") == (rule.condition, rule.text)


def test_a_condition_comes_before_implies() -> None:
    """Both are comparisons."""
    rule = read_rule("deaths > 0 implies accidents > 0", "traffic")
    assert Clause(Sum(("traffic.deaths",)), ">", Sum((), 0)) == rule.condition
    assert Clause(Sum(("traffic.accidents",)), ">", Sum((), 0)) == rule.demand


def test_terms_are_added_up() -> None:
    """Metrics are listed, numbers summed; spaces mean nothing."""
    rule = read_rule("  new+strengthened + 2 + 3  <=active ", "models")
    assert Sum(("models.new", "models.strengthened"), 5) == rule.demand.left
    assert "new+strengthened + 2 + 3 <=active" == rule.text


def test_a_rule_names_its_metrics_once() -> None:
    """In the order they are met: the condition's first."""
    rule = read_rule("a > 0 implies b + a <= c.d", "s")
    assert ("s.a", "s.b", "c.d") == rule.metrics


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a b > 0",
        "a > ",
        "> 0",
        "a > b > c",
        "a == b",
        "a => b",
        "a != b",
        "a - b > 0",
        "a * 2 > b",
        "a > -1",
        "a > 1,5",
        "a > 1.5",
        "a + > b",
        "a > 0 implies",
        "a > 0 implies b > 0 implies c > 0",
        "A > 0",
        "a.b.c > 0",
        "a[0] > 0",
        "số > 0",
        "__import__('os') > 0",
        f"a > {'9' * 13}",
    ],
)
def test_any_other_text_is_no_rule(text: str) -> None:
    """Nothing is evaluated, nothing guessed."""
    with pytest.raises(ValueError, match=".*"):
        read_rule(text, "s")


@given(demand=clauses, condition=st.none() | clauses)
def test_a_rule_reads_back_as_it_was_written(demand: Clause, condition: Clause | None) -> None:
    """Sides, sign and condition."""
    text = " implies ".join(written(clause) for clause in (condition, demand) if clause is not None)
    assert Rule(text=text, condition=condition, demand=demand) == read_rule(text, "s")
