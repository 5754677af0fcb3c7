"""What clerks type, in the one spelling figures are read in; what could be two numbers stays as it is."""

from __future__ import annotations

import pytest

from antq_reports.catalogue.metric import COUNTABLE, KIND_SETS
from antq_reports.errors import FigureSyntaxError
from antq_reports.figures import AnyFigure, Percent, format_figure
from antq_reports.forms.cell import read_cell
from antq_reports.forms.clerk_notation import NOTHING, ZERO, usual_spelling

MONEY, MEASURE = KIND_SETS["amount"], KIND_SETS["measure"]


def counted(text: str) -> AnyFigure | None:
    """A cell of a count of cases."""
    return read_cell(text, COUNTABLE, "vụ")


@pytest.mark.parametrize(
    "text", ["chưa thống kê", "Chưa có số liệu", "đang cập nhật", "ĐANG CẬP NHẬT...", "…", "?", "chưa tổng hợp.", "n/a"]
)
def test_what_was_not_collected_is_blank(text: str) -> None:
    """Never zero."""
    assert counted(text) is None


@pytest.mark.parametrize(
    "text", ["ko", "Ko có", "không phát sinh", "Không.", "k", "-", "chưa phát sinh", "không có vụ nào"]
)
def test_what_did_not_happen_is_zero(text: str) -> None:
    """Never blank."""
    figure = counted(text)
    assert figure is not None
    assert figure.is_zero


def test_no_word_is_both() -> None:
    """A cell that says both nothing and zero would say nothing at all."""
    assert frozenset() == NOTHING & ZERO


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 345", "2.345 vụ"),
        ("2 345 vụ", "2.345 vụ"),
        ("12 – 15", "12 - 15 vụ"),
        ("12vụ", "12 vụ"),
        ("012", "12 vụ"),
        ("05", "05 vụ"),
        ("0012 vụ", "12 vụ"),
        ("1584 vụ", "1.584 vụ"),
        ("12 vụ", "12 vụ"),
    ],
)
def test_certain_notations_of_a_count_are_read(text: str, expected: str) -> None:
    """One number alone can be meant."""
    figure = counted(text)
    assert figure is not None
    assert expected == format_figure(figure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("33.500.000 đ", 33_500_000),
        ("33.500.000đ", 33_500_000),
        ("33.500.000 VNĐ", 33_500_000),
        ("1 tỷ 200 triệu", 1_200_000_000),
        ("2 triệu 500 nghìn", 2_500_000),
        ("335tr", 335_000_000),
        ("335 tr", 335_000_000),
        ("1.5 tỷ", 1_500_000_000),
        ("1,5 tỉ đồng", 1_500_000_000),
        ("33.500.000", 33_500_000),
    ],
)
def test_certain_notations_of_money_are_read(text: str, expected: int) -> None:
    """To the đồng."""
    figure = read_cell(text, MONEY, "đồng")
    assert figure is not None
    assert expected == figure.number


@pytest.mark.parametrize("text", ["86.1%", "86.1 %", "86,1 %", "86,1%"])
def test_certain_notations_of_a_percent_are_read(text: str) -> None:
    """A point before one or two digits and the sign is a comma."""
    figure = read_cell(text, (Percent,), None)
    assert figure is not None
    assert "86,1%" == format_figure(figure)


@pytest.mark.parametrize("text", ["1,234", "12k", "1.5", "2,5 vụ", "12 vụ và 3", "30/4", "khoang 12"])
def test_what_may_be_two_numbers_is_asked(text: str) -> None:
    """With what to write instead."""
    with pytest.raises(FigureSyntaxError) as caught:
        counted(text)
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["1.584", "13,85 kg", "hơn 550", "3 buổi, 40 lượt", "30kg", "12/30 vụ", "0,05"])
def test_what_is_right_stays(text: str) -> None:
    """Nothing is respelled for its own sake."""
    assert text == usual_spelling(text)
