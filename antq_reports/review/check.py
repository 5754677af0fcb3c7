"""The checks of one report and of a set, in one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from antq_reports.report import BaseReport, Finding, Origin, Place, Unit
from antq_reports.review.arithmetic import arithmetic_findings
from antq_reports.review.free_text import wording_findings
from antq_reports.review.history import history_findings
from antq_reports.review.labels import near_metric_findings
from antq_reports.review.place_and_period import identity_findings
from antq_reports.review.rules import rule_findings
from antq_reports.review.sets import duplicate_findings, expected_findings, neighbour_findings, predecessors


def check_report(
    report: BaseReport, previous: BaseReport | None = None, *, province: Place | None = None
) -> list[Finding]:
    """What a person should look at in one report, in the order of the report.

    ``previous`` is last year's report of the same place; ``province`` the province a commune belongs to, whose name its
    texts may bear. Never raises for what the data hold.
    """
    found = (
        *identity_findings(report),
        *arithmetic_findings(report),
        *rule_findings(report),
        *near_metric_findings(report),
        *wording_findings(report, province),
        *(history_findings(report, previous) if previous is not None else ()),
    )
    return [placed(finding, report) for finding in found]


def check_reports(
    reports: Iterable[BaseReport],
    previous: Iterable[BaseReport] = (),
    *,
    expected: Sequence[Unit] | None = None,
    province: Place | None = None,
) -> list[Finding]:
    """What a person should look at in a set of units' reports; every finding names its unit.

    ``previous`` holds last year's reports, found by code, else by level and name; ``expected`` is the list of units.
    """
    units, last = tuple(reports), tuple(previous)
    return [*_of_units(units, last, province), *_of_set(units, expected)]


def _of_units(units: Sequence[BaseReport], last: Sequence[BaseReport], province: Place | None) -> Iterator[Finding]:
    for report, before in zip(units, predecessors(units, last), strict=True):
        for finding in check_report(report, before, province=province):
            yield replace(finding, unit=report.place.full_name)


def _of_set(units: Sequence[BaseReport], expected: Sequence[Unit] | None) -> Iterator[Finding]:
    yield from duplicate_findings(units)
    yield from neighbour_findings(units)
    if expected is not None:
        yield from expected_findings(units, expected)


def placed(finding: Finding, report: BaseReport) -> Finding:
    """The finding with the file and cell its path was read from."""
    if finding.origins:
        return finding
    sources = report.sources
    whole = (Origin(file=sources.file),) if sources.file else ()
    return replace(finding, origins=sources.origins_of(finding.path) if finding.path else whole)
