"""An extra figure in one line: what is the figure, what is the label."""

from __future__ import annotations

from typing import Any

import pytest

from antq_reports import read_report
from antq_reports.catalogue.extra_phrase import MAX_WORDS, read_phrase
from antq_reports.errors import FigureSyntaxError, IntakeError
from antq_reports.figures import parse_figure


@pytest.mark.parametrize(
    ("phrase", "figure", "label"),
    [
        ("10/10 huyện đạt tiêu chí số 19.2", "10/10 huyện", "huyện đạt tiêu chí số 19.2"),
        ("12 vụ lừa đảo qua mạng", "12 vụ", "vụ lừa đảo qua mạng"),
        ("86 doanh nghiệp ký cam kết", "86 doanh nghiệp", "doanh nghiệp ký cam kết"),
        ("15 tin, bài về phong trào", "15 tin, bài", "tin, bài về phong trào"),
        ("hơn 2,5 triệu lượt người xem", "hơn 2,5 triệu lượt", "lượt người xem"),
        ("hàng trăm khẩu súng tự chế", "hàng trăm khẩu", "khẩu súng tự chế"),
        ("5 cụm an toàn", "5 cụm", "cụm an toàn"),
        ("5 cụm", "5 cụm", "cụm"),
        ("5 đồng chí bị thương", "5 đồng chí", "đồng chí bị thương"),
        ("38,4 tỷ đồng tiền phạt", "38,4 tỷ đồng", "đồng tiền phạt"),
        ("92,91% án rất nghiêm trọng được phá", "92,91%", "án rất nghiêm trọng được phá"),
        ("86/100 vụ (đạt 86%) lừa đảo", "86/100 vụ (đạt 86%)", "vụ lừa đảo"),
        ("120 vụ (giảm 14 vụ so với năm 2023) trộm cắp", "120 vụ (giảm 14 vụ so với năm 2023)", "vụ trộm cắp"),
        ("đứng thứ 2 cả nước về chuyển đổi số", "đứng thứ 2 cả nước", "cả nước về chuyển đổi số"),
        ("số vụ trộm cắp giảm 12 vụ so với cùng kỳ", "giảm 12 vụ so với cùng kỳ", "vụ trộm cắp"),
        ("tỷ lệ phá án tăng 3,2%", "tăng 3,2%", "tỷ lệ phá án"),
        ("đuối nước: 12 vụ, 15 người chết", "12 vụ, 15 người chết", "đuối nước"),
        ("camera: 1.204 mắt", "1.204 mắt", "camera"),
    ],
)
def test_a_phrase_is_a_figure_and_its_label(phrase: str, figure: str, label: str) -> None:
    """As a person says it."""
    read = read_phrase(phrase)
    assert (parse_figure(figure), label) == (read.figure, read.label)


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("12.34 vụ cháy", '"12,34"'),
        ("không có gì", "hoặc"),
        ("12%", "10/10 huyện"),
        ("12 vụ, 15 người", '"tên: số liệu"'),
        ("giảm 12 vụ trộm cắp so với cùng kỳ", '"tên: số liệu"'),
        ("5 xã " + "rất " * MAX_WORDS, "viết gọn"),
    ],
)
def test_a_phrase_without_a_clear_figure_is_refused(phrase: str, told: str) -> None:
    """With how to write it."""
    with pytest.raises(FigureSyntaxError) as caught:
        read_phrase(phrase)
    assert told in caught.value.remedy


def faults(extra: dict[str, Any]) -> list[tuple[str, str]]:
    """Return path and message of every fault of a report with such extras in a section."""
    with pytest.raises(IntakeError) as caught:
        read_report({"place": "tỉnh Hà Tĩnh", "period": 2026, "standards": {"extra": extra}})
    return [(fault.path, fault.message) for fault in caught.value.faults]


def test_every_wrong_line_is_told_at_its_key() -> None:
    """The others are not in the way."""
    found = faults({"a": "12.34 vụ cháy", "b": "5 cụm an toàn", "c": "gì đó", "d": 5})
    assert ["standards.extra.a", "standards.extra.c", "standards.extra.d"] == [path for path, _ in found]
    assert "12.34" in found[0][1]


def test_a_key_is_a_name_a_text_can_use() -> None:
    """Plain letters, digits and underscores."""
    assert [("standards.extra.Số cụm", "khóa “Số cụm” sai dạng")] == faults({"Số cụm": "5 cụm an toàn"})
