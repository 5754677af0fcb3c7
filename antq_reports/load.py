"""A mapping, a file, a folder or a list of files to reports: every input read, every fault kept.

Without ``templates`` a report is of the bundled subject, and that is what type checkers are told. A brief alone may
carry another: its report is a `BaseReport` of a class of its own.

A folder is read with its sub-folders (`antq_reports.forms.inbox` tells which files are inputs).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from antq_reports.catalogue import find_catalogue
from antq_reports.errors import Fault, IntakeError, Refusal, SubjectError
from antq_reports.evidence.brief_file import REPORT_FILE, read_brief
from antq_reports.formats import format_of
from antq_reports.forms.commune_layout import NO_METRICS, is_blank_form, read_commune_form, subject_of
from antq_reports.forms.csv_file import read_delimited
from antq_reports.forms.foreign_form import translated
from antq_reports.forms.foreign_map import maps_beside
from antq_reports.forms.inbox import MAX_FILES, SUMMARY_MARK, Inbox
from antq_reports.forms.intake_result import Gathering, Intake, Refused, refusal
from antq_reports.forms.map_proposal import proposed_map
from antq_reports.forms.province_layout import find_layout, read_province_form
from antq_reports.forms.questions import questions_of
from antq_reports.forms.sheet import Sheet
from antq_reports.forms.xlsx import read_sheets
from antq_reports.report import BaseReport
from antq_reports.report.report_file import load_report_file
from antq_reports.report.report_file import read_report as read_given_report

if TYPE_CHECKING:
    from antq_reports.bundled import Report

SPREADSHEETS = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"))
"""Endings of the workbooks that forms come in."""
TEXT_SUFFIXES = frozenset((".toml", ".json"))


@overload
def read_report(
    source: Mapping[str, Any] | str | bytes, *, templates: None = None, folder: str | Path | None = ...
) -> Report: ...
@overload
def read_report(
    source: Mapping[str, Any] | str | bytes, *, templates: str | Path, folder: str | Path | None = ...
) -> BaseReport: ...
def read_report(
    source: Mapping[str, Any] | str | bytes, *, templates: str | Path | None = None, folder: str | Path | None = None
) -> BaseReport:
    """The report in a mapping, or in a text that is TOML or JSON (which begins with ``{``).

    Place and period may be texts, figures their short forms, keys dotted; the numbers of a mapping may be those of
    `decimal`, `fractions` or NumPy, and NaN is a blank. ``templates`` holds the catalogue of a subject of one's own;
    ``folder`` is where photos lie. A text is never taken for a file's name: that is `load_report`'s.

    Raises `IntakeError` with every fault found: table path (and the line of a TOML text), what is wrong, what to write.

    >>> read_report({"place": "tỉnh Hà Tĩnh", "period": 2026})
    <Report tỉnh Hà Tĩnh, năm 2026: 0 số liệu>
    """
    return read_given_report(source, templates=templates, folder=folder)


@overload
def load_report(
    path: str | Path, *, templates: None = None, allow_unknown: bool = ..., allow_unreported: bool = ...
) -> Report: ...
@overload
def load_report(
    path: str | Path, *, templates: str | Path | None, allow_unknown: bool = ..., allow_unreported: bool = ...
) -> BaseReport: ...
def load_report(
    path: str | Path,
    *,
    templates: str | Path | None = None,
    allow_unknown: bool = False,
    allow_unreported: bool = False,
) -> BaseReport:
    """The report in a ``.toml`` or ``.json`` file, in a commune's ``.xlsx`` form, or in a finished brief.

    A brief is a ``.pdf`` or ``.html`` made by this library, which carries its data; photos stay where they were. A file
    of another subject needs the folder ``templates`` that holds its catalogue; a brief does not.

    A value in a form that no metric takes is a fault, unless ``allow_unknown``. What a form leaves in doubt otherwise
    (a question for another kind of unit, an amount below 1.000 đồng) is an `AntqReportsWarning`.

    A text that names a figure which was not reported is a fault, unless ``allow_unreported``: for the departments'
    report, whose texts name figures that `roll_up` will add up. Raises `IntakeError` with every fault found: file, line
    or cell, what is wrong, what to write.
    """
    file = Path(path)
    if format_of(file) is not None:
        return read_brief(file).reports()[0]
    if file.suffix.lower() in TEXT_SUFFIXES or not file.suffix:
        return load_report_file(file, templates=templates, allow_unreported=allow_unreported)
    reports = _read_file(file, templates).settle(allow_unknown=allow_unknown)
    if len(reports) != 1:
        message = f"tệp có {len(reports)} báo cáo, ở đây cần một"
        raise IntakeError(
            (Fault(str(file), "", Refusal(message, "dùng load_reports, hoặc tách từng đơn vị ra một tệp")),)
        )
    return reports[0]


@overload
def load_reports(
    source: str | Path | Iterable[str | Path], *, templates: None = None, allow_unknown: bool = ...
) -> tuple[Report, ...]: ...
@overload
def load_reports(
    source: str | Path | Iterable[str | Path], *, templates: str | Path | None, allow_unknown: bool = ...
) -> tuple[BaseReport, ...]: ...
def load_reports(
    source: str | Path | Iterable[str | Path], *, templates: str | Path | None = None, allow_unknown: bool = False
) -> tuple[BaseReport, ...]:
    """The reports in a folder, a workbook, a CSV file or several files.

    A value that no metric takes is a fault, unless ``allow_unknown``; whatever else is doubtful, a file passed over
    among it, is an `AntqReportsWarning`. Raises one `IntakeError` with the faults of all files; `read_reports` keeps
    what could be read instead, with the warnings.
    """
    return read_reports(source, templates=templates).settle(allow_unknown=allow_unknown)


def read_reports(source: str | Path | Iterable[str | Path], *, templates: str | Path | None = None) -> Intake:
    """The same, going on past faults: reports, reports of the period before, refused inputs and warnings."""
    gathered = Gathering()
    folder = Path(source) if isinstance(source, str | Path) and Path(source).is_dir() else None
    for file in _files_of_folder(folder, gathered) if folder is not None else _given(source):
        try:
            gathered.add(_named_below(_read_file(file, templates), folder, file))
        except IntakeError as error:
            gathered.refused.append(Refused(str(file), None, error.faults))
    return gathered.done()


def read_last(source: str | Path, *, templates: str | Path | None = None) -> Intake:
    """The reports of a period that is over: as `read_reports`, or from finished briefs where there is nothing else."""
    path = Path(source)
    if format_of(path) is not None:
        return Intake(reports=(load_report(path, templates=templates),))
    intake = read_reports(path, templates=templates)
    if intake.reports or not path.is_dir():
        return intake
    briefs = [file for file in sorted(path.rglob("*.pdf")) if _is_brief(file)][:MAX_FILES]
    if not briefs:
        return intake
    return Intake(reports=tuple(load_report(file, templates=templates) for file in briefs), warnings=intake.warnings)


def is_unfilled(form: Path, *, templates: str | Path | None = None) -> bool:
    """Whether a file is a commune's form as it was given out. Raises `IntakeError` for one that cannot be read."""
    sheets = read_sheets(form)
    try:
        questions = questions_of(find_catalogue(subject_of(sheets), templates))
    except SubjectError:
        return False
    return is_blank_form(sheets, questions)


def _given(source: str | Path | Iterable[str | Path]) -> list[Path]:
    return [Path(source)] if isinstance(source, str | Path) else [Path(path) for path in source]


def _files_of_folder(folder: Path, gathered: Gathering) -> list[Path]:
    """The inputs of a folder; what was sent and cannot be read is refused, what a run wrote is told in one line."""
    inbox = Inbox(folder, _is_brief).walk()
    gathered.refused += [Refused(fault.file, None, (fault,)) for fault in inbox.refused]
    gathered.warnings += inbox.warnings
    if inbox.passed_over:
        shown = ", ".join(str(path.relative_to(folder)) or "." for path in inbox.passed_over[:5])
        reason = f"{len(inbox.passed_over)} tệp, thư mục do lần chạy trước ghi ra nên không đọc: {shown}"
        gathered.warnings.append(Fault(str(folder), "", Refusal(reason)))
    return inbox.files


def _is_brief(file: Path) -> bool:
    """Whether a file is a brief that this library made."""
    try:
        return REPORT_FILE in read_brief(file).files
    except IntakeError:
        return False


def _named_below(intake: Intake, folder: Path | None, file: Path) -> Intake:
    """The reports with their file named as it lies below the folder, so that two of one name are told apart."""
    if folder is None or file.parent == folder:
        return intake
    below = file.relative_to(folder).as_posix()
    reports, previous = (
        tuple(report.with_sources(report.sources.under(below)) for report in each)
        for each in (intake.reports, intake.previous)
    )
    return replace(intake, reports=reports, previous=previous)


def _read_file(file: Path, templates: str | Path | None) -> Intake:
    reader = _READERS.get(file.suffix.lower(), _read_text_report)
    return reader(file, templates)


def _read_text_report(file: Path, templates: str | Path | None) -> Intake:
    """One file of several: a text without its figure is a finding of the review then, for the figure may be a sum's."""
    return Intake(reports=(load_report_file(file, templates=templates, allow_unreported=True),))


def _read_table(file: Path, templates: str | Path | None) -> Intake:
    return read_delimited(file, partial(find_catalogue, templates=templates))


def _read_workbook(file: Path, templates: str | Path | None) -> Intake:
    return _intake_of(file, read_sheets(file), templates)


def _intake_of(file: Path, sheets: tuple[Sheet, ...], templates: str | Path | None) -> Intake:
    """What the sheets of a workbook give: a summary of ours nothing, else the kind of form they are."""
    if any(sheet.rows and sheet.rows[0] and sheet.rows[0][0] == SUMMARY_MARK for sheet in sheets):
        reason = Refusal("bảng tổng hợp do lần chạy trước ghi ra nên không đọc")
        return Intake(warnings=(Fault(str(file), "", reason),))
    try:
        questions = questions_of(find_catalogue(subject_of(sheets), templates))
    except SubjectError as error:
        return refusal(file, error.reason, error.remedy)
    if any(find_layout(sheet, questions) for sheet in sheets):
        return read_province_form(file, sheets, questions)
    intake = read_commune_form(file, sheets, questions)
    if not any(fault.message == NO_METRICS for fault in intake.faults):
        return intake
    own = next((each for each in maps_beside(file, templates, questions) if each.fits(sheets)), None)
    if own is None:
        return intake
    foreign = translated(sheets, own, questions)
    return read_commune_form(file, foreign.sheets, questions, foreign)


def propose_map(file: str | Path, *, templates: str | Path | None = None) -> str | None:
    """A map for a spreadsheet that is no form of ours, as text; None for one that is, or that has no table.

    Raises `IntakeError` for a file that cannot be read.
    """
    path = Path(file)
    if path.suffix.lower() not in SPREADSHEETS:
        return None
    sheets = read_sheets(path)
    questions = questions_of(find_catalogue(None, templates))
    is_unknown = any(fault.message == NO_METRICS for fault in _intake_of(path, sheets, templates).faults)
    return proposed_map(path, sheets, questions) if is_unknown else None


_READERS: dict[str, Callable[[Path, str | Path | None], Intake]] = {
    **dict.fromkeys(SPREADSHEETS, _read_workbook),
    ".csv": _read_table,
    ".toml": _read_text_report,
    ".json": _read_text_report,
}
