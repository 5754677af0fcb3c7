"""What clerks type into a cell, put into the one spelling figures are read in, where only one number can be meant.

Words for nothing and for zero are listed here too. What could be two numbers is left as it is, and asked about by the
reader of figures: "1,234" may be a thousand or one and a bit.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from antq_reports.figures.scalars import SYMBOLS
from antq_reports.vietnamese import format_decimal, format_integer, move_point, parse_number, trim_decimals

_UNKNOWN = ("thống kê", "thống kê được", "có số liệu", "cập nhật", "tổng hợp", "rõ", "báo cáo", "thu thập")
NOTHING = frozenset(("", "…", "?", "??", "???", "n/a", "đang cập nhật", "đang tổng hợp", "đang thống kê")).union(
    f"{lead} {what}" for lead in ("chưa", "không") for what in _UNKNOWN
)
"""Cells that say nothing was collected: blank, never zero."""
ZERO = frozenset(("-", "–", "—", "−", "0", "chưa phát sinh", "chưa xảy ra")).union(
    f"{no}{what}"
    for no in ("không", "ko", "k")
    for what in ("", " có", " phát sinh", " có phát sinh", " xảy ra", " có vụ nào", " có trường hợp nào")
)
"""Cells that say there was none."""

_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9}
_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.,])"), lambda match: match[0].replace(" ", ".")),
    (re.compile(r"(?<=\d) ?[–—] ?(?=\d)"), " - "),
    (re.compile(r"(?<=\d)\s+%"), "%"),
    (re.compile(r"(?<![\d.,])(\d+)\.(\d{1,2})(?=%)"), r"\1,\2"),
    (re.compile(r"(?<=[\d ])(?:đ|₫|vnđ|vnd|đồng chẵn)\.?$", re.IGNORECASE), " đồng"),
    (re.compile(r"(?<=\d) ?(?:tr|trđ)(?: đồng)?$", re.IGNORECASE), " triệu đồng"),
    (re.compile(r"(?<![\d.,])(\d+)\.(\d{1,2})(?= (?:nghìn|ngàn|triệu|tỷ|tỉ)\b)"), r"\1,\2"),
    (re.compile(r"(?<![\d.,])(?:0+(?=[1-9]\d)|00+(?=[1-9]))(?![\d]*,)"), ""),
)
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_]{2,}|[^\W\d_] )")
_SUM = re.compile(r"(\d+) ?(tỷ|tỉ|triệu) ?(\d{1,3}) ?(triệu|nghìn|ngàn|tr)(?: đồng)?", re.IGNORECASE)


def usual_spelling(text: str) -> str:
    """A cell's text as figures are written, where it can mean one number alone.

    >>> usual_spelling("2 345"), usual_spelling("12 – 15"), usual_spelling("12vụ"), usual_spelling("86.1 %")
    ('2.345', '12 - 15', '12 vụ', '86,1%')
    >>> usual_spelling("33.500.000 đ"), usual_spelling("335tr"), usual_spelling("1 tỷ 200 triệu"), usual_spelling("012")
    ('33.500.000 đồng', '335 triệu đồng', '1,2 tỷ đồng', '12')
    >>> usual_spelling("1,234"), usual_spelling("1.234")
    ('1,234', '1.234')
    """
    if match := _SUM.fullmatch(text):
        return _added(match)
    for pattern, spelling in _RULES:
        text = pattern.sub(spelling, text)
    text = _GLUED.sub(lambda match: "" if _is_symbol(text[match.end() :]) else " ", text)
    return " ".join(text.split())


def _is_symbol(rest: str) -> bool:
    return re.split(r"[ ,/]", rest, maxsplit=1)[0] in SYMBOLS


def _added(match: re.Match[str]) -> str:
    """An amount told in two steps: "1 tỷ 200 triệu"."""
    high, low = _SCALES[match[2].lower()], _SCALES[match[4].lower()]
    if high - low != 3:
        return match[0]
    thousands = trim_decimals(move_point(parse_number(match[3].lstrip("0") or "0"), low - high))
    value = parse_number(format_integer(int(match[1]))) + thousands
    return f"{format_decimal(value, max_decimals=3)} {match[2].lower()} đồng"
