"""Figures back into the cells of a form, so that reading the form gives the same figures again.

A number goes in as a number where that reads back equal, else as its Vietnamese text without the unit the form
prints, else as its whole text. The mirror of `antq_reports.forms.answers`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pydantic import BaseModel

from antq_reports.catalogue import Award, GroupRow
from antq_reports.errors import FigureSyntaxError
from antq_reports.figures import AnyFigure, Count, Money, Pair, PartOfWhole, format_figure
from antq_reports.forms.answers import GROUP_KINDS
from antq_reports.forms.cell import Unit, plain_text, read_cell
from antq_reports.forms.questions import AWARD_ROWS, GROUP_ROWS, Question, questions
from antq_reports.report import Report

Written = int | float | str


@dataclass(frozen=True, slots=True)
class Filled:
    """What goes into one cell of a form, with the label and unit written beside it in a group's row."""

    value: Written
    label: str = ""
    unit: str = ""


def filled_cells(report: Report) -> dict[str, Filled]:
    """The cells of a commune's form that hold a report's figures, by id."""
    cells: dict[str, Filled] = {}
    for question in questions().values():
        answer = getattr(getattr(report, question.section), question.name)
        if isinstance(answer, tuple):
            cells.update(_rows(question, answer))
        elif answer is not None:
            cells.update(_answer(question, answer))
    return cells


def filled_columns(report: Report) -> dict[str, Filled]:
    """The cells of a row of the province form, by id: a group is one cell of short texts."""
    cells: dict[str, Filled] = {}
    for question in questions().values():
        answer = getattr(getattr(report, question.section), question.name)
        if isinstance(answer, tuple) and answer:
            cells[question.path] = Filled("; ".join(_listed(row) for row in answer))
        elif answer is not None and not isinstance(answer, tuple):
            cells.update(_answer(question, answer))
    return cells


def _answer(question: Question, figure: AnyFigure) -> Iterator[tuple[str, Filled]]:
    path, kinds = question.path, question.kinds
    if isinstance(figure, PartOfWhole) and question.shape == "yes-no" and figure.whole == 1 and figure.part <= 1:
        yield path, Filled("x" if figure.part else "không")
    elif isinstance(figure, PartOfWhole) and question.shape == "ratio" and _is_plain(figure, question.unit):
        yield f"{path}#part", Filled(figure.part)
        yield f"{path}#whole", Filled(figure.whole)
    elif isinstance(figure, Pair) and question.shape == "pair" and isinstance(question.unit, tuple):
        yield from _pair(path, figure, question.unit, kinds)
    else:
        first = f"{path}#{question.parts[0]}" if question.parts[0] else path
        yield first, Filled(written(figure, kinds, question.unit))


def _is_plain(figure: PartOfWhole, unit: Unit) -> bool:
    return figure == PartOfWhole(part=figure.part, whole=figure.whole, unit=unit if isinstance(unit, str) else None)


def _pair(
    path: str, figure: Pair, units: tuple[str, str], kinds: tuple[type[BaseModel], ...]
) -> Iterator[tuple[str, Filled]]:
    is_usual = (figure.first.unit, figure.second.unit) == units and figure.joiner == ", "
    if not is_usual:
        yield f"{path}#first", Filled(format_figure(figure))
        return
    yield f"{path}#first", Filled(written(figure.first, kinds, units))
    yield f"{path}#second", Filled(written(figure.second, (Count,), units[1]))


def _rows(question: Question, rows: tuple[GroupRow | Award, ...]) -> Iterator[tuple[str, Filled]]:
    limit = AWARD_ROWS if question.shape == "awards" else GROUP_ROWS
    for place, row in enumerate(rows[:limit]):
        if isinstance(row, Award):
            label = _award_label(row)
            for part, unit in (("collectives", "tập thể"), ("individuals", "cá nhân")):
                figure = getattr(row, part)
                value = written(figure, (Count,), unit) if figure is not None else ""
                yield f"{question.path}[{place}].{part}", Filled(value, label)
        elif row.figure is not None:
            unit = row.figure.unit or ""
            beside = "" if unit == row.label or isinstance(row.figure, Pair | Money) else unit
            yield (
                f"{question.path}[{place}]",
                Filled(written(row.figure, GROUP_KINDS, unit or row.label), row.label, beside),
            )


def _listed(row: GroupRow | Award) -> str:
    if isinstance(row, Award):
        figures = [format_figure(figure) for figure in (row.collectives, row.individuals) if figure is not None]
        return f"{_award_label(row)}: {', '.join(figures)}"
    text = format_figure(row.figure) if row.figure is not None else ""
    return text if row.figure is not None and row.figure.unit == row.label else f"{row.label}: {text}"


def _award_label(award: Award) -> str:
    return f"{award.form} của {award.level}" if award.level else award.form


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
