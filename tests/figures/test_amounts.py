"""Counts, percents, measured quantities and money: what each refuses, and presentation that has no effect."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from antq_reports.figures import Count, Hedge, Money, Percent, Quantity
from antq_reports.figures.amounts import scaled


@pytest.mark.parametrize(
    ("kind", "fields", "message"),
    [
        (Count, {"value": 5, "unit": "kg"}, '“kg” là đơn vị đo; hãy dùng kind = "quantity"'),
        (Count, {"value": 5, "unit": "đồng"}, 'số tiền không phải là số đếm; hãy dùng kind = "money"'),
        (Count, {"value": 5, "decimals": 1}, "“decimals” chỉ đi cùng “scale”"),
        (Count, {"value": 10**6, "scale": "triệu", "unit": "phú ông"}, "“triệu phú” đọc thành một từ khác"),
        (Money, {"value": 10**9, "scale": "tỷ", "decimals": 61}, "less than or equal to 60"),
        (Percent, {"value": "0.1", "signed": True, "hedge": "hơn"}, "số có dấu không đi cùng “hơn”"),
        (Percent, {"value": "-0.1", "hedge": "hơn"}, "số có dấu không đi cùng “hơn”"),
        (Quantity, {"value": 5}, "số đo thiếu đơn vị; hãy viết như kg, mét, ha, tháng"),
        (Quantity, {"value": 5, "unit": "vụ"}, "“vụ” không phải là đơn vị đo"),
        (Quantity, {"value": -5, "unit": "kg"}, "greater than or equal to 0"),
        (Money, {"value": 5, "unit": "USD"}, "tiền tính bằng đồng, không phải “USD”"),
    ],
)
def test_what_is_no_such_amount_is_refused(kind: type[BaseModel], fields: dict[str, Any], message: str) -> None:
    """With the kind or the spelling that is meant."""
    with pytest.raises(ValidationError, match=message):
        kind.model_validate(fields)


@pytest.mark.parametrize(
    ("bare", "dressed"),
    [
        (Count(value=12, unit="vụ"), Count(value=12, unit="vụ", padding=2, capital=True)),
        (Count(value=0, unit="vụ"), Count(value=0, unit="vụ", padding=2)),
        (Count(value=5000, scale="nghìn"), Count(value=5000, scale="nghìn", padding=2)),
        (Count(value=1_200_000, scale="triệu"), Count(value=1_200_000, scale="triệu", decimals=1)),
        (Quantity(value=Decimal(3), unit="mét"), Quantity(value=Decimal(3), unit="mét", glued=True)),
        (
            Quantity(value=Decimal(3000), unit="kg", scale="nghìn"),
            Quantity(value=Decimal(3000), unit="kg", scale="nghìn", glued=True),
        ),
        (Percent(value=Decimal(0)), Percent(value=Decimal(0), signed=True)),
        (Percent(value=Decimal("-0.1"), signed=True), Percent(value=Decimal("-0.1"))),
        (Money(value=Decimal(5), unit="đồng"), Money(value=Decimal(5), unit=None)),
    ],
)
def test_presentation_without_effect_falls_back(bare: BaseModel, dressed: BaseModel) -> None:
    """Equal prints are equal figures: padding past 9, glue on words and capitals of nothing are dropped."""
    assert bare == dressed


@pytest.mark.parametrize(
    ("bare", "dressed"),
    [
        (Count(value=9), Count(value=9, padding=2)),
        (Count(value=9, hedge=Hedge("hơn")), Count(value=9, hedge=Hedge("hơn"), capital=True)),
        (Money(value=Decimal(10**6), scale="triệu"), Money(value=Decimal(10**6), scale="triệu", decimals=1)),
        (Quantity(value=Decimal(3), unit="kg pháo"), Quantity(value=Decimal(3), unit="kg pháo", glued=True)),
        (Percent(value=Decimal("0.1")), Percent(value=Decimal("0.1"), signed=True)),
    ],
)
def test_presentation_that_prints_otherwise_is_kept(bare: BaseModel, dressed: BaseModel) -> None:
    """03 vụ, Hơn 9, 1,0 triệu đồng, 3kg, +10%."""
    assert bare != dressed


def test_the_number_before_a_scale_word_has_no_zeros_behind() -> None:
    """A number without one keeps its own."""
    assert [Decimal("2.5"), Decimal("0.001"), Decimal("13.50")] == [
        scaled(2_500_000_000, "tỷ"),
        scaled(1000, "triệu"),
        scaled(Decimal("13.50"), None),
    ]
