"""Write ``docs/tham-chieu-ma.md``: codes of findings, differences, exit codes, and the ids of the forms.

    python scripts/code_reference.py

Codes, grades, ids and names are read off the code, their meanings from ``docs/ma.toml``: one that is missing on either
side stops the page, and so does an example that is not what the code would say. A test holds the page equal to this.
"""

from __future__ import annotations

import tomllib
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from finding_codes import finding_codes
from markdown_text import MADE_BY, demand_same, mono, mono_list, table

from antq_reports.catalogue import bundled_catalogue
from antq_reports.cli.console import FAILURE, GRADES
from antq_reports.forms import cell
from antq_reports.forms.commune_layout import HEADINGS
from antq_reports.forms.province_layout import ALIASES
from antq_reports.forms.questions import COVER_IDS, UNIT_COLUMNS, Question, questions_of
from antq_reports.forms.records import FIELDS
from antq_reports.forms.workbook_sheets import COLUMNS
from antq_reports.report.finding import Severity
from antq_reports.verification.verdict import KIND_WORDS

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "docs" / "ma.toml"
TARGET = ROOT / "docs" / "tham-chieu-ma.md"
SHAPES = {
    "single": "một số",
    "ratio": "phần và tổng",
    "pair": "cặp số",
    "yes-no": "có hoặc không",
    "group": "danh sách",
}
Told = Mapping[str, Any]


def main() -> None:
    """Write the page."""
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
    print(TARGET)


def page() -> str:
    """The whole page as text."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    text = {name: words.strip() for name, words in data["text"].items()}
    parts = [
        MADE_BY.format(script="scripts/code_reference.py", data="docs/ma.toml"),
        "# Tham chiếu mã",
        text["intro"],
        *_findings(text, data["findings"]),
        *_differences(text, data["differences"]),
        *_exits(text, data["exits"]),
        *_commune(text, data["answers"]),
        *_province(text),
        *_tables(text, data["columns"]),
    ]
    return "\n\n".join(parts) + "\n"


# --- codes ----------------------------------------------------------------------------------------------------------


def _findings(text: Told, told: Told) -> Iterator[str]:
    codes = finding_codes()
    demand_same("mã rà soát", codes, told)
    for name, code in codes.items():
        if not code.says(told[name]["example"]):
            raise SystemExit(f"{name}: ví dụ “{told[name]['example']}” không phải câu chương trình viết ra")
    yield "## Mã rà soát"
    yield text["findings"]
    grades = typing.get_args(Severity)
    rows = [
        (
            mono(name),
            ", ".join(GRADES[grade] for grade in grades if grade in codes[name].grades),
            words["meaning"],
            words["example"],
            words["remedy"],
        )
        for name, words in told.items()
    ]
    yield table(("mã", "mức", "nghĩa", "ví dụ", "làm gì"), rows)


def _differences(text: Told, told: Told) -> Iterator[str]:
    demand_same("loại không khớp", KIND_WORDS, told)
    yield "## Chỗ không khớp khi đối chiếu"
    yield text["differences"]
    rows = [(mono(kind), words, told[kind]["meaning"], told[kind]["remedy"]) for kind, words in KIND_WORDS.items()]
    yield table(("loại", "lệnh in là", "nghĩa", "làm gì"), rows)


def _exits(text: Told, told: Told) -> Iterator[str]:
    if str(FAILURE) not in told:
        raise SystemExit(f"mã thoát {FAILURE} chưa có trong {DATA.name}")
    yield "## Mã thoát"
    yield text["exits"]
    yield table(("mã", "nghĩa"), [(mono(code), meaning) for code, meaning in told.items()])


# --- forms ----------------------------------------------------------------------------------------------------------


def _commune(text: Told, answers: Told) -> Iterator[str]:
    yield "## Biểu của xã"
    yield text["commune"]
    seen = {identifier: f"“{heading}”" for heading, identifier in HEADINGS.items()}
    rows = [(mono(name), seen.get(name, "cột ẩn")) for name in COLUMNS]
    yield table(("mã cột", "chữ đầu cột, không kể hoa thường"), rows)
    yield "Trang bìa:"
    yield table(("mã dòng", "chữ trong biểu"), [(mono(name), label) for name, label in COVER_IDS.items()])
    yield "### Cách trả lời một ô"
    yield text["answers"]
    shown = [(mono_list(sorted(getattr(cell, name) - {""})), meaning) for name, meaning in answers.items()]
    yield table(("ghi", "nghĩa là"), shown)
    yield "### Các trang số liệu"
    yield text["sheets"]
    yield from _sheets()


def _sheets() -> Iterator[str]:
    questions = questions_of(bundled_catalogue())
    for section in questions.catalogue.sections.values():
        asked = [each for each in questions.of_communes() if each.section == section.name]
        if asked:
            yield f"#### Trang “{section.title}”"
            yield table(("mã dòng", "chỉ tiêu", "trả lời"), map(_row, asked))


def _row(question: Question) -> tuple[str, str, str]:
    ids = question.slot_ids()
    shown = mono_list(ids if len(ids) <= 2 else (ids[0], "…", ids[-1]))
    level = f", chỉ {question.level}" if question.level else ""
    return shown, question.label, f"{SHAPES[question.shape]}{level}"


def _province(text: Told) -> Iterator[str]:
    yield "## Biểu của tỉnh"
    yield text["province"]
    columns = (*UNIT_COLUMNS, "@period")
    rows = [(mono(name), mono_list(alias for alias, column in ALIASES.items() if column == name)) for name in columns]
    yield table(("mã cột", "tên khác được hiểu"), rows)
    questions = questions_of(bundled_catalogue())
    count = sum(len(question.column_ids()) for question in questions.of_communes())
    yield f"Mã của {count} cột số liệu là mã dòng của biểu xã; danh sách thì bỏ số thứ tự."


def _tables(text: Told, told: Told) -> Iterator[str]:
    demand_same("cột của bảng", FIELDS, told)
    yield "## CSV và các hàng số liệu"
    yield text["csv"]
    rows = [(mono_list(slugs), told[name]) for name, slugs in FIELDS.items()]
    yield table(("tên cột", "nghĩa"), rows)
    yield text["units"]


if __name__ == "__main__":
    main()
