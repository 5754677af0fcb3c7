"""Figures back into the cells of a form, so that reading the form gives the same figures again.

A number goes in as a number where that reads back equal, else as its Vietnamese text without the unit the form
prints, else as its whole text. The mirror of `antq_reports.forms.answers`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from typing import Any

from pydantic import BaseModel

from antq_reports.catalogue import MetricPath, Row
from antq_reports.catalogue.group import FIGURE
from antq_reports.errors import FigureSyntaxError
from antq_reports.figures import AnyFigure, Count, Money, Pair, PartOfWhole, format_figure
from antq_reports.forms.cell import Unit, plain_text, read_cell
from antq_reports.forms.questions import Question, Questions
from antq_reports.report import BaseReport

Written = int | float | str


@dataclass(frozen=True, slots=True)
class Filled:
    """What goes into one cell of a form, with the label and unit written beside it in a group's row."""

    value: Written
    label: str = ""
    unit: str = ""


def filled_cells(report: BaseReport, questions: Questions, *, beside: BaseReport | None = None) -> dict[str, Filled]:
    """The cells of a commune's form that hold a report's figures, by id.

    ``beside`` is the report in the form's other column: a group's row stands in the row of its label there, else in a
    row that is free in both, for the two columns share the labels.
    """
    cells: dict[str, Filled] = {}
    for question in questions.by_path.values():
        answer = _answer_of(report, question)
        if isinstance(answer, tuple):
            other = _answer_of(beside, question) if beside is not None else ()
            cells.update(_rows(question, answer, [row.words for row in other or ()]))
        elif answer is not None:
            cells.update(_answer(question, answer))
    return cells


def filled_columns(report: BaseReport, questions: Questions) -> dict[str, Filled]:
    """The cells of a row of the province form, by id: a group is one cell of short texts."""
    cells: dict[str, Filled] = {}
    for question in questions.by_path.values():
        answer = _answer_of(report, question)
        if isinstance(answer, tuple) and answer:
            cells[question.path] = Filled("; ".join(_listed(row) for row in answer))
        elif answer is not None and not isinstance(answer, tuple):
            cells.update(_answer(question, answer))
    return cells


def _answer_of(report: BaseReport, question: Question) -> Any:
    """What a report, perhaps of an older catalogue, holds for a question."""
    section = getattr(report, question.section, None)
    old = question.declaration.was
    found = getattr(section, question.name, None)
    return getattr(section, old, None) if found is None and old is not None else found


def _answer(question: Question, figure: AnyFigure) -> Iterator[tuple[str, Filled]]:
    path, kinds = question.path, question.kinds
    if isinstance(figure, PartOfWhole) and question.shape == "yes-no" and figure.whole == 1 and figure.part <= 1:
        yield path, Filled("x" if figure.part else "không")
    elif isinstance(figure, PartOfWhole) and question.shape == "ratio" and _is_plain(figure, question.unit):
        yield f"{path}#part", Filled(figure.part)
        yield f"{path}#whole", Filled(figure.whole)
    elif isinstance(figure, Pair) and question.shape == "pair" and isinstance(question.unit, tuple):
        yield from _pair(path, figure, question.unit)
    else:
        first = f"{path}#{question.parts[0]}" if question.parts[0] else path
        yield first, Filled(written(figure, kinds, question.unit))


def _is_plain(figure: PartOfWhole, unit: Unit) -> bool:
    return figure == PartOfWhole(part=figure.part, whole=figure.whole, unit=unit if isinstance(unit, str) else None)


def _pair(path: str, figure: Pair, units: tuple[str, str]) -> Iterator[tuple[str, Filled]]:
    is_usual = (figure.first.unit, figure.second.unit) == units and figure.joiner == ", " and not figure.third
    if not is_usual:
        yield f"{path}#first", Filled(format_figure(figure))
        return
    yield f"{path}#first", Filled(written(figure.first, (Count,), units[0]))
    yield f"{path}#second", Filled(written(figure.second, (Count,), units[1]))


def _rows(question: Question, rows: Sequence[Row], labelled: Sequence[str]) -> Iterator[tuple[str, Filled]]:
    group = question.group
    for place, row in _placed(rows, labelled):
        if place >= group.rows:
            continue
        figures = dict(row.figures())
        for part in question.parts if figures else ():
            figure, declared = figures.get(part or FIGURE), group.columns[part or FIGURE]
            where = str(MetricPath(question.section, question.name, place, part))
            if figure is None:
                yield where, Filled("", row.words)
                continue
            unit = figure.unit or ""
            is_said = declared.unit is not None or unit == row.words or isinstance(figure, Pair | Money)
            value = written(figure, declared.takes, declared.unit or unit or row.words)
            yield where, Filled(value, row.words, "" if is_said else unit)


def _placed(rows: Sequence[Row], labelled: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Rows with their places in a form whose first rows bear labels already."""
    places = {words: place for place, words in reversed(list(enumerate(labelled)))}
    free = count(len(labelled))
    for row in rows:
        place = places.pop(row.words, None)
        yield next(free) if place is None else place, row


def _listed(row: Row) -> str:
    figures = list(row.figures())
    texts = ", ".join(format_figure(figure) for _, figure in figures)
    is_said = row.group.is_plain and figures and figures[0][1].unit == row.words
    return texts if is_said else f"{row.words}: {texts}"


def written(figure: AnyFigure, kinds: tuple[type[BaseModel], ...], unit: Unit) -> Written:
    """A figure as one cell holds it: the plainest form that reads back equal.

    >>> (
    ...     written(Count(value=1584, unit="vụ"), (Count,), "vụ"),
    ...     written(Count(value=550, hedge="hơn", unit="vụ"), (Count,), "vụ"),
    ... )
    (1584, 'hơn 550')
    """
    candidates: list[Written] = []
    if figure.number is not None:
        candidates.append(_plain_number(figure.number))
    candidates.append(plain_text(figure))
    for candidate in candidates:
        try:
            if read_cell(candidate, kinds, unit) == figure:
                return candidate
        except FigureSyntaxError:
            continue
    return format_figure(figure)


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
