"""A map proposed for a sheet nobody knows: the columns its headings name, the metrics its labels are most like.

A proposal is for a person to read: every line says how sure it is, and what is like nothing is there as passed over.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from antq_reports.catalogue import Metric
from antq_reports.catalogue.measures import means_same
from antq_reports.forms.foreign_map import MAP_FOLDER, PASSED
from antq_reports.forms.questions import Question, Questions
from antq_reports.forms.sheet import Sheet, is_blank
from antq_reports.vietnamese import slugify

_HEADS = {
    "nhan": ("noi-dung", "chi-tieu", "ten-chi-tieu", "noi-dung-thong-ke", "tieu-chi", "danh-muc"),
    "don_vi": ("dvt", "don-vi-tinh", "don-vi"),
    "so": ("so-lieu", "ket-qua", "thuc-hien", "so-luong", "ky-nay", "ky-bao-cao", "gia-tri", "trong-ky", "nam-nay"),
    "ky_truoc": ("ky-truoc", "cung-ky", "nam-truoc"),
    "ghi_chu": ("ghi-chu",),
}
_SURE, _LIKELY = 0.85, 0.6
_MOST_LINES = 300


def proposed_map(file: Path, sheets: Sequence[Sheet], questions: Questions) -> str | None:
    """The text of a map for a form, with where to put it; None where no row looks like headings."""
    for sheet in sheets:
        for number, row in enumerate(sheet.rows):
            heads = _heads_of(row)
            if "nhan" in heads and "so" in heads:
                return _text(file, sheet, number, heads, questions)
    return None


def _heads_of(row: Sequence[object]) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for column, raw in enumerate(row):
        slug = slugify(raw) if isinstance(raw, str) else ""
        name = next((each for each, words in _HEADS.items() if slug in words or slug.startswith(words[:1])), None)
        if name is not None and isinstance(raw, str):
            found.setdefault(name, (column, " ".join(raw.split())))
    return found


def _text(file: Path, sheet: Sheet, number: int, heads: dict[str, tuple[int, str]], questions: Questions) -> str:
    texts = (raw for row in sheet.rows[:number] for raw in row if isinstance(raw, str) and raw.strip())
    above = [" ".join(raw.split()) for raw in texts]
    marks = [*above[:1], heads["nhan"][1], heads["so"][1]]
    lines = [
        f"# Ánh xạ cho {file.name}: đọc lại từng dòng, sửa chỗ chưa đúng, rồi lưu vào",
        f"# {MAP_FOLDER}/{slugify(file.stem)}.toml, đặt cạnh thư mục số liệu.",
        "# Dòng ghi “-” là dòng bỏ qua; khóa chỉ tiêu xem bằng lệnh keys.",
        f"nhan_biet = [{', '.join(map(_quoted, marks))}]",
        "",
        "[cot]",
        *(f"{name} = {_quoted(text)}" for name, (_, text) in heads.items()),
        "",
        "[bia]  # ô, chữ đứng trước, hoặc chữ cố định sau dấu =",
        'ten = "Đơn vị:"',
        '# ma = "C3"',
        'ky = "Kỳ báo cáo:"',
        "",
        "[chi_tieu]",
        *_lines(sheet, number, heads, questions),
    ]
    return "\n".join(lines) + "\n"


def _lines(sheet: Sheet, number: int, heads: dict[str, tuple[int, str]], questions: Questions) -> list[str]:
    lines: dict[str, str] = {}
    for row in sheet.rows[number + 1 : number + 1 + _MOST_LINES]:
        label = row[heads["nhan"][0]] if heads["nhan"][0] < len(row) else None
        if not isinstance(label, str) or is_blank(label):
            continue
        unit = row[heads["don_vi"][0]] if "don_vi" in heads and heads["don_vi"][0] < len(row) else None
        question, likeness = _nearest(label, unit if isinstance(unit, str) else "", questions)
        text = " ".join(label.split())
        if question is None or likeness < _LIKELY:
            lines.setdefault(text, f"{_quoted(text)} = {_quoted(PASSED)}  # chưa rõ là chỉ tiêu nào")
        else:
            sure = question.label if likeness >= _SURE else f"{question.label}? (giống {likeness:.0%})"
            lines.setdefault(text, f"{_quoted(text)} = {_quoted(question.slot_ids()[0])}  # {sure}")
    return list(lines.values())


def _nearest(label: str, unit: str, questions: Questions) -> tuple[Question | None, float]:
    """The metric whose label is most like a text; one of another unit is less like it."""
    slug = slugify(label.lstrip("-+* "))
    best: tuple[Question | None, float] = None, 0.0
    for question in questions.by_path.values():
        if question.shape == "group":
            continue
        likeness = SequenceMatcher(None, slug, slugify(question.label)).ratio()
        own = question.unit if isinstance(question.unit, str) else ""
        declared = question.declaration
        same = declared.same if isinstance(declared, Metric) else ()
        if unit and own and not means_same(unit, own, same):
            likeness *= 0.8
        if likeness > best[1]:
            best = question, likeness
    return best


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
