"""Which of several files of one unit counts, where a person who asked back has said so.

A line of the list of acceptances whose metric is "tệp" names the file that counts, as its value. The unit's other files
are set aside, which is told; a line that names no file of the unit settles nothing, and that is told too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from antq_reports.report import BaseReport, Finding, Origin
from antq_reports.report.acceptance import Acceptance


def choose_files(
    reports: Iterable[BaseReport], accepted: Sequence[Acceptance]
) -> tuple[tuple[BaseReport, ...], tuple[Finding, ...]]:
    """The reports without the files set aside, and what is told of the choice."""
    kept = tuple(reports)
    findings: list[Finding] = []
    for choice in (each for each in accepted if each.chooses_file):
        same = [report for report in kept if choice.is_of(report.place)]
        counting = [report for report in same if _is_named(report, choice.value)]
        if not counting:
            message = f"lời chấp nhận ở dòng {choice.line} chọn tệp “{choice.value}”, đơn vị không gửi tệp này"
            unit = same[0].place.full_name if same else choice.unit
            findings.append(Finding("acceptance-unused", "warning", "", message, unit=unit))
            continue
        aside = [report for report in same if report not in counting]
        kept = tuple(report for report in kept if not any(report is other for other in aside))
        if aside:
            name = counting[0].place.full_name
            files = "; ".join(report.sources.file for report in aside)
            message = f"{name}: dùng tệp {counting[0].sources.file} theo lời chấp nhận; không dùng {files}"
            origins = tuple(Origin(file=report.sources.file) for report in same)
            findings.append(Finding("version-chosen", "info", "place", message, unit=name, origins=origins))
    return kept, tuple(findings)


def _is_named(report: BaseReport, value: str) -> bool:
    """Whether a report was read from the file a person names, with or without its folder."""
    file = PurePosixPath(report.sources.file)
    return bool(report.sources.file) and value.strip() in (str(file), file.name)
