"""Free text made safe for a page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.errors import TextError
from antq_reports.vietnamese import clean_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("e\u0302\u0301", "ế"),
        ("\u00d0ắk", "Đắk"),
        ("\u0189à", "Đà"),
        ("\u00f0i \u0256i", "đi đi"),
        ("a\u00a0\u2009\u3000b", "a b"),
        ("  a \t b  ", "a b"),
        ("an\u200bni\u00adnh\ufeff", "anninh"),
        ("", ""),
    ],
)
def test_harmless_differences_are_repaired(text: str, expected: str) -> None:
    """Composition, eth for Đ, exotic spaces, zero-width characters and soft hyphens are repaired in silence."""
    assert expected == clean_text(text)


@pytest.mark.parametrize(
    ("character", "reason"),
    [
        ("\x00", "ký tự điều khiển"),
        ("\x0b", "ký tự điều khiển"),
        ("\x9f", "ký tự điều khiển"),
        ("\u202e", "đổi chiều chữ"),
        ("\u2066", "đổi chiều chữ"),
        ("\ud800", "ký tự hỏng"),
        ("\ufffd", "sai bảng mã"),
        ("\ufffe", "chưa được định nghĩa"),
        ("\U0010ffff", "chưa được định nghĩa"),
        ("\ufdd0", "chưa được định nghĩa"),
        ("\ue000", "vùng riêng"),
        ("\u0378", "chưa được định nghĩa"),
        ("\ufff9", "định dạng ẩn"),
        ("\n", "xuống dòng"),
        ("\u2028", "xuống dòng"),
    ],
)
def test_harmful_character_is_refused_with_its_place(character: str, reason: str) -> None:
    """What must not reach a page is named by code point and position."""
    with pytest.raises(TextError, match=f"{reason}.*ký tự thứ 3"):
        clean_text(f"ab{character}c")


def test_newlines_are_kept_where_allowed() -> None:
    """Line ends become one kind, lose the spaces round them, and leave one empty line at most."""
    assert "a\nb\n\nc" == clean_text("a \r\n b\n\n\n\nc\n", allow_newlines=True)


def test_length_limit_is_named() -> None:
    """A text too long is refused with its length and the limit."""
    with pytest.raises(TextError, match="dài 6 ký tự, quá giới hạn 5"):
        clean_text("abcdef", max_length=5)


@given(st.text(max_size=40))
def test_cleaning_is_stable(text: str) -> None:
    """A clean text is composed and cleans to itself."""
    try:
        cleaned = clean_text(text, allow_newlines=True)
    except TextError as error:
        assert error.remedy  # noqa: PT017 # either outcome is right, each has its promise
    else:
        assert cleaned == clean_text(cleaned, allow_newlines=True)
        assert unicodedata.is_normalized("NFC", cleaned)
