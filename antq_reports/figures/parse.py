"""Text to figures, strictly: a text is accepted only when its figure prints back to the same text.

No-break spaces count as spaces and the ends are stripped; nothing else is forgiven. A refusal says what to write
instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from antq_reports.errors import FigureSyntaxError, Refusal, TextError
from antq_reports.figures.amounts import MONEY_STEPS, Count, Money, Percent, Quantity
from antq_reports.figures.change import TIMES_WORDS, Change, ChangeDirection, Times
from antq_reports.figures.compounds import Indefinite, Pair, PartOfWhole, Span
from antq_reports.figures.format import format_figure
from antq_reports.figures.grammar import (
    AMOUNT,
    BASE_FIRST,
    CHANGE,
    INDEFINITE,
    NOW_AND_THEN,
    PAIR,
    PART_PERCENT,
    PERCENT_BRACKET,
    RANK,
    RATE,
    SPAN,
    STEP,
    STEPPED,
    STILL,
    TIMES,
    TRIPLE,
    WHOLE_SLASH,
    WHOLE_WORDS,
    WITH_CHANGE,
    WORDED,
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
from antq_reports.figures.standings import RANK_WORDS, Rank, Rate
from antq_reports.vietnamese import NUMBER_WORDS, clean_text, decimals_of, move_point, parse_number, trim_decimals

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
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], AnyFigure | None]], ...] = (
        (STILL, _still),
        (BASE_FIRST, _base_first_change),
        (CHANGE, _change),
        (INDEFINITE, _indefinite),
        (RANK, _rank),
        (WITH_CHANGE, _with_change),
        (PART_PERCENT, _with_percent),
        (WHOLE_SLASH, _part_of_whole),
        (WHOLE_WORDS, _part_of_whole),
        (SPAN, _span),
        (STEPPED, _stepped),
        (RATE, _rate),
        (TRIPLE, _pair),
        (PAIR, _pair),
        (AMOUNT, _amount),
        (WORDED, _worded),
    )
    for pattern, reader in readers:
        if (match := pattern.fullmatch(text)) and (figure := reader(match)) is not None:
            return figure
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
        return _make(Percent, text, **fields, value=value, signed=bool(match["sign"]), unit=unit, lead=match["lead"])
    if match["lead"]:
        raise FigureSyntaxError(text, Refusal(f"“{match['lead']}” chỉ đứng trước tỷ lệ phần trăm", "hãy bỏ chữ đó"))
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


def _with_percent(match: re.Match[str]) -> Count | Quantity | Money | PartOfWhole | None:
    """A number with the percent it says of itself; of a part of a whole the percent of its two numbers."""
    body = match["body"]
    percent = _read_amount(match["bracketed"] or match["trailing"])
    lead = match["lead"] if match["bracketed"] else match["comma"]
    form = f"({lead or ''}%)" if match["bracketed"] else f", {lead}%"
    if whole := WHOLE_SLASH.fullmatch(body) or WHOLE_WORDS.fullmatch(body):
        return _part_of_whole(whole, text=match[0], percent=percent, percent_form=form)
    if not AMOUNT.fullmatch(body):
        return None
    return _stated(match[0], _read_amount(body), percent=percent, percent_form=form)


def _with_change(match: re.Match[str]) -> AnyFigure | None:
    """A number with the change it states: "120 vụ (giảm 14 vụ so với năm 2023)"."""
    change = _read(match["bracket"] or match["comma"])
    if not isinstance(change, Change):
        return None
    return _stated(match[0], _read(match["body"]), change=change, change_form="(…)" if match["bracket"] else ", …")


def _stated(text: str, figure: AnyFigure, **stated: Any) -> Count | Quantity | Money | PartOfWhole:
    """The number with what it says of itself."""
    if not isinstance(figure, Count | Quantity | Money | PartOfWhole):
        fact = f"“{format_figure(figure)}” không kèm được tỷ lệ hay biến động"
        raise FigureSyntaxError(text, Refusal(fact, "hãy tách thành các số liệu riêng"))
    return _make(type(figure), text, **{**dict(figure), **stated})


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
    fields = match.groupdict()
    names = ("first", "second", "third") if fields.get("third") else ("first", "second")
    parts = [_read_amount(fields[name]) for name in names]
    if not all(isinstance(part, Count) for part in parts):
        raise FigureSyntaxError(match[0], Refusal("một cặp chỉ gồm hai số đếm", "hãy tách thành hai số liệu riêng"))
    joiners = {name: fields[name] for name in ("joiner", "third_joiner") if fields.get(name)}
    return _make(Pair, match[0], **dict(zip(names, parts, strict=True)), **joiners)


def _small(words: str) -> str:
    return words[0].lower() + words[1:]


def _rank(match: re.Match[str]) -> Rank:
    lead = match["lead"]
    is_digits = match["place"][0].isdigit()
    place = int(parse_number(match["place"])) if is_digits else RANK_WORDS[match["place"].lower()]
    word = None if is_digits else match["place"]
    fields = {"lead": _small(lead), "place": place, "word": word, "capital": lead[0].isupper(), "unit": match["unit"]}
    return _make(Rank, match[0], **fields)


def _rate(match: re.Match[str]) -> Rate | None:
    """An average or a rate; a whole number of "thôn/tổ dân phố" is a count."""
    lead, per, count = match["lead"], match["per"], match["count"]
    if lead is None and per is None:
        return None
    per_count = int(parse_number(count)) if count else None
    is_rate = per_count in _PER and (per or "").lower() in _HEADS
    if lead is None and not is_rate and (count or "," not in match["number"]):
        return None
    number = parse_number(match["number"])
    scale = _SCALES.get(match["scale"] or "")
    fields = _hedge_fields(match)
    fields["capital"] = fields["capital"] or bool(lead and lead[0].isupper())
    value = move_point(number, SCALE_POWERS[scale]) if scale else number
    fields |= {"value": trim_decimals(value) if scale else value, "scale": scale, "lead": lead and _small(lead)}
    return _make(Rate, match[0], **fields, unit=match["unit"], per=per, per_count=per_count)


_WORD_VALUES = {word: number for number, word in NUMBER_WORDS.items()}


def _worded(match: re.Match[str]) -> Count:
    return _make(Count, match[0], value=_WORD_VALUES[match["word"]], unit=match["unit"], in_words=True)


def _stepped(match: re.Match[str]) -> Money:
    told = [(parse_number(number), word) for number, word in STEP.findall(match["steps"])]
    value = sum((move_point(number, MONEY_STEPS[word]) for number, word in told), Decimal(0))
    steps = tuple(word for _, word in told)
    return _make(Money, match[0], **_hedge_fields(match), value=trim_decimals(value), steps=steps)


def _span(match: re.Match[str]) -> Span:
    text, has_from = match[0], match["from"] is not None
    low, high = (_whole(text, parse_number(match[name])) for name in ("low", "high"))
    form = ("từ đến" if has_from else "đến") if match["form"] == " đến " else match["form"]
    form = f"từ{form}" if has_from and form in (" - ", "-") else form
    fields = _hedge_fields(match)
    fields["capital"] = fields["capital"] or match["from"] == "Từ "
    return _make(
        Span, text, **fields, low=low, high=high, form=form, unit=match["unit"], is_percent=bool(match["percent"])
    )


def _indefinite(match: re.Match[str]) -> Indefinite:
    word = match["word"]
    return _make(Indefinite, match[0], word=word.lower(), unit=match["unit"], capital=word[0].isupper())


def _still(match: re.Match[str]) -> Change | None:
    """What did not move: "bằng cùng kỳ", "không đổi so với năm 2025"."""
    word = match["direction"]
    is_bare = match["link"] is None
    if is_bare != (word.lower() == "bằng"):
        return None
    fields = {"direction": word.lower(), "base": match["base"], "base_bare": is_bare, "capital": word[0].isupper()}
    return _make(Change, match[0], **fields)


def _change(match: re.Match[str]) -> Change:
    base, last = match["base"], match["last"]
    extra = {"base": base, "percent_last": last is not None}
    return _make_change(match, match["bracket"] or last, match["direction"][0].isupper(), extra)


def _base_first_change(match: re.Match[str]) -> Change:
    extra = {"base": match["base"], "base_first": True, "base_comma": match["comma"] is not None}
    return _make_change(match, match["bracket"], match[0].startswith("S"), extra)


def _make_change(match: re.Match[str], bracket: str | None, is_capital: bool, extra: dict[str, Any]) -> Change:
    direction, body = match["direction"].lower(), match["amount"]
    fields: dict[str, Any] = {"direction": direction, "emphasis": match["emphasis"], **extra}
    if bracket is not None:
        fields |= _bracketed(match[0], direction, bracket, "(", ")")
    elif match["comma_percent"] is not None:
        fields |= _bracketed(match[0], direction, match["comma_percent"], ", ", "")
    if body[0] in "+-":
        fact = f"“{direction}” đã nói chiều thay đổi"
        raise FigureSyntaxError(match[0], Refusal.respelled(fact, match[0].replace(body, body[1:], 1)))
    if direction == "gấp":
        amount, more = _times(match[0], body)
        return _make(Change, match[0], **{**fields, **more}, amount=amount, capital=is_capital)
    return _make(Change, match[0], **fields, amount=_read_amount(body), capital=is_capital)


def _times(text: str, body: str) -> tuple[Times, dict[str, Any]]:
    match = TIMES.fullmatch(body)
    if match is None:
        raise FigureSyntaxError(text, Refusal("“gấp” cần số lần", "hãy viết như “gấp 2 lần”, “gấp đôi”"))
    value = TIMES_WORDS[match["word"]] if match["word"] else parse_number(match["number"])
    hedge = Hedge(match["hedge"].lower()) if match["hedge"] else None
    more = {"base": match["bare"], "base_bare": True} if match["bare"] else {}
    return _make(Times, text, value=value, hedge=hedge, word=match["word"]), more


def _bracketed(text: str, direction: str, inner: str, before: str, after: str) -> dict[str, Any]:
    """What stands in the brackets of a change: a percent, both periods, or the count behind a percent."""
    if NOW_AND_THEN.fullmatch(inner):
        return {"counts": _read(inner)}
    match = PERCENT_BRACKET.fullmatch(inner)
    if match and (match["verb"] or "").strip() in ("", direction):
        verb = "verb " if match["verb"] else ""
        return {
            "percent": _read_amount(match["percent"]),
            "percent_form": f"{before}{match['tied'] or ''}{verb}%{after}",
        }
    if match and match["verb"] and match["verb"].strip() in get_args(ChangeDirection):
        fact = f"ngoặc ghi “{match['verb'].strip()}”, trái với “{direction}”"
        raise FigureSyntaxError(text, Refusal(fact, "hãy kiểm tra lại chiều thay đổi"))
    if CHANGE.fullmatch(inner):
        return {"counted": _read(inner)}
    fact = f"không đọc được “{inner}” trong ngoặc"
    raise FigureSyntaxError(text, Refusal(fact, 'hãy viết như "(+9,79%)", "(giảm 4,6%)" hoặc "(80/60 vụ)"'))


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


def _make(model: type[_Model], text: str, /, **fields: Any) -> _Model:
    """Build a figure; what its model refuses is told as a syntax error of the whole text."""
    try:
        return model(**fields)
    except ValidationError as error:
        raise FigureSyntaxError(text, refusal_in(error.errors()[0].get("ctx")) or _UNKNOWN) from error
