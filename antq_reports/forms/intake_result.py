"""What reading gave: reports, the ones of the period before, and what could not be read.

An input with a fault gives no report: nothing wrong is ever printed in silence. The others go on.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from antq_reports.catalogue import Section, section_models
from antq_reports.errors import AntqReportsWarning, Fault, IntakeError, Refusal, UnknownValue
from antq_reports.figures import Period
from antq_reports.forms.answer_book import Answers
from antq_reports.intake.pydantic_faults import faults_of
from antq_reports.report import BaseReport, LeftOut, Place, SourceMap, Withheld, report_class


@dataclass(frozen=True, slots=True)
class Refused:
    """One input that gave no report: its file, whose report it is if known, and every fault."""

    file: str
    place: Place | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything a source gave."""

    reports: tuple[BaseReport, ...] = ()
    previous: tuple[BaseReport, ...] = ()
    """The reports of the period before, from the forms' last-period column."""
    refused: tuple[Refused, ...] = ()
    warnings: tuple[Fault, ...] = ()
    questioned: tuple[Fault, ...] = ()
    """Cells of reports that were read all the same, without these cells' metrics."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault: of refused inputs, then of single cells."""
        return (*(fault for refused in self.refused for fault in refused.faults), *self.questioned)

    @property
    def unknown(self) -> tuple[Fault, ...]:
        """The warnings of values that no metric takes."""
        return tuple(warning for warning in self.warnings if isinstance(warning, UnknownValue))

    def demand(self) -> tuple[BaseReport, ...]:
        """The reports, or `IntakeError` with every fault when there is one. The warnings are the caller's to show."""
        if self.faults:
            raise IntakeError(self.faults)
        return self.reports

    def settle(self, *, allow_unknown: bool, depth: int = 3) -> tuple[BaseReport, ...]:
        """The reports for a caller who gets nothing else: no warning is dropped.

        A value that no metric takes is a fault unless ``allow_unknown``; any other warning is a Python warning
        (`AntqReportsWarning`), said to stand ``depth`` calls up. Raises `IntakeError` with every fault.
        """
        unknown = () if allow_unknown else self.unknown
        if self.faults or unknown:
            raise IntakeError((*self.faults, *unknown))
        for warning in self.warnings:
            if not isinstance(warning, UnknownValue):
                warnings.warn(str(warning), AntqReportsWarning, stacklevel=depth)
        return self.reports


@dataclass(slots=True)
class Gathering:
    """An intake being filled, input by input."""

    reports: list[BaseReport] = field(default_factory=list)
    previous: list[BaseReport] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    questioned: list[Fault] = field(default_factory=list)

    def add(self, other: Intake) -> None:
        """Take over what one input gave."""
        self.reports += other.reports
        self.previous += other.previous
        self.refused += other.refused
        self.warnings += other.warnings
        self.questioned += other.questioned

    def done(self) -> Intake:
        """The intake, frozen."""
        return Intake(
            tuple(self.reports),
            tuple(self.previous),
            tuple(self.refused),
            tuple(self.warnings),
            tuple(self.questioned),
        )


def refusal(file: Path | str, message: str, remedy: str) -> Intake:
    """An input refused whole."""
    return Intake(refused=(Refused(str(file), None, (Fault(str(file), "", Refusal(message, remedy)),)),))


def _sections(answers: Answers) -> dict[str, Section]:
    """Sections of values that are figures and rows already: each was validated when it was made, once is enough."""
    models = section_models(answers.questions.catalogue)
    return {name: models[name].model_construct(**values) for name, values in answers.sections.items()}


def _left_out(withheld: Withheld) -> LeftOut:
    return LeftOut(metric=withheld.path, label=withheld.label, reason="ô không đọc được số liệu")


def make_report(
    answers: Answers, place: Place, period: Period, source: SourceMap, **more: object
) -> BaseReport | Refused:
    """The report of one unit's answers, or its refusal with every fault."""
    if answers.faults:
        return Refused(answers.file, place, tuple(answers.faults))
    model = report_class(answers.questions.catalogue)
    try:
        left_out = tuple(map(_left_out, answers.withheld))
        data = {"place": place, "period": period, "left_out": left_out, **more, **_sections(answers)}
        report = model.model_validate(data)
    except ValidationError as error:
        return Refused(answers.file, place, faults_of(error, answers.file, model))
    return report.with_sources(replace(source, places=answers.places, withheld=tuple(answers.withheld)))
