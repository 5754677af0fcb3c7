"""A change against a base: direction from the verb, sign in the bracket, a base that is one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from antq_reports.figures import AnyFigure, Change, Count, Figure, Percent
from antq_reports.figures.change import MAX_BASE_LENGTH

ADAPTER: TypeAdapter[AnyFigure] = TypeAdapter(Figure)
RISE: dict[str, Any] = {"direction": "tăng", "amount": {"kind": "count", "value": 14, "unit": "xã"}}


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


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"hedge": "hơn"}, "từ chỉ mức độ và đơn vị thuộc về mức thay đổi; hãy viết trong amount"),
        ({"unit": "xã"}, "từ chỉ mức độ và đơn vị thuộc về mức thay đổi; hãy viết trong amount"),
        (
            {"amount": {"kind": "count", "value": 14, "hedge": "hơn", "capital": True}},
            "hãy đặt capital ở số liệu thay đổi",
        ),
        ({"percent": {"value": "-0.05"}, "percent_form": "(verb %)"}, "hãy bỏ dấu trước tỷ lệ"),
        ({"percent": {"value": "0.05", "signed": True, "unit": "xã"}}, "tỷ lệ đi kèm chỉ là con số"),
        ({"amount": None}, "“tăng” cần một mức thay đổi"),
        ({"direction": "không đổi"}, "không đi với một mức thay đổi"),
        ({"direction": "gấp"}, "số lần chỉ đi với “gấp”"),
        ({"counts": {"part": 80, "whole": 60}}, "hãy kiểm tra lại ba con số"),
        ({"amount": {"kind": "span", "low": 5, "high": 7}}, "does not match any of the expected tags"),
    ],
)
def test_each_thing_is_said_in_its_place(fields: dict[str, Any], message: str) -> None:
    """The hedge and the unit in the amount, the sign in the bracket."""
    with pytest.raises(ValidationError, match=message):
        Change.model_validate(RISE | fields)


@pytest.mark.parametrize(
    "base",
    [
        "so với năm 2017",
        "năm 2017 tăng",
        "năm (2017)",
        "năm 2017, quý I",
        "",
        "-",
        "cùng kỳ.",
        "cùng kỳ\x00",
        "n" * (MAX_BASE_LENGTH + 1),
    ],
)
def test_what_is_no_base_is_refused(base: str) -> None:
    """A base is words and digits, short, without the words that parse a sentence."""
    with pytest.raises(ValidationError) as caught:
        Change.model_validate(RISE | {"base": base})
    assert ["change_base"] == [each["type"] for each in caught.value.errors()]


def test_a_base_is_cleaned_and_may_have_digits() -> None:
    """A slash and a hyphen inside, too."""
    bases = ["  cùng kỳ  năm trước ", "6 tháng đầu năm 2023", "quý I/2024", "giai đoạn 2016-2020"]
    found = [Change.model_validate(RISE | {"base": base}).base for base in bases]
    assert ["cùng kỳ năm trước", *bases[1:]] == found


def test_an_order_without_effect_falls_back() -> None:
    """Without a base nothing stands before or after it; a base that comes first has the bracket last anyway."""
    rise, percent = {**RISE, "amount": Count(value=14)}, Percent(value=Decimal("0.05"), signed=True)
    assert Change(**rise) == Change(**rise, base_first=True, percent_last=True)
    first = Change(**rise, percent=percent, base="cùng kỳ", base_first=True, percent_last=True)
    assert (True, False) == (first.base_first, first.percent_last)
    last = Change(**rise, percent=percent, base="cùng kỳ", percent_last=True)
    assert (False, True) == (last.base_first, last.percent_last)
