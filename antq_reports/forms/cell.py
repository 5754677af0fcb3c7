"""One cell to one figure: what a cell may hold follows the kinds its metric takes.

Raw values are what a spreadsheet, a CSV file or a database row gives: numbers, texts, dates, and two marks the
reader of spreadsheets sets (`PercentNumber`, `Broken`). A blank is None and never zero; "-" and "không" are zero,
as statistical tables have it; "…" says that nothing was collected and is None. Nothing is guessed where a thousand
may hide: 1.584 as a number is asked about. Refusals are `FigureSyntaxError`: what was read, why not, what to write.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache, lru_cache

from pydantic import BaseModel, ValidationError

from antq_reports.catalogue.metric import of_kind, with_unit
from antq_reports.errors import FigureSyntaxError, Refusal, TextError
from antq_reports.figures import (
    AnyFigure,
    Count,
    Money,
    Percent,
    Quantity,
    format_figure,
    kind_of,
    parse_figure,
)
from antq_reports.figures.kinds import description_of, is_taken
from antq_reports.figures.scalars import MAX_VALUE, Scale, is_measure
from antq_reports.forms.clerk_notation import NOTHING, ZERO, usual_spelling
from antq_reports.forms.legacy_fonts import recognise_legacy
from antq_reports.vietnamese import (
    clean_text,
    decimals_of,
    format_integer,
    format_percent,
    move_point,
    parse_number,
    round_half_up,
)

Kinds = tuple[type[BaseModel], ...]
Unit = str | tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class PercentNumber:
    """A number in a cell with a percent format: 0.861 shown with one decimal is 86,1%."""

    value: float
    decimals: int

    @property
    def shown(self) -> Decimal:
        """The percent as the cell shows it, without the sign."""
        return round_half_up(exact(self.value) * 100, self.decimals)


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that holds something no value came out of: an error, a formula never computed."""

    refusal: Refusal


Raw = None | bool | int | float | Decimal | str | date | time | timedelta | PercentNumber | Broken

YES = frozenset(("x", "có", "đạt", "✓", "✔", "√", "v", "1", "true"))
NO = frozenset(("không", "không đạt", "chưa", "chưa đạt", "k", "0", "-", "–", "—", "−", "false"))

SMALL_MONEY = 10_000_000
"""A bare number of so many đồng or more is what it says; below, thousands or millions may be meant."""
MAX_CELL_CHARS = 32_767
"""What Excel itself holds in a cell."""
MAX_MARKED_CHARS = 2_000
"""Longer texts are no figures and are only cleaned: to look for old fonts they would have to be composed first."""
_ETHS = frozenset("\u00d0\u0189\u00f0\u0256\ufffc\ufffd")
_DIGITS = re.compile(r"0|[1-9][0-9]*", re.ASCII)
_POINT_DECIMAL = re.compile(r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})", re.ASCII)
_BARE = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)(?:,[0-9]+)?", re.ASCII)
_UNGROUPED = re.compile(r"(?P<head>(?:[^\W\d_]+ ){0,2})(?P<number>[1-9][0-9]{3,})(?P<tail>(?:/[0-9.]+)?(?: [^0-9]*)?)")


def read_cell(raw: Raw, kinds: Kinds, unit: Unit = None) -> AnyFigure | None:
    """The figure a cell holds, or None for a blank one.

    >>> from antq_reports.catalogue.metric import COUNTABLE as counts
    >>> read_cell(1584.0, counts, "vụ").value, read_cell("hơn 550", counts, "vụ").hedge.value, read_cell(" ", counts)
    (1584, 'hơn', None)
    """
    if raw is None or raw == "":
        return None
    if isinstance(raw, str):
        return _from_text(raw, kinds, unit)
    if isinstance(raw, PercentNumber):
        return _from_percent(raw, kinds)
    if isinstance(raw, bool | date | time | timedelta | Broken):
        raise _refuse_type(raw)
    return _from_number(raw, kinds, unit)


def read_yes_no(raw: Raw) -> bool | None:
    """Yes or no from a cell; None for a blank one. Raises for anything else.

    >>> read_yes_no("x"), read_yes_no("Không"), read_yes_no("")
    (True, False, None)
    """
    if raw is None or isinstance(raw, bool):
        return raw
    text = show(raw).casefold() if isinstance(raw, int | float) else None
    if isinstance(raw, str):
        text = cell_text(raw).casefold()
    if text is None:
        raise _refuse_type(raw)
    if text in NOTHING:
        return None
    if text in YES or text in NO:
        return text in YES
    raise FigureSyntaxError(
        show(raw),
        Refusal("câu hỏi này trả lời có hoặc không", "ghi “x” nếu có, “không” nếu không, để trống nếu chưa rõ"),
    )


def cell_text(text: str) -> str:
    """A cell's text, composed and cleaned; legacy fonts are named and refused."""
    if len(text) > MAX_CELL_CHARS:
        fact = f"ô dài {len(text)} ký tự, quá giới hạn {MAX_CELL_CHARS}"
        raise FigureSyntaxError(f"{text[:40]}…", Refusal(fact, "rút ngắn lại"))
    if len(text) <= MAX_MARKED_CHARS and (legacy := recognise_legacy(text)):
        encoding, reading = legacy
        fact = f"chữ gõ bằng phông {encoding} cũ, có lẽ là “{reading.strip()[:60]}”"
        raise FigureSyntaxError(text[:60], Refusal(fact, "chuyển ô sang bảng mã Unicode rồi gõ lại"))
    if text.isprintable() and len(text) <= 300 and not _ETHS & set(text) and unicodedata.is_normalized("NFC", text):
        return " ".join(text.split())  # what clean_text would give, ten times faster
    try:
        return clean_text(text, max_length=2000, allow_newlines=True).replace("\n", " ").strip()
    except TextError as error:
        raise FigureSyntaxError(repr(text[:40])[1:-1], error.refusal) from error


def show(raw: Raw) -> str:
    """A raw value as the person who typed it would recognise it.

    >>> show(1.584), show(1584.0), show(date(2026, 8, 5))
    ('1,584', '1584', '05/08/2026')
    """
    if isinstance(raw, bool) or raw is None:
        return {True: "TRUE", False: "FALSE", None: ""}[raw]
    if isinstance(raw, date):
        return f"{raw:%d/%m/%Y}"
    if isinstance(raw, PercentNumber):
        return format_percent(move_point(raw.shown, -2))
    if isinstance(raw, int | float | Decimal):
        number = exact(raw)
        return str(number).replace(".", ",") if number.is_finite() else str(raw)
    return raw.refusal.reason if isinstance(raw, Broken) else str(raw)


def exact(number: int | float | Decimal) -> Decimal:
    """The decimal a cell shows at Excel's 15 significant digits, so that 0.1 + 0.2 is 0.3."""
    if not isinstance(number, float):
        return Decimal(number)
    if number.is_integer() and abs(number) < 1e15:
        return Decimal(int(number))
    return Decimal(f"{number:.15g}")


def wanted(kinds: Kinds) -> str:
    """The kinds a metric takes, with examples, for a remedy."""
    return "cần " + " hoặc ".join(kind_of(model).description for model in kinds)


@cache
def _prototype(unit: str | None) -> Count:
    return Count(value=0, unit=unit)


@lru_cache(maxsize=65_536)
def count_of(value: int, unit: str | None) -> Count:
    """A count with a declared unit, made fast: the unit was checked once, the bound is checked here."""
    if not 0 <= value <= MAX_VALUE:
        raise FigureSyntaxError(str(value), Refusal("số vượt quá giới hạn", "hãy kiểm tra lại số liệu"))
    return _prototype(unit).model_copy(update={"value": value})


def _refuse_type(raw: Raw) -> FigureSyntaxError:
    if isinstance(raw, Broken):
        return FigureSyntaxError("", raw.refusal)
    if isinstance(raw, bool):
        return FigureSyntaxError(
            show(raw), Refusal("là giá trị đúng/sai, không phải số liệu", "ghi con số, hoặc để trống")
        )
    if isinstance(raw, date):
        typed = f"{raw.day}/{raw.month}"
        fact = f"là ngày tháng (Excel có thể đã tự đổi khi gõ “{typed}”)"
        return FigureSyntaxError(show(raw), Refusal(fact, f"đặt ô ở dạng Văn bản (Text) rồi gõ lại, ví dụ “{typed}”"))
    return FigureSyntaxError(
        show(raw), Refusal("là giờ, không phải số liệu", "đặt ô ở dạng Văn bản (Text) rồi gõ lại con số")
    )


def _from_percent(raw: PercentNumber, kinds: Kinds) -> AnyFigure:
    if Percent not in kinds:
        remedy = f"{wanted(kinds)}; đổi định dạng ô sang Chung (General) rồi ghi lại"
        raise FigureSyntaxError(show(raw), Refusal("là phần trăm", remedy))
    if raw.decimals == 3 and raw.shown != raw.shown.to_integral_value():
        fact = "có đúng ba chữ số thập phân: có thể dấu chấm vốn để tách hàng nghìn"
        raise FigureSyntaxError(show(raw), Refusal(fact, "ghi bằng chữ, ví dụ “86,1%”"))
    return Percent(value=move_point(raw.shown, -2))


def _from_number(raw: int | float | Decimal, kinds: Kinds, unit: Unit) -> AnyFigure:
    number = exact(raw)
    if not number.is_finite() or abs(number) > MAX_VALUE:
        raise FigureSyntaxError(show(raw), Refusal("số vượt quá giới hạn", "hãy kiểm tra lại số liệu"))
    if number < 0:
        raise FigureSyntaxError(show(raw), Refusal("là số âm", f"{wanted(kinds)}; mức giảm ghi bằng chữ: “giảm 14 vụ”"))
    if number != number.to_integral_value():
        return _from_fraction(number, kinds, unit)
    whole = int(number)
    if Money in kinds and Count not in kinds:
        if 0 < whole < SMALL_MONEY:
            raise _ask_small_money(whole)
        return _money(whole)
    if Quantity in kinds and isinstance(unit, str) and _measures(unit):
        return _quantity(Decimal(whole), unit)
    if Count in kinds:
        return count_of(whole, unit[0] if isinstance(unit, tuple) else unit)
    raise FigureSyntaxError(show(raw), Refusal("thiếu phần còn lại", wanted(kinds)))


def _ask_small_money(amount: int) -> FigureSyntaxError:
    shown = format_integer(amount)
    remedy = f"ghi kèm đơn vị: “{shown} đồng”, “{shown} nghìn đồng” hoặc “{shown} triệu đồng”"
    return FigureSyntaxError(shown, Refusal("không rõ là đồng, nghìn đồng hay triệu đồng", remedy))


def _from_fraction(number: Decimal, kinds: Kinds, unit: Unit) -> AnyFigure:
    text, is_three = show(number), decimals_of(number) == 3
    grouped = format_integer(int(move_point(number, 3))) if is_three else ""
    asked = f"có thể là {grouped} (dấu chấm tách hàng nghìn bị đọc thành dấu thập phân)"
    plain = grouped.replace(".", "")
    if Quantity in kinds and isinstance(unit, str):
        if not is_three:
            return _quantity(number, unit)
        symbol = unit.split(" ")[0]
        raise FigureSyntaxError(
            text,
            Refusal(f"có thể là số đo lẻ, {asked}", f"ghi “{text} {symbol}” nếu là số lẻ, {plain} nếu là số nguyên"),
        )
    if Money in kinds:
        fact = f"số tiền ghi bằng đồng không có phần lẻ{'; ' + asked if is_three else ''}"
        raise FigureSyntaxError(text, Refusal(fact, f"ghi đủ số đồng (33500000) hoặc bằng chữ: “{text} triệu đồng”"))
    if Count in kinds:
        remedy = f"nếu đúng vậy ghi {plain} hoặc chữ “{grouped}”" if is_three else wanted(kinds)
        raise FigureSyntaxError(text, Refusal(f"số đếm phải là số nguyên{'; ' + asked if is_three else ''}", remedy))
    raise FigureSyntaxError(text, Refusal("không rõ là phần trăm hay số đếm", wanted(kinds)))


def _from_text(raw: str, kinds: Kinds, unit: Unit) -> AnyFigure | None:
    text = cell_text(raw)
    folded = text.casefold().rstrip(". ")
    if folded in NOTHING:
        return None
    if folded in ZERO:
        return _from_number(0, kinds, unit)
    text = text if _DIGITS.fullmatch(text) else usual_spelling(text)
    if folded in YES and not _DIGITS.fullmatch(text):
        raise FigureSyntaxError(
            text, Refusal("chỉ dùng để trả lời câu hỏi có hoặc không", f"{wanted(kinds)}; hoặc để trống")
        )
    if _DIGITS.fullmatch(text):
        return _from_number(int(text[:20]), kinds, unit)
    if _POINT_DECIMAL.fullmatch(text) and Quantity in kinds:
        return _from_number(Decimal(text), kinds, unit)
    if _BARE.fullmatch(text):
        return _from_bare(text, kinds, unit)
    match = _UNGROUPED.fullmatch(text)
    figure = _parsed(f"{match['head']}{format_integer(int(match['number']))}{match['tail']}" if match else text)
    return _fitted(figure, text, kinds, unit)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> AnyFigure:
    """The figure of a text; the same words come back in every unit's report."""
    return parse_figure(text)


def _from_bare(text: str, kinds: Kinds, unit: Unit) -> AnyFigure:
    """A number alone, in Vietnamese notation: for measures and money the thousand is asked about."""
    number = parse_number(text)
    if text.count(".") == 1 and "," not in text and not _is_counted(kinds):
        return _from_fraction(move_point(number, -3), kinds, unit)
    return _from_number(number, kinds, unit)


def _is_counted(kinds: Kinds) -> bool:
    return Quantity not in kinds and (Money not in kinds or Count in kinds)


def _fitted(figure: AnyFigure, text: str, kinds: Kinds, unit: Unit) -> AnyFigure:
    """A parsed figure as a kind the metric takes, with the metric's unit."""
    if isinstance(figure, Count) and not isinstance(figure, kinds):
        figure = _as_money(figure, text, kinds)
    if isinstance(figure, Count) and figure.unit is None and Quantity in kinds and isinstance(unit, str):
        return of_kind(Quantity, figure, unit=unit)
    if not is_taken(figure, kinds):
        raise FigureSyntaxError(text, Refusal(f"là {description_of(figure)}", wanted(kinds)))
    if isinstance(unit, tuple):
        return figure.model_copy(update={"unit": unit[0]}) if isinstance(figure, Count) and not figure.unit else figure
    return with_unit(figure, unit)


def _as_money(figure: Count, text: str, kinds: Kinds) -> AnyFigure:
    if Money not in kinds or figure.unit is not None or figure.scale is None:
        return figure
    return of_kind(Money, figure)


@cache
def _measures(unit: str) -> bool:
    return is_measure(unit)


@cache
def _quantity_prototype(unit: str) -> Quantity:
    return Quantity(value=Decimal(0), unit=unit)


@lru_cache(maxsize=4096)
def _quantity(value: Decimal, unit: str) -> Quantity:
    return _quantity_prototype(unit).model_copy(update={"value": value})


@lru_cache(maxsize=4096)
def _money(value: int) -> Money:
    """An amount typed in đồng, printed with the scale word that needs at most three decimals."""
    steps: tuple[tuple[int, Scale], ...] = ((9, "tỷ"), (6, "triệu"))
    for power, scale in steps:
        if value >= 10**power and value % 10 ** (power - 3) == 0:
            return Money(value=Decimal(value), scale=scale)
    return Money(value=Decimal(value))


def plain_text(figure: AnyFigure) -> str:
    """A figure as a form's cell holds it: its Vietnamese text without the unit the form prints beside it."""
    try:
        bare = type(figure).model_validate({**dict(figure), "unit": None})
    except ValidationError:
        return format_figure(figure)
    return format_figure(bare)
