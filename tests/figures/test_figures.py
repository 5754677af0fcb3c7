"""What each kind of figure accepts from mappings, and what it refuses."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from antq_reports.figures import AnyFigure, Count, Figure, Indefinite, Money, PartOfWhole, Quantity, format_figure

ADAPTER: TypeAdapter[AnyFigure] = TypeAdapter(Figure)


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ({"kind": "percent", "value": "0.861"}, "86,1%"),
        ({"kind": "percent", "value": 1}, "100%"),
        ({"kind": "count", "value": 1584, "hedge": "trên", "unit": "vụ"}, "trên 1.584 vụ"),
        ({"kind": "money", "value": 450000, "unit": "đồng"}, "450.000 đồng"),
        ({"kind": "money", "value": Decimal("2.5E+9"), "scale": "tỷ", "unit": None}, "2,5 tỷ đồng"),
        ({"kind": "count", "value": 1200000, "scale": "triệu", "decimals": 1}, "1,2 triệu"),
        ({"kind": "quantity", "value": "13.50", "unit": "kg"}, "13,50 kg"),
        (
            {"kind": "change", "direction": "giảm", "amount": {"kind": "percent", "value": "0.046"}, "base": "cùng kỳ"},
            "giảm 4,6% so với cùng kỳ",
        ),
    ],
)
def test_full_mapping_is_a_figure(mapping: dict[str, Any], expected: str) -> None:
    """A mapping as TOML gives it validates; decimals come as integers, decimals or plain text."""
    assert expected == format_figure(ADAPTER.validate_python(mapping))


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ({"kind": "count", "value": True}, "valid integer"),
        ({"kind": "count", "value": "5"}, "valid integer"),
        ({"kind": "count", "value": -1}, "greater than or equal to 0"),
        ({"kind": "count", "value": 10**15 + 1}, "less than or equal"),
        ({"kind": "count", "value": 5, "units": "vụ"}, "Extra inputs"),
        ({"kind": "count", "value": 5, "hedge": "xấp xỉ"}, "'hơn'"),
        ({"kind": "count", "value": 5, "unit": "kg"}, 'kind = "quantity"'),
        ({"kind": "count", "value": 5, "unit": "đồng"}, 'kind = "money"'),
        ({"kind": "count", "value": 5, "unit": "vụ 5"}, "chữ số"),
        ({"kind": "count", "value": 5, "unit": ""}, "còn trống"),
        ({"kind": "count", "value": 5, "unit": "vụ\x00"}, "ký tự điều khiển"),
        ({"kind": "count", "value": 5, "unit": "xã so với"}, "so với"),
        ({"kind": "count", "value": 5, "decimals": 1}, "chỉ đi cùng “scale”"),
        ({"kind": "count", "value": 10**6, "scale": "triệu", "unit": "phú ông"}, "triệu phú.*đọc thành một từ khác"),
        ({"kind": "percent", "value": 0.861}, "số chính xác"),
        ({"kind": "percent", "value": "86,1"}, "số chính xác"),
        ({"kind": "percent", "value": "1e5"}, "số chính xác"),
        ({"kind": "percent", "value": Decimal("NaN")}, "giới hạn"),
        ({"kind": "percent", "value": Decimal("1E-70")}, "làm tròn trước"),
        ({"kind": "percent", "value": "0.1", "signed": True, "hedge": "hơn"}, "số có dấu"),
        ({"kind": "quantity", "value": 5}, "thiếu đơn vị"),
        ({"kind": "quantity", "value": 5, "unit": "vụ"}, "không phải là đơn vị đo"),
        ({"kind": "money", "value": 5, "unit": "USD"}, "tính bằng đồng"),
        ({"kind": "part_of_whole", "part": 5, "whole": 0}, "greater than 0"),
        ({"kind": "span", "low": 7, "high": 5}, "đổi chỗ"),
        ({"kind": "span", "low": 5, "high": 7, "hedge": "hơn"}, "không đi với một khoảng"),
        ({"kind": "indefinite", "word": "hàng loạt"}, "không phải là số phỏng chừng"),
        ({"kind": "indefinite", "word": "hàng trăm", "hedge": "hơn"}, "đã là phỏng chừng"),
        ({"kind": "pair", "first": {"value": 1}, "second": {"value": 2, "unit": "xã"}}, "đơn vị riêng"),
    ],
)
def test_wrong_mapping_is_refused(mapping: dict[str, Any], message: str) -> None:
    """Each field is strict and bounded, and the house's own refusals are Vietnamese sentences."""
    with pytest.raises(ValidationError, match=message):
        ADAPTER.validate_python(mapping)


@pytest.mark.parametrize(
    ("direction", "amount", "percent", "message"),
    [
        ("giảm", "-0.05", None, "bỏ dấu"),
        ("tăng", "0", None, "bằng không"),
        ("tăng", "0.05", "-0.05", "trái với “tăng”"),
        ("ít hơn", "0.05", "0.05", "trái với “ít hơn”"),
    ],
)
def test_change_takes_its_direction_from_the_verb(
    direction: str, amount: str, percent: str | None, message: str
) -> None:
    """Never "giảm -5%"; a signed bracket agrees with its verb."""
    bracket = percent and {"kind": "percent", "value": percent, "signed": True}
    mapping = {"kind": "change", "direction": direction, "amount": {"kind": "percent", "value": amount}}
    with pytest.raises(ValidationError, match=message):
        ADAPTER.validate_python(mapping | {"percent": bracket})


def test_presentation_without_effect_falls_back() -> None:
    """Equal prints are equal figures: padding past 9, glue on words and capitals of nothing are dropped."""
    assert Count(value=12, unit="vụ") == Count(value=12, unit="vụ", padding=2, capital=True)
    assert Quantity(value=Decimal(3), unit="mét") == Quantity(value=Decimal(3), unit="mét", glued=True)


def test_ratio_has_28_digits() -> None:
    """The ratio is exact to 28 digits, also above one."""
    assert Decimal("0.8610400682011935208866155158") == PartOfWhole(part=1010, whole=1173).ratio
    assert Decimal("2.4") == PartOfWhole(part=12, whole=5).ratio


def test_indefinite_has_a_lower_bound() -> None:
    """The word says the smallest number it can stand for."""
    assert 10_000 == Indefinite(word="hàng chục nghìn").lower_bound


def test_figures_are_values() -> None:
    """Equal figures hash alike and cannot be changed."""
    money = Money(value=Decimal(5))
    assert hash(money) == hash(Money(value=Decimal(5)))
    with pytest.raises(ValidationError, match="frozen"):
        money.value = Decimal(6)  # type: ignore[misc]  # the assignment is what is tested
