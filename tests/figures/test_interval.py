"""What numbers a figure may mean, and what follows for sums and contradictions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.figures import Count, Hedge, Interval, interval_of, parse_figure
from antq_reports.figures.interval import interval_of_sum, is_exact

NUMBERS = st.integers(-(10**6), 10**6).map(Decimal)
COUNTS = st.builds(Count, value=st.integers(1, 10**6), hedge=st.none() | st.sampled_from(list(Hedge)))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Make an interval with both bounds, one or none."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return Interval(low=draw(st.sampled_from([low, None])), high=draw(st.sampled_from([high, None])))


def within(draw: st.DataObject, interval: Interval) -> Decimal:
    """Draw a number of an interval."""
    low = interval.low if interval.low is not None else (interval.high or Decimal(0)) - 100
    high = interval.high if interval.high is not None else low + 100
    return draw.draw(st.decimals(low, high, places=2))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.584 vụ", "1584", "1584"),
        ("hơn 550 vụ", "550", None),
        ("trên 550 vụ", "550", None),
        ("gần 300 vụ", None, "300"),
        ("khoảng 40 vụ", None, None),
        ("khoảng hơn 40 vụ", None, None),
        ("2,5 tỷ đồng", "2500000000", "2500000000"),
        ("hơn 2,5 tỷ đồng", "2500000000", None),
        ("13,85 kg", "13.85", "13.85"),
        ("86,1%", "0.861", "0.861"),
        ("gần 86%", None, "0.86"),
        ("từ 30-40%", "0.3", "0.4"),
        ("hàng trăm vụ", "100", None),
        ("từ 5 đến 7 vụ", "5", "7"),
        ("khoảng 5 - 7 vụ", "5", "7"),
        ("hơn 1.010/1.173 vụ", "1010", None),
    ],
)
def test_a_figure_means_what_its_words_say(text: str, low: str | None, high: str | None) -> None:
    """Hedge, scale word, span and indefinite word each set their bounds."""
    expected = Interval(low=Decimal(low) if low else None, high=Decimal(high) if high else None)
    assert expected == interval_of(parse_figure(text))


@pytest.mark.parametrize("text", ["31 vụ, 34 đối tượng", "tăng 14 xã so với năm 2017"])
def test_a_pair_and_a_change_are_no_one_number(text: str) -> None:
    """They have no interval and no sum."""
    assert interval_of(parse_figure(text)) is None
    with pytest.raises(TypeError, match="no one number"):
        interval_of_sum([parse_figure(text)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12 vụ", True), ("1/2 vụ", True), ("12%", True), ("hơn 12 vụ", False), ("5 - 7 vụ", False), ("hàng trăm", False)],
)
def test_exact_is_one_number(text: str, expected: bool) -> None:
    """A hedge, a span and a word leave more than one."""
    assert expected == is_exact(parse_figure(text))


def test_an_interval_has_its_ends_in_order() -> None:
    """Another one is a mistake of the programme."""
    with pytest.raises(ValueError, match="7 is above 5"):
        Interval(low=Decimal(7), high=Decimal(5))


@given(intervals(), intervals())
def test_intervals_overlap_or_one_is_above(one: Interval, other: Interval) -> None:
    """Just one of the three, and overlapping is mutual."""
    assert 1 == sum((one.overlaps(other), one.is_above(other), other.is_above(one)))
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)


@given(intervals(), intervals(), st.data())
def test_a_number_of_both_makes_them_overlap(one: Interval, other: Interval, data: st.DataObject) -> None:
    """And where one interval is above the other, no number of it is in the other."""
    number = within(data, one)
    assert one.contains(number)
    if other.contains(number):
        assert one.overlaps(other)
    if one.is_above(other):
        assert not other.contains(number)


@given(intervals(), intervals(), st.data())
def test_the_sum_holds_every_sum(one: Interval, other: Interval, data: st.DataObject) -> None:
    """Whatever the two numbers are."""
    assert one.plus(other).contains(within(data, one) + within(data, other))


@given(intervals(), intervals(), intervals())
def test_sums_can_be_made_in_any_order(one: Interval, two: Interval, three: Interval) -> None:
    """Addition is associative and commutative; nothing added changes nothing."""
    assert one.plus(two).plus(three) == one.plus(two.plus(three))
    assert one.plus(two) == two.plus(one)
    assert one == one.plus(Interval.exactly(0))


@given(st.lists(COUNTS, min_size=1, max_size=6))
def test_a_sum_of_exact_figures_alone_is_exact(figures: list[Count]) -> None:
    """One hedge among them, and it is not."""
    assert interval_of_sum(figures).is_exact == all(is_exact(figure) for figure in figures)
