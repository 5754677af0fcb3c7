"""A folder, a file or a list of files to reports: every input read, every fault kept, nothing stops the rest.

What Excel leaves beside an open file (``~$...``) and hidden files are passed over; other kinds of file are
warnings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from antq_reports.catalogue import find_catalogue
from antq_reports.errors import Fault, IntakeError, Refusal, SubjectError
from antq_reports.evidence.brief_file import read_brief
from antq_reports.formats import format_of
from antq_reports.forms.commune_form import read_commune_form, subject_of
from antq_reports.forms.csv_file import read_delimited
from antq_reports.forms.intake_result import Gathering, Intake, Refused, refusal
from antq_reports.forms.province_form import find_layout, read_province_form
from antq_reports.forms.questions import questions_of
from antq_reports.forms.xlsx import read_sheets
from antq_reports.report import BaseReport
from antq_reports.report.report_file import load_report_file
from antq_reports.vietnamese import sort_key

if TYPE_CHECKING:
    from antq_reports.bundled import Report

TEXT_SUFFIXES = frozenset((".toml", ".json"))
_READ_NOTHING = "tệp không phải số liệu nên không đọc"
_SUFFIXES = ".xlsx, .csv, .toml, .json"


def load_report(path: str | Path, *, templates: str | Path | None = None) -> Report:
    """The report in a ``.toml`` or ``.json`` file, in a commune's ``.xlsx`` form, or in a finished brief.

    A brief is a ``.pdf`` or ``.html`` made by this library, which carries its data; photos stay where they were. A file
    of another subject needs the folder ``templates`` that holds its catalogue; a brief does not. Type checkers are told
    the bundled subject's `Report`, which most reports are; one of another subject is that subject's own `BaseReport`.

    Raises `IntakeError` with every fault found: file, line or cell, what is wrong, what to write.
    """
    return cast("Report", _load(Path(path), templates))


def _load(file: Path, templates: str | Path | None) -> BaseReport:
    if format_of(file) is not None:
        return read_brief(file).reports()[0]
    if file.suffix.lower() in TEXT_SUFFIXES or not file.suffix:
        return load_report_file(file, templates=templates)
    reports = _read_file(file, templates).demand()
    if len(reports) != 1:
        message = f"tệp có {len(reports)} báo cáo, ở đây cần một"
        raise IntakeError(
            (Fault(str(file), "", Refusal(message, "dùng load_reports, hoặc tách từng đơn vị ra một tệp")),)
        )
    return reports[0]


def load_reports(
    source: str | Path | Iterable[str | Path], *, templates: str | Path | None = None
) -> tuple[Report, ...]:
    """The reports in a folder, a workbook, a CSV file or several files.

    Raises one `IntakeError` with the faults of all files; `read_reports` keeps what could be read instead.
    """
    return cast("tuple[Report, ...]", read_reports(source, templates=templates).demand())


def read_reports(source: str | Path | Iterable[str | Path], *, templates: str | Path | None = None) -> Intake:
    """The same, going on past faults: reports, reports of the period before, refused inputs and warnings."""
    gathered = Gathering()
    for file in _files(source, gathered):
        try:
            gathered.add(_read_file(file, templates))
        except IntakeError as error:
            gathered.refused.append(Refused(str(file), None, error.faults))
    return gathered.done()


def _files(source: str | Path | Iterable[str | Path], gathered: Gathering) -> list[Path]:
    if not isinstance(source, str | Path):
        return [Path(path) for path in source]
    path = Path(source)
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    for file in sorted(path.iterdir(), key=lambda file: sort_key(file.name)):
        if file.name.startswith((".", "~$")) or file.is_dir():
            continue
        if not _leads_inside(file, path):
            fault = Fault(
                str(file), "", Refusal("liên kết tượng trưng dẫn ra ngoài thư mục", "chép chính tệp đó vào thư mục")
            )
            gathered.refused.append(Refused(str(file), None, (fault,)))
        elif file.suffix.lower() in _READERS:
            found.append(file)
        else:
            gathered.warnings.append(Fault(str(file), "", Refusal(_READ_NOTHING, f"các dạng đọc được: {_SUFFIXES}")))
    if not found and not gathered.refused:
        fault = Fault(str(path), "", Refusal("thư mục không có tệp số liệu nào", f"các dạng đọc được: {_SUFFIXES}"))
        gathered.refused.append(Refused(str(path), None, (fault,)))
    return found


def _leads_inside(file: Path, folder: Path) -> bool:
    """Whether a file of a folder lies in it; a link may lead anywhere."""
    try:
        return not file.is_symlink() or file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of links
        return False


def _read_file(file: Path, templates: str | Path | None) -> Intake:
    reader = _READERS.get(file.suffix.lower(), _read_text_report)
    return reader(file, templates)


def _read_text_report(file: Path, templates: str | Path | None) -> Intake:
    return Intake(reports=(load_report_file(file, templates=templates),))


def _read_table(file: Path, templates: str | Path | None) -> Intake:
    return read_delimited(file, partial(find_catalogue, templates=templates))


def _read_workbook(file: Path, templates: str | Path | None) -> Intake:
    sheets = read_sheets(file)
    try:
        questions = questions_of(find_catalogue(subject_of(sheets), templates))
    except SubjectError as error:
        return refusal(file, error.reason, error.remedy)
    if any(find_layout(sheet, questions) for sheet in sheets):
        return read_province_form(file, sheets, questions)
    return read_commune_form(file, sheets, questions)


_READERS: dict[str, Callable[[Path, str | Path | None], Intake]] = {
    ".xlsx": _read_workbook,
    ".xlsm": _read_workbook,
    ".xls": _read_workbook,
    ".csv": _read_table,
    ".toml": _read_text_report,
    ".json": _read_text_report,
}
