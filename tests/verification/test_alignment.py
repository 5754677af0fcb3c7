"""Lining up two sequences: the runs that are equal on both sides, in order, within bounds of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.verification import alignment
from antq_reports.verification.alignment import equal_runs, opcodes

WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


@given(WORDS, WORDS)
def test_runs_are_equal_and_in_order(ours: list[str], theirs: list[str]) -> None:
    """No item stands in two runs."""
    one = other = 0
    for begins, others_begin, length in equal_runs(ours, theirs):
        assert ours[begins : begins + length] == theirs[others_begin : others_begin + length]
        assert (True, True, True) == (begins >= one, others_begin >= other, length > 0)
        one, other = begins + length, others_begin + length


@given(WORDS, WORDS)
def test_stretches_are_the_whole_of_both_sides(ours: list[str], theirs: list[str]) -> None:
    """One after another, nothing left out."""
    one = other = 0
    for is_equal, i1, i2, j1, j2 in opcodes(ours, theirs):
        assert (one, other) == (i1, j1)
        assert is_equal == (ours[i1:i2] == theirs[j1:j2])
        one, other = i2, j2
    assert (len(ours), len(theirs)) == (one, other)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("", "", []),
        ("abc", "abc", [(0, 0, 3)]),
        ("abc", "", []),
        ("aa", "a", [(0, 0, 1)]),
        ("abcde", "abxde", [(0, 0, 2), (3, 3, 2)]),
        ("axbyc", "azbwc", [(0, 0, 1), (2, 2, 1), (4, 4, 1)]),
    ],
)
def test_runs_begin_and_end_where_both_sides_agree(
    ours: str, theirs: str, expected: list[tuple[int, int, int]]
) -> None:
    """A common beginning is not taken for an end as well."""
    assert expected == equal_runs(ours, theirs)


@pytest.mark.parametrize("bound", ["MOST_ITEMS", "MOST_PAIRS"])
def test_past_the_bounds_only_beginning_and_end_are_told(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is lined up was anybody's to edit."""
    ours, theirs = "a" + "xbx" + "c", "a" + "zbz" + "c"
    assert [(0, 0, 1), (2, 2, 1), (4, 4, 1)] == equal_runs(ours, theirs)
    monkeypatch.setattr(alignment, bound, 0)
    assert [(0, 0, 1), (4, 4, 1)] == equal_runs(ours, theirs)
