"""Figures to text, as runs and under house styles."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from antq_reports.figures import FigureStyle, format_figure, format_runs, parse_figure


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("hơn 12.200| |lượt người", "number word unit"),
        ("1.010/1.173| |vụ| (đạt |86,1%|)", "number word unit word number word"),
        ("1.010/1.173| |vụ|, đạt |88,31%", "number word unit word number"),
        ("31| |vụ| với |34| |đối tượng", "number word unit word number word unit"),
        ("2,5 tỷ| |đồng", "number word unit"),
        ("30|kg", "number unit"),
        ("gần 27%", "number"),
        ("từ 5 đến 7| |vụ", "number word unit"),
        ("tăng đến |464| |vụ| (|+9,79%|)| so với cùng kỳ", "word number word unit word number word word"),
    ],
)
def test_runs_part_numbers_units_and_words(text: str, roles: str) -> None:
    """A number run is hedge, digits and scale word; the unit and the words around stand apart."""
    runs = format_runs(parse_figure(text.replace("|", "")))
    assert (text.split("|"), roles.split(" ")) == ([run.text for run in runs], [run.role for run in runs])


@pytest.mark.parametrize(
    ("text", "rules", "expected"),
    [
        ("hơn 550 khẩu", {"hedge_above": "trên"}, "trên 550 khẩu"),
        ("Hơn 550 khẩu", {"hedge_above": "trên"}, "Trên 550 khẩu"),
        ("gần 550 khẩu", {"hedge_above": "trên"}, "gần 550 khẩu"),
        ("ít nhất 550 khẩu", {"hedge_above": "trên"}, "ít nhất 550 khẩu"),
        ("không dưới 550 khẩu", {"hedge_above": "hơn"}, "không dưới 550 khẩu"),
        ("613 ngàn lượt", {"thousand_word": "nghìn"}, "613 nghìn lượt"),
        ("hàng chục ngàn lượt", {"thousand_word": "nghìn"}, "hàng chục nghìn lượt"),
        ("2,5 tỉ đồng", {"billion_word": "tỷ"}, "2,5 tỷ đồng"),
        ("1,2 ngàn tỉ đồng", {"billion_word": "tỷ", "thousand_word": "nghìn"}, "1,2 nghìn tỷ đồng"),
        ("3 vụ", {"zero_padding": True}, "03 vụ"),
        ("03 vụ, 12 đối tượng", {"zero_padding": False}, "3 vụ, 12 đối tượng"),
        ("0 vụ", {"zero_padding": True}, "0 vụ"),
        ("3/5 vụ", {"zero_padding": True}, "3/5 vụ"),
        ("3 kg", {"zero_padding": True}, "3 kg"),
        ("30kg", {"glued_measure": False}, "30 kg"),
        ("30 kg pháo", {"glued_measure": True}, "30kg pháo"),
        ("30 mét", {"glued_measure": True}, "30 mét"),
        ("33.567.890 đồng", {"scale_money": True}, "hơn 33,56 triệu đồng"),
        ("15.648.000.000 đồng", {"scale_money": True}, "15,648 tỷ đồng"),
        ("1.998.000.000 đồng", {"scale_money": True}, "1,998 tỷ đồng"),
        ("1.998.400.000 đồng", {"scale_money": True}, "hơn 1,99 tỷ đồng"),
        ("khoảng 1.998.400.000 đồng", {"scale_money": True}, "khoảng 2 tỷ đồng"),
        ("hơn 33.567.890 đồng", {"scale_money": True}, "hơn 33,56 triệu đồng"),
        ("999.999.999 đồng", {"scale_money": True}, "hơn 999,99 triệu đồng"),
        ("450.000 đồng", {"scale_money": True}, "450.000 đồng"),
        ("1.200 triệu đồng", {"scale_money": True}, "1.200 triệu đồng"),
        ("86,999%", {"percent_rule": "a"}, "87%"),
        ("hơn 86,999%", {"percent_rule": "a"}, "hơn 86,99%"),
        ("gần 86,91%", {"percent_rule": "c"}, "gần 87,0%"),
        ("1/2 vụ (đạt 50%)", {"percent_rule": "b"}, "1/2 vụ (đạt 50,00%)"),
        ("giảm 5 vụ (-9,786%)", {"percent_rule": "a"}, "giảm 5 vụ (-9,79%)"),
    ],
)
def test_house_rule_changes_the_print(text: str, rules: dict[str, Any], expected: str) -> None:
    """A house style changes words, padding, glue and rounding, in the direction of the hedge."""
    assert expected == format_figure(parse_figure(text), FigureStyle(**rules))


def test_style_without_rules_prints_as_written() -> None:
    """An empty style is the same as none."""
    figure = parse_figure("hơn 05 vụ, 613 ngàn lượt")
    assert format_figure(figure) == format_figure(figure, FigureStyle())


def test_unknown_rule_is_refused() -> None:
    """An unknown name raises."""
    with pytest.raises(ValidationError, match="Extra inputs"):
        FigureStyle.model_validate({"percent_rules": "a"})


@pytest.mark.parametrize("text", ["ít nhất 3 vụ", "không dưới 3 vụ", "dưới 3 vụ", "gần 3 vụ"])
def test_a_house_s_word_for_more_replaces_no_other_word(text: str) -> None:
    """What is at least 3 may be 3, what is above 3 may not."""
    assert text == format_figure(parse_figure(text), FigureStyle(hedge_above="trên"))
