"""A report as a finished brief carries it: written to files that travel inside the PDF or HTML, and read back.

The data are JSON in the very form that `load_report` reads, keys sorted, nothing left to chance: the same report gives
the same bytes. Where each figure came from is a CSV beside it. What is read back was anybody's to edit since, so it is
validated like any other input.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from antq_reports.catalogue import Catalogue
from antq_reports.catalogue.catalogue import to_json
from antq_reports.catalogue.subject import catalogue_of_json
from antq_reports.csvtext import read_csv, write_csv
from antq_reports.errors import Fault, IntakeError, PdfError
from antq_reports.files import os_reason
from antq_reports.page import carried_files
from antq_reports.pdf import read_attached_files
from antq_reports.report import Report, SourceMap
from antq_reports.report.report_file import parse_report

REPORT_FILE = "so-lieu.json"
PREVIOUS_FILE = "so-lieu-ky-truoc.json"
CATALOGUE_FILE = "danh-muc.json"
"""What a subject that does not come with the library asks for."""
PREVIOUS_CATALOGUE_FILE = "danh-muc-ky-truoc.json"
"""What the subject of last period's report asks for, where it is another."""
SOURCES_FILE = "nguon.csv"
BRIEF_SUFFIXES = frozenset((".pdf", ".html", ".htm"))

MAX_BRIEF_BYTES = 100_000_000
MAX_PLACE_LENGTH = 2_000

_HEAD = ("Báo cáo", "Mã chỉ tiêu", "Nguồn")
_THIS, _LAST = "kỳ này", "kỳ trước"


@dataclass(frozen=True, slots=True)
class Brief:
    """A finished brief as a file: what kind it is, its bytes, the files it carries."""

    path: Path
    kind: Literal["pdf", "html"]
    data: bytes = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)

    def reports(self) -> tuple[Report, Report | None]:
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
        sources = _read_sources(self.path, self.files.get(SOURCES_FILE))
        folder = self.path.resolve().parent
        return (
            report.with_sources(replace(sources.get(_THIS, SourceMap()), folder=folder)),
            previous and previous.with_sources(replace(sources.get(_LAST, SourceMap()), folder=folder)),
        )

    def _catalogue(self, name: str) -> Catalogue | None:
        """A catalogue the brief carries; None where its subject comes with the library."""
        return catalogue_of_json(self.files[name], str(self.path / name)) if name in self.files else None

    def _report(self, name: str, catalogue: Catalogue | None) -> Report:
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
    kind: Literal["pdf", "html"] = "pdf" if file.suffix.lower() == ".pdf" else "html"
    data = _read_bytes(file)
    try:
        files = read_attached_files(data) if kind == "pdf" else carried_files(data.decode("utf-8"))[1]
    except PdfError as error:
        raise _refusal(file, "; ".join(error.problems), "lấy lại bản tin gốc") from error
    except UnicodeDecodeError as error:
        raise _refusal(file, "tệp không phải UTF-8", "lấy lại bản tin gốc") from error
    except ValueError as error:
        raise _refusal(file, "phần số liệu mang theo bị hỏng", "lấy lại bản tin gốc") from error
    return Brief(file, kind, data, files)


def report_files(report: Report, previous: Report | None = None) -> dict[str, bytes]:
    """The files that carry a report, and the one it is compared with, by name."""
    files = {REPORT_FILE: report_json(report)}
    if not report.catalogue.is_bundled:
        files[CATALOGUE_FILE] = to_json(report.catalogue.data)
    if previous is not None:
        files[PREVIOUS_FILE] = report_json(previous)
        if previous.catalogue != report.catalogue:
            files[PREVIOUS_CATALOGUE_FILE] = to_json(previous.catalogue.data)
    rows = [*_source_rows(_THIS, report.sources)]
    rows += _source_rows(_LAST, previous.sources) if previous is not None else ()
    files[SOURCES_FILE] = write_csv([_HEAD, *rows])
    return files


def report_json(report: Report) -> bytes:
    """A report as canonical JSON: sorted keys, only what was reported, the same bytes for the same data."""
    return canonical_json(_without_nothing(report.model_dump(mode="json")))


def canonical_json(data: Any) -> bytes:
    """The bytes of a JSON file: sorted keys, the same for the same content."""
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8")


def _without_nothing(value: Any) -> Any:
    """Leave out what was not reported: no value, or nothing in it."""
    if isinstance(value, dict):
        parts = {key: _without_nothing(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part is not None and part not in ({}, [])}
    return [_without_nothing(part) for part in value] if isinstance(value, list) else value


# --- sources --------------------------------------------------------------------------------------------------------


def _source_rows(which: str, sources: SourceMap) -> Iterator[tuple[str, str, str]]:
    if sources.file:
        yield which, "", sources.file
    for path in sources.places:
        yield from ((which, path, place) for place in sources.places_of(path))


def _read_sources(brief: Path, data: bytes | None) -> dict[str, SourceMap]:
    """The sources of this period's report and of the last one's."""
    if data is None:
        return {}
    place = brief / SOURCES_FILE
    try:
        head, *rows = read_csv(data)
    except ValueError as error:
        raise _refusal(place, "không đọc được bảng nguồn", "lấy lại bản tin gốc") from error
    if tuple(head) != _HEAD or any(len(row) != len(_HEAD) for row in rows):
        raise _refusal(place, f"bảng nguồn cần đúng các cột: {', '.join(_HEAD)}", "lấy lại bản tin gốc")
    return {which: _source_map(place, [row for row in rows if row[0] == which]) for which in (_THIS, _LAST)}


def _source_map(file: Path, rows: Iterable[list[str]]) -> SourceMap:
    name = ""
    places: dict[str, list[str]] = {}
    for _, path, place in rows:
        if len(place) > MAX_PLACE_LENGTH or not place.isprintable():
            message = f"nguồn của “{path[:80]}” có ký tự điều khiển hoặc dài quá {MAX_PLACE_LENGTH} ký tự"
            raise _refusal(file, message, "lấy lại bản tin gốc")
        if path:
            places.setdefault(path, []).append(place)
        else:
            name = place
    return SourceMap(file=name, places={path: _one_or_all(found) for path, found in places.items()})


def _one_or_all(found: list[str]) -> str | tuple[str, ...]:
    return found[0] if len(found) == 1 else tuple(found)


# --- the file -------------------------------------------------------------------------------------------------------


def _read_bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BRIEF_BYTES:
            raise _refusal(file, f"tệp lớn hơn {MAX_BRIEF_BYTES // 1_000_000} MB", "kiểm tra lại có đúng là bản tin")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise _refusal(file, "không có tệp này", "kiểm tra đường dẫn") from error
    except OSError as error:
        raise _refusal(file, f"không đọc được tệp ({os_reason(error)})", "kiểm tra đường dẫn") from error
    except ValueError as error:  # a path no system takes
        raise _refusal(file, "không đọc được tệp", "kiểm tra đường dẫn") from error


def _refusal(file: Path, message: str, remedy: str) -> IntakeError:
    return IntakeError((Fault(str(file), "", message, remedy),))
