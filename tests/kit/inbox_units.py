"""Thirty-four communes of an invented province, their figures of two years, and their forms filled in as clerks do.

Nothing here knows how forms are read. A form is the blank one with numbers typed where its printed label says; what is
true is kept by label, apart from the files.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types

from antq_reports.forms import UnitEntry, write_workbook
from antq_reports.report import BaseReport

YEAR = 2026
THIS, LAST, NOTE, UNIT, LABEL = "Kỳ này", "Kỳ trước", "Ghi chú", "Đơn vị tính", "Chỉ tiêu"
MEDIANS = {
    "Buổi tuyên truyền, phát động": 60,
    "Lượt người dự tuyên truyền, phát động": 3_000,
    "Tin, bài trên phương tiện thông tin đại chúng": 25,
    "Tờ rơi, tài liệu tuyên truyền": 900,
    "Băng rôn, khẩu hiệu": 45,
    "Buổi họp dân": 30,
    "Cam kết về vũ khí, vật liệu nổ, công cụ hỗ trợ và pháo": 700,
    "Tờ rơi về an toàn giao thông": 400,
    "Vụ tai nạn giao thông": 14,
    "Khẩu súng các loại": 16,
    "Viên đạn các loại": 120,
    "Kíp nổ": 30,
    "Tin do quần chúng cung cấp": 90,
    "Trường hợp bị xử phạt vi phạm hành chính": 80,
    "Mô hình đang duy trì": 24,
    "Mắt camera an ninh": 70,
    "Tổ hòa giải": 20,
    "Suất quà": 160,
}
"""What a commune of the middle has, by the label its form prints."""
FIREWORKS, FINES, GIFTS = "Pháo các loại", "Tiền phạt vi phạm hành chính", "Trị giá quà tặng"
DEATHS, NEW_MODELS = "Người chết vì tai nạn giao thông", "Mô hình xây dựng mới"
CASES, SOLVED = "Vụ phạm tội về trật tự xã hội xảy ra", "Vụ phạm tội về trật tự xã hội được điều tra, làm rõ"
OF_CASES, VALUABLE, OF_TIPS = "trên tổng số vụ", "Tin có giá trị do quần chúng cung cấp", "trên tổng số tin"
AWARD = "Giấy khen của Chủ tịch UBND xã"

Figures = dict[str, Any]


@dataclass(slots=True)
class Commune:
    """One commune: who it is, what is true of it, and what its file will be."""

    name: str
    code: str
    now: Figures
    last: Figures
    whole: dict[str, int]
    """The wholes of its shares, by the label of the part."""
    award: int
    truth: Figures = field(default_factory=dict)
    """What counts in the sum: the figures of the year, without what is asked about."""
    wholes: dict[str, int] = field(default_factory=dict)
    counts: bool = True
    file: str = ""

    def settle(self, *labels: str) -> None:
        """These metrics are out of the sum."""
        for label in labels:
            self.truth.pop(label, None)
            self.wholes.pop(label, None)


def communes(names: tuple[str, ...], first_code: int, seed: int) -> list[Commune]:
    """The communes, each with figures of natural spread that agree with one another."""
    rng = Random(seed)
    return [_commune(name, f"{first_code + 3 * place:05}", rng) for place, name in enumerate(names)]


def _commune(name: str, code: str, rng: Random) -> Commune:
    now: Figures = {label: _natural(rng, median) for label, median in MEDIANS.items()}
    now[FIREWORKS] = round(5 * math.exp(rng.gauss(0, 0.4)), 1)
    now[FINES] = 500_000 * _natural(rng, 700)
    now[GIFTS] = 300_000 * int(now["Suất quà"])
    now[DEATHS] = rng.randint(0, now["Vụ tai nạn giao thông"] // 3)
    now[NEW_MODELS] = rng.randint(1, max(1, now["Mô hình đang duy trì"] // 4))
    now[CASES] = _natural(rng, 30)
    whole = {SOLVED: now[CASES], VALUABLE: now["Tin do quần chúng cung cấp"]}
    now[SOLVED] = whole[SOLVED] - rng.randint(1, max(1, whole[SOLVED] // 8))
    now[VALUABLE] = rng.randint(whole[VALUABLE] // 2, whole[VALUABLE])
    made = Commune(name, code, now, _year_before(now, rng), whole, award=rng.randint(1, 9))
    made.truth, made.wholes = dict(now), dict(whole)
    made.file = f"{code}.xlsx"
    return made


def _natural(rng: Random, median: float) -> int:
    return max(2, round(median * math.exp(rng.gauss(0, 0.4))))


def _year_before(now: Figures, rng: Random) -> Figures:
    """Last year's figures of what is neither a share nor bound to one."""
    plain = [label for label in now if label in MEDIANS and label != "Tin do quần chúng cung cấp"]
    return {label: max(1, round(now[label] * rng.uniform(0.85, 1.2))) for label in plain}


class Form:
    """A form as a clerk sees it: labels in one column, headings in one row."""

    def __init__(self, path: Path) -> None:
        """Open a form."""
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self._lines = list(self._printed())

    def _printed(self) -> Iterator[tuple[str, Any, int, dict[str, int]]]:
        """Every printed text with its sheet, its row and the headings above it."""
        for sheet in self.book.worksheets:
            heads: dict[str, int] = {}
            for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
                texts = [str(each).split("\n")[0] if each is not None else "" for each in row]
                if THIS in texts:
                    heads = {text: column for column, text in enumerate(texts, start=1)}
                yield from ((text, sheet, number, heads) for text in texts if text)

    def cell(self, label: str, heading: str = THIS, *, under: str | None = None) -> Any:
        """The cell of a printed label; ``under`` names the line it follows, for the second line of a share."""
        seen = under is None
        for text, sheet, row, heads in self._lines:
            seen = seen or text == under
            if seen and text == label and heads:
                return sheet.cell(row, heads[heading])
        raise LookupError(label)

    def cover(self, label: str) -> Any:
        """The cell beside a line of the cover; the first of that name."""
        for row in self.book.worksheets[0].iter_rows():
            for each in row:
                if each.value == label:
                    return row[each.column]
        raise LookupError(label)

    def put(self, label: str, value: object, heading: str = THIS, *, under: str | None = None) -> None:
        """Type something."""
        self.cell(label, heading, under=under).value = value

    def whole(self, part: str, value: object) -> None:
        """Type the whole of a share."""
        self.put(OF_CASES if part == SOLVED else OF_TIPS, value, under=part)

    def award(self, place: int, label: str, collectives: int) -> None:
        """Fill in a line of awards: its name, and how many collectives."""
        for sheet in self.book.worksheets:
            rows = [row for row in sheet.iter_rows() if any(each.value == "tập thể" for each in row)]
            if rows:
                heads = {str(each.value).split("\n")[0]: each.column for row in sheet.iter_rows() for each in row}
                sheet.cell(rows[place][0].row, heads[LABEL]).value = label
                sheet.cell(rows[place][0].row, heads[THIS]).value = collectives
                return
        raise LookupError(label)

    def sheet_of(self, label: str) -> Any:
        """The sheet a label is on."""
        return self.cell(label).parent

    def save(self, path: Path | None = None) -> Path:
        """Write it."""
        target = path or self.path
        target.parent.mkdir(parents=True, exist_ok=True)
        self.book.save(target)
        return target


def filled_form(folder: Path, commune: Commune, sent: BaseReport | None = None) -> Form:
    """A commune's form with its figures typed; ``sent`` is last year's report, printed in its column."""
    path = folder / commune.file
    folder.mkdir(parents=True, exist_ok=True)
    write_workbook(path, unit=f"Xã {commune.name}", code=commune.code, period=YEAR, previous=sent)
    form = Form(path)
    for label, value in commune.now.items():
        form.put(label, value)
        if label in commune.whole:
            form.whole(label, commune.whole[label])
    form.cover("Địa giới hành chính tính đến ngày").value = f"01/07/{YEAR - 1}"
    form.award(0, AWARD, commune.award)
    return form


def filled_table(path: Path, units: list[Commune], figures: Callable[[Commune], Figures], year: int) -> Any:
    """Many communes in one table, a line each; the workbook, for whoever types more into it."""
    entries = [UnitEntry(name=unit.name, level="xã", code=unit.code) for unit in units]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_workbook(path, units=entries, period=year)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    labels = {cell.value: cell.column for cell in sheet[3] if cell.value}
    lines = {str(cell.value): cell.row for cell in sheet["B"] if cell.value}
    for unit in units:
        for label, value in figures(unit).items():
            sheet.cell(lines[unit.code], labels[label]).value = value
            if label in unit.whole:
                sheet.cell(lines[unit.code], labels[label] + 1).value = unit.whole[label]
    book.save(path)
    return book


def labels_and_paths(blank: Path) -> dict[str, str]:
    """The metric each printed label asks for: what the hidden column of a blank form says."""
    write_workbook(blank, unit="Xã Mẫu", code="00001", period=YEAR)
    book = openpyxl.load_workbook(blank)
    rows = [row for sheet in book.worksheets[1:] for row in sheet.iter_rows(values_only=True)]
    return {str(row[2]): str(row[0]).split("#")[0] for row in rows if row[0] and "." in str(row[0]) and row[2]}
