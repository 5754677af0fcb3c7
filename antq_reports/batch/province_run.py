"""The province's job from a folder of forms to a folder of briefs: read, check, roll up, compare, print.

What cannot be read, and what does not add up, is told and never stops the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from antq_reports.batch.dask import dask_executor
from antq_reports.batch.province_year import ProvinceInputs, ProvinceYear, Standing, State, read_province
from antq_reports.batch.result import BatchResult, Progress
from antq_reports.batch.runner import render_many
from antq_reports.batch.worker_task import DEFAULT_MEGABYTES, DEFAULT_SECONDS
from antq_reports.prose.template_folder import DEFAULT_STYLE
from antq_reports.report import BaseReport, Finding, unit_key
from antq_reports.vietnamese import format_integer


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """What the command ``batch`` is asked to do."""

    inputs: ProvinceInputs
    out_dir: Path
    style: str = DEFAULT_STYLE
    jobs: int | None = None
    dask: str | None = None
    """The address of a Dask scheduler: ``tcp://10.0.0.5:8786``."""
    timeout: float | None = None
    megabytes: int | None = DEFAULT_MEGABYTES
    resume: bool = True
    internal: bool = False
    """Whether the briefs keep clerks' names and notes in their evidence."""
    formats: tuple[str, ...] = ()
    """Formats wanted besides the PDF: html, txt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchReport:
    """What came of it: what was read, found, added up and printed."""

    year: ProvinceYear
    result: BatchResult

    @property
    def ok(self) -> bool:
        """Whether every input was read, nothing had to be left out and every brief was printed."""
        return self.result.ok and self.year.ok

    @property
    def province(self) -> BaseReport | None:
        """The rolled-up report; None when nothing names the province."""
        return self.year.province

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found in the inputs and in the sums."""
        return self.year.findings

    def summary(self) -> tuple[str, ...]:
        """The run in a few Vietnamese lines, for the end of the command."""
        return tuple(_summary(self))


def run_batch(options: BatchOptions, progress: Progress | None = None) -> BatchReport:
    """Read, check, roll up, and print a brief for each unit and one for the province.

    Raises `IntakeError` when the departments' report or the list of units cannot be read, and what `render_many`
    raises; every other fault is in the answer.
    """
    year = read_province(options.inputs)
    reports, last = [*year.gathered.reports, *year.others], dict(year.previous)
    if year.now is not None:
        reports.append(year.now.report)
    if year.now is not None and year.before is not None:
        last[unit_key(year.now.report.place)] = year.before.report
    with dask_executor(options.dask) if options.dask else nullcontext() as executor:
        result = render_many(
            reports,
            options.out_dir,
            style=options.style,
            previous=last,
            templates=options.inputs.templates,
            executor=executor,
            resume=options.resume,
            timeout=options.timeout or DEFAULT_SECONDS,
            progress=progress,
            jobs=options.jobs,
            megabytes=options.megabytes,
            findings=_by_key(year.findings, reports),
            accepted=year.accepted,
            internal=options.internal,
            formats=options.formats,
        )
    return BatchReport(year=year, result=result)


def _by_key(findings: Sequence[Finding], reports: Sequence[BaseReport]) -> Mapping[str, tuple[Finding, ...]]:
    """Findings by unit; where two units bear one name, the file a finding was made in decides."""
    units: dict[str, list[BaseReport]] = {}
    for report in reports:
        units.setdefault(report.place.full_name, []).append(report)
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        named = units.get(finding.unit, [])
        there = [report for report in named if _is_of(finding, report)]
        for report in there if len(named) > 1 and there else named:
            found[unit_key(report.place)] = (*found.get(unit_key(report.place), ()), finding)
    return found


def _is_of(finding: Finding, report: BaseReport) -> bool:
    file = report.sources.file
    return bool(file) and any(origin.file == file for origin in finding.origins)


# --- the summary ---------------------------------------------------------------------------------------


def _summary(report: BatchReport) -> Iterator[str]:
    result, year = report.result, report.year
    made, kept, failed = (format_integer(len(part)) for part in (result.rendered, result.skipped, result.failed))
    yield f"Bản tin: {made} bản dựng mới, {kept} bản giữ nguyên, {failed} bản lỗi; hết {_seconds(result.seconds)} giây"
    if year.intake.refused:
        yield f"Số liệu: {format_integer(len(year.intake.refused))} tệp hoặc đơn vị có lỗi nên không dùng được"
    yield from received(year.standings)
    if year.province is None:
        yield "Không có báo cáo nào của tỉnh nên chưa tổng hợp: thêm báo cáo của các sở, ngành, hoặc cho biết tên tỉnh"
    if year.findings:
        counts = Counter(finding.severity for finding in year.findings)
        errors, warnings, notes = (format_integer(counts[grade]) for grade in ("error", "warning", "info"))
        yield f"Rà soát: {errors} điểm sai, {warnings} điểm cần xem lại, {notes} điểm lưu ý"
    if result.leftovers:
        names = ", ".join(path.name for path in result.leftovers[:8])
        yield f"Tệp của lần chạy trước không còn thuộc đơn vị nào, nên xóa: {names}"


_STATES: Mapping[State, str] = {
    "missing": "chưa gửi",
    "unusable": "đã gửi nhưng chưa dùng được",
    "sent twice": "gửi nhiều bản khác nhau",
}


def received(standings: Sequence[Standing]) -> Iterator[str]:
    """How many units are used, and the names of those in each of the other states."""
    if standings:
        used = sum(each.state == "used" for each in standings)
        yield f"Dùng được số liệu của {format_integer(used)}/{format_integer(len(standings))} đơn vị"
    for state, words in _STATES.items():
        names = [each.name for each in standings if each.state == state]
        if names:
            yield f"{format_integer(len(names))} đơn vị {words}: {', '.join(names)}"


def _seconds(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
