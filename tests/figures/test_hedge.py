"""The words before a number, and where the true value lies."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from antq_reports.figures import Hedge
from antq_reports.figures.hedge import hedge_of_sum


def test_hedges_have_a_direction() -> None:
    """hơn/trên = the true value lies above the printed one; gần = below; khoảng = either."""
    directions = {hedge.value: hedge.direction for hedge in Hedge}
    above = dict.fromkeys(["hơn", "trên", "ít nhất", "không dưới"], "above")
    below = dict.fromkeys(["gần", "dưới"], "below")
    about = dict.fromkeys(["khoảng hơn", "khoảng", "ước tính", "ước", "xấp xỉ", "chừng"], "about")
    assert above | below | about == directions


@pytest.mark.parametrize(
    ("hedges", "word"),
    [
        ("", None),
        ("ít nhất", "ít nhất"),
        ("hơn + trên", "trên"),
        ("trên + ít nhất + hơn", "ít nhất"),
        ("ít nhất + không dưới", "không dưới"),
        ("gần + dưới", "dưới"),
        ("xấp xỉ + xấp xỉ", "xấp xỉ"),
        ("xấp xỉ + ước", "khoảng"),
        ("hơn + gần", "khoảng"),
        ("khoảng hơn + trên", "khoảng"),
        ("xấp xỉ + ít nhất", "none is true"),
        ("trên + dưới", "none is true"),
        ("gần + không dưới", "none is true"),
    ],
)
def test_the_word_of_a_sum_is_the_weakest_that_is_true(hedges: str, word: str | None) -> None:
    """The words of one side stay there; "khoảng" stands only for words that are near; order does not matter."""
    for words in permutations([None, *map(Hedge, filter(None, hedges.split(" + ")))]):
        if word == "none is true":
            with pytest.raises(ValueError, match="bound nothing"):
                hedge_of_sum(words)
        else:
            assert word == hedge_of_sum(words)


def test_words_can_be_added_in_any_grouping() -> None:
    """The word of a sum of sums is the word of the sum."""
    for one, two, three in product([None, *Hedge], repeat=3):
        assert word_of(word_of(one, two), three) == word_of(one, word_of(two, three))


def word_of(one: Hedge | str | None, two: Hedge | str | None) -> Hedge | str | None:
    """Return the word of two; "none" where one of them is none already, or none is true."""
    if "none" in (one, two):
        return "none"
    try:
        return hedge_of_sum([Hedge(each) for each in (one, two) if each])
    except ValueError:
        return "none"
