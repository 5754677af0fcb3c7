"""``chap-nhan.csv``: what a person asked back about and accepted, beside the inputs it is about.

Columns: mã, đơn vị, chỉ tiêu, giá trị, ai, khi nào, vì sao. Who, when and why are needed: what nobody stands for is
accepted by nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from antq_reports.errors import Fault, IntakeError, Refusal
from antq_reports.forms.csv_file import read_table
from antq_reports.forms.inbox import ACCEPTED
from antq_reports.report.acceptance import Acceptance
from antq_reports.vietnamese import slugify

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("ma", "ma-don-vi", "ma-dvhc"),
    "unit": ("don-vi", "ten-don-vi", "ten"),
    "metric": ("chi-tieu", "ten-chi-tieu"),
    "value": ("gia-tri", "so-lieu"),
    "who": ("ai", "nguoi-chap-nhan", "nguoi-xac-nhan"),
    "when": ("khi-nao", "ngay"),
    "why": ("vi-sao", "ly-do"),
}
_HEADING = "mã;đơn vị;chỉ tiêu;giá trị;ai;khi nào;vì sao"
_NEEDED = {"metric": "chỉ tiêu", "value": "giá trị", "who": "ai", "when": "khi nào", "why": "vì sao"}


def load_acceptances(file: Path) -> tuple[Acceptance, ...]:
    """The acceptances of a file. Raises `IntakeError` with every faulty line."""
    rows = read_table(file)
    heading = [slugify(text) for text in rows[0]] if rows else []
    places = {name: heading.index(slug) for name, slugs in COLUMNS.items() for slug in slugs if slug in heading}
    lost = [word for name, word in _NEEDED.items() if name not in places]
    if lost or not {"code", "unit"} & places.keys():
        reason = f"thiếu cột: {', '.join(lost or ['mã hoặc đơn vị'])}"
        raise IntakeError((Fault(str(file), "", Refusal(reason, f"dòng đầu ghi: {_HEADING}")),))
    faults: list[Fault] = []
    found: list[Acceptance] = []
    for line, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            values = {name: row[at].strip() if at < len(row) else "" for name, at in places.items()}
            blank = _blank(values)
            faults += [Fault(str(file), "", Refusal(f"thiếu: {', '.join(blank)}", "ghi đủ rồi chạy lại"), line)] * bool(
                blank
            )
            found.append(Acceptance(**{"code": "", "unit": "", **values}, line=line))
    if faults:
        raise IntakeError(tuple(faults))
    return tuple(found)


def _blank(values: Mapping[str, str]) -> Sequence[str]:
    blank = [word for name, word in _NEEDED.items() if not values[name]]
    return blank if values.get("code") or values.get("unit") else [*blank, "mã hoặc đơn vị"]


def acceptances_beside(path: Path) -> tuple[Acceptance, ...]:
    """The acceptances that lie in a folder of inputs, or beside one file; none where there are none."""
    file = (path if path.is_dir() else path.parent) / ACCEPTED
    return load_acceptances(file) if file.is_file() else ()
