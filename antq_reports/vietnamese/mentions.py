"""Numbers mentioned inside free text: runs of digits, and words that stand for a number.

Owns the list of indefinite number words with the smallest value each allows.
"""

from __future__ import annotations

import re

_MAGNITUDES: dict[str, int] = {
    "chục": 10,
    "trăm": 100,
    "nghìn": 1_000,
    "ngàn": 1_000,
    "vạn": 10_000,
    "chục nghìn": 10_000,
    "chục ngàn": 10_000,
    "chục vạn": 100_000,
    "trăm nghìn": 100_000,
    "trăm ngàn": 100_000,
    "triệu": 1_000_000,
    "chục triệu": 10_000_000,
    "trăm triệu": 100_000_000,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "chục tỷ": 10**10,
    "chục tỉ": 10**10,
    "trăm tỷ": 10**11,
    "trăm tỉ": 10**11,
    "nghìn tỷ": 10**12,
    "nghìn tỉ": 10**12,
    "ngàn tỷ": 10**12,
    "ngàn tỉ": 10**12,
}

INDEFINITE_BOUNDS: dict[str, int] = {f"hàng {word}": bound for word, bound in _MAGNITUDES.items()}
INDEFINITE_BOUNDS |= {f"vài {word}": 2 * bound for word, bound in _MAGNITUDES.items() if " " not in word}
"""Each indefinite word with the smallest number it can stand for: "vài" is two at least."""

NUMBER_WORDS: dict[int, str] = dict(
    enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1)
)
"""The numbers that a house may write out."""

_LONGEST_FIRST = "|".join(sorted(map(re.escape, _MAGNITUDES), key=len, reverse=True))
_INDEFINITE = re.compile(rf"(?<!\w)(?:hàng|vài|mấy)[ \u00a0](?:{_LONGEST_FIRST})(?!\w)", re.IGNORECASE)
_DIGIT_RUN = re.compile(r"\d+(?:[.,/-]\d+)*%?")


def find_indefinites(text: str) -> list[str]:
    """List the words that stand for a number, as written and in order.

    >>> find_indefinites("Hàng trăm người dân đã giao nộp hàng chục nghìn viên đạn")
    ['Hàng trăm', 'hàng chục nghìn']
    """
    return _INDEFINITE.findall(text)


def find_digit_runs(text: str) -> list[str]:
    """List the runs of digits, with the points, commas, slashes and hyphens between them and a percent sign.

    >>> find_digit_runs("1.010/1.173 vụ (đạt 86,1%), Ban Chỉ đạo 138, ngày 16/10/2024.")
    ['1.010/1.173', '86,1%', '138', '16/10/2024']
    """
    return _DIGIT_RUN.findall(text)
