"""A first report file for somebody who has none: place and period, and every key of the catalogue as a comment."""

from __future__ import annotations

import json
from pathlib import Path

from antq_reports.catalogue import DEFAULT_SUBJECT, Catalogue, Group
from antq_reports.catalogue.key_list import key_lines
from antq_reports.files import write_whole

_HEAD = """\
# {title}: tệp báo cáo. Bỏ dấu # ở đầu dòng rồi ghi số của mình vào giữa hai dấu ngoặc kép.
# Số viết như trên báo: "1.584 vụ", "hơn 550 người", "33,5 triệu đồng", "18/20 xã".
# Chỉ tiêu không có số liệu thì để nguyên dấu #.

place = {place}
period = {period}
"""
_WORDS = """
# Chữ của mình: chữ nào cũng nhận số trong dấu {{ }}, như {{1.204 tin}}; xem docs/chu-cua-minh.md
# headline = "Tít của bài"
# lead = "Đoạn mở của bài, riêng quý IV có {{1.204 tin}}."
# highlights = ["Kết quả nổi bật nên kể ngay sau đoạn mở"]
# outlook = {{ shortcomings = ["kinh phí còn hạn hẹp"], tasks = ["mở thêm {{20 mô hình}}"] }}
""".format()


def first_report(catalogue: Catalogue, place: str, period: str) -> str:
    """The text of the file; it reads as a report without figures."""
    subject = "" if catalogue.name == DEFAULT_SUBJECT else f"subject = {_quoted(catalogue.name)}\n"
    parts = [_HEAD.format(title=catalogue.title, place=_quoted(place), period=_quoted(period)) + subject + _WORDS]
    for section in catalogue.sections.values():
        lines = [f"\n[{section.name}]  # {section.title}"]
        for line in key_lines(catalogue, section.name):
            name = line.key.partition(".")[2]
            declared = section.fields[name]
            value = f"[{_quoted(line.example)}]" if isinstance(declared, Group) else _quoted(line.example)
            lines.append(f"# {name} = {value}  # {line.label}")
        parts.append("\n".join(lines) + "\n")
    return "".join(parts)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write_first_report(path: Path, catalogue: Catalogue, place: str, period: str) -> Path:
    """Write the file whole or not at all. Raises `OutputError`."""
    return write_whole(path, first_report(catalogue, place, period).encode("utf-8"))
