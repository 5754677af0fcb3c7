"""What the standard readers complain about, in Vietnamese."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from antq_reports.intake.syntax import json_fault, toml_fault

ENGLISH = re.compile(
    r"[Ee]xpect|[Ii]nvalid|[Uu]nterminated|[Cc]annot|[Dd]uplicate|[Uu]nclosed|delimiter|value\b|document"
)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a = 1\nb = hàng trăm\n", 2, "giá trị sai"),
        ("a = 1\nb = 1.584 vụ\n", 2, "chữ thừa sau giá trị"),
        ('a = "x\nb = 1', 1, "điều khiển"),
        ('a = "x', 1, "thiếu dấu ngoặc kép đóng"),
        ("[a]\nb = 1\n[a]\nc = 2\n", 3, "viết hai lần"),
        ("b = 1\nb = 2\n", 2, "viết hai lần"),
        ("[a\nb = 1\n", 1, "thiếu dấu đóng ]"),
        ("= 1\n", 1, "tên khóa sai"),
        ("số = 1\n", 1, "thiếu dấu nối"),
        ("a : 1\n", 1, "thiếu dấu nối"),
        ("a = [1, 2\n", 1, "thiếu dấu phẩy hoặc dấu đóng"),
        ("a = [1 2]\n", 1, "thiếu dấu phẩy hoặc dấu đóng"),
        ('a = "C:\\Users"\n', 1, "đứng sai chỗ"),
        ("a = 2024-02-30\n", 1, "ngày không có thật"),
        ("\x00", 1, "sai"),
    ],
)
def test_toml_complaints_are_vietnamese(text: str, line: int, reason: str) -> None:
    """The line, what is wrong and what to do, without a word of English."""
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    fault = toml_fault(caught.value, "a.toml", text)
    assert (line, True) == (fault.line, reason in fault.message)
    assert fault.remedy
    assert not ENGLISH.search(str(fault))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('{\n"a": }', 2, "giá trị sai"),
        ('{"a": 1,}', 1, ""),
        ('{"a" 1}', 1, "thiếu dấu nối"),
        ('{"a": 1 "b": 2}', 1, "thiếu dấu phẩy"),
        ("{a: 1}", 1, "tên khóa sai"),
        ('{"a": "x}', 1, "thiếu dấu ngoặc kép đóng"),
        ('{"a": "x\ny"}', 1, "điều khiển"),
        ('{"a": "C:\\Users"}', 1, "đứng sai chỗ"),
        ("{}\n{}", 2, "chữ thừa"),
    ],
)
def test_json_complaints_are_vietnamese(text: str, line: int, reason: str) -> None:
    """The same for JSON."""
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    fault = json_fault(caught.value, "a.json")
    assert (line, True) == (fault.line, reason in fault.message)
    assert fault.remedy
    assert not ENGLISH.search(str(fault))


def test_unknown_complaint_is_told_by_its_place() -> None:
    """What a later Python may say is not passed on in English."""
    fault = json_fault(json.JSONDecodeError("Something new", "{}\n", 3), "a.json")
    assert ("JSON sai cú pháp", 2) == (fault.message, fault.line)
