"""What the TOML and JSON readers of the standard library complain about, in Vietnamese.

Their messages are English and differ between versions of Python: each pattern stands for a family of them, and what no
pattern knows is reported by its place alone.
"""

from __future__ import annotations

import json
import re
import tomllib

from antq_reports.errors import Fault, Refusal

_COMPLAINTS: tuple[tuple[str, str, str], ...] = (
    (r"Extra data", "còn chữ thừa sau dấu đóng cuối cùng", "xóa phần thừa"),
    (r"[Uu]nterminated string", "thiếu dấu ngoặc kép đóng", "thêm ngoặc kép ở cuối chữ"),
    (r"property name|key part|Invalid statement", "tên khóa sai", "viết tên khóa, không dấu, rồi đến giá trị"),
    (r"trailing comma", "thừa dấu phẩy trước dấu đóng", "xóa dấu phẩy đó"),
    (r"',' delimiter|Unclosed (?:array|inline)", "thiếu dấu phẩy hoặc dấu đóng", "thêm dấu phẩy, hoặc dấu đóng ] }"),
    (
        r"':' delimiter|Expected '='",
        "thiếu dấu nối khóa với giá trị",
        'tên khóa không dấu, rồi = và giá trị (JSON: "khóa": giá trị)',
    ),
    (r"Expected '\]", "tên mục thiếu dấu đóng ]", "đóng tên mục bằng ] hoặc ]]"),
    (r"Expected newline", "còn chữ thừa sau giá trị", "đặt chữ trong ngoặc kép, mỗi khóa một dòng"),
    (r"[Ee]scape|backslash|\\\\|hex value", "dấu \\ đứng sai chỗ", "viết \\\\ hoặc dùng dấu /"),
    (r"[Cc]ontrol character|Illegal character|invalid character", "có ký tự điều khiển", "xóa ký tự đó rồi gõ lại"),
    (r"[Ii]nvalid date", "ngày không có thật", "viết năm-tháng-ngày, ví dụ 2024-10-16"),
    (r"overwrite|twice|[Dd]uplicate|redefine|mutate", "khóa hoặc mục viết hai lần", "gộp lại thành một"),
    (r"value", "giá trị sai", 'đặt chữ trong ngoặc kép; số viết 1584, hoặc "1.584 vụ"'),
)


def toml_fault(error: tomllib.TOMLDecodeError, file: str, text: str) -> Fault:
    """The fault a TOML file stopped at, with its line."""
    message = str(error).rsplit(" (at ", 1)
    at = re.search(r"line (\d+)", message[-1])
    return _fault("TOML", message[0], file, int(at.group(1)) if at else text.rstrip().count("\n") + 1)


def json_fault(error: json.JSONDecodeError, file: str) -> Fault:
    """The fault a JSON file stopped at, with its line."""
    return _fault("JSON", error.msg, file, error.lineno)


def _fault(language: str, message: str, file: str, line: int) -> Fault:
    for pattern, reason, remedy in _COMPLAINTS:
        if re.search(pattern, message):
            return Fault(file, "", Refusal(f"{language} sai cú pháp: {reason}", remedy), line)
    return Fault(file, "", Refusal(f"{language} sai cú pháp", "sửa dòng này; chữ phải nằm trong ngoặc kép"), line)
