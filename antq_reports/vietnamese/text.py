"""Free text made safe for a page.

Owns what may reach a brief: composed (NFC) Vietnamese without control, private or invisible characters. What is
harmless is repaired in silence (exotic spaces, zero-width characters, eth printed for Đ); what would lose or hide
something is refused with the place in the text.
"""

from __future__ import annotations

import re
import unicodedata

from antq_reports.errors import Refusal, TextError

_D_FORMS = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
_INVISIBLE = dict.fromkeys((0x00AD, 0x034F, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_LINE_ENDS = re.compile("\r\n|\r|\x85|\u2028|\u2029")
_SPACE_RUN = re.compile(r"[^\S\n]+")
MAX_MARKS = 30
"""Unicode Annex #15, section 13: no real text has more marks on one letter, and composing them takes quadratic time."""
MAX_GROWTH = 4
"""A decomposed Vietnamese letter is up to three characters; a raw text longer than this many times its limit is
refused unread."""
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean_text(text: str, *, max_length: int = 20000, allow_newlines: bool = False) -> str:
    r"""Return the text composed, with single plain spaces and nothing invisible; the result is stable.

    Raises ``TextError`` for control, bidirectional, private, unassigned and replacement characters, surrogates,
    a line break where none is allowed, and a text longer than ``max_length``.

    >>> clean_text("  \u00d0ắk Lắk\u00a0 năm\u200b 2024 ")
    'Đắk Lắk năm 2024'
    >>> clean_text("một dòng\nhai dòng", allow_newlines=True)
    'một dòng\nhai dòng'
    """
    if len(text) > MAX_GROWTH * max_length:
        raise TextError(Refusal(f"văn bản dài {len(text)} ký tự, quá giới hạn {max_length}", "hãy rút ngắn lại"))
    _refuse_stacked_marks(text)
    composed = unicodedata.normalize("NFC", text.translate(_INVISIBLE).translate(_D_FORMS))
    lined = _LINE_ENDS.sub("\n", composed).strip()
    _refuse_forbidden(lined, allow_newlines)
    cleaned = _tidy_spaces(lined)
    if len(cleaned) > max_length:
        raise TextError(Refusal(f"văn bản dài {len(cleaned)} ký tự, quá giới hạn {max_length}", "hãy rút ngắn lại"))
    return cleaned


def _refuse_stacked_marks(text: str) -> None:
    run = 0
    for character in "" if text.isascii() else text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > MAX_MARKS:
            raise TextError(Refusal(f"có hơn {MAX_MARKS} dấu chồng lên một chữ", "hãy gõ lại đoạn này"))


def _tidy_spaces(text: str) -> str:
    single = _SPACE_RUN.sub(" ", text)
    lines = re.sub(r" ?\n ?", "\n", single)
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _refuse_forbidden(text: str, allow_newlines: bool) -> None:
    for place, character in enumerate(text, start=1):
        if character == "\t" or (character == "\n" and allow_newlines):
            continue
        if fault := _fault(character):
            reason, remedy = fault
            raise TextError(Refusal(f"{reason} (U+{ord(character):04X}) ở ký tự thứ {place}", remedy))


def _fault(character: str) -> tuple[str, str] | None:
    """Say why a character may not stand in a text, with the remedy, or return None."""
    if character == "\n":
        return "có dấu xuống dòng", "hãy viết trên một dòng"
    if character in _BIDI:
        return "có ký tự đổi chiều chữ", "hãy gõ lại đoạn này"
    if character in "\ufffc\ufffd":
        return "có ký tự hỏng do sai bảng mã", "hãy lưu tệp nguồn theo UTF-8 rồi nhập lại"
    category = unicodedata.category(character)
    return _CATEGORY_FAULTS.get(category)


_CATEGORY_FAULTS = {
    "Cc": ("có ký tự điều khiển", "hãy xóa ký tự này"),
    "Cf": ("có ký tự định dạng ẩn", "hãy gõ lại đoạn này"),
    "Cs": ("có ký tự hỏng", "hãy lưu tệp nguồn theo UTF-8 rồi nhập lại"),
    "Co": ("có ký tự thuộc vùng riêng của một phông chữ", "hãy gõ lại bằng bảng mã Unicode"),
    "Cn": ("có ký tự chưa được định nghĩa trong Unicode", "hãy xóa ký tự này"),
}
