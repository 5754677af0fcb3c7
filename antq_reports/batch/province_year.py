"""One period of a province: what was sent, by whom, what of it counts, and what it adds up to.

Read once and used by every command about a province. What cannot be read or does not add up is told and never stops
the rest. `Standing` says of every unit how it stands: used, nothing sent, sent but unusable, sent twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from antq_reports.catalogue import find_catalogue
from antq_reports.errors import Fault
from antq_reports.forms import Intake, Refused, UnitEntry, load_units
from antq_reports.forms.acceptance_list import acceptances_beside
from antq_reports.load import load_report, read_last, read_reports
from antq_reports.report import BaseReport, Finding, Origin, Place, Unit, UnitRegister, Withheld, unit_key
from antq_reports.report.acceptance import Acceptance
from antq_reports.report.unit_register import predecessors_of
from antq_reports.review import check_report, judge, withhold
from antq_reports.review.arithmetic import unit_findings
from antq_reports.review.check import placed
from antq_reports.review.chosen_files import choose_files
from antq_reports.review.labels import near_label_findings
from antq_reports.review.sets import neighbour_findings, predecessors
from antq_reports.review.size import peer_findings
from antq_reports.rollup import RollUp, roll_up_with_findings
from antq_reports.rollup.lineage import Cluster, Lineage
from antq_reports.rollup.participants import Gathered, gather, shared_period
from antq_reports.rollup.two_years import add_years
from antq_reports.vietnamese import fold_name, slugify

State = Literal["used", "missing", "unusable", "sent twice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceInputs:
    """What is read for one period of a province."""

    source: Path | tuple[Path, ...]
    """A folder of forms, a workbook, a CSV file, or several files."""
    previous: tuple[Path, ...] = ()
    """Last period's reports, folders or files; without them the forms' own last-period columns are taken."""
    own: Path | None = None
    """The departments' own report, where it does not lie among the forms."""
    units: Path | None = None
    """The list of units that should report."""
    place: Place | None = None
    """The province, where no report of its own names it."""
    templates: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one unit stands."""

    unit: Unit
    name: str
    state: State
    report: BaseReport | None = None
    """Its report as it is printed and added; None unless it is used."""
    sent: BaseReport | None = None
    """The same with the figures that were left out of it, as far as they were read."""
    faults: tuple[Fault, ...] = ()
    """What could not be read of its inputs."""
    findings: tuple[Finding, ...] = ()

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """The metrics left out of its report."""
        return self.report.sources.withheld if self.report is not None else ()


@dataclass(frozen=True, kw_only=True)
class ProvinceYear:
    """Everything known of one period of a province."""

    intake: Intake
    gathered: Gathered
    """The units' reports that count."""
    sent: Mapping[str, BaseReport]
    """The same with the figures that were left out of them, by the unit's key."""
    own: BaseReport | None
    others: tuple[BaseReport, ...]
    """Reports of provinces that take no part in a sum."""
    last_units: tuple[BaseReport, ...]
    last_own: BaseReport | None
    place: Place | None
    expected: tuple[UnitEntry, ...] | None
    previous: Mapping[str, BaseReport]
    """Last period's report of each unit in its present boundaries, by key; of those alone that have one."""
    accepted: tuple[Acceptance, ...]
    now: RollUp | None
    """The province's sum; None where nothing names the province."""
    before: RollUp | None
    findings: tuple[Finding, ...]
    lineage: Lineage = field(repr=False)

    @property
    def province(self) -> BaseReport | None:
        """The rolled-up report."""
        return self.now.report if self.now is not None else None

    @property
    def ok(self) -> bool:
        """Whether every input was read and nothing looks so wrong that it had to be left out."""
        left_out = any(report.sources.withheld for report in self.gathered.reports)
        return not (self.intake.refused or left_out or any(finding.severity == "error" for finding in self.findings))

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every expected unit, in the order of their list."""
        return tuple(_standings(self))


def read_province(inputs: ProvinceInputs) -> ProvinceYear:
    """Read, recognise, check and add up one period of a province.

    Raises `IntakeError` when the departments' report or the list of units cannot be read.
    """
    expected = load_units(inputs.units) if inputs.units is not None else None
    intake = _without_list(read_reports(inputs.source, templates=inputs.templates), inputs.units)
    units, own, others = _parted(intake.reports, inputs.place)
    if inputs.own is not None:
        own = load_report(inputs.own, templates=inputs.templates, allow_unreported=True)
    last, intake = _last_of_all(inputs, intake)
    last_units, last_own, last_others = _parted(last, inputs.place)
    unusable = tuple(_units_of(intake.refused, expected or ()))
    period = shared_period(own, units)
    accepted = tuple(each for source in _sources(inputs) for each in acceptances_beside(source))
    units, chosen = choose_files(units, accepted)
    gathered = gather(units, _subject(own, units), period=period, expected=expected, unusable=unusable)
    last_units = tuple(withhold(report) for report in _of_used_forms(last_units, intake, gathered))
    lineage = Lineage.of(gathered.expected, [each.place for each in last_units], last_day=_last_day(last_units))
    previous = dict(_previous(gathered, last_units, lineage))
    previous |= {unit_key(one.place): last for one, last in _pairs(others, last_others)}
    place = inputs.place or (own.place if own is not None else None)
    sent = {unit_key(report.place): report for report in gathered.reports}
    gathered, found = _judged(gathered, previous, accepted, place)
    now, before = _added(gathered, last_units, last_own, own, place, is_listed=expected is not None)
    year = ProvinceYear(
        intake=intake,
        gathered=gathered,
        sent=sent,
        own=own,
        others=others,
        last_units=last_units,
        last_own=last_own,
        place=place,
        expected=expected,
        previous=previous,
        accepted=accepted,
        now=now,
        before=before,
        findings=(),
        lineage=lineage,
    )
    return replace(year, findings=tuple(dict.fromkeys((*chosen, *gathered.findings, *found, *_findings(year)))))


def _without_list(intake: Intake, units: Path | None) -> Intake:
    """The intake without the fault that the list of units, where it lies among the inputs, is no report."""
    if units is None:
        return intake
    listed = units.resolve()
    return replace(intake, refused=tuple(each for each in intake.refused if Path(each.file).resolve() != listed))


def _of_used_forms(last: Sequence[BaseReport], intake: Intake, gathered: Gathered) -> Iterator[BaseReport]:
    """Last period's reports without the columns of forms that are not used: whose they are is in doubt."""
    columns = {id(report) for report in intake.previous}
    used = {report.sources.file for report in gathered.reports}
    yield from (report for report in last if id(report) not in columns or report.sources.file in used)


def _sources(inputs: ProvinceInputs) -> tuple[Path, ...]:
    return inputs.source if isinstance(inputs.source, tuple) else (inputs.source,)


def _last_day(last: Sequence[BaseReport]) -> date | None:
    """The day at which last period's boundaries held, as far as its reports say."""
    days = [report.place.boundaries_as_of or report.period.end for report in last]
    return max((day for day in days if day is not None), default=None)


def _pairs(reports: Sequence[BaseReport], last: Sequence[BaseReport]) -> Iterator[tuple[BaseReport, BaseReport]]:
    for report, before in zip(reports, predecessors(reports, last), strict=True):
        if before is not None:
            yield report, before


def _previous(gathered: Gathered, last: Sequence[BaseReport], lineage: Lineage) -> Iterator[tuple[str, BaseReport]]:
    reports = {unit_key(report.place): report for report in last}
    for report in gathered.reports:
        key = unit_key(report.place)
        before = _last_of(report.place, report.period.end, lineage.of_new(key), reports, gathered.register)
        if before is not None:
            yield key, before


def in_present_boundaries(units: Sequence[UnitEntry], last: Sequence[BaseReport]) -> dict[str, BaseReport]:
    """Last period's report of each unit of a list, by its key; of those alone that have one of their area."""
    own = [report for report in last if not report.place.is_province]
    lineage = Lineage.of(units, [report.place for report in own], last_day=_last_day(own))
    reports = {unit_key(report.place): report for report in own}
    known: UnitRegister[Unit] = UnitRegister.of(units)
    found = (
        (unit_key(unit), _last_of(unit.place, None, lineage.of_new(unit_key(unit)), reports, known)) for unit in units
    )
    return {key: report for key, report in found if report is not None}


def _judged(
    gathered: Gathered, previous: Mapping[str, BaseReport], accepted: Sequence[Acceptance], place: Place | None
) -> tuple[Gathered, list[Finding]]:
    """The units' reports without what looks wrong, and what was found in each."""
    reports: list[BaseReport] = []
    findings: list[Finding] = []
    of_peers: dict[str, list[Finding]] = {}
    for finding in (*peer_findings(gathered.reports, previous), *near_label_findings(gathered.reports)):
        of_peers.setdefault(finding.unit, []).append(finding)
    for report in gathered.reports:
        before = previous.get(unit_key(report.place))
        found = (*check_report(report, before, province=place), *of_peers.get(report.place.full_name, ()))
        verdict = judge(report, found, accepted)
        reports.append(verdict.report)
        findings += [replace(finding, unit=report.place.full_name) for finding in verdict.findings]
    return replace(gathered, reports=tuple(reports)), findings


def _subject(own: BaseReport | None, units: Sequence[BaseReport]) -> str:
    first = own if own is not None else next(iter(units), None)
    return first.subject if first is not None else find_catalogue().name


def _parted(
    reports: Sequence[BaseReport], place: Place | None = None
) -> tuple[tuple[BaseReport, ...], BaseReport | None, tuple[BaseReport, ...]]:
    """The units' reports, the province's own if there is one, and reports of provinces that are neither.

    A folder of provinces alone has no own: nothing is added up there.
    """
    units = tuple(report for report in reports if not report.place.is_province)
    provinces = [report for report in reports if report.place.is_province]
    if place is not None:
        provinces.sort(key=lambda report: fold_name(report.place.name) != fold_name(place.name))
    own = provinces[0] if provinces and (units or len(provinces) == 1) else None
    return units, own, tuple(report for report in provinces if report is not own)


def _last_of_all(inputs: ProvinceInputs, intake: Intake) -> tuple[tuple[BaseReport, ...], Intake]:
    """Last period's reports, and the intake with what could not be read of them as well.

    Of a unit that no file of last period's tells of, the last-period column of its form is taken.
    """
    if not inputs.previous:
        return intake.previous, intake
    before = [read_last(source, templates=inputs.templates) for source in inputs.previous]
    given = tuple(report for one in before for report in one.reports)
    columns = intake.previous if all(report.place.is_province for report in given) else ()
    refused = (*(item for other in before for item in other.refused), *intake.refused)
    warnings = (*(item for other in before for item in other.warnings), *intake.warnings)
    return (*given, *columns), replace(intake, refused=refused, warnings=warnings)


def _units_of(refused: Sequence[Refused], expected: Sequence[UnitEntry]) -> Iterator[Unit]:
    """The units of inputs that could not be read: as their cover says, else as the file is called."""
    for item in refused:
        if item.place is not None:
            yield item.place
        elif (named := _called_in(Path(item.file), expected)) is not None:
            yield named


def _called_in(file: Path, expected: Sequence[UnitEntry]) -> UnitEntry | None:
    """The only unit whose code, or whose name, stands in a file's name."""
    words = f"-{slugify(file.stem)}-"
    coded = [unit for unit in expected if f"-{unit.code}-" in words]
    named = [unit for unit in expected if f"-{slugify(unit.name)}-" in words]
    whole = [unit for unit in named if f"-{slugify(unit.full_name)}-" in words]
    return next((found[0] for found in (coded, whole, named) if len(found) == 1), None)


def _added(
    gathered: Gathered,
    last_units: tuple[BaseReport, ...],
    last_own: BaseReport | None,
    own: BaseReport | None,
    place: Place | None,
    *,
    is_listed: bool,
) -> tuple[RollUp | None, RollUp | None]:
    """Both years' sums; the province's own report alone where there are no units."""
    if place is None or not gathered.expected:
        before = RollUp(report=last_own, findings=()) if last_own is not None else None
        return (RollUp(report=own, findings=()) if own is not None else None), before
    years = add_years(gathered, last_units, place, own=own, last_own=last_own, is_listed=is_listed)
    return years.now, years.before


# --- each unit --------------------------------------------------------------------------------------------


def _standings(year: ProvinceYear) -> Iterator[Standing]:
    used = {unit_key(report.place): report for report in year.gathered.reports}
    known = year.gathered.register
    faults: dict[str, list[Fault]] = {}
    for item in year.intake.refused:
        unit = item.place or _called_in(Path(item.file), year.expected or ())
        if unit is not None:
            faults.setdefault(known.key_of(unit), []).extend(item.faults)
    for each in known.units:
        key = unit_key(each)
        state: State = "used" if key in used else year.gathered.unused.get(key, "missing")
        name = known.names[key]
        yield Standing(
            unit=each,
            name=name,
            state=state,
            report=used.get(key),
            sent=year.sent.get(key),
            faults=tuple(faults.get(key, ())),
            findings=tuple(finding for finding in year.findings if finding.unit == name),
        )


def _last_of(
    place: Place, day: date | None, cluster: Cluster, last: Mapping[str, BaseReport], known: UnitRegister[Unit]
) -> BaseReport | None:
    """A unit's last period in its present boundaries: one report, or its predecessors' added up."""
    given = [last[key] for key in sorted(cluster.old) if key in last]
    if not cluster.is_comparable or len(cluster.new) > 1 or not given:
        return None
    unit = known.find(place)
    if len(given) == 1 and (unit is None or not predecessors_of(unit)):
        only = given[0]
        return only if only.place == place else _moved(only, place, place.boundaries_as_of)
    summed = given[0] if len(given) == 1 else roll_up_with_findings(given, place).report
    return _moved(summed, place, place.boundaries_as_of or day)


def _moved(report: BaseReport, place: Place, day: object) -> BaseReport:
    """A report under another place: the one it is compared with."""
    moved = place.model_copy(update={"boundaries_as_of": report.place.boundaries_as_of if day is None else day})
    return report.model_copy(update={"place": moved}).with_sources(report.sources)


# --- findings ---------------------------------------------------------------------------------------------


def _findings(year: ProvinceYear) -> Iterator[Finding]:
    """What is found beyond single units: in the set, in reports of other provinces, in the sums."""
    yield from neighbour_findings(year.gathered.reports)
    for report in year.others:
        for finding in check_report(report, year.previous.get(unit_key(report.place))):
            yield replace(finding, unit=report.place.full_name)
    for report in (*year.others, *year.gathered.reports, *((year.own,) if year.own is not None else ())):
        for finding in unit_findings(report):
            yield replace(placed(finding, report), unit=report.place.full_name)
    yield from _not_compared(year)
    if year.now is not None:
        yield from year.now.findings
        before = year.before.report if year.before is not None else None
        for finding in check_report(year.now.report, before):
            yield replace(finding, unit=year.now.report.place.full_name)


def _not_compared(year: ProvinceYear) -> Iterator[Finding]:
    """Units that have a last year which is not of their area."""
    for report in year.gathered.reports:
        cluster = year.lineage.of_new(unit_key(report.place))
        if cluster.old and unit_key(report.place) not in year.previous and year.last_units:
            reason = cluster.reason or "địa bàn năm trước nay thuộc nhiều đơn vị"
            message = f"không so sánh với kỳ trước: {reason}"
            where = (Origin(file=report.sources.file),) if report.sources.file else ()
            yield Finding("not-compared", "info", "period", message, unit=report.place.full_name, origins=where)
