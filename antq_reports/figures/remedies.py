"""What to write instead of a text that is no figure.

Knows the usual slips: currency signs, spaces inside numbers, a space before %, several figures in one place.
"""

from __future__ import annotations

import re

from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.figures.hedge import Hedge
from antq_reports.vietnamese import parse_number

_CURRENCY = re.compile(r"\s?(?:₫|VN[DĐ]|vn[dđ]|(?<=[0-9\s])đ)(?!\w)")
_SPACED_NUMBER = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_WRONG_DASH = re.compile(r"(?<=[0-9])( ?)[–—−]( ?)(?=[0-9])")
_SPACED_SLASH = re.compile(r"(?<=[0-9]) ?/ ?(?=[0-9])")
_EXAMPLES = 'hãy viết như "1.584 vụ", "1.010/1.173 vụ (đạt 86,1%)", "hơn 2,5 tỷ đồng"'
_OTHER_HEDGES = re.compile(r"(?:(?:ngót|độ|khoảng chừng|trên dưới|tầm|hơn khoảng)(?!\w)|[~><≈])", re.IGNORECASE)


def refuse_currency(text: str) -> None:
    """Raise ``FigureSyntaxError`` for a currency sign; money is written out in đồng."""
    if _CURRENCY.search(text):
        fixed = _CURRENCY.sub(" đồng", text).strip()
        raise FigureSyntaxError(text, Refusal.respelled("không dùng ₫, đ hay VND trong bản tin", fixed))


def explain(text: str) -> Refusal:
    """Say what is wrong with, and what to write instead of, a text that has the shape of no figure."""
    for fact, fixed in _respellings(text):
        if fixed != text:
            return Refusal.respelled(fact, fixed)
    if not any(character.isdigit() for character in text):
        return Refusal("không có con số nào", _EXAMPLES)
    if _OTHER_HEDGES.match(text):
        return Refusal("không phải là từ chỉ mức độ", f"hãy dùng một trong: {', '.join(Hedge)}")
    if not re.search(r"[^\W\d_]", text):
        return _explain_number(text)
    if len(re.findall(r"[0-9]+(?:[.,][0-9]+)*", text)) > 1:
        return Refusal("có nhiều số trong một số liệu", "hãy tách thành các số liệu riêng, mỗi số liệu một ô")
    return Refusal("không đúng cách viết số liệu", _EXAMPLES)


def in_context(error: FigureSyntaxError, text: str) -> FigureSyntaxError:
    """Tell an error about a piece of a figure as one about the whole text, the spelling advised included.

    >>> in_context(FigureSyntaxError("1584", Refusal.respelled("thiếu dấu chấm", "1.584")), "1584 vụ").remedy
    'hãy viết "1.584 vụ"'
    """
    refusal = error.refusal
    if refusal.suggestion is None or error.text == text or text.count(error.text) != 1:
        return FigureSyntaxError(text, refusal)
    return FigureSyntaxError(text, refusal.spelled(text.replace(error.text, refusal.suggestion)))


def _respellings(text: str) -> tuple[tuple[str, str], ...]:
    return (
        ("không tách nhóm chữ số bằng khoảng trắng", _SPACED_NUMBER.sub(lambda m: m[0].replace(" ", "."), text)),
        ("không có khoảng trắng trước dấu %", re.sub(r"(?<=[0-9])\s+%", "%", text)),
        ("dấu gạch giữa hai số phải là dấu gạch nối", _WRONG_DASH.sub(r"\1-\2", text)),
        ("không có khoảng trắng quanh dấu gạch chéo", _SPACED_SLASH.sub("/", text)),
        ("có dấu câu thừa ở cuối", text.rstrip(" .;:!?…")),
    )


def _explain_number(text: str) -> Refusal:
    try:
        parse_number(text)
    except FigureSyntaxError as error:
        return error.refusal
    return Refusal("không đúng cách viết số liệu", _EXAMPLES)
