"""From the cells of one unit to the sections of one report.

Owns how the cells of an answer come together: part and whole, two counts of a pair, yes or no, the rows of a
group. Every fault is kept with its place and the rest goes on; what is left out by rule is a warning. Imports no
reader: cells come from spreadsheets, CSV files and records alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from antq_reports.catalogue import Group, MetricPath
from antq_reports.catalogue.group import FIGURE, LABEL, read_row
from antq_reports.catalogue.made_models import row_model
from antq_reports.catalogue.measures import settle_unit
from antq_reports.catalogue.metric import Kinds
from antq_reports.errors import FigureSyntaxError, Refusal, UnknownValue
from antq_reports.figures import (
    AnyFigure,
    Count,
    Hedge,
    Pair,
    PartOfWhole,
    format_figure,
)
from antq_reports.figures.scalars import MAX_VALUE, unit_problem
from antq_reports.figures.sentence_errors import refusal_in
from antq_reports.forms.answer_book import Answers, Cell
from antq_reports.forms.cell import cell_text, count_of, read_cell, read_yes_no, show, wanted
from antq_reports.forms.questions import Question, Questions, Slot
from antq_reports.report import Origin
from antq_reports.report.unit_register import is_total_name

Listed = dict[str, dict[tuple[int | None, str], tuple[Slot, "Cell"]]]
"""The cells of answers that take several, by metric, row and part."""


def gather(cells: Iterable[Cell], file: str, questions: Questions, level: str | None = None) -> Answers:
    """Read the cells of one unit. Blank cells give nothing; a metric met twice is a fault."""
    answers = Answers(file, questions, level, accepts=partial(_accepts, questions))
    listed: Listed = {}
    counted = questions.counted
    for cell in cells:
        if type(cell.raw) is float and cell.raw.is_integer() and (asked := counted.get(cell.id)):
            question, unit = asked  # nine cells of ten are plain counts
            if 0 <= cell.raw <= MAX_VALUE and question.path not in answers.places:
                answers.keep(question, count_of(int(cell.raw), unit), cell.origin)
                continue
        _sort_cell(answers, listed, cell)
    for parts in listed.values():
        _read_listed(answers, list(parts.values()))
    return answers


def _accepts(questions: Questions, question: Question, text: str) -> bool:
    """Whether a text is an answer to a question: alone, or as a part beside its whole."""
    first, *rest = question.slot_ids()
    for beside in ((), rest[:1]):
        answers, listed = Answers("", questions), Listed()
        for identifier, raw in ((first, text), *((each, _LARGE) for each in beside)):
            _sort_cell(answers, listed, Cell(identifier, raw, Origin()))
        for parts in listed.values():
            _read_listed(answers, list(parts.values()))
        if not answers.asked:
            return True
    return False


_LARGE = "900.000.000"
"""A whole no proposed part is above."""


def _sort_cell(answers: Answers, listed: Listed, cell: Cell) -> None:
    """Read a cell that answers alone; keep one that belongs with others until all are there."""
    slot, is_empty = answers.questions.slot_of(cell.id), cell.raw is None or cell.raw == ""
    if slot is None:
        if not is_empty:
            message = f"không chỉ tiêu nào nhận giá trị “{show(cell.raw)[:60]}” (mã “{cell.id[:60]}”)"
            refusal = Refusal(message, "ghi vào đúng dòng chỉ tiêu")
            answers.warnings.append(UnknownValue(answers.file, "", refusal, origin=cell.origin))
        return
    path, key = slot.question.path, (slot.row, slot.part)
    is_single = slot.question.shape == "single"
    if is_empty:
        if cell.label:
            listed.setdefault(path, {}).setdefault(key, (slot, cell))
    elif answers.withheld and slot.question.shape != "group" and answers.is_asked(path):
        return  # told once
    elif path in answers.places if is_single else not _is_free(listed.get(path, {}).get(key)):
        error = FigureSyntaxError(show(cell.raw), Refusal("chỉ tiêu này ghi hai lần", "giữ một dòng, xóa dòng thừa"))
        answers.ask(cell.origin, slot.question, error, (cell,))
        listed.pop(path, None)
    elif is_single:
        _read_single(answers, slot.question, cell)
    else:
        listed.setdefault(path, {})[key] = (slot, cell)


def _is_free(held: tuple[Slot, Cell] | None) -> bool:
    """Whether a slot holds nothing yet, or only the label another cell lent it."""
    return held is None or held[1].raw in (None, "")


def _read_single(answers: Answers, question: Question, cell: Cell) -> None:
    try:
        figure = read_cell(cell.raw, question.kinds, question.unit)
        if figure is not None:
            _keep_settled(answers, question, figure, cell.origin)
    except FigureSyntaxError as error:
        answers.ask(cell.origin, question, error, (cell,))


def _keep_settled(answers: Answers, question: Question, figure: AnyFigure, origin: Origin) -> None:
    """Take a figure in its metric's unit; a conversion is told. Raises `FigureSyntaxError` for another unit."""
    settled = settle_unit(figure, question.metric)
    answers.keep(question, settled, origin)
    if settled.number != figure.number:
        message = f"{question.label}: {format_figure(figure)} được đổi thành {format_figure(settled)}"
        answers.warn(origin, message)


def _read_listed(answers: Answers, found: list[tuple[Slot, Cell]]) -> None:
    question = found[0][0].question
    readers: dict[str, Callable[[Answers, Question, list[tuple[Slot, Cell]]], None]] = {
        "yes-no": _read_yes_no,
        "ratio": _read_ratio,
        "pair": _read_pair,
        "group": _read_group,
    }
    try:
        readers[question.shape](answers, question, found)
    except FigureSyntaxError as error:
        origin = next((cell.origin for _, cell in found if show(cell.raw) == error.text), found[0][1].origin)
        answers.ask(origin, question, error, (cell for _, cell in found))


def _read_yes_no(answers: Answers, question: Question, found: list[tuple[Slot, Cell]]) -> None:
    cell = found[0][1]
    if isinstance(cell.raw, str) and "/" in cell.raw:
        answers.keep(question, read_cell(cell.raw, question.kinds, question.unit), cell.origin)
        return
    answer = read_yes_no(cell.raw)
    if answer is None:
        return
    if answers.level is not None and question.level is not None and question.level != answers.level:
        whose = f"câu hỏi dành cho {question.level}, đơn vị này là {answers.level}"
        message = f"{question.label}: {whose}; bỏ qua “{show(cell.raw)}”"
        answers.warn(cell.origin, message, "để trống ô này")
        return
    unit = question.unit if isinstance(question.unit, str) else None
    answers.keep(question, _part_of_whole(int(answer), 1, unit), cell.origin)


def _read_ratio(answers: Answers, question: Question, found: list[tuple[Slot, Cell]]) -> None:
    cells = {slot.part: cell for slot, cell in found}
    first = cells.get("part") or cells.get("")
    part = read_cell(first.raw, (Count, PartOfWhole, *question.kinds), question.level) if first else None
    second = cells.get("whole")
    whole = read_cell(second.raw, (Count,)) if second else None
    unit = question.unit if isinstance(question.unit, str) else None
    if second is None or whole is None:
        if first is not None and part is not None:
            _keep_settled(answers, question, _lone_part(part, first, question, unit), first.origin)
        return
    assert isinstance(whole, Count)
    if first is None or part is None:
        raise FigureSyntaxError(
            show(second.raw), Refusal("có tổng mà thiếu kết quả", "ghi cả hai ô, hoặc để trống cả hai")
        )
    if not isinstance(part, Count):
        raise FigureSyntaxError(
            show(first.raw), Refusal(f"đã có tổng {show(second.raw)} ở ô bên", "ghi một số đếm ở ô này")
        )
    if whole.value == 0 and part.value == 0:
        answers.warn(first.origin, f"{question.label}: 0 trên tổng số 0, coi như không phát sinh", "để trống cả hai ô")
        return
    if whole.value == 0:
        raise FigureSyntaxError(show(second.raw), Refusal("tổng bằng 0 mà kết quả khác 0", "kiểm tra lại tổng số"))
    is_sided = whole.hedge is not None and whole.hedge.direction != "about"  # "hơn 3/9" would speak of the part
    if is_sided or whole.stated:
        raise FigureSyntaxError(show(second.raw), Refusal("tổng kèm chữ không in được", "chỉ ghi con số, như 342"))
    value = _part_of_whole(part.value, whole.value, part.unit or unit, part.hedge or whole.hedge)
    value = value.model_copy(update=part.stated)
    origin = first.origin if first.origin.note else replace(first.origin, note=second.origin.note)
    _keep_settled(answers, question, value, origin)


@cache
def _prototype(unit: str | None, hedge: Hedge | None) -> PartOfWhole:
    return PartOfWhole(part=0, whole=1, unit=unit, hedge=hedge)


@lru_cache(maxsize=16_384)
def _part_of_whole(part: int, whole: int, unit: str | None, hedge: Hedge | None = None) -> PartOfWhole:
    """A part of its whole, made fast: both numbers are counts within bounds, and the whole is not zero."""
    return _prototype(unit, hedge).model_copy(update={"part": part, "whole": whole})


def _lone_part(part: AnyFigure, cell: Cell, question: Question, unit: str | None) -> AnyFigure:
    if isinstance(part, Count) and Count not in question.kinds:
        raise FigureSyntaxError(
            show(cell.raw), Refusal("có kết quả mà thiếu tổng", f"{wanted(question.kinds)}; ghi thêm ô tổng")
        )
    if isinstance(cell.raw, int | float) and question.kinds[0] is PartOfWhole and 0 < cell.raw <= 100:
        shown = show(cell.raw)
        remedy = f"ghi “{shown}%” nếu là tỷ lệ, “{shown} {unit or ''}” nếu là số đếm, và ghi thêm ô tổng".replace(
            " ”", "”"
        )
        raise FigureSyntaxError(shown, Refusal("không rõ là phần trăm hay số đếm", remedy))
    again = read_cell(cell.raw, question.kinds, unit)
    return again if again is not None else part


def _read_pair(answers: Answers, question: Question, found: list[tuple[Slot, Cell]]) -> None:
    cells = {slot.part: cell for slot, cell in found}
    first, second = cells.get("first") or cells.get(""), cells.get("second")
    units = question.unit if isinstance(question.unit, tuple) else ("", "")
    one = read_cell(first.raw, _with_counts(question.kinds), units) if first else None
    two = read_cell(second.raw, (Count,), units[1]) if second else None
    if first is None or one is None:
        if second is not None and two is not None:
            raise FigureSyntaxError(
                show(second.raw), Refusal("có số thứ hai mà thiếu số thứ nhất", "ghi cả hai ô, hoặc để trống cả hai")
            )
        return
    if isinstance(two, Count):
        if not isinstance(one, Count):
            raise FigureSyntaxError(show(first.raw), Refusal("ô bên đã có số thứ hai", "ghi một số đếm ở ô này"))
        one = Pair(first=one, second=two)
    elif isinstance(one, Count) and Count not in question.kinds:
        raise FigureSyntaxError(show(first.raw), Refusal("có số thứ nhất mà thiếu số thứ hai", "ghi cả hai ô"))
    _keep_settled(answers, question, one, first.origin)


def _with_counts(kinds: Kinds) -> Kinds:
    """What one cell of a pair takes: a count, also where the metric itself takes pairs alone."""
    return kinds if Count in kinds else (Count, *kinds)


def _read_group(answers: Answers, question: Question, found: list[tuple[Slot, Cell]]) -> None:
    """The rows of a group, from lists and from rows of cells, in the order of the form."""
    made: list[Any] = []
    by_row: dict[int, dict[str, Cell]] = {}
    for slot, cell in found:
        if slot.row is None:
            for text in _list_items(cell, question.group):
                _take_row(answers, question, made, cell, partial(read_row, question.group, text))
        else:
            by_row.setdefault(slot.row, {})[slot.part] = cell
    for _, cells in sorted(by_row.items()):
        _take_row(answers, question, made, next(iter(cells.values())), partial(_row_of_cells, question, cells), cells)
    if made:
        answers.sections.setdefault(question.section, {})[question.name] = tuple(made)


def _take_row(
    answers: Answers,
    question: Question,
    made: list[Any],
    first: Cell,
    read: Callable[[], dict[str, Any] | None],
    cells: Mapping[str, Cell] = MappingProxyType({}),
) -> None:
    """One row, or its fault; the places of its figures are those of their cells."""
    row = row_model(answers.questions.catalogue, question.section, question.name)
    try:
        fields = read()
        if fields is None:
            return
        words = question.group.words_of(fields)
        if is_total_name(words):
            message = f"{question.label}: “{words}” là dòng cộng, không phải một loại; không dùng dòng này"
            answers.warn(first.origin, message)
            return
        made.append(row.model_validate(fields))
    except FigureSyntaxError as error:
        answers.ask(first.origin, question, error, cells.values() or (first,))
        return
    except (ValidationError, PydanticCustomError) as error:
        advice = Refusal("không đọc được", f"ghi như “{question.group.example}”")
        own = refusal_in(error.context) if isinstance(error, PydanticCustomError) else None
        told = FigureSyntaxError(show(first.raw)[:80], own or advice)
        answers.ask(first.origin, question, told, cells.values() or (first,))
        return
    for part in question.parts:
        cell = cells.get(part, first)
        path = MetricPath(question.section, question.name, len(made) - 1, part)
        answers.places[str(path)] = (cell.origin,)


def _list_items(cell: Cell, group: Group) -> list[str]:
    if not isinstance(cell.raw, str):
        remedy = f"ghi danh sách bằng chữ: “{group.example}; …”"
        raise FigureSyntaxError(show(cell.raw), Refusal("thiếu tên loại", remedy))
    return [item.strip() for item in cell_text(cell.raw).split(";") if item.strip()]


def _row_of_cells(question: Question, cells: Mapping[str, Cell]) -> dict[str, Any] | None:
    """A row of the form: a label, a unit if need be, a number in each column; None for a blank one."""
    group = question.group
    label = next((text for cell in cells.values() if (text := cell_text(cell.label))), "")
    figures = {part or FIGURE: _figure_of_cell(group, part or FIGURE, cell, label) for part, cell in cells.items()}
    given = [name for name, figure in figures.items() if figure is not None]
    if not given:
        return None
    if not label:
        raw = cells["" if given[0] == FIGURE and group.is_plain else given[0]].raw
        remedy = "ghi tên loại vào cột Chỉ tiêu của dòng này" + ("" if group.is_plain else f", như “{group.example}”")
        raise FigureSyntaxError(show(raw), Refusal("có số mà chưa có tên loại", remedy))
    heads: dict[str, str | None] = {LABEL: label} if group.is_plain else group.heads_of(label)
    return {**heads, **figures}


def _figure_of_cell(group: Group, column: str, cell: Cell, label: str) -> AnyFigure | None:
    declared = group.columns[column]
    unit = declared.unit or cell_text(cell.unit) or _unit_from(label)
    figure = read_cell(cell.raw, declared.takes, unit or None)
    return settle_unit(figure, declared) if figure is not None and declared.unit is not None else figure


@lru_cache(maxsize=1024)
def _unit_from(label: str) -> str | None:
    """The label as a unit, as in “86 doanh nghiệp”, where it can be one."""
    return label if label and unit_problem(label) is None else None
