"""Ranks, averages and rates: read, printed, never added and never compared."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from antq_reports.catalogue import Metric
from antq_reports.comparison.figure_change import compare_figures
from antq_reports.figures import Rank, Rate, parse_figure
from antq_reports.rollup.sums import add_figures

TEXTS = ["đứng thứ 5 cả nước", "hạng Ba", "lần thứ 12", "bình quân 3,1 người/tổ", "15 vụ/100.000 dân"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_standing_is_no_summand(text: str) -> None:
    """The rank of a province is not the sum of its communes' ranks."""
    figure = parse_figure(text)
    with pytest.raises(TypeError, match="no sum"):
        add_figures([figure, figure])


@pytest.mark.parametrize("text", TEXTS)
def test_a_standing_is_not_compared(text: str) -> None:
    """Fifth after sixth is no fall."""
    figure = parse_figure(text)
    assert [] == list(compare_figures("extra.x", Metric(label="x"), figure, figure))


@pytest.mark.parametrize("word", ["Tư", "ba "])
def test_a_word_is_its_place(word: str) -> None:
    """Hạng Tư is not the third."""
    with pytest.raises(ValidationError, match="không phải là hạng"):
        Rank(lead="hạng", place=3, word=word)


@pytest.mark.parametrize("fields", [{"unit": None}, {"unit": "vụ"}, {"unit": "vụ/xã", "per": "dân"}])
def test_a_rate_says_for_what(fields: dict[str, str | None]) -> None:
    """A rate has a unit, and what it is for."""
    with pytest.raises(ValidationError, match="bình quân"):
        Rate.model_validate({"value": "3.1", **fields})


@pytest.mark.parametrize("text", ["5 vụ/tháng", "86 thôn/tổ dân phố", "88 vụ/151 bị can"])
def test_a_slash_alone_makes_no_rate(text: str) -> None:
    """Units and pairs have one too."""
    assert parse_figure(text).kind != "rate"
