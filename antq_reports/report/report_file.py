"""Reading a report a person wrote: a TOML or JSON file, a text, or a mapping of a programme.

All give the same report, of the subject they name. Nothing else is read: photos stay paths until a page needs them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from antq_reports.catalogue import Catalogue, Metric, MetricPath, find_catalogue
from antq_reports.errors import Fault, FileError, FileProblem, IntakeError, Refusal, SubjectError
from antq_reports.files import read_whole
from antq_reports.intake.pydantic_faults import faults_of
from antq_reports.intake.toml_json import MAX_FILE_BYTES, read_values
from antq_reports.intake.toml_values import located
from antq_reports.report.base_report import PLACEHOLDER, BaseReport, caption_metrics
from antq_reports.report.origin import Origin, SourceMap
from antq_reports.report.report_class import report_class

SUBJECT = "subject"
_REMEDIES: dict[FileProblem, str] = {
    FileProblem.NO_FILE: "chỉ đúng tệp .toml hoặc .json",
    FileProblem.TOO_LARGE: "kiểm tra lại: tệp báo cáo chỉ chừng vài chục KB",
}


def load_report_file(path: str | Path, *, templates: str | Path | None = None) -> BaseReport:
    """The report in a ``.toml`` or ``.json`` file.

    Raises `IntakeError` with every fault found: file, line or table path, what is wrong, what to write.
    """
    file = Path(path)
    text = _read_text(file)
    report = parse_report(file, text, templates=templates)
    faults = tuple(_caption_faults(report, str(file)))
    if faults:
        raise IntakeError(located(faults, read_values(file, text)[1]))
    return report


def parse_report(
    file: Path, text: str, *, templates: str | Path | None = None, catalogue: Catalogue | None = None
) -> BaseReport:
    """The report written in a text; `file` tells by its ending what the text is, and names it in faults.

    ``catalogue`` is the one it must be of, where that is known. What captions name is not looked at: a caption that was
    printed once is as good as it was.
    """
    raw, numbers = read_values(file, text)
    model = report_class(catalogue or _catalogue_of(raw, file, templates))
    try:
        report = model.model_validate(raw)
    except ValidationError as error:
        raise IntakeError(located(faults_of(error, str(file), model), numbers)) from error
    return report.with_sources(
        SourceMap(file=file.name, folder=file.resolve().parent, places=_places(file.name, numbers))
    )


def _catalogue_of(raw: Mapping[str, Any], file: Path, templates: str | Path | None) -> Catalogue:
    """The catalogue of the subject that plain values name."""
    name = raw.get(SUBJECT)
    if name is not None and not isinstance(name, str):
        raise IntakeError((Fault(str(file), SUBJECT, Refusal("phải là chữ", "ghi tên chủ đề trong ngoặc kép")),))
    try:
        return find_catalogue(name, templates)
    except SubjectError as error:
        raise IntakeError((Fault(str(file), SUBJECT, error.refusal),)) from error


def _places(file: str, numbers: Mapping[str, int]) -> dict[str, tuple[Origin, ...]]:
    return {path: (Origin(file=file, line=number, path=path),) for path, number in numbers.items()}


def _read_text(file: Path) -> str:
    try:
        text = read_whole(file, limit=MAX_FILE_BYTES).decode("utf-8-sig")
    except FileError as error:
        missing = {FileProblem.MISSING: _nearest(file)} if error.problem is FileProblem.MISSING else {}
        raise error.of_input(_REMEDIES | missing) from error
    except UnicodeDecodeError as error:
        raise _refusal(file, "tệp không phải UTF-8", "lưu lại tệp với bảng mã UTF-8") from error
    if not text.strip():
        raise _refusal(file, "tệp trống", "viết theo mẫu trong README")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refusal(file: Path, message: str, remedy: str) -> IntakeError:
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
                near = next(iter(difflib.get_close_matches(name[:80], known, n=1)), None)
                remedy = f"có phải “{near}”?" if near else "xem tên chỉ tiêu bằng antq-reports keys, hoặc bỏ dấu { }"
                yield Fault(file, path, Refusal(f"không có chỉ tiêu “{name[:80]}”", remedy, near))
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
