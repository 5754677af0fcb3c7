"""Numbers mentioned inside free text."""

from __future__ import annotations

import pytest

from antq_reports.vietnamese import INDEFINITE_BOUNDS, find_digit_runs, find_indefinites


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hàng trăm người và hàng chục nghìn viên đạn", ["Hàng trăm", "hàng chục nghìn"]),
        ("hàng\u00a0ngàn lượt", ["hàng\u00a0ngàn"]),
        ("vài chục hộ", ["vài chục"]),
        ("hàng hóa, bán hàng, hàng trămm", []),
    ],
)
def test_indefinite_words_are_found(text: str, expected: list[str]) -> None:
    """Words that stand for a number are listed as written, the longest reading first."""
    assert expected == find_indefinites(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.010/1.173 vụ (đạt 86,1%).", ["1.010/1.173", "86,1%"]),
        ("Ban Chỉ đạo 138, ngày 16/10/2024.", ["138", "16/10/2024"]),
        ("PX03 và 5-7 tổ", ["03", "5-7"]),
        ("không có số", []),
    ],
)
def test_digit_runs_keep_their_inner_signs(text: str, expected: list[str]) -> None:
    """A run is digits with points, commas, slashes and hyphens between digits, and a percent sign."""
    assert expected == find_digit_runs(text)


def test_each_indefinite_word_has_a_bound() -> None:
    """Every known word is found by the search, and allows no number below its bound."""
    assert [[word] for word in INDEFINITE_BOUNDS] == [find_indefinites(word) for word in INDEFINITE_BOUNDS]
    assert min(INDEFINITE_BOUNDS.values()) == INDEFINITE_BOUNDS["hàng chục"]
