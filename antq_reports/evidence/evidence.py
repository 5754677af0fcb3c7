"""The evidence of one brief, gathered when its page is settled and completed when it is known where things stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from antq_reports.evidence.brief_file import (
    CATALOGUE_FILE,
    PREVIOUS_CATALOGUE_FILE,
    PREVIOUS_FILE,
    REPORT_FILE,
    report_files,
)
from antq_reports.evidence.ledger_csv import LEDGER_FILE, MANIFEST_FILE, TEXT_FILE, ledger_csv, ledger_rows
from antq_reports.evidence.manifest import Manifest, PhotoRecord, libraries, sha256
from antq_reports.evidence.setting import Setting, library_version
from antq_reports.evidence.sources_csv import SOURCES_FILE
from antq_reports.page import Page
from antq_reports.pdf import Layout, PdfAttachment, Relationship, text_engine
from antq_reports.prose import LedgerEntry
from antq_reports.report import BaseReport

UNDATED = date(1980, 1, 1)
"""The date of the files in a brief that has none, as in ZIP archives."""


class _Kind(NamedTuple):
    mime: str
    relationship: Relationship
    description: str


_KINDS = {
    REPORT_FILE: _Kind("application/json", "Source", "Số liệu của bản tin"),
    PREVIOUS_FILE: _Kind("application/json", "Source", "Số liệu kỳ trước để so sánh"),
    CATALOGUE_FILE: _Kind("application/json", "Supplement", "Danh mục chỉ tiêu của chủ đề"),
    PREVIOUS_CATALOGUE_FILE: _Kind("application/json", "Supplement", "Danh mục chỉ tiêu của số liệu kỳ trước"),
    SOURCES_FILE: _Kind("text/csv", "Supplement", "Nguồn của từng số liệu: tệp, trang, ô"),
    LEDGER_FILE: _Kind("text/csv", "Data", "Sổ số liệu: từng con số đã in"),
    TEXT_FILE: _Kind("text/plain", "Alternative", "Lời văn của bản tin"),
    MANIFEST_FILE: _Kind("application/json", "Supplement", "Bản kê: phiên bản, mẫu, mã băm"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What goes with one brief."""

    files: Mapping[str, bytes] = field(repr=False)
    """Data, sources and text: the same for every kind of file."""
    figures: tuple[LedgerEntry, ...] = field(repr=False)
    setting: Setting
    photos: tuple[PhotoRecord, ...]
    day: date

    def for_pdf(self, layout: Layout) -> tuple[PdfAttachment, ...]:
        """The files to attach to a PDF laid out like this."""
        manifest = self._manifest(engine=text_engine(), margins=layout.margins)
        files = self._complete(layout.page_of, manifest)
        return tuple(self._attachment(name, data) for name, data in files.items())

    def for_html(self, html: str) -> dict[str, bytes]:
        """The files that go into an HTML page."""
        return self._complete((), self._manifest(markup=sha256(html.encode("utf-8"))))

    def _manifest(self, *, engine: str = "", margins: tuple[tuple[str, ...], ...] = (), markup: str = "") -> Manifest:
        return Manifest(
            programme=f"antq-reports {library_version('antq-reports')}",
            setting=self.setting,
            libraries=libraries(),
            engine=engine,
            photos=self.photos,
            files={},
            margins=margins,
            markup=markup,
        )

    def _complete(self, pages: tuple[int, ...], manifest: Manifest) -> dict[str, bytes]:
        files = {**self.files, LEDGER_FILE: ledger_csv(ledger_rows(self.figures, pages))}
        hashes = {name: sha256(data) for name, data in files.items()}
        return {**files, MANIFEST_FILE: manifest.model_copy(update={"files": hashes}).to_json()}

    def _attachment(self, name: str, data: bytes) -> PdfAttachment:
        kind = _KINDS[name]
        return PdfAttachment(
            name=name,
            data=data,
            created=self.day,
            description=kind.description,
            relationship=kind.relationship,
            mime=kind.mime,
        )


def collect(report: BaseReport, previous: BaseReport | None, page: Page, setting: Setting) -> Evidence:
    """The evidence of a page made from a report, compared with `previous` or not."""
    photos = tuple(
        PhotoRecord(path=path, sha256=photo.digest, width=photo.width, height=photo.height, mime=photo.mime)
        for path, photo in page.photos.items()
    )
    return Evidence(
        files={**report_files(report, previous), TEXT_FILE: page.text.encode("utf-8")},
        figures=page.figures,
        setting=setting,
        photos=photos,
        day=report.date or report.period.end or UNDATED,
    )
