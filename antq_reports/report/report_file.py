"""Reading a report a person wrote: a TOML or JSON file, a text, or a mapping of a programme.

All give the same report, of the subject they name. Nothing else is read: photos stay paths until a page needs them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from antq_reports.catalogue import Catalogue, Metric, MetricPath, find_catalogue
from antq_reports.errors import Fault, FileError, FileProblem, IntakeError, Refusal, SubjectError
from antq_reports.files import read_text, unix_lines
from antq_reports.intake.lines import line_numbers
from antq_reports.intake.plain_values import plain_value
from antq_reports.intake.pydantic_faults import faults_of
from antq_reports.intake.toml_json import MAX_FILE_BYTES, json_values, read_values
from antq_reports.intake.toml_values import located, readable_values, refuse_huge_numbers, toml_values
from antq_reports.report.base_report import PLACEHOLDER, BaseReport, caption_metrics
from antq_reports.report.dotted_keys import nest_keys
from antq_reports.report.origin import Origin, SourceMap
from antq_reports.report.report_class import report_class

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
    report = _report_of(given, _catalogue_of(given.values, given.file, templates), checks_captions=True)
    place = Path(folder) if folder is not None else None
    file = given.file if given.numbers else ""
    return report.with_sources(SourceMap(file=file, folder=place, places=_places(file, given.numbers)))


def load_report_file(path: str | Path, *, templates: str | Path | None = None) -> BaseReport:
    """The report in a ``.toml`` or ``.json`` file.

    Raises `IntakeError` with every fault found: file, line or table path, what is wrong, what to write.
    """
    file = Path(path)
    given = _Given(str(file), *read_values(file, _read_text(file)))
    report = _report_of(given, _catalogue_of(given.values, given.file, templates), checks_captions=True)
    return report.with_sources(_source_of(file, given))


def parse_report(file: Path, text: str, *, catalogue: Catalogue | None = None) -> BaseReport:
    """The report written in a text; `file` tells by its ending what the text is, and names it in faults.

    ``catalogue`` is the one it must be of, where that is known. What captions name is not looked at: a caption that was
    printed once is as good as it was.
    """
    given = _Given(str(file), *read_values(file, text))
    known = catalogue or _catalogue_of(given.values, given.file, None)
    return _report_of(given, known, checks_captions=False).with_sources(_source_of(file, given))


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


def _report_of(given: _Given, catalogue: Catalogue, *, checks_captions: bool) -> BaseReport:
    """The report that plain values are. Raises `IntakeError` with every fault, in the order of the file."""
    values, clashes = nest_keys(given.values)
    faults = [Fault(given.file, clash.path, clash.refusal) for clash in clashes]
    model = report_class(catalogue)
    try:
        report = model.model_validate(values)
    except ValidationError as error:
        faults += faults_of(error, given.file, model)
        raise IntakeError(located(faults, given.numbers)) from error
    if checks_captions:
        faults += _caption_faults(report, given.file)
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
    return {path: (Origin(file=file, line=number, path=path),) for path, number in numbers.items()}


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


def _caption_faults(report: BaseReport, file: str) -> Iterator[Fault]:
    """Captions may name metrics; a name that no metric has is a fault, a metric not reported is not."""
    known = _nameable(report)
    for place, photo in enumerate(report.photos):
        path = f"photos[{place}].caption"
        for name in caption_metrics(photo.caption):
            if name not in known and not _may_be_unreported(name, known):
                otherwise = "xem tên chỉ tiêu bằng antq-reports keys, hoặc bỏ dấu { }"
                refusal = Refusal.of_unknown(f"không có chỉ tiêu “{name[:80]}”", name, known, otherwise)
                yield Fault(file, path, refusal)
        if set("{}") & set(PLACEHOLDER.sub("", photo.caption)):
            yield Fault(file, path, Refusal("dấu { } không đi thành cặp", "viết {tên_chỉ_tiêu}, hoặc bỏ dấu"))


def _may_be_unreported(name: str, known: list[str]) -> bool:
    """Whether a name is that of an extra figure this report simply does not have: not reported, like any metric.

    A near miss of one it has is a slip of the pen, and a fault.
    """
    path = MetricPath.parse(name)
    is_shaped = path is not None and path.is_extra and path == path.figure and not path.is_row
    return is_shaped and not difflib.get_close_matches(name, known, n=1, cutoff=0.8)


def _nameable(report: BaseReport) -> list[str]:
    """The paths a caption may name: declared metrics, rows the report has, its extra figures."""
    names = [f"extra.{extra.id}" for extra in report.extra]
    for entry in report.catalogue.entries:
        if isinstance(entry.declaration, Metric):
            names.append(entry.path)
            continue
        columns = [""] if entry.declaration.is_plain else list(entry.declaration.columns)
        rows = range(len(report.rows(entry.section, entry.name)))
        names += [str(MetricPath(entry.section, entry.name, row, column)) for row in rows for column in columns]
    return names
