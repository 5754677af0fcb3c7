"""The evidence of a finished brief, read back and held against its own manifest.

Everything here was anybody's to edit since. What cannot be read is no exception but a finding: a brief whose evidence
was damaged is a brief that does not agree with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from antq_reports.csvtext import read_csv
from antq_reports.errors import IntakeError
from antq_reports.evidence.brief_file import REPORT_FILE, Brief
from antq_reports.evidence.ledger_csv import LEDGER_FILE, LEDGER_HEAD, MANIFEST_FILE, TEXT_FILE
from antq_reports.evidence.manifest import Manifest, sha256
from antq_reports.report import BaseReport

T = TypeVar("T")
_COLUMNS = len(LEDGER_HEAD)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the attached ledger."""

    page: int | None
    paragraph: int
    offset: int
    kind: str
    metric: str
    label: str
    text: str
    value: str
    formula: str
    source: str

    def cells(self) -> tuple[str, ...]:
        """What another ledger is compared with: everything but the page."""
        place = str(self.paragraph), str(self.offset)
        return (*place, self.kind, self.metric, self.label, self.text, self.value, self.formula, self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a brief carries, as far as it can be read."""

    report: BaseReport | None
    previous: BaseReport | None
    ledger: tuple[Row, ...] | None
    lines: tuple[str, ...] | None
    """The paragraphs of the attached text."""
    manifest: Manifest | None
    altered: tuple[str, ...]
    """Files that are not what the manifest says, or that it does not know, or that are missing."""
    unreadable: tuple[tuple[str, str], ...] = field(default=())
    """Files that cannot be read, each with the reason in Vietnamese."""


def read_carried(brief: Brief) -> Carried:
    """The evidence in a brief."""
    faults: list[tuple[str, str]] = []
    manifest = _attempt(MANIFEST_FILE, faults, lambda: Manifest.from_json(brief.files[MANIFEST_FILE]))
    reports = _attempt(REPORT_FILE, faults, brief.reports)
    ledger = _attempt(LEDGER_FILE, faults, lambda: _rows(brief.files[LEDGER_FILE]))
    lines = _attempt(TEXT_FILE, faults, lambda: lines_of(brief.files[TEXT_FILE].decode("utf-8")))
    return Carried(
        report=reports[0] if reports else None,
        previous=reports[1] if reports else None,
        ledger=ledger,
        lines=lines,
        manifest=manifest,
        altered=_altered(brief, manifest),
        unreadable=tuple(faults),
    )


def _attempt(name: str, faults: list[tuple[str, str]], read: Callable[[], T]) -> T | None:
    try:
        return read()
    except KeyError:
        faults.append((name, "thiếu tệp này"))
    except IntakeError as error:
        faults.append((name, str(error)))
    except ValueError:  # a validation error of pydantic's is one
        faults.append((name, "không đọc được"))
    return None


def _altered(brief: Brief, manifest: Manifest | None) -> tuple[str, ...]:
    if manifest is None:
        return ()
    found = {name: sha256(data) for name, data in brief.files.items() if name != MANIFEST_FILE}
    told = dict(manifest.files)
    return tuple(sorted(name for name in found.keys() | told.keys() if found.get(name) != told.get(name)))


def _rows(data: bytes) -> tuple[Row, ...]:
    head, *rows = read_csv(data)
    if tuple(head) != LEDGER_HEAD or any(len(row) != _COLUMNS for row in rows):
        raise ValueError("other columns")
    if any(row[0] != str(number) for number, row in enumerate(rows, start=1)):
        raise ValueError("rows not numbered through")
    return tuple(
        Row(int(page) if page else None, int(paragraph), int(offset), *rest)
        for _, page, paragraph, offset, *rest in rows
    )


def lines_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a brief's plain text."""
    return tuple(line for line in text.split("\n") if line)
