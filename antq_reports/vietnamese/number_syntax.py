"""Vietnamese text to numbers, strictly.

One spelling is accepted for each number: dots between groups of three from 1.000 on, a comma before decimals.
Everything else is refused with the spelling to use instead, because a lenient reader is wrong by a factor of a
thousand without a word (``1.234`` is one thousand two hundred and thirty-four, ``92.91`` is nothing at all).
"""

from __future__ import annotations

import re
from decimal import Decimal

from antq_reports.errors import FigureSyntaxError

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
        raise FigureSyntaxError(text[:20] + "…", "số quá dài", "hãy kiểm tra lại số liệu")
    if _STRICT.fullmatch(text):
        value = Decimal(text.replace(".", "").replace(",", "."))
        if not (value.is_zero() and value.is_signed()):
            return value
    raise FigureSyntaxError(text, *_explain(text))


def _explain(text: str) -> tuple[str, str]:
    """Say what is wrong with a refused number and what to write instead."""
    body = text.strip()
    if not any(character.isdigit() for character in body):
        return "không phải là một con số", 'hãy viết số như "1.584" hoặc "86,1"'
    if body != text:
        return "có khoảng trắng thừa ở đầu hoặc cuối", f'hãy viết "{body}"'
    if any(character.isdigit() and character not in "0123456789" for character in body):
        return "có chữ số không thông dụng", "hãy chỉ dùng các chữ số từ 0 đến 9"
    if body[0] in "+-−–":
        return _explain_sign(body)
    if body[-1] in ".,":
        return "có dấu thừa ở cuối số", f'hãy viết "{_respell(body.rstrip(".,"))}"'
    if body[0] in ".,":
        return "thiếu chữ số trước dấu phẩy", f'hãy viết "0,{body.lstrip(".,")}"'
    return _explain_groups(body)


def _explain_sign(body: str) -> tuple[str, str]:
    number = body[1:]
    if body[0] in "−–":
        return "dấu âm không phải là dấu gạch nối", f'hãy viết "-{_respell(number)}"'
    if body[0] == "+":
        return "không viết dấu cộng trước số", f'hãy viết "{_respell(number)}"'
    if not number.strip("0,."):
        return "số không không có dấu", f'hãy viết "{_respell(number)}"'
    reason, remedy = _explain(number)
    return reason, remedy.replace('"', '"-', 1)


def _explain_groups(body: str) -> tuple[str, str]:
    if match := _ENGLISH.fullmatch(body):
        return "số viết theo lối tiếng Anh", f'hãy viết "{_respell(match[0])}"'
    if _SPACED.fullmatch(body):
        return "không tách nhóm chữ số bằng khoảng trắng hay dấu khác dấu chấm", f'hãy viết "{_respell(body)}"'
    if match := _PLAIN.fullmatch(body):
        return _explain_plain(match)
    if _EXPONENT.fullmatch(body):
        return "số viết dạng lũy thừa", "hãy viết đủ các chữ số"
    return "không đúng cách viết số tiếng Việt", 'hãy viết số như "1.584" hoặc "86,1"'


def _explain_plain(match: re.Match[str]) -> tuple[str, str]:
    whole, tail = match[1], match[2] or ""
    if tail.startswith("."):
        return "dấu chấm chỉ dùng để tách từng nhóm ba chữ số", f'nếu là số thập phân hãy viết "{_respell(match[0])}"'
    if len(whole) > 1 and whole.startswith("0"):
        return "có chữ số 0 thừa ở đầu", f'hãy viết "{_respell(match[0])}"'
    return "từ một nghìn trở lên phải có dấu chấm tách nhóm ba chữ số", f'hãy viết "{_respell(match[0])}"'


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
