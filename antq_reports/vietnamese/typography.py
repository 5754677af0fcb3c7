"""How running text is set: where a line may not break, and the capital at its start.

Changes spaces and the case of one letter, never a word. The texts that come out compare equal to those that went
in once no-break spaces are folded to spaces.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"

_GAP = "[ \u00a0]"
_NUMBER = r"[0-9]+(?:[.,/-][0-9]+)*%?"
_ROMAN = r"[IVXLC]+"
_DATED = (
    "năm|ngày|tháng|quý|Năm|Ngày|Tháng|Quý|phường|Phường|quận|Quận|tổ|Tổ|Ban Chỉ đạo|Đề án|Chương trình|Quốc lộ|"
    "quốc lộ|Tỉnh lộ|tỉnh lộ|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Kế hoạch|Quyết định|Luật|Đam Rông|Điều|điều|"
    "khoản|Khoản|Khu phố|khu phố|Thôn|thôn|Ấp|ấp|Phòng|phòng|Khóa|khóa|Khoá|khoá|hạng|Hạng"
)
_COUNTED = "số|Số|lần|lần thứ|thứ|đầu|cuối|hơn|Hơn|trên|Trên|gần|Gần|khoảng|Khoảng|ước|Ước|ước tính|Ước tính"
_SCALES = "nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|nghìn|ngàn|triệu|tỷ|tỉ"
_LINKS = (
    "và|với|so|của|tại|có|là|đã|được|trong|ở|cho|đến|thì|hoặc|theo|từ|do|về|vào|như|để|bị|sẽ|nhưng|mà|ra|trên|qua|nay"
)

_LABELLED = re.compile(rf"(?<!\w)({_DATED}|{_COUNTED}) (?=[0-9])")
_ROMAN_LABEL = re.compile(rf"(?<!\w)([Qq]uý|[Kk]h[óo][aá]|[Hh]ạng|thứ) (?={_ROMAN}(?!\w))")
_COUNTED_UNIT = re.compile(rf"(?<![\w.,/-])({_NUMBER}) (?!(?:{_LINKS})(?!\w))(?=[^\W\d_])")
_SCALED_UNIT = re.compile(rf"({_NUMBER}{_GAP})({_SCALES}) (?!(?:{_LINKS})(?!\w))(?=[^\W\d_])")
_DATED_NUMBER = re.compile(rf"(?<!\w)(?:{_DATED}){_GAP}$")
_DASH = re.compile(r"(?<=\S) (?=[-–—] )")
_LETTER = re.compile(r"[^\W\d_]")


def no_break(text: str) -> str:
    r"""Put no-break spaces between a number and its unit, a label and its number, and before a spaced dash.

    Nothing goes inside a number such as 1.010/1.173; a second pass changes nothing.

    >>> no_break("trong năm 2024 có 1.010/1.173 vụ").replace("\u00a0", "~")
    'trong năm~2024 có 1.010/1.173~vụ'
    >>> no_break("Bà Rịa - Vũng Tàu").replace("\u00a0", "~")
    'Bà Rịa~- Vũng Tàu'
    """
    labelled = _LABELLED.sub(rf"\1{NBSP}", _ROMAN_LABEL.sub(rf"\1{NBSP}", text))
    counted = _COUNTED_UNIT.sub(_bind_unit, labelled)
    scaled = _SCALED_UNIT.sub(rf"\1\2{NBSP}", counted)
    return _DASH.sub(NBSP, scaled)


def capitalize_first(text: str) -> str:
    """Make the first letter a capital, skipping what stands before it; the rest keeps its case.

    A text that opens with a digit is left alone.

    >>> capitalize_first("“đảm bảo an ninh” là việc chung"), capitalize_first("34 vụ")
    ('“Đảm bảo an ninh” là việc chung', '34 vụ')
    """
    match = _LETTER.search(text)
    if match is None or any(character.isdigit() for character in text[: match.start()]):
        return text
    return text[: match.start()] + match[0].upper() + text[match.end() :]


def lower_first(text: str) -> str:
    """The text as it stands within a sentence: a small first letter, but an abbreviation keeps its capitals.

    >>> lower_first("Tổ bảo vệ"), lower_first("ANTT ở cơ sở"), lower_first("")
    ('tổ bảo vệ', 'ANTT ở cơ sở', '')
    """
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _bind_unit(match: re.Match[str]) -> str:
    """Bind a counted number to the word after it; a year, a date or a road number counts nothing."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    return match[0] if _DATED_NUMBER.search(before) else f"{match[1]}{NBSP}"
