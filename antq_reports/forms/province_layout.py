"""Reading the province form and its CSV: one row a unit, one column a metric.

The row of ids names the columns; the rows of headings below it carry ``@head`` in their first column. A row with a
fault gives no report, the others go on. A row without a figure is a unit that has not reported, not a unit with
zeros.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from antq_reports.catalogue import MetricPath
from antq_reports.errors import Fault, FigureSyntaxError, Refusal
from antq_reports.figures import Period
from antq_reports.forms.answer_book import Answers, Cell
from antq_reports.forms.answers import gather
from antq_reports.forms.cell import Raw, show
from antq_reports.forms.commune_layout import HEADER_ROWS, find_columns
from antq_reports.forms.cover import Cover
from antq_reports.forms.intake_result import Gathering, Intake, Refused, make_report, refusal
from antq_reports.forms.questions import COVER_IDS, Questions
from antq_reports.forms.sheet import Sheet, is_blank
from antq_reports.forms.unit_names import make_period, read_code, read_level, split_level
from antq_reports.report import Origin, Place, SourceMap
from antq_reports.report.unit_register import is_total

ALIASES = {
    "mã": "@code",
    "mã đơn vị": "@code",
    "unit_code": "@code",
    "code": "@code",
    "tên": "@name",
    "tên đơn vị": "@name",
    "unit_name": "@name",
    "name": "@name",
    "cấp": "@level",
    "level": "@level",
    "kỳ": "@period",
    "kỳ báo cáo": "@period",
    "period": "@period",
    "ghi chú": "@note",
    "note": "@note",
}
_IS_TOTAL = "là dòng cộng, không phải một đơn vị; không cộng dòng này"
_NO_UNIT = "có số liệu mà không có mã và tên đơn vị"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a province form keeps its unit columns and its metrics, and where its rows begin."""

    units: dict[str, int]
    metrics: dict[int, str]
    """Columns headed by a metric's id, or by what looks like one and is none."""
    first: int


def find_layout(sheet: Sheet, questions: Questions) -> Layout | None:
    """The layout of a sheet in the province form; None for a sheet that is none."""
    for number, row in enumerate(sheet.rows[:HEADER_ROWS]):
        texts = {column: raw.strip() for column, raw in enumerate(row) if isinstance(raw, str) and raw}
        if "@value" in texts.values():
            return None  # a commune's form
        metrics = {column: text for column, text in texts.items() if questions.slot_of(text)}
        units = {ALIASES.get(text.casefold(), text): column for column, text in texts.items() if column not in metrics}
        if metrics and ("@code" in units or "@name" in units):
            strays = {column: text for column, text in texts.items() if MetricPath.parse(text.partition("#")[0])}
            return Layout(units, strays | metrics, number + 1)
    return None


def read_province_form(file: Path, sheets: Sequence[Sheet], questions: Questions) -> Intake:
    """The reports of every row that holds figures."""
    cover = Cover(str(file), dict(_cover_cells(sheets, questions)))
    has_own = any("@period" in layout.units for sheet in sheets if (layout := find_layout(sheet, questions)))
    period = None if has_own and "period.label" not in cover.cells else cover.period("period")
    if cover.faults:
        return Intake(refused=(Refused(str(file), None, tuple(cover.faults)),))
    gathered = Gathering()
    source = SourceMap(file=file.name, folder=file.resolve().parent)
    for sheet in sheets:
        layout = find_layout(sheet, questions)
        if layout is not None:
            _read_rows(gathered, file, sheet, questions, layout, period, source, cover)
    if not (gathered.reports or gathered.refused):
        return refusal(file, "không có dòng nào có số liệu", "ghi mỗi đơn vị một dòng, mỗi chỉ tiêu một cột")
    return gathered.done()


def _cover_cells(sheets: Sequence[Sheet], questions: Questions) -> Iterator[tuple[str, tuple[Raw, Origin]]]:
    """The cells of the cover, which is laid out as a commune's is."""
    for sheet in sheets:
        columns, first = find_columns(sheet, questions)
        if find_layout(sheet, questions) or "@value" not in columns or "@id" not in columns:
            continue
        for number, row in enumerate(sheet.rows[first:], start=first):
            at, of = columns["@value"], columns["@id"]
            identifier = row[of] if of < len(row) else None
            if isinstance(identifier, str) and identifier in COVER_IDS:
                yield identifier, (row[at] if at < len(row) else None, sheet.origin(number, at))


def _read_rows(
    gathered: Gathering,
    file: Path,
    sheet: Sheet,
    questions: Questions,
    layout: Layout,
    period: Period | None,
    source: SourceMap,
    cover: Cover,
) -> None:
    marker = layout.units.get("@id")
    boundaries = cover.day("unit.boundaries_as_of")
    for number in range(layout.first, len(sheet.rows)):
        row = sheet.rows[number]
        if marker is not None and marker < len(row) and row[marker] == "@head":
            continue
        cells = _row_cells(sheet, number, row, layout)
        if not cells:
            continue
        answers = Answers(str(file), questions)
        place = _place(answers, sheet, number, layout, boundaries)
        own = _period(answers, sheet, number, layout) or period
        if place is not None and is_total(place):
            at = sheet.origin(number, layout.units.get("@name", 0))
            gathered.warnings.append(Fault(str(file), "", Refusal(f"“{place.name}” {_IS_TOTAL}", ""), origin=at))
            continue
        if place is None:
            _set_aside(gathered, answers, file, sheet, number)
            continue
        read = gather(cells, str(file), questions, place.level)
        read.faults[:0] = answers.faults
        gathered.warnings += read.warnings
        gathered.questioned += read.asked
        if own is None and not read.faults:
            read.faults.append(
                Fault(
                    str(file),
                    "",
                    Refusal("chưa ghi kỳ báo cáo", "ghi cột “kỳ”: năm 2026"),
                    origin=sheet.origin(number, 0),
                )
            )
        made = make_report(read, place, own or Period(label="?"), source)
        if isinstance(made, Refused):
            gathered.refused.append(made)
        else:
            gathered.reports.append(made)


def _row_cells(sheet: Sheet, number: int, row: Sequence[Raw], layout: Layout) -> list[Cell]:
    note = _unit_text(row, layout, "@note")
    width = len(row)
    return [
        Cell(identifier, raw, sheet.origin(number, column, note))
        for column, identifier in layout.metrics.items()
        if column < width and (raw := row[column]) != "" and raw is not None
    ]


def _place(answers: Answers, sheet: Sheet, number: int, layout: Layout, boundaries: object) -> Place | None:
    row = sheet.rows[number]
    name, at = _unit_text(row, layout, "@name"), layout.units.get("@code", 0)
    try:
        told_level, told_name = split_level(name)
        known = Place(name=told_name, level=told_level) if told_name else None
    except FigureSyntaxError as error:
        answers.refuse(sheet.origin(number, layout.units["@name"]), "tên đơn vị", error)
        return None
    try:
        level, proper = split_level(name, read_level(_unit_text(row, layout, "@level") or None))
        code = read_code(_unit_text(row, layout, "@code") or None, level)
    except FigureSyntaxError as error:
        answers.refuse(sheet.origin(number, at), "đơn vị", error)
        return known
    if not proper and not code:
        return None
    return Place.model_validate(
        {"name": proper or f"mã {code}", "level": level, "code": code, "boundaries_as_of": boundaries}
    )


def _period(answers: Answers, sheet: Sheet, number: int, layout: Layout) -> Period | None:
    try:
        return make_period(_unit_text(sheet.rows[number], layout, "@period") or None)
    except FigureSyntaxError as error:
        answers.refuse(sheet.origin(number, layout.units["@period"]), "kỳ báo cáo", error)
        return None


def _set_aside(gathered: Gathering, answers: Answers, file: Path, sheet: Sheet, number: int) -> None:
    if answers.faults:
        gathered.refused.append(Refused(str(file), None, tuple(answers.faults)))
    else:
        gathered.warnings.append(
            Fault(str(file), "", Refusal(_NO_UNIT, "ghi mã đơn vị, hoặc xóa dòng"), origin=sheet.origin(number, 0))
        )


def _unit_text(row: Sequence[Raw], layout: Layout, name: str) -> str:
    column = layout.units.get(name)
    if column is None or column >= len(row) or is_blank(row[column]):
        return ""
    raw = row[column]
    return raw.strip() if isinstance(raw, str) else show(raw)
