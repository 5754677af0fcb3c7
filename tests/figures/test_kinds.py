"""The one list of kinds, and what a figure knows of itself."""

from __future__ import annotations

import typing
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from antq_reports.catalogue import Metric
from antq_reports.figures import (
    KINDS,
    AnyFigure,
    Count,
    Figure,
    FigureStyle,
    Kind,
    Percent,
    format_figure,
    kind_of,
    parse_figure,
    parts_of,
)
from antq_reports.figures.kinds import FIGURE_CLASSES, is_taken
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import FigureView

ADAPTER: TypeAdapter[AnyFigure] = TypeAdapter(Figure)
ALL = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))


def test_the_list_is_the_type() -> None:
    """Every class of `AnyFigure` and of the pydantic field is in the list once, in the same order."""
    assert typing.get_args(AnyFigure) == FIGURE_CLASSES == tuple(kind.model for kind in KINDS.values())
    assert typing.get_args(AnyFigure) == typing.get_args(typing.get_args(Figure)[0])


@ALL
def test_the_example_is_of_its_kind(kind: Kind) -> None:
    """It parses to the class, prints back, and the class leads back to the kind."""
    figure = parse_figure(kind.example)
    assert (kind.model, kind.name, kind.example) == (type(figure), figure.kind, format_figure(figure))
    assert kind is KINDS[kind.name] is kind_of(kind.model)
    assert f"{kind.title} (“{kind.example}”)" == kind.description


@ALL
def test_a_decimal_with_its_tail_is_of_the_kind(kind: Kind) -> None:
    """What a remedy advises is read as the kind it is advised for."""
    if kind.decimal_tail:
        assert kind.name == parse_figure(f"13,5{kind.decimal_tail}").kind


@ALL
def test_a_kind_without_a_unit_has_parts_that_have_one(kind: Kind) -> None:
    """The unit of a pair and of a change stands in its numbers."""
    assert kind.has_unit or parse_figure(kind.example).unit is None


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


def test_another_class_is_no_kind() -> None:
    """A mistake of the programme."""
    with pytest.raises(KeyError):
        kind_of(Metric)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "numbers", "number", "ratio", "is_zero"),
    [
        ("1.584 vụ", ["1584"], "1584", None, False),
        ("0 vụ", ["0"], "0", None, True),
        ("2,5 tỷ đồng", ["2500000000"], "2500000000", None, False),
        ("13,85 kg", ["13.85"], "13.85", None, False),
        ("86,1%", ["0.861"], None, "0.861", False),
        ("0%", ["0"], None, "0", False),
        ("1/4 vụ", ["1", "4"], "1", "0.25", False),
        ("0/217 vụ", ["0", "217"], "0", "0", False),
        ("0 vụ, 2 người", ["0", "2"], None, None, False),
        ("0 vụ, 0 người", ["0", "0"], None, None, True),
        ("5 - 7 vụ", ["5", "7"], None, None, False),
        ("hàng trăm", [], None, None, False),
        ("giảm 14 vụ", ["14"], None, None, False),
    ],
)
def test_a_figure_knows_its_numbers(
    text: str, numbers: list[str], number: str | None, ratio: str | None, is_zero: bool
) -> None:
    """All of them, the one it counts, the fraction it is, and whether there is nothing to count."""
    figure = parse_figure(text)
    assert [Decimal(each) for each in numbers] == list(figure.numbers)
    assert (Decimal(number) if number else None) == figure.number
    assert (Decimal(ratio) if ratio else None) == figure.ratio
    assert is_zero == figure.is_zero


def test_parts_go_by_the_names_of_templates() -> None:
    """Two numbers of a pair, the stated percent of a part of a whole; a template finds each under its name."""
    pair, share = parse_figure("31 vụ, 34 đối tượng"), parse_figure("1/2 vụ (đạt 50%)")
    assert {"first": "31 vụ", "second": "34 đối tượng"} == {
        name: format_figure(part) for name, part in parts_of(pair).items()
    }
    assert {"percent": "50%"} == {name: format_figure(part) for name, part in parts_of(share).items()}
    assert {} == parts_of(Count(value=3)) == parts_of(parse_figure("1/2 vụ"))
    for text, percent in (("35 vụ (21,5%)", "21,5%"), ("2 kg, chiếm 1%", "1%"), ("tăng 41 vụ (+12,5%)", "+12,5%")):
        assert {"percent": percent} == {
            name: format_figure(each) for name, each in parts_of(parse_figure(text)).items()
        }
    for figure in (pair, share, parse_figure("35 vụ (21,5%)"), parse_figure("tăng 41 vụ (12,5%)")):
        view = FigureView(TokenBook(), path="x.y", label="vụ", figure=figure, style=FigureStyle(), zero="")
        assert all(isinstance(getattr(view, name), FigureView) for name in parts_of(figure))


@pytest.mark.parametrize(
    ("text", "is_share"), [("86,1%", True), ("30-40%", True), ("1/2 vụ", False), ("30-40 vụ", False), ("5 vụ", False)]
)
def test_a_percent_and_a_span_of_percents_are_shares(text: str, is_share: bool) -> None:
    """They are of a hundred, and taken only where a percent is."""
    figure = parse_figure(text)
    assert is_share == figure.is_share
    assert is_share != is_taken(figure, {type(figure)} - {Percent})
    assert is_taken(figure, {type(figure), Percent})
