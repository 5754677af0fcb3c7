"""What the cells of one unit gave, as it is gathered: values with their places, and whatever cannot be read of them.

A fault is kept with its place and the rest goes on. What is left out keeps what was typed, so that it can be sent back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from antq_reports.errors import Fault, FigureSyntaxError, Refusal
from antq_reports.forms.cell import Broken, Raw, show
from antq_reports.forms.proposals import fitted
from antq_reports.forms.questions import Question, Questions
from antq_reports.forms.sheet import is_blank
from antq_reports.report import Origin, Withheld


@dataclass(slots=True)
class Cell:
    """One cell of an answer: its id, what it holds, where it stands, and the words of its row."""

    id: str
    raw: Raw
    origin: Origin
    """Where it stands, with the note left beside it."""
    label: str = ""
    unit: str = ""


@dataclass(slots=True)
class Answers:
    """What the cells of one unit gave: sections for a report, a place per metric, faults and warnings."""

    file: str
    questions: Questions
    level: str | None = None
    sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, tuple[Origin, ...]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    """What nothing can be read for: whose report it is, and for when."""
    asked: list[Fault] = field(default_factory=list)
    """Cells that no figure was taken from; the rest of the report stands."""
    withheld: list[Withheld] = field(default_factory=list)
    """The metrics of these cells."""
    warnings: list[Fault] = field(default_factory=list)
    accepts: Callable[[Question, str], bool] | None = None
    """Whether a text is an answer to a question: what a remedy proposes is tried with it."""

    def keep(self, question: Question, value: object, origin: Origin) -> None:
        """Take a value for a metric."""
        self.sections.setdefault(question.section, {})[question.name] = value
        self.places[question.path] = (origin,)

    def refuse(self, origin: Origin, label: str, error: FigureSyntaxError) -> None:
        """Take a fault: what was read, why not, what was expected."""
        self.faults.append(Fault(self.file, "", _told(label, error), origin=origin))

    def ask(self, origin: Origin, question: Question, error: FigureSyntaxError, cells: Iterable[Cell] = ()) -> None:
        """Leave a metric out because of one of its cells; of a group only the row of that cell."""
        if question.shape not in ("group", "yes-no") and self.accepts is not None:
            error = fitted(error, question, partial(self.accepts, question))
        told = _told(question.label, error)
        self.asked.append(Fault(self.file, "", told, origin=origin))
        if question.shape != "group":
            self.sections.get(question.section, {}).pop(question.name, None)
            self.places.pop(question.path, None)
        left_out = Withheld(
            path=question.path,
            label=question.label,
            reason=error.reason,
            remedy=error.remedy,
            code=UNREADABLE,
            value=error.text,
            origins=(origin,),
            typed=tuple((cell.id, show(cell.raw), cell.label) for cell in cells if _is_typed(cell.raw)),
        )
        self.withheld.append(left_out)

    def is_asked(self, path: str) -> bool:
        """Whether a metric was left out already."""
        return any(each.path == path for each in self.withheld)

    def warn(self, origin: Origin, message: str, remedy: str = "") -> None:
        """Take a warning."""
        self.warnings.append(Fault(self.file, "", Refusal(message, remedy), origin=origin))


UNREADABLE = "unreadable"
"""The code of a figure that could not be read from its cell."""


def _is_typed(raw: Raw) -> bool:
    """Whether somebody typed what a cell holds: a formula without a value is nobody's text."""
    return not is_blank(raw) and not isinstance(raw, Broken)


def _told(label: str, error: FigureSyntaxError) -> Refusal:
    read = f"đọc được “{error.text}”, " if error.text else ""
    return replace(error.refusal, reason=f"{label}: {read}{error.reason}")
