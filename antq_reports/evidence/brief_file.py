"""A report as a finished brief carries it: written to files that travel inside the PDF or HTML, and read back.

The data are JSON in the very form that `load_report` reads, keys sorted, nothing left to chance: the same report gives
the same bytes. Where each figure came from is a CSV beside it. What is read back was anybody's to edit since, so it is
validated like any other input.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from antq_reports.catalogue import Catalogue
from antq_reports.catalogue.catalogue import to_json
from antq_reports.catalogue.subject import catalogue_of_json
from antq_reports.errors import Fault, FileError, FileProblem, IntakeError, PdfError, Refusal
from antq_reports.evidence.ledger_csv import MANIFEST_FILE
from antq_reports.evidence.manifest import FORMAT, canonical_json, other_format, stated_format
from antq_reports.evidence.sources_csv import LAST, SOURCES_FILE, THIS, read_sources, sources_csv
from antq_reports.files import read_whole
from antq_reports.formats import FORMATS, format_of
from antq_reports.report import BaseReport, SourceMap
from antq_reports.report.report_file import parse_report

REPORT_FILE = "so-lieu.json"
PREVIOUS_FILE = "so-lieu-ky-truoc.json"
CATALOGUE_FILE = "danh-muc.json"
"""What a subject that does not come with the library asks for."""
PREVIOUS_CATALOGUE_FILE = "danh-muc-ky-truoc.json"
"""What the subject of last period's report asks for, where it is another."""

MAX_BRIEF_BYTES = 100_000_000

_REMEDIES: dict[FileProblem, str] = {
    FileProblem.NO_FILE: "chỉ đúng tệp .pdf hoặc .html",
    FileProblem.TOO_LARGE: "kiểm tra lại có đúng là bản tin",
}


@dataclass(frozen=True, slots=True)
class Brief:
    """A finished brief as a file: what kind it is, its bytes, the files it carries."""

    path: Path
    kind: str
    """The name of its format."""
    data: bytes = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)

    def reports(self) -> tuple[BaseReport, BaseReport | None]:
        """The report the brief was made from, and the one it was compared with.

        Raises `IntakeError` when it carries none, or carries what no report can be.
        """
        if REPORT_FILE not in self.files:
            remedy = "bản tin dựng bằng antq_reports mới mang theo số liệu; hãy dùng tệp báo cáo gốc"
            raise _refusal(self.path, f"không mang theo {REPORT_FILE}", remedy)
        catalogue = self._catalogue(CATALOGUE_FILE)
        report = self._report(REPORT_FILE, catalogue)
        earlier = self._catalogue(PREVIOUS_CATALOGUE_FILE) or catalogue
        previous = self._report(PREVIOUS_FILE, earlier) if PREVIOUS_FILE in self.files else None
        sources, folder = self._sources(), self.path.resolve().parent
        return (
            report.with_sources(replace(sources.get(THIS, SourceMap()), folder=folder)),
            previous and previous.with_sources(replace(sources.get(LAST, SourceMap()), folder=folder)),
        )

    @property
    def format(self) -> int | None:
        """The number of the format its evidence says it has; None where it says none."""
        return stated_format(self.files.get(MANIFEST_FILE, b""))

    def demand_format(self) -> None:
        """Raise `IntakeError` for evidence of another format than this programme writes and compares."""
        stated = self.format
        if stated is not None and stated != FORMAT:
            raise IntakeError((Fault(str(self.path), "", other_format(stated)),))

    def _sources(self) -> dict[str, SourceMap]:
        """Where the figures of both reports were read; of evidence in another format, this file alone."""
        if self.format not in (None, FORMAT):
            return dict.fromkeys((THIS, LAST), SourceMap(file=self.path.name))
        if SOURCES_FILE not in self.files:
            return {}
        return read_sources(self.files[SOURCES_FILE], self.path / SOURCES_FILE)

    def _catalogue(self, name: str) -> Catalogue | None:
        """A catalogue the brief carries; None where its subject comes with the library."""
        return catalogue_of_json(self.files[name], str(self.path / name)) if name in self.files else None

    def _report(self, name: str, catalogue: Catalogue | None) -> BaseReport:
        place = self.path / name
        try:
            return parse_report(place, self.files[name].decode("utf-8"), catalogue=catalogue)
        except UnicodeDecodeError as error:
            raise _refusal(place, "tệp không phải UTF-8", "lấy lại bản tin gốc") from error


def read_brief(path: str | Path) -> Brief:
    """A finished ``.pdf`` or ``.html`` brief with the files it carries, not looked into yet.

    Raises `IntakeError` when the file is not there or is no readable PDF or HTML.
    """
    file = Path(path)
    form = format_of(file) or FORMATS["html"]
    try:
        data = read_whole(file, limit=MAX_BRIEF_BYTES)
        files = form.read(data) if form.read is not None else {}
    except FileError as error:
        raise error.of_input(_REMEDIES) from error
    except PdfError as error:
        raise _refusal(file, "; ".join(error.problems), "lấy lại bản tin gốc") from error
    except UnicodeDecodeError as error:
        raise _refusal(file, "tệp không phải UTF-8", "lấy lại bản tin gốc") from error
    except ValueError as error:
        raise _refusal(file, "phần số liệu mang theo bị hỏng", "lấy lại bản tin gốc") from error
    return Brief(file, form.name, data, files)


def report_files(report: BaseReport, previous: BaseReport | None = None) -> dict[str, bytes]:
    """The files that carry a report, and the one it is compared with, by name."""
    files = {REPORT_FILE: report_json(report)}
    if not report.catalogue.is_bundled:
        files[CATALOGUE_FILE] = to_json(report.catalogue.data)
    if previous is not None:
        files[PREVIOUS_FILE] = report_json(previous)
        if previous.catalogue != report.catalogue:
            files[PREVIOUS_CATALOGUE_FILE] = to_json(previous.catalogue.data)
    return {**files, SOURCES_FILE: sources_csv(report, previous)}


def report_json(report: BaseReport) -> bytes:
    """A report as canonical JSON: sorted keys, only what was reported, the same bytes for the same data."""
    return canonical_json(_without_nothing(report.model_dump(mode="json")))


def _without_nothing(value: Any) -> Any:
    """Leave out what was not reported: no value, or nothing in it."""
    if isinstance(value, dict):
        parts = {key: _without_nothing(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part is not None and part not in ({}, [])}
    return [_without_nothing(part) for part in value] if isinstance(value, list) else value


# --- the file -------------------------------------------------------------------------------------------------------


def _refusal(file: Path, message: str, remedy: str) -> IntakeError:
    return IntakeError((Fault(str(file), "", Refusal(message, remedy)),))
