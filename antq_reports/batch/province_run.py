"""The province's job from a folder of forms to a folder of briefs: read, check, roll up, compare, print.

What cannot be read, and what does not add up, is told and never stops the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from antq_reports.batch.dask import dask_executor
from antq_reports.batch.result import BatchResult, Progress
from antq_reports.batch.runner import render_many
from antq_reports.batch.worker_task import DEFAULT_MEGABYTES, DEFAULT_SECONDS
from antq_reports.errors import Fault
from antq_reports.forms import Intake, Refused, UnitEntry, load_units
from antq_reports.load import load_report, read_reports
from antq_reports.prose.template_folder import DEFAULT_STYLE
from antq_reports.report import BaseReport, Completeness, Finding, Place, unit_key
from antq_reports.review import check_report, check_reports
from antq_reports.rollup import RollUp, roll_up_with_findings
from antq_reports.vietnamese import format_integer


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """What the command ``batch`` is asked to do."""

    source: Path | tuple[Path, ...]
    """A folder of forms, a workbook, a CSV file, or several files."""
    out_dir: Path
    style: str = DEFAULT_STYLE
    previous: tuple[Path, ...] = ()
    """Last period's reports, folders or files; without them the forms' own last-period columns are taken."""
    own: Path | None = None
    """The departments' own report, where it does not lie among the forms."""
    units: Path | None = None
    """The list of units that should report (CSV)."""
    place: Place | None = None
    """The province, where no report of its own names it."""
    templates: Path | None = None
    jobs: int | None = None
    dask: str | None = None
    """The address of a Dask scheduler: ``tcp://10.0.0.5:8786``."""
    timeout: float | None = None
    megabytes: int | None = DEFAULT_MEGABYTES
    resume: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchReport:
    """What came of it: what was read, found, added up and printed."""

    refused: tuple[Refused, ...]
    warnings: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    province: BaseReport | None
    """The rolled-up report; None when nothing names the province."""
    result: BatchResult

    @property
    def ok(self) -> bool:
        """Whether every input was read and every brief printed."""
        return self.result.ok and not self.refused

    @property
    def completeness(self) -> Completeness | None:
        """How many of the units sent their figures."""
        return self.province.completeness if self.province is not None else None

    def summary(self) -> tuple[str, ...]:
        """The run in a few Vietnamese lines, for the end of the command."""
        return tuple(_summary(self))


def run_batch(options: BatchOptions, progress: Progress | None = None) -> BatchReport:
    """Read, check, roll up, and print a brief for each unit and one for the province.

    Raises `IntakeError` when the departments' report or the list of units cannot be read, and what `render_many`
    raises; every other fault is in the answer.
    """
    given = _gather(options)
    rolled = _rolled(given)
    found = [*_checked(given), *(rolled.findings if rolled is not None else ())]
    reports, last = list(given.units), list(given.last_units)
    if rolled is not None:
        reports.append(rolled.report)
        last.extend(_last_province(given, rolled.report.place))
        found.extend(_of_province(rolled.report, last))
    with dask_executor(options.dask) if options.dask else nullcontext() as executor:
        result = render_many(
            reports,
            options.out_dir,
            style=options.style,
            previous=last,
            templates=options.templates,
            executor=executor,
            resume=options.resume,
            timeout=options.timeout or DEFAULT_SECONDS,
            progress=progress,
            jobs=options.jobs,
            megabytes=options.megabytes,
            findings=_by_key(found, reports),
        )
    return BatchReport(
        refused=given.intake.refused,
        warnings=given.intake.warnings,
        findings=tuple(found),
        province=rolled.report if rolled is not None else None,
        result=result,
    )


# --- gathering -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """The inputs, sorted into units and province, this period and the last."""

    intake: Intake
    units: tuple[BaseReport, ...]
    own: BaseReport | None
    last_units: tuple[BaseReport, ...]
    last_own: BaseReport | None
    expected: tuple[UnitEntry, ...] | None
    place: Place | None


def _gather(options: BatchOptions) -> _Given:
    expected = load_units(options.units) if options.units is not None else None
    intake = read_reports(options.source, templates=options.templates)
    units, own = _parted(intake.reports)
    if options.own is not None:
        own = load_report(options.own, templates=options.templates)
    last = intake.previous
    if options.previous:
        before = [read_reports(source, templates=options.templates) for source in options.previous]
        last = tuple(report for one in before for report in one.reports)
        intake = _with_faults(intake, before)
    last_units, last_own = _parted(last)
    place = options.place or (own.place if own is not None else None)
    return _Given(
        intake=intake,
        units=units,
        own=own,
        last_units=last_units,
        last_own=last_own,
        expected=expected,
        place=place,
    )


def _with_faults(intake: Intake, others: Sequence[Intake]) -> Intake:
    """The intake with what could not be read of others as well."""
    refused = (*(item for other in others for item in other.refused), *intake.refused)
    warnings = (*(item for other in others for item in other.warnings), *intake.warnings)
    return replace(intake, refused=refused, warnings=warnings)


def _parted(reports: Sequence[BaseReport]) -> tuple[tuple[BaseReport, ...], BaseReport | None]:
    """The units' reports, and the province's own if there is one; further ones of the province stand as they are."""
    own = next((report for report in reports if report.place.is_province), None)
    return tuple(report for report in reports if report is not own), own


def _rolled(given: _Given) -> RollUp | None:
    """The province's report: the units' added up with its own; its own alone where there are no units."""
    if given.units and given.place is not None:
        return roll_up_with_findings(given.units, given.place, own=given.own, expected=given.expected)
    return RollUp(report=given.own, findings=()) if given.own is not None else None


def _last_province(given: _Given, place: Place) -> Iterator[BaseReport]:
    """Last period's report of the province: added up like this one, or the one that was given."""
    if given.last_units:
        rolled = roll_up_with_findings(given.last_units, place, own=given.last_own, expected=given.expected)
        yield rolled.report
    elif given.last_own is not None:
        yield given.last_own


# --- findings ------------------------------------------------------------------------------------------


def _checked(given: _Given) -> list[Finding]:
    return check_reports(given.units, given.last_units, expected=given.expected, province=given.place)


def _of_province(report: BaseReport, last: Sequence[BaseReport]) -> Iterator[Finding]:
    before = next((one for one in last if unit_key(one.place) == unit_key(report.place)), None)
    for finding in check_report(report, before):
        yield replace(finding, unit=report.place.full_name)


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
    result = report.result
    made, kept, failed = (format_integer(len(part)) for part in (result.rendered, result.skipped, result.failed))
    yield f"Bản tin: {made} bản dựng mới, {kept} bản giữ nguyên, {failed} bản lỗi; hết {_seconds(result.seconds)} giây"
    if report.refused:
        yield f"Số liệu: {format_integer(len(report.refused))} tệp hoặc đơn vị có lỗi nên không dùng được"
    if report.completeness is not None:
        yield _received(report.completeness)
    if report.province is None:
        yield "Không có báo cáo nào của tỉnh nên chưa tổng hợp: thêm báo cáo của các sở, ngành, hoặc cho biết tên tỉnh"
    if report.findings:
        counts = Counter(finding.severity for finding in report.findings)
        errors, warnings, notes = (format_integer(counts[grade]) for grade in ("error", "warning", "info"))
        yield f"Rà soát: {errors} điểm sai, {warnings} điểm cần xem lại, {notes} điểm lưu ý"
    if result.leftovers:
        names = ", ".join(path.name for path in result.leftovers[:8])
        yield f"Tệp của lần chạy trước không còn thuộc đơn vị nào, nên xóa: {names}"


def _received(completeness: Completeness) -> str:
    share = f"{format_integer(completeness.reported)}/{format_integer(completeness.expected)}"
    missing = f"; chưa có: {', '.join(completeness.missing)}" if completeness.missing else ""
    return f"{share} {completeness.unit} đã gửi số liệu{missing}"


def _seconds(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
