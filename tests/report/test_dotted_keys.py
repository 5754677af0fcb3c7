"""Dotted keys as nested tables."""

from __future__ import annotations

from typing import Any

import pytest

from antq_reports.report.dotted_keys import Clash, nest_keys


def test_dotted_and_nested_keys_become_one_table() -> None:
    """In any order; what is not dotted stays as it is."""
    values = {"tips": {"public_tips": 5}, "tips.valuable_tips": 2, "place.name": "A", "period": 2026}
    expected = {"tips": {"public_tips": 5, "valuable_tips": 2}, "place": {"name": "A"}, "period": 2026}
    assert (expected, ()) == nest_keys(values)
    assert (expected, ()) == nest_keys(dict(reversed(values.items())))


def test_the_mapping_given_is_left_alone() -> None:
    """Its tables are its owner's."""
    values: dict[str, Any] = {"tips": {"public_tips": 5}, "tips.valuable_tips": 2}
    nest_keys(values)
    assert {"tips": {"public_tips": 5}, "tips.valuable_tips": 2} == values


@pytest.mark.parametrize(
    ("values", "clash"),
    [
        ({"a.b": 1, "a": {"b": 2}}, Clash("a.b", "a.b", "a")),
        ({"a": {"b": 2}, "a.b": 1}, Clash("a.b", "a", "a.b")),
        ({"a": 5, "a.b": 1}, Clash("a", "a", "a.b")),
        ({"a.b": 1, "a": 5}, Clash("a", "a.b", "a")),
        ({"a.b": {"c": 1}, "a.b.c": 2}, Clash("a.b.c", "a.b", "a.b.c")),
        ({"a.b": None, "a": {"b": 2}}, Clash("a.b", "a.b", "a")),
    ],
)
def test_a_key_given_twice_names_both(values: dict[str, Any], clash: Clash) -> None:
    """Whether two values or a value and a table."""
    assert (clash,) == nest_keys(values)[1]
    assert f"“{clash.first}”" in clash.refusal.reason
    assert f"“{clash.second}”" in clash.refusal.reason


@pytest.mark.parametrize("key", [".", "a.", ".a", "a..b", ".".join("a" * 40), 5])
def test_what_is_no_dotted_key_stays(key: Any) -> None:
    """It is for the reader to refuse."""
    assert ({key: 1, "x": {"y": 1}}, ()) == nest_keys({key: 1, "x.y": 1})
