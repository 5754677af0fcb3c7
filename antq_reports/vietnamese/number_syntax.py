"""Vietnamese text to numbers, strictly.

One spelling is accepted for each number: dots between groups of three from 1.000 on, a comma before decimals.
Everything else is refused with the spelling to use instead, because a lenient reader is wrong by a factor of a
thousand without a word (``1.234`` is one thousand two hundred and thirty-four, ``92.91`` is nothing at all).
"""

from __future__ import annotations

import re
from decimal import Decimal

from antq_reports.errors import FigureSyntaxError, Refusal

MAX_NUMBER_LENGTH = 80
"""Longer texts are refused unread; the largest figure with all its decimals is shorter."""

_STRICT = re.compile(r"-?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)(?:,[0-9]+)?", re.ASCII)
_PLAIN = re.compile(r"([0-9]+)([.,][0-9]+)?", re.ASCII)
_ENGLISH = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)|([0-9]{1,3}(?:,[0-9]{3}){2,})", re.ASCII)
_SPACED = re.compile(r"([0-9]{1,3}(?:[ \u00a0\u2009\u202f'’_][0-9]{3})+)(?:[.,]([0-9]+))?", re.ASCII)
_EXPONENT = re.compile(r"[0-9.,]+[eE][+-]?[0-9]+", re.ASCII)


def parse_number(text: str) -> Decimal:
    """Read a number in Vietnamese notation; the decimals written are kept.

    Raises ``FigureSyntaxError`` with the spelling to use instead.

    >>> parse_number("1.584"), parse_number("86,10"), parse_number("-0,5")
    (Decimal('1584'), Decimal('86.10'), Decimal('-0.5'))
    >>> try:
    ...     parse_number("12.34")
    ... except FigureSyntaxError as error:
    ...     print(error.remedy)
    nếu là số thập phân hãy viết "12,34"
    """
    if len(text) > MAX_NUMBER_LENGTH:
        raise FigureSyntaxError(text[:20] + "…", Refusal("số quá dài", "hãy kiểm tra lại số liệu"))
    if _STRICT.fullmatch(text):
        value = Decimal(text.replace(".", "").replace(",", "."))
        if not (value.is_zero() and value.is_signed()):
            return value
    raise FigureSyntaxError(text, _explain(text))


def _explain(text: str) -> Refusal:
    """Say what is wrong with a refused number and what to write instead."""
    body = text.strip()
    if not any(character.isdigit() for character in body):
        return Refusal("không phải là một con số", 'hãy viết số như "1.584" hoặc "86,1"')
    if body != text:
        return Refusal.respelled("có khoảng trắng thừa ở đầu hoặc cuối", body)
    if any(character.isdigit() and character not in "0123456789" for character in body):
        return Refusal("có chữ số không thông dụng", "hãy chỉ dùng các chữ số từ 0 đến 9")
    if body[0] in "+-−–":
        return _explain_sign(body)
    if body[-1] in ".,":
        return Refusal.respelled("có dấu thừa ở cuối số", _respell(body.rstrip(".,")))
    if body[0] in ".,":
        return Refusal.respelled("thiếu chữ số trước dấu phẩy", f"0,{body.lstrip('.,')}")
    return _explain_groups(body)


def _explain_sign(body: str) -> Refusal:
    number = body[1:]
    if body[0] in "−–":
        return Refusal.respelled("dấu âm không phải là dấu gạch nối", f"-{_respell(number)}")
    if body[0] == "+":
        return Refusal.respelled("không viết dấu cộng trước số", _respell(number))
    if not number.strip("0,."):
        return Refusal.respelled("số không không có dấu", _respell(number))
    refusal = _explain(number)
    return refusal if refusal.suggestion is None else refusal.spelled(f"-{refusal.suggestion}")


def _explain_groups(body: str) -> Refusal:
    if match := _ENGLISH.fullmatch(body):
        return Refusal.respelled("số viết theo lối tiếng Anh", _respell(match[0]))
    if _SPACED.fullmatch(body):
        return Refusal.respelled("không tách nhóm chữ số bằng khoảng trắng hay dấu khác dấu chấm", _respell(body))
    if match := _PLAIN.fullmatch(body):
        return _explain_plain(match)
    if _EXPONENT.fullmatch(body):
        return Refusal("số viết dạng lũy thừa", "hãy viết đủ các chữ số")
    return Refusal("không đúng cách viết số tiếng Việt", 'hãy viết số như "1.584" hoặc "86,1"')


def _explain_plain(match: re.Match[str]) -> Refusal:
    whole, tail = match[1], match[2] or ""
    if tail.startswith("."):
        return Refusal.respelled(
            "dấu chấm chỉ dùng để tách từng nhóm ba chữ số", _respell(match[0]), lead="nếu là số thập phân hãy viết"
        )
    if len(whole) > 1 and whole.startswith("0"):
        return Refusal.respelled("có chữ số 0 thừa ở đầu", _respell(match[0]))
    return Refusal.respelled("từ một nghìn trở lên phải có dấu chấm tách nhóm ba chữ số", _respell(match[0]))


def _respell(text: str) -> str:
    """Give the Vietnamese spelling of a number written some other recognisable way, or the text itself."""
    if _STRICT.fullmatch(text):
        return text
    if _ENGLISH.fullmatch(text):
        whole, _, decimals = text.replace(",", "").partition(".")
        return _group(whole, decimals)
    if match := _SPACED.fullmatch(text):
        return _group(re.sub(r"[^0-9]", "", match[1]), match[2] or "")
    if match := _PLAIN.fullmatch(text):
        return _group(match[1], (match[2] or "")[1:])
    return text


def _group(whole: str, decimals: str) -> str:
    digits = whole.lstrip("0") or "0"
    grouped = f"{int(digits):,}".replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped
