"""Writing the forms staff fill in: the commune's, three printed pages, and the province's, a row a unit.

Both are made from the metric declarations alone. `openpyxl` is imported when a form is written, never with the
package. Neither form holds a formula: nothing in it goes stale, and a text that begins with "=" stays a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from antq_reports.catalogue import DEFAULT_SUBJECT, Catalogue
from antq_reports.catalogue.subject import folder_catalogue
from antq_reports.figures import Period
from antq_reports.figures.period import label_and_days
from antq_reports.files import write_whole
from antq_reports.forms.cell import cell_text, show
from antq_reports.forms.fill import Filled, filled_cells, filled_columns
from antq_reports.forms.questions import SUBJECT_ID, Question, Questions, questions_of
from antq_reports.forms.return_mark import ReturnMark, digest_of
from antq_reports.forms.sheet import is_blank
from antq_reports.forms.unit_names import UnitEntry, make_period, read_code, read_level, split_level
from antq_reports.forms.workbook_look import book_bytes, new_book
from antq_reports.forms.workbook_sheets import Asked, Entries, cover_sheet, figures_sheet, province_sheet
from antq_reports.report import BaseReport

PAGE_ROWS = 66
"""Rows of a form that one printed page holds in a size that can be read."""
COMMUNE_TITLE = "BIỂU MẪU NỘP SỐ LIỆU"
PROVINCE_TITLE = "BIỂU TỔNG HỢP SỐ LIỆU"


def write_workbook(
    path: str | Path,
    *,
    unit: str | None = None,
    level: str = "xã",
    code: str | None = None,
    period: Period | str | int | None = None,
    boundaries_as_of: date | None = None,
    previous: BaseReport | None = None,
    report: BaseReport | None = None,
    filled_by: str | None = None,
    filled_on: date | None = None,
    units: Sequence[UnitEntry] | None = None,
    reports: Iterable[BaseReport] = (),
    asked: Mapping[str, Asked] | None = None,
    returned_on: datetime | None = None,
    templates: str | Path | None = None,
) -> Path:
    """Write the form a commune fills in, or with ``units`` the province form: one row a unit.

    ``unit`` may carry its level ("Xã Tân Hà"). ``previous`` fills the last-period column; ``report`` and ``reports``
    fill in the figures. ``asked`` are cells, by id, that the unit is asked about: they keep what was typed, tinted,
    with the question beside them; with ``returned_on`` the form is known again when it comes back. The form asks for
    the metrics of the subject in the folder ``templates``; without one, of the subject of the reports given, else of
    the default one.

    Raises `OutputError` when the file cannot be written, and `FigureSyntaxError` for a wrong level, code or period.
    """
    given = tuple(reports)
    catalogue = _catalogue(templates, (report, *given, previous))
    stated = period if isinstance(period, Period) else make_period(period)
    kind, name = split_level(cell_text(unit), read_level(level)) if unit else (read_level(level) or "xã", "")
    cover: dict[str, object] = {
        SUBJECT_ID: catalogue.name if catalogue.name != DEFAULT_SUBJECT else None,
        "unit.name": name or None,
        "unit.level": kind,
        "unit.code": read_code(code, kind),
        "unit.boundaries_as_of": boundaries_as_of,
        "filled.by": filled_by,
        "filled.on": filled_on,
    }
    last = previous.period if previous is not None else _year_before(stated)
    cover |= {f"period.{key}": value for key, value in _period_cells(stated).items()}
    cover |= {f"previous.{key}": value for key, value in _period_cells(last).items()}
    questions = questions_of(catalogue)
    if units is not None:
        return _save(_province_book(cover, questions, units, given), Path(path))
    entries = Entries(
        current=filled_cells(report, questions) if report else {},
        previous=filled_cells(previous, questions, beside=report) if previous else {},
        asked=asked or {},
    )
    book = _commune_book(cover, questions, kind, entries)
    if returned_on is not None:
        _mark(book, returned_on)
    return _save(book, Path(path))


def _mark(book: Any, written: datetime) -> None:
    """Say in a hidden cell of the cover when the form was written for correction, and what it held."""
    values: list[tuple[str, str]] = []
    for sheet in book.worksheets:
        column = 3 if sheet is book.worksheets[0] else 5
        rows = sheet.iter_rows(min_row=2, max_col=column, values_only=True)
        values += [(row[0], show(row[-1])) for row in rows if row[0] and row[0][0] != "@" and not is_blank(row[-1])]
    book.worksheets[0].cell(4, 1).value = str(ReturnMark(written.isoformat(timespec="seconds"), digest_of(values)))


def _catalogue(templates: str | Path | None, reports: Iterable[BaseReport | None]) -> Catalogue:
    of_reports = next((report.catalogue for report in reports if report is not None), None)
    return folder_catalogue(templates) if templates is not None or of_reports is None else of_reports


def _period_cells(period: Period | None) -> dict[str, object]:
    """A period on the cover; its days stay blank where its name has them, so that another name brings its own."""
    if period is None:
        return {}
    is_named = label_and_days(period.label)[1:] == (period.start, period.end)
    days = {} if is_named else {"start": period.start, "end": period.end}
    return {"label": period.label, **days}


def _year_before(period: Period | None) -> Period | None:
    match = re.fullmatch(r"năm (\d{4})", period.label) if period else None
    return make_period(int(match[1]) - 1) if match else None


def _commune_book(
    cover: Mapping[str, object],
    questions: Questions,
    level: str,
    entries: Entries,
) -> Any:
    book, pen = new_book()
    cover_sheet(pen, book.active, COMMUNE_TITLE, questions.catalogue.title, cover)
    name = f"{level[:1].upper()}{level[1:]} {cover['unit.name']}" if cover["unit.name"] else None
    headings = {
        "title": questions.catalogue.title.upper(),
        "subtitle": " · ".join(str(text) for text in (name, cover.get("period.label")) if text),
        "this": "\n".join(filter(None, ("Kỳ này", _bracketed(cover.get("period.label"))))),
        "last": "\n".join(filter(None, ("Kỳ trước", _bracketed(cover.get("previous.label"))))),
    }
    for number, sections in enumerate(_pages(questions, questions.of_communes(level)), start=1):
        figures_sheet(pen, book.create_sheet(f"Biểu {number}"), questions, sections, headings, entries)
    return book


_Page = list[tuple[int, list[Question]]]


def _pages(questions: Questions, asked: Sequence[Question]) -> list[_Page]:
    """The sections with their numbers, dealt out to pages of about as many rows each; no section is parted."""
    by_section: dict[str, list[Question]] = {}
    for question in asked:
        by_section.setdefault(question.section, []).append(question)
    ordered = [by_section[name] for name in questions.catalogue.sections if name in by_section]
    sizes = [1 + sum(_rows_of(question) for question in section) for section in ordered]
    count = max(1, -(-sum(sizes) // PAGE_ROWS))
    pages: list[_Page] = [[]]
    used = 0
    for number, (section, size) in enumerate(zip(ordered, sizes, strict=True), start=1):
        if pages[-1] and used + size / 2 > len(pages) * sum(sizes) / count:
            pages.append([])
        pages[-1].append((number, section))
        used += size
    return pages


def _rows_of(question: Question) -> int:
    return len(question.slot_ids()) + (question.shape == "group")


def _bracketed(label: object) -> str:
    return f"({label})" if label else ""


def _province_book(
    cover: Mapping[str, object], questions: Questions, units: Sequence[UnitEntry], reports: Iterable[BaseReport]
) -> Any:
    book, pen = new_book()
    named = {**cover, "unit.level": cover["unit.level"] if cover["unit.name"] else None}
    cover_sheet(pen, book.active, PROVINCE_TITLE, questions.catalogue.title, named)
    filled: dict[str, dict[str, Filled]] = {
        report.place.code or "": filled_columns(report, questions) for report in reports
    }
    province_sheet(pen, book.create_sheet("Số liệu"), questions, units, filled)
    return book


def _save(book: Any, target: Path) -> Path:
    """Write the workbook whole or not at all."""
    return write_whole(target, book_bytes(book))
