"""Reading a report a person wrote: a TOML or JSON file, a text, or a mapping of a programme.

All give the same report, of the subject they name. Nothing else is read: photos stay paths until a page needs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from antq_reports.catalogue import Catalogue, find_catalogue
from antq_reports.errors import Fault, FileError, FileProblem, IntakeError, Refusal, SubjectError
from antq_reports.files import read_text, unix_lines
from antq_reports.intake.lines import line_numbers
from antq_reports.intake.plain_values import plain_value
from antq_reports.intake.pydantic_faults import faults_of
from antq_reports.intake.toml_json import MAX_FILE_BYTES, json_values, read_values
from antq_reports.intake.toml_values import located, readable_values, refuse_huge_numbers, toml_values
from antq_reports.report.base_report import BaseReport
from antq_reports.report.dotted_keys import nest_keys
from antq_reports.report.origin import Origin, SourceMap
from antq_reports.report.report_class import report_class
from antq_reports.report.text_faults import text_faults

SUBJECT = "subject"
HANDED_OVER = "báo cáo"
"""What faults call a report that no file holds."""
_FILE_ENDINGS = (".toml", ".json", ".xlsx", ".csv", ".pdf", ".html")
_REMEDIES: dict[FileProblem, str] = {
    FileProblem.NO_FILE: "chỉ đúng tệp .toml hoặc .json",
    FileProblem.TOO_LARGE: "kiểm tra lại: tệp báo cáo chỉ chừng vài chục KB",
}


def read_report(
    source: Mapping[str, Any] | str | bytes, *, templates: str | Path | None = None, folder: str | Path | None = None
) -> BaseReport:
    """The report in a mapping, or in a text that is TOML or JSON (which begins with ``{``).

    Place and period may be texts, figures their short forms, keys dotted; the numbers of a mapping may be those of
    `decimal`, `fractions` or NumPy, and NaN is a blank. ``templates`` holds the catalogue of a subject of one's own;
    ``folder`` is where photos lie. Use `load_report` for files.

    Raises `IntakeError` with every fault found: table path (and the line of a TOML text), what is wrong, what to write.

    >>> report = read_report({"place": "tỉnh Hà Tĩnh", "period": 2026})
    >>> report.place.name, str(report.period.end)
    ('Hà Tĩnh', '2026-12-31')
    """
    given = _given(source)
    report = _report_of(given, _catalogue_of(given.values, given.file, templates))
    place = Path(folder) if folder is not None else None
    file = given.file if given.numbers else ""
    return report.with_sources(SourceMap(file=file, folder=place, places=_places(file, given.numbers)))


def load_report_file(
    path: str | Path, *, templates: str | Path | None = None, allow_unreported: bool = False
) -> BaseReport:
    """The report in a ``.toml`` or ``.json`` file. With ``allow_unreported`` its texts may name figures still to come.

    Raises `IntakeError` with every fault found: file, line or table path, what is wrong, what to write.
    """
    file = Path(path)
    given = _Given(str(file), *read_values(file, _read_text(file)))
    catalogue = _catalogue_of(given.values, given.file, templates)
    report = _report_of(given, catalogue, allow_unreported=allow_unreported)
    return report.with_sources(_source_of(file, given))


def parse_report(file: Path, text: str, *, catalogue: Catalogue | None = None) -> BaseReport:
    """The report written in a text; `file` tells by its ending what the text is, and names it in faults.

    ``catalogue`` is the one it must be of, where that is known. What texts name is not looked at: a text that was
    printed once is as good as it was.
    """
    given = _Given(str(file), *read_values(file, text))
    known = catalogue or _catalogue_of(given.values, given.file, None)
    return _report_of(given, known, checks_texts=False).with_sources(_source_of(file, given))


@dataclass(frozen=True, slots=True)
class _Given:
    """Plain values that are to be a report, with the name faults have for them and the lines of their keys."""

    file: str
    values: Mapping[str, Any]
    numbers: Mapping[str, int] = field(default_factory=dict)


def _given(source: object) -> _Given:
    if isinstance(source, Mapping):
        with readable_values(HANDED_OVER):
            values = plain_value(source)
            refuse_huge_numbers(values)
        return _Given(HANDED_OVER, values)
    if not isinstance(source, str | bytes):
        reason = f"không đọc được giá trị kiểu {type(source).__name__}"
        raise _refusal(HANDED_OVER, reason, "đưa vào một dict, chữ TOML hoặc chữ JSON; tệp thì dùng load_report")
    text = _text_of(source)
    if text.startswith("{"):
        return _Given(f"{HANDED_OVER} JSON", json_values(text, f"{HANDED_OVER} JSON"))
    name = f"{HANDED_OVER} TOML"
    return _Given(name, toml_values(text, name), line_numbers(text))


def _text_of(source: str | bytes) -> str:
    """A text without its byte order mark and the blanks around a JSON one; lines stay where they are."""
    if len(source) > MAX_FILE_BYTES:
        reason = f"dài hơn {MAX_FILE_BYTES // 1_000_000} triệu ký tự"
        raise _refusal(HANDED_OVER, reason, _REMEDIES[FileProblem.TOO_LARGE])
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source.removeprefix("\ufeff")
        text.encode("utf-8")
    except UnicodeError as error:
        raise _refusal(HANDED_OVER, "chữ không phải UTF-8", "đưa vào chữ Unicode, hoặc bytes mã UTF-8") from error
    bare = text.strip()
    if not bare:
        raise _refusal(HANDED_OVER, "không có chữ nào", "viết theo mẫu trong README")
    if "\n" not in bare and bare.lower().endswith(_FILE_ENDINGS):
        raise _refusal(HANDED_OVER, f"“{bare[:120]}” là đường dẫn của một tệp", "đọc tệp bằng load_report")
    return bare if bare.startswith("{") else unix_lines(text)


def _report_of(
    given: _Given, catalogue: Catalogue, *, checks_texts: bool = True, allow_unreported: bool = False
) -> BaseReport:
    """The report that plain values are. Raises `IntakeError` with every fault, in the order of the file."""
    values, clashes = nest_keys(given.values)
    faults = [Fault(given.file, clash.path, clash.refusal) for clash in clashes]
    model = report_class(catalogue)
    try:
        report = model.model_validate(values)
    except ValidationError as error:
        faults += faults_of(error, given.file, model)
        raise IntakeError(located(faults, given.numbers)) from error
    if checks_texts:
        faults += text_faults(report, given.file, allow_unreported=allow_unreported)
    if faults:
        raise IntakeError(located(faults, given.numbers))
    return report


def _source_of(file: Path, given: _Given) -> SourceMap:
    return SourceMap(file=file.name, folder=file.resolve().parent, places=_places(file.name, given.numbers))


def _catalogue_of(raw: Mapping[str, Any], file: str, templates: str | Path | None) -> Catalogue:
    """The catalogue of the subject that plain values name."""
    name = raw.get(SUBJECT)
    if name is not None and not isinstance(name, str):
        raise IntakeError((Fault(file, SUBJECT, Refusal("phải là chữ", "ghi tên chủ đề trong ngoặc kép")),))
    try:
        return find_catalogue(name, templates)
    except SubjectError as error:
        raise IntakeError((Fault(file, SUBJECT, error.refusal),)) from error


def _places(file: str, numbers: Mapping[str, int]) -> dict[str, tuple[Origin, ...]]:
    """The origin of each key; an extra figure that its section holds in one line is known by its name as well."""
    found: dict[str, tuple[Origin, ...]] = {
        path: (Origin(file=file, line=number, path=path),) for path, number in numbers.items()
    }
    return found | {f"extra.{path.split('.extra.')[1]}": found[path] for path in numbers if ".extra." in path}


def _read_text(file: Path) -> str:
    try:
        text = read_text(file, limit=MAX_FILE_BYTES)
    except FileError as error:
        missing = {FileProblem.MISSING: _nearest(file)} if error.problem is FileProblem.MISSING else {}
        raise error.of_input(_REMEDIES | missing) from error
    if not text.strip():
        raise _refusal(file, "tệp trống", "viết theo mẫu trong README")
    return text


def _refusal(file: Path | str, message: str, remedy: str) -> IntakeError:
    return IntakeError((Fault(str(file), "", Refusal(message, remedy)),))


def _nearest(file: Path) -> str:
    folder = file.parent
    found = (
        sorted(path.name for path in folder.glob("*") if path.suffix in {".toml", ".json"}) if folder.is_dir() else []
    )
    return f"trong {folder} có: {', '.join(found[:8])}" if found else "kiểm tra đường dẫn"
