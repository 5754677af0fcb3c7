"""One cell to one figure."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.figures import (
    AnyFigure,
    Count,
    Hedge,
    Indefinite,
    Money,
    PartOfWhole,
    Percent,
    Quantity,
    Span,
    parse_figure,
)
from antq_reports.forms.cell import Broken, Kinds, PercentNumber, Raw, cell_text, read_cell, read_yes_no, show
from antq_reports.vietnamese import format_integer

COUNTS: Kinds = (Count, Span, Indefinite)
RATIOS: Kinds = (PartOfWhole, Percent)
MEASURES: Kinds = (Quantity, Count, Indefinite)
AMOUNTS: Kinds = (Money, Indefinite)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (1584, Count(value=1584, unit="vụ")),
        (1584.0, Count(value=1584, unit="vụ")),
        ("1.584", Count(value=1584, unit="vụ")),
        ("1584", Count(value=1584, unit="vụ")),
        ("1584 vụ", Count(value=1584, unit="vụ")),
        (" hơn\u00a0550 ", Count(value=550, hedge=Hedge.MORE_THAN, unit="vụ")),
        ("hơn 1550", Count(value=1550, hedge=Hedge.MORE_THAN, unit="vụ")),
        ("hàng trăm", Indefinite(word="hàng trăm", unit="vụ")),
        ("từ 5 đến 7", Span(low=5, high=7, unit="vụ")),
        ("-", Count(value=0, unit="vụ")),
        ("Không", Count(value=0, unit="vụ")),
        ("không xảy ra", Count(value=0, unit="vụ")),
        (0, Count(value=0, unit="vụ")),
    ],
)
def test_a_count_is_read_from_numbers_and_vietnamese_text(raw: Raw, expected: AnyFigure) -> None:
    """Numbers, grouped and ungrouped text, hedges, words and the signs for zero."""
    assert expected == read_cell(raw, COUNTS, "vụ")


@pytest.mark.parametrize("raw", [None, "", "  ", "\u200b", "…", "..."])
def test_a_blank_is_not_zero(raw: Raw) -> None:
    """Nothing written, or dots for "not collected", is no figure."""
    assert read_cell(raw, COUNTS, "vụ") is None


@pytest.mark.parametrize(
    ("raw", "kinds", "reason"),
    [
        (1.584, COUNTS, "có thể là 1.584"),
        (12.5, COUNTS, "số đếm phải là số nguyên"),
        ("1,584", COUNTS, "có thể là 1.584"),
        (-3, COUNTS, "số âm"),
        (float("nan"), COUNTS, "vượt quá giới hạn"),
        (1e17, COUNTS, "vượt quá giới hạn"),
        ("x", COUNTS, "có hoặc không"),
        ("86,1%", COUNTS, "phần trăm"),
        (True, COUNTS, "đúng/sai"),
        (date(2026, 8, 5), COUNTS, "“5/8”"),
        (time(5, 8), COUNTS, "là giờ"),
        (Broken(Refusal("công thức chưa có kết quả", "lưu lại")), COUNTS, "công thức"),
        (1.584, MEASURES, "có thể là số đo lẻ"),
        ("1.584", MEASURES, "có thể là số đo lẻ"),
        (1.584, AMOUNTS, "có thể là 1.584"),
        (33.5, AMOUNTS, "không có phần lẻ"),
        ("1.584", AMOUNTS, "có thể là 1.584"),
        (86.1, RATIOS, "không rõ là phần trăm"),
        (86, RATIOS, "thiếu phần còn lại"),
        (PercentNumber(0.86125, 3), RATIOS, "ba chữ số thập phân"),
        (PercentNumber(0.5, 0), COUNTS, "là phần trăm"),
        ("30-40%", COUNTS, "là khoảng phần trăm"),
        ("h¬n 550", COUNTS, "có lẽ là “hơn 550”"),
        ("hôn 550 vuï", COUNTS, "VNI"),
        ("12\ue000", COUNTS, "vùng riêng"),
    ],
)
def test_what_a_cell_may_not_hold_is_refused_with_the_reason(raw: Raw, kinds: Kinds, reason: str) -> None:
    """Each kind refuses what is none of it and asks where a thousand may hide."""
    with pytest.raises(FigureSyntaxError, match=reason):
        read_cell(raw, kinds, "kg pháo" if kinds == MEASURES else None)


@pytest.mark.parametrize(
    ("raw", "kinds", "unit", "expected"),
    [
        (13.85, MEASURES, "kg pháo", Quantity(value=Decimal("13.85"), unit="kg pháo")),
        (0.1 + 0.2, MEASURES, "kg pháo", Quantity(value=Decimal("0.3"), unit="kg pháo")),
        (30, MEASURES, "kg pháo", Quantity(value=Decimal(30), unit="kg pháo")),
        ("13,85", MEASURES, "kg pháo", Quantity(value=Decimal("13.85"), unit="kg pháo")),
        ("13.85", MEASURES, "kg pháo", Quantity(value=Decimal("13.85"), unit="kg pháo")),
        ("1,584 kg", MEASURES, "kg pháo", Quantity(value=Decimal("1.584"), unit="kg")),
        ("hơn 30", MEASURES, "kg pháo", Quantity(value=Decimal(30), unit="kg pháo", hedge=Hedge.MORE_THAN)),
        ("35 (21,5%)", MEASURES, "kg pháo", parse_figure("35 kg pháo (21,5%)")),
        ("35 (giảm 2 so với năm 2023)", MEASURES, "kg", parse_figure("35 kg (giảm 2 so với năm 2023)")),
        ("2 tỷ, chiếm 5%", AMOUNTS, "đồng", parse_figure("2 tỷ đồng, chiếm 5%")),
        (33_500_000, AMOUNTS, "đồng", Money(value=Decimal(33_500_000), scale="triệu")),
        ("33,5 triệu đồng", AMOUNTS, "đồng", Money(value=Decimal(33_500_000), scale="triệu")),
        ("hơn 2 tỷ", AMOUNTS, "đồng", Money(value=Decimal(2_000_000_000), scale="tỷ", hedge=Hedge.MORE_THAN)),
        ("không", AMOUNTS, "đồng", Money(value=Decimal(0))),
        ("1.010/1.173", RATIOS, "vụ", PartOfWhole(part=1010, whole=1173, unit="vụ")),
        (PercentNumber(0.8610400682, 1), RATIOS, "vụ", Percent(value=Decimal("0.861"))),
        (PercentNumber(0.861, 2), RATIOS, "vụ", Percent(value=Decimal("0.8610"))),
        (PercentNumber(1, 0), RATIOS, "vụ", Percent(value=Decimal("1.00"))),
    ],
)
def test_other_kinds_are_read_as_written(raw: Raw, kinds: Kinds, unit: str, expected: AnyFigure) -> None:
    """Measures and money take their unit; a percent is what its cell shows."""
    assert expected == read_cell(raw, kinds, unit)


@given(st.integers(0, 10**12))
def test_a_count_survives_every_way_of_writing_it(value: int) -> None:
    """As a number, as a float, with dots and without, one count comes out."""
    written: tuple[Raw, ...] = (value, float(value), format_integer(value), str(value))
    assert {Count(value=value, unit="vụ")} == {read_cell(raw, (Count,), "vụ") for raw in written}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        *((raw, True) for raw in ("x", "X ", "Có", "đạt", 1, True)),
        *((raw, False) for raw in ("không", "chưa đạt", "-", 0)),
        *((raw, None) for raw in ("", None, "…")),
    ],
)
def test_yes_and_no_are_read(raw: Raw, expected: bool | None) -> None:
    """A cross, có or đạt is yes; không or a dash is no; blank is neither."""
    assert expected == read_yes_no(raw)


def test_anything_else_is_neither_yes_nor_no() -> None:
    """A number or a word that answers nothing is refused."""
    with pytest.raises(FigureSyntaxError, match="có hoặc không"):
        read_yes_no("12")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("Ðắk Nia", "Đắk Nia"), ("Ta\u0302n Ha\u0300", "Tân Hà"), ("Tân\u200b Hà", "Tân Hà"), ("a\nb", "a b")],
)
def test_text_is_mended(raw: str, expected: str) -> None:
    """Eth, decomposed letters, invisible characters and line breaks."""
    assert expected == cell_text(raw)


def test_a_value_is_shown_as_it_was_typed() -> None:
    """For messages: decimals with a comma, dates day first, percents as the cell had them."""
    assert ["1,584", "1584", "05/08/2026", "86,1%", "TRUE"] == [
        show(raw) for raw in (1.584, 1584.0, date(2026, 8, 5), PercentNumber(0.8614, 1), True)
    ]
