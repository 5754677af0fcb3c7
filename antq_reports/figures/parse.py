"""Text to figures, strictly: a text is accepted only when its figure prints back to the same text.

No-break spaces count as spaces and the ends are stripped; nothing else is forgiven. A refusal says what to write
instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from antq_reports.errors import FigureSyntaxError, Refusal, TextError
from antq_reports.figures.amounts import Count, Money, Percent, Quantity
from antq_reports.figures.change import Change
from antq_reports.figures.compounds import Indefinite, Pair, PartOfWhole, Span
from antq_reports.figures.format import format_figure
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
from antq_reports.figures.hedge import Hedge
from antq_reports.figures.kinds import AnyFigure
from antq_reports.figures.remedies import explain, in_context, refuse_currency
from antq_reports.figures.scalars import (
    MAX_VALUE,
    SCALE_POWERS,
    SYMBOLS,
    Scale,
    about_unit,
    first_word,
    is_measure,
    unit_problem,
)
from antq_reports.figures.sentence_errors import refusal_in
from antq_reports.vietnamese import clean_text, decimals_of, move_point, parse_number, trim_decimals

_Model = TypeVar("_Model", bound=BaseModel)
MAX_TEXT_LENGTH = 600
_UNKNOWN = Refusal("không đúng cách viết số liệu", "hãy kiểm tra lại số liệu")
_SCALES: dict[str, Scale] = {word: word for word in SCALE_POWERS}


def parse_figure(text: str) -> AnyFigure:
    """Read a figure in Vietnamese notation.

    Raises ``FigureSyntaxError``, which quotes the text and says what to write instead.

    >>> parse_figure("1.010/1.173 vụ (đạt 86,1%)").raw
    (1010, 1173)
    >>> parse_figure("hơn 2,5 tỷ đồng").raw
    Decimal('2500000000')
    >>> parse_figure("12,7 triệu lượt người").raw, parse_figure("hàng trăm").raw
    (12700000, 'hàng trăm')
    """
    folded = text.replace("\u00a0", " ").strip()
    _require_clean(folded)
    refuse_currency(folded)
    try:
        figure = _read(folded)
    except FigureSyntaxError as error:
        raise in_context(error, folded) from error
    if (written := format_figure(figure)) != folded:
        raise FigureSyntaxError(folded, Refusal.respelled("không đúng cách viết số liệu", written))
    return figure


def _require_clean(text: str) -> None:
    if not text:
        raise FigureSyntaxError(text, Refusal("chưa có số liệu", 'hãy viết như "1.584 vụ" hoặc để trống hẳn ô này'))
    try:
        cleaned = clean_text(text, max_length=MAX_TEXT_LENGTH)
    except TextError as error:
        raise FigureSyntaxError(text[:40], error.refusal) from error
    if cleaned != text:
        fact = "có khoảng trắng thừa hoặc chữ không theo Unicode dựng sẵn"
        raise FigureSyntaxError(text, Refusal.respelled(fact, cleaned))


def _read(text: str) -> AnyFigure:
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], AnyFigure]], ...] = (
        (BASE_FIRST, _base_first_change),
        (CHANGE, _change),
        (INDEFINITE, _indefinite),
        (PART_PERCENT, _part_with_percent),
        (WHOLE_SLASH, _part_of_whole),
        (WHOLE_WORDS, _part_of_whole),
        (SPAN, _span),
        (PAIR, _pair),
        (AMOUNT, _amount),
    )
    for pattern, reader in readers:
        if match := pattern.fullmatch(text):
            return reader(match)
    raise FigureSyntaxError(text, explain(text))


def _amount(match: re.Match[str]) -> Count | Percent | Quantity | Money:
    fields, text, unit = _hedge_fields(match), match[0], match["unit"]
    if unit is not None and (problem := unit_problem(unit)):
        raise FigureSyntaxError(text, about_unit(unit, problem))
    if match["percent"]:
        _require_plain_percent(match)
        value = move_point(parse_number(match["number"]), -2)
        is_negative = match["sign"] == "-"
        value = value.copy_negate() if is_negative else value
        return _make(Percent, text, **fields, value=value, signed=bool(match["sign"]), unit=unit)
    if match["sign"]:
        fixed = text.replace(match["sign"], "", 1)
        raise FigureSyntaxError(text, Refusal.respelled("chỉ tỷ lệ phần trăm mới mang dấu", fixed))
    is_glued = unit is not None and not match["gap"]
    if is_glued and first_word(unit) not in SYMBOLS:
        raise FigureSyntaxError(text, Refusal.respelled("thiếu khoảng trắng trước đơn vị", _spaced(match)))
    return _scaled_amount(match, fields, is_glued=is_glued)


def _scaled_amount(match: re.Match[str], fields: dict[str, Any], *, is_glued: bool) -> Count | Quantity | Money:
    text, unit = match[0], match["unit"]
    scale = _SCALES.get(match["scale"] or "")
    is_counted = unit is None or not (unit == "đồng" or is_measure(unit))
    if is_counted and scale is None and re.fullmatch("0[1-9]", match["number"]):
        return _make(Count, text, **fields, value=int(match["number"]), unit=unit, padding=2)
    written = parse_number(match["number"])
    value = move_point(written, SCALE_POWERS[scale]) if scale else written
    fields |= {"scale": scale, "decimals": decimals_of(written) or None if scale else None, "unit": unit}
    _require_bounds(text, value)
    if unit == "đồng":
        return _make(Money, text, **fields, value=trim_decimals(value) if scale else value)
    if not is_counted:
        return _make(Quantity, text, **fields, value=trim_decimals(value) if scale else value, glued=is_glued)
    return _make(Count, text, **fields, value=_whole(text, value))


def _require_plain_percent(match: re.Match[str]) -> None:
    if match["scale"]:
        raise FigureSyntaxError(match[0], Refusal("phần trăm không đi với chữ bậc số", "hãy chỉ viết con số và dấu %"))
    if match["unit"] and not match["gap"]:
        raise FigureSyntaxError(match[0], Refusal.respelled("thiếu khoảng trắng sau dấu %", _spaced(match)))


def _spaced(match: re.Match[str]) -> str:
    head = match[0][: match.start("unit") - match.start()]
    return f"{head} {match['unit']}"


def _part_with_percent(match: re.Match[str]) -> PartOfWhole:
    body = match["body"]
    whole = WHOLE_SLASH.fullmatch(body) or WHOLE_WORDS.fullmatch(body)
    if whole is None:
        fact = "tỷ lệ kèm theo cần phần và tổng"
        raise FigureSyntaxError(match[0], Refusal(fact, 'hãy viết như "1.010/1.173 vụ (đạt 86,1%)"'))
    percent = _read_amount(match["bracketed"] or match["trailing"])
    lead = match["lead"] if match["bracketed"] else match["comma"]
    form = f"({lead or ''}%)" if match["bracketed"] else f", {lead}%"
    return _part_of_whole(whole, text=match[0], percent=percent, percent_form=form)


def _part_of_whole(match: re.Match[str], *, text: str | None = None, **percent: Any) -> PartOfWhole:
    fields, text = _hedge_fields(match), text or match[0]
    part = _whole(text, parse_number(match["part"]))
    whole = _whole(text, parse_number(match["whole"]))
    if whole == 0:
        raise FigureSyntaxError(text, Refusal("tổng bằng 0", "hãy kiểm tra lại tổng số"))
    form = match.groupdict().get("form") or "/"
    if match["unit"] is None and part > whole and part <= _DAYS and whole <= _MONTHS:
        fact = "có thể là một ngày, không phải phần trên tổng"
        raise FigureSyntaxError(text, Refusal(fact, "ghi đơn vị nếu đúng là phần trên tổng, bỏ đi nếu là ngày"))
    if form != "/" and match["unit"] != match["whole_unit"]:
        fact = "hai số của một tỷ lệ phải cùng đơn vị"
        raise FigureSyntaxError(text, Refusal(fact, 'hãy viết như "218 vụ trong tổng số 342 vụ"'))
    return _make(PartOfWhole, text, **fields, part=part, whole=whole, unit=match["unit"], form=form, **percent)


_DAYS, _MONTHS = 31, 12
_PER = frozenset((100, 1_000, 10_000, 100_000, 1_000_000))
_HEADS = frozenset(("dân", "người", "người dân", "hộ", "hộ dân", "lượt người"))
"""What a rate is counted per."""


def _pair(match: re.Match[str]) -> Pair:
    first, second = _read_amount(match["first"]), _read_amount(match["second"])
    if not isinstance(first, Count) or not isinstance(second, Count):
        raise FigureSyntaxError(match[0], Refusal("một cặp chỉ gồm hai số đếm", "hãy tách thành hai số liệu riêng"))
    if match["joiner"].strip() == "/" and second.value in _PER and (second.unit or "").lower() in _HEADS:
        fact = "tỷ suất tính trên số dân, không phải hai số đếm"
        raise FigureSyntaxError(match[0], Refusal(fact, f"chỉ ghi số đếm: “{match['first']}”"))
    return _make(Pair, match[0], first=first, second=second, joiner=match["joiner"])


def _span(match: re.Match[str]) -> Span:
    text, has_from = match[0], match["from"] is not None
    low, high = (_whole(text, parse_number(match[name])) for name in ("low", "high"))
    form = ("từ đến" if has_from else "đến") if match["form"] == " đến " else match["form"]
    fields = _hedge_fields(match)
    fields["capital"] = fields["capital"] or match["from"] == "Từ "
    return _make(Span, text, **fields, low=low, high=high, form=form, unit=match["unit"])


def _indefinite(match: re.Match[str]) -> Indefinite:
    word = match["word"]
    return _make(Indefinite, match[0], word=word.lower(), unit=match["unit"], capital=word[0].isupper())


def _change(match: re.Match[str]) -> Change:
    body, bracket, base, last = match["amount"], match["bracket"], match["base"], match["last"]
    extra = {"base": base, "percent_last": last is not None}
    return _make_change(match, body, bracket or last, match["direction"][0].isupper(), extra)


def _base_first_change(match: re.Match[str]) -> Change:
    extra = {"base": match["base"], "base_first": True}
    return _make_change(match, match["amount"], match["bracket"], match[0].startswith("S"), extra)


def _make_change(
    match: re.Match[str], body: str, bracket: str | None, is_capital: bool, extra: dict[str, Any]
) -> Change:
    fields: dict[str, Any] = {"direction": match["direction"].lower(), "emphasis": match["emphasis"]}
    if bracket is not None and not PERCENT_BRACKET.fullmatch(bracket):
        raise FigureSyntaxError(
            match[0], Refusal("tỷ lệ trong ngoặc phải mang dấu", 'hãy viết như "(+9,79%)" hoặc "(-4,6%)"')
        )
    percent = _read_amount(bracket) if bracket is not None else None
    if body[0] in "+-":
        fact = f"“{fields['direction']}” đã nói chiều thay đổi"
        raise FigureSyntaxError(match[0], Refusal.respelled(fact, match[0].replace(body, body[1:], 1)))
    return _make(Change, match[0], **fields, amount=_read_amount(body), percent=percent, capital=is_capital, **extra)


def _read_amount(text: str) -> Count | Percent | Quantity | Money:
    if match := AMOUNT.fullmatch(text):
        return _amount(match)
    raise FigureSyntaxError(text, explain(text))


def _hedge_fields(match: re.Match[str]) -> dict[str, Any]:
    word = match["hedge"]
    if word is None:
        return {"hedge": None, "capital": False}
    return {"hedge": Hedge(word.lower()), "capital": word[0].isupper()}


def _whole(text: str, value: Decimal) -> int:
    _require_bounds(text, value)
    if value != value.to_integral_value():
        raise FigureSyntaxError(text, Refusal("số đếm không có phần lẻ", "hãy viết số nguyên, hoặc thêm đơn vị đo"))
    return int(value)


def _require_bounds(text: str, value: Decimal) -> None:
    if value > MAX_VALUE:
        raise FigureSyntaxError(text, Refusal("số vượt quá 1.000.000.000.000.000", "hãy kiểm tra lại số liệu"))


def _make(kind: type[_Model], text: str, **fields: Any) -> _Model:
    """Build a figure; what its model refuses is told as a syntax error of the whole text."""
    try:
        return kind(**fields)
    except ValidationError as error:
        raise FigureSyntaxError(text, refusal_in(error.errors()[0].get("ctx")) or _UNKNOWN) from error
