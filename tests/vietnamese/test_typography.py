"""Where a line may not break, and the capital at the start of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.vietnamese import capitalize_first, no_break


@pytest.mark.parametrize(
    "expected",
    [
        "có 12~vụ và 34~đối tượng",
        "đạt 86,1% so với",
        "1.010/1.173~vụ",
        "2,5~tỷ~đồng",
        "năm~2024 toàn tỉnh",
        "Ban Chỉ đạo~138 tỉnh",
        "Đề án~06 và",
        "Chương trình số~07",
        "Quốc lộ~20 qua xã",
        "khóa~15",
        "quý~III",
        "hạng~Ba".replace("~", " "),
        "lần~2",
        "6~tháng đầu năm~2024",
        "ngày~16 tháng~10 năm~2024",
        "phường~1, quận~3",
        "hơn~12.200~lượt người",
        "Bà Rịa~- Vũng Tàu",
        "giai đoạn 2019~- 2024",
    ],
)
def test_no_break_spaces_stand_where_a_line_may_not_end(expected: str) -> None:
    """No-break space between number and unit, "năm" and year, "số" and number, "Ban Chỉ đạo" and its number."""
    assert expected == no_break(expected.replace("~", " ")).replace("\u00a0", "~")


WORDS = st.sampled_from(
    ["năm", "số", "Ban Chỉ đạo", "12", "1.010/1.173", "86,1%", "vụ", "tỷ", "đồng", "-", "và", "hơn"]
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_no_break_is_idempotent_and_changes_spaces_only(text: str) -> None:
    """A second pass changes nothing, and folding the spaces gives the text back."""
    bound = no_break(text)
    assert bound == no_break(bound)
    assert text == bound.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trong năm", "Trong năm"),
        ("“đảm bảo”", "“Đảm bảo”"),
        ("ủy ban MTTQ", "Ủy ban MTTQ"),
        ("34 vụ", "34 vụ"),
        ("", ""),
        ("...", "..."),
    ],
)
def test_first_letter_becomes_a_capital(text: str, expected: str) -> None:
    """Only the first letter changes; quotes are skipped and digits stop the search."""
    assert expected == capitalize_first(text)
