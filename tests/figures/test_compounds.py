"""A part of a whole, a pair, a span and an indefinite word: what each refuses, and what it knows of itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from antq_reports.figures import Count, Hedge, Indefinite, Pair, PartOfWhole, Span

CASES = {"value": 1, "unit": "vụ"}


@pytest.mark.parametrize(
    ("kind", "fields", "message"),
    [
        (PartOfWhole, {"part": 5, "whole": 0}, "greater than 0"),
        (PartOfWhole, {"part": 5, "whole": 9, "form": "trong tổng số"}, "dạng “trong tổng số” cần đơn vị"),
        (PartOfWhole, {"part": 5, "whole": 9, "percent": {"value": "0.5", "signed": True}}, "không có dấu, đơn vị"),
        (PartOfWhole, {"part": 5, "whole": 9, "percent": {"value": "0.5", "unit": "vụ"}}, "không có dấu, đơn vị"),
        (Pair, {"first": {"value": 1}, "second": CASES}, "mỗi số của một cặp cần đơn vị riêng"),
        (Pair, {"first": CASES, "second": CASES, "unit": "vụ"}, "thuộc về từng số của cặp; hãy viết trong first"),
        (Pair, {"first": CASES, "second": CASES, "hedge": "hơn"}, "thuộc về từng số của cặp; hãy viết trong first"),
        (Pair, {"first": CASES, "second": {**CASES, "hedge": "hơn", "capital": True}}, "hãy bỏ capital"),
        (Span, {"low": 7, "high": 5}, "hãy đổi chỗ hoặc chỉ viết một số"),
        (Span, {"low": 5, "high": 5}, "hãy đổi chỗ hoặc chỉ viết một số"),
        (Span, {"low": 5, "high": 7, "hedge": "hơn"}, "“hơn” không đi với một khoảng; hãy viết “khoảng” hoặc bỏ"),
        (Span, {"low": 5, "high": 7, "unit": "đồng"}, "hãy tách thành hai số tiền"),
        (Span, {"low": 5, "high": 7, "unit": "vụ", "is_percent": True}, "không kèm đơn vị; hãy bỏ “vụ”"),
        (Indefinite, {"word": "hàng loạt"}, '“hàng loạt” không phải là số phỏng chừng; hãy viết như "'),
        (Indefinite, {"word": "hàng trăm", "hedge": "hơn"}, "“hàng trăm” đã là phỏng chừng; hãy bỏ “hơn”"),
    ],
)
def test_what_does_not_go_together_is_refused(kind: type[BaseModel], fields: dict[str, Any], message: str) -> None:
    """With the spelling that is meant."""
    with pytest.raises(ValidationError, match=message):
        kind.model_validate(fields)


def test_presentation_without_effect_falls_back() -> None:
    """The way a percent is written without one; the capital of a span that begins with its number."""
    assert PartOfWhole(part=1, whole=2) == PartOfWhole(part=1, whole=2, percent_form="(chiếm %)")
    assert Span(low=5, high=7, form="-") == Span(low=5, high=7, form="-", capital=True)
    assert [True, True] == [
        Span(low=5, high=7, capital=True).capital,
        Span(low=5, high=7, form="-", hedge=Hedge("khoảng"), capital=True).capital,
    ]


def test_ratio_has_28_digits() -> None:
    """The ratio is exact to 28 digits, also above one."""
    assert Decimal("0.8610400682011935208866155158") == PartOfWhole(part=1010, whole=1173).ratio
    assert Decimal("2.4") == PartOfWhole(part=12, whole=5).ratio


def test_indefinite_has_a_lower_bound() -> None:
    """The word says the smallest number it can stand for."""
    assert 10_000 == Indefinite(word="hàng chục nghìn").lower_bound


def test_a_pair_is_nothing_when_both_its_numbers_are() -> None:
    """No cases and no persons; a share of nothing is still a share."""
    none, one = Count(value=0, unit="vụ"), Count(value=1, unit="vụ")
    pairs = [Pair(first=first, second=second) for first, second in ((none, none), (none, one), (one, none))]
    assert [True, False, False, False] == [*(pair.is_zero for pair in pairs), PartOfWhole(part=0, whole=9).is_zero]
