"""The shapes of figures in text: loose about digits, strict about everything around them."""

from __future__ import annotations

import re

import pytest

from antq_reports.figures import Hedge
from antq_reports.figures.grammar import (
    AMOUNT,
    BASE_FIRST,
    CHANGE,
    INDEFINITE,
    PAIR,
    PART_PERCENT,
    PERCENT_BRACKET,
    SPAN,
    WHOLE_SLASH,
    WHOLE_WORDS,
)
from antq_reports.vietnamese import INDEFINITE_BOUNDS


@pytest.mark.parametrize(
    ("pattern", "text", "parts"),
    [
        (
            AMOUNT,
            "hơn 12,7 triệu lượt",
            {"hedge": "hơn", "number": "12,7", "scale": "triệu", "gap": " ", "unit": "lượt"},
        ),
        (AMOUNT, "5 nghìn tỷ đồng", {"number": "5", "scale": "nghìn tỷ", "gap": " ", "unit": "đồng"}),
        (AMOUNT, "5 tỷ phú", {"number": "5", "gap": " ", "unit": "tỷ phú"}),
        (AMOUNT, "5 tỷ phúc", {"number": "5", "scale": "tỷ", "gap": " ", "unit": "phúc"}),
        (AMOUNT, "30kg", {"number": "30", "gap": "", "unit": "kg"}),
        (AMOUNT, "5 m2 đất", {"number": "5", "gap": " ", "unit": "m2 đất"}),
        (AMOUNT, "+9.79%", {"sign": "+", "number": "9.79", "percent": "%"}),
        (AMOUNT, "1584.", {"number": "1584."}),
        (WHOLE_SLASH, "1.010/1173 vụ", {"part": "1.010", "whole": "1173", "unit": "vụ"}),
        (
            WHOLE_WORDS,
            "218 vụ trong tổng số 342 vụ",
            {"part": "218", "unit": "vụ", "form": "trong tổng số", "whole": "342", "whole_unit": "vụ"},
        ),
        (PART_PERCENT, "1/2 vụ (đạt gần 86,10%)", {"body": "1/2 vụ", "lead": "đạt ", "bracketed": "gần 86,10%"}),
        (PART_PERCENT, "1/2 vụ (50%)", {"body": "1/2 vụ", "bracketed": "50%"}),
        (PART_PERCENT, "1/2 vụ, chiếm 50%", {"body": "1/2 vụ", "comma": "chiếm ", "trailing": "50%"}),
        (PAIR, "31 vụ, 34 đối tượng", {"first": "31 vụ", "joiner": ", ", "second": "34 đối tượng"}),
        (PAIR, "5 thôn, tổ, 6 xã", {"first": "5 thôn, tổ", "joiner": ", ", "second": "6 xã"}),
        (PAIR, "31 vụ / 34 người", {"first": "31 vụ", "joiner": " / ", "second": "34 người"}),
        (SPAN, "từ 5 đến 7 vụ", {"from": "từ ", "low": "5", "form": " đến ", "high": "7", "unit": "vụ"}),
        (SPAN, "khoảng 5-7", {"hedge": "khoảng", "low": "5", "form": "-", "high": "7"}),
        (INDEFINITE, "hàng chục nghìn lượt", {"word": "hàng chục nghìn", "unit": "lượt"}),
        (
            CHANGE,
            "tăng đến 464 vụ (+9,79%) so với cùng kỳ",
            {"direction": "tăng", "emphasis": "đến", "amount": "464 vụ", "bracket": "+9,79%", "base": "cùng kỳ"},
        ),
        (
            CHANGE,
            "nhiều hơn 5 vụ so với năm 2017 (+4%)",
            {"direction": "nhiều hơn", "amount": "5 vụ", "base": "năm 2017", "last": "+4%"},
        ),
        (
            BASE_FIRST,
            "So với cùng kỳ, giảm 4,6%",
            {"base": "cùng kỳ", "comma": ",", "direction": "giảm", "amount": "4,6%"},
        ),
    ],
)
def test_a_shape_has_its_parts(pattern: re.Pattern[str], text: str, parts: dict[str, str]) -> None:
    """The longest word is taken: nghìn tỷ is not nghìn, tỷ phú is nobody's billion."""
    match = pattern.fullmatch(text)
    assert match is not None
    assert parts == {name: part for name, part in match.groupdict().items() if part is not None}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (AMOUNT, "hơn  5"),
        (AMOUNT, "5 vụ 6"),
        (AMOUNT, "5; 6"),
        (AMOUNT, "vụ 5"),
        (WHOLE_SLASH, "1 / 2"),
        (PART_PERCENT, "1/2 vụ, 50%"),
        (PAIR, "31 vụ; 34 người"),
        (PAIR, "31, 34 người"),
        (SPAN, "5–7"),
        (INDEFINITE, "hàng loạt"),
        (BASE_FIRST, "so với (cùng kỳ) giảm 4,6%"),
        (PERCENT_BRACKET, "9,79% vụ"),
        (PERCENT_BRACKET, "+9,79"),
    ],
)
def test_what_stands_around_the_digits_is_held_strictly(pattern: re.Pattern[str], text: str) -> None:
    """Spaces, joiners, dashes and signs."""
    assert pattern.fullmatch(text) is None


def test_every_word_begins_small_or_with_a_capital() -> None:
    """At the start of a sentence; never in capitals throughout."""
    hedges = [str(hedge) for hedge in Hedge]
    for pattern, words, tail in ((AMOUNT, hedges, " 5 vụ"), (INDEFINITE, list(INDEFINITE_BOUNDS), "")):
        spelled = [word for each in words for word in (each, each[0].upper() + each[1:])]
        assert [] == [word for word in spelled if pattern.fullmatch(word + tail) is None]
        assert [] == [word for word in words if pattern.fullmatch(word.upper() + tail)]
