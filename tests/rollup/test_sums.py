"""Adding figures of one kind and one unit: sums are exact, hedges say on which side the true value lies."""

from __future__ import annotations

from decimal import Decimal

import pytest

from antq_reports.figures import AnyFigure, Count, Hedge, Indefinite, Pair, Span, format_figure, parse_figure
from antq_reports.rollup import add_figures
from antq_reports.rollup.sums import UntoldSumError, largest_word


def add(*texts: str) -> AnyFigure:
    """Add up figures as written."""
    return add_figures([parse_figure(text) for text in texts])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("12 vụ", "30 vụ"), "42 vụ"),
        (("12 vụ", "hơn 30 vụ"), "hơn 42 vụ"),
        (("12 vụ", "trên 30 vụ"), "trên 42 vụ"),
        (("12 vụ", "gần 30 vụ"), "gần 42 vụ"),
        (("hơn 12 vụ", "gần 30 vụ"), "khoảng 42 vụ"),
        (("khoảng 12 vụ", "30 vụ"), "khoảng 42 vụ"),
        (("ước tính 12 vụ", "hơn 30 vụ"), "khoảng 42 vụ"),
        (("12 vụ", "hàng chục vụ"), "trên 12 vụ"),
        (("ít nhất 3 vụ", "5 vụ"), "ít nhất 8 vụ"),
        (("dưới 5 vụ", "3 vụ"), "dưới 8 vụ"),
        (("ít nhất 3 vụ", "hơn 4 vụ"), "ít nhất 7 vụ"),
        (("gần 3 vụ", "dưới 4 vụ"), "dưới 7 vụ"),
        (("xấp xỉ 12 vụ", "3 vụ"), "xấp xỉ 15 vụ"),
        (("vài chục vụ", "3 vụ"), "trên 3 vụ"),
        (("vài chục vụ", "ít nhất 3 vụ"), "ít nhất 3 vụ"),
        (("hơn 0 vụ", "0 vụ"), "hơn 0 vụ"),
        (("hàng chục vụ", "hàng trăm vụ"), "hàng trăm vụ"),
        (("0 vụ", "hàng chục vụ"), "hàng chục vụ"),
        (("5 - 7 vụ", "10 vụ"), "từ 15 đến 17 vụ"),
        (("khoảng 5 - 7 vụ", "10 vụ"), "khoảng từ 15 đến 17 vụ"),
        (("5 - 7 vụ", "hơn 10 vụ"), "ít nhất 15 vụ"),
        (("khoảng 5 - 7 vụ", "hơn 10 vụ"), "ít nhất 15 vụ"),
        (("5 - 7 vụ", "gần 10 vụ"), "dưới 17 vụ"),
        (("5 - 7 kg", "10 kg"), "từ 15 đến 17 kg"),
        (("5 - 7 kg", "2,5 kg"), "ít nhất 7,5 kg"),
        (("hơn 1/2 vụ", "ít nhất 1/4 vụ"), "ít nhất 2/6 vụ"),
        (("10/12 vụ (đạt 83,3%)", "1/4 vụ"), "11/16 vụ"),
        (("31 vụ, 34 đối tượng", "hơn 2 vụ với 6 đối tượng"), "hơn 33 vụ, 40 đối tượng"),
        (
            ("31 vụ, 5 người chết, 40 người bị thương", "2 vụ, 1 người chết, hơn 1 người bị thương"),
            "33 vụ, 6 người chết, hơn 41 người bị thương",
        ),
        (("3 vụ, làm chết 2 người", "1 vụ, làm chết 1 người", "1 vụ, 1 người chết"), "5 vụ, làm chết 4 người"),
        (("2,5 kg", "30 kg"), "32,5 kg"),
        (("2,5 triệu người", "1,5 triệu người"), "4 triệu người"),
    ],
)
def test_hedges_are_added_by_the_side_of_the_true_value(texts: tuple[str, ...], expected: str) -> None:
    """The words people wrote stay on their side, hơn and gần together are khoảng; words count as more."""
    total, wanted = add(*texts), parse_figure(expected)
    assert (wanted.raw, wanted.hedge, wanted.unit) == (total.raw, total.hedge, total.unit)
    if isinstance(wanted, Pair):
        assert wanted == total


@pytest.mark.parametrize(
    "texts",
    [
        ("trên 3 vụ", "dưới 4 vụ"),
        ("xấp xỉ 3 vụ", "ít nhất 4 vụ"),
        ("gần 12 vụ", "hàng chục vụ"),
        ("khoảng 12 vụ", "hàng chục vụ"),
        ("5 - 7 vụ", "khoảng 10 vụ"),
        ("dưới 1/2 vụ", "hơn 1/4 vụ"),
        ("1 vụ, dưới 9 người", "1 vụ, hơn 9 người"),
    ],
)
def test_where_no_word_is_true_there_is_no_sum(texts: tuple[str, ...]) -> None:
    """A bound, a word or a span beside a number that may be more or less bounds nothing, and is near nothing."""
    with pytest.raises(UntoldSumError):
        add(*texts)


def test_money_is_summed_in_dong() -> None:
    """Tỷ and triệu are one unit."""
    assert Decimal("2533500000") == add("2,5 tỷ đồng", "33,5 triệu đồng").raw


@pytest.mark.parametrize(
    "texts",
    [
        *(("12 vụ", "86,1%"), ("86,1%", "86,1%"), ("1/2 vụ", "3 vụ"), ("tăng 3 vụ", "tăng 4 vụ"), ()),
        *(("30-40%", "30-40%"), ("5 vụ, 1 người chết", "5 vụ, 1 người chết, 2 người bị thương")),
    ],
)
def test_different_kinds_have_no_sum(texts: tuple[str, ...]) -> None:
    """Nor have percents and changes of one kind, nor nothing at all."""
    with pytest.raises(TypeError, match="have no sum"):
        add(*texts)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("1 vụ", "2 Vụ", "3 Vụ"), "6 Vụ"),
        (("1 vụ", "2 Vụ"), "3 Vụ"),
        (("1", "2 vụ"), "3 vụ"),
        (("2,5 triệu người", "500.000 người"), "3.000.000 người"),
        (("0 vụ", "0 vụ"), "0 vụ"),
    ],
)
def test_a_sum_is_written_as_most_of_its_figures_are(texts: tuple[str, ...], expected: str) -> None:
    """The unit's usual spelling, and a scale word where all have it."""
    assert expected == format_figure(add(*texts))


def test_a_sum_of_spans_is_stated_only_by_stated_numbers() -> None:
    """Ends add up to ends; beside a number without an upper end only the lower one is sure."""
    exact, open_ended = add("5 - 7 vụ", "1 - 2 vụ", "10 vụ"), add("5 - 7 vụ", "hàng chục vụ")
    assert (Span(low=16, high=19, unit="vụ"), Count(value=5, unit="vụ", hedge=Hedge.AT_LEAST)) == (exact, open_ended)


def test_of_equal_words_the_first_stands() -> None:
    """The largest number wins whatever the order."""
    words = [Indefinite(word=word) for word in ("hàng chục", "hàng trăm", "hàng nghìn", "hàng trăm")]
    assert "hàng nghìn" == largest_word(words).word
    assert "hàng chục" == largest_word(reversed(words[:1])).word
    assert not add_figures([Indefinite(word="hàng chục", capital=True), Count(value=0)]).capital  # type: ignore[union-attr]
