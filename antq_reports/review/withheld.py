"""What looks wrong is neither printed nor added, until a person who asked back says that it is right.

A finding of grade error that concerns figures takes them out of the report, of a broken rule every figure it names. The
report that comes back has them in ``left_out`` (for the brief and its evidence) and in ``sources.withheld`` (for the
papers of a run, with the values and cells).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from antq_reports.catalogue import MetricPath
from antq_reports.catalogue.group import FIGURE
from antq_reports.figures import format_figure
from antq_reports.report import BaseReport, Finding, LeftOut, ReportedFigure, Withheld, reported_figures
from antq_reports.report.acceptance import Acceptance
from antq_reports.review.arithmetic import arithmetic_findings
from antq_reports.review.rules import rule_findings

AnyReport = TypeVar("AnyReport", bound=BaseReport)
_WAITING = "chờ kiểm tra lại"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A report without what looks wrong, and its findings with what was accepted."""

    report: BaseReport
    findings: tuple[Finding, ...]


def withhold(report: AnyReport, accepted: Sequence[Acceptance] = ()) -> AnyReport:
    """The report without the figures that cannot be right by themselves or beside each other."""
    found = (*arithmetic_findings(report), *rule_findings(report))
    kept: AnyReport = judge(report, found, accepted).report  # type: ignore[assignment]  # of the same class
    return kept


def judge(report: BaseReport, findings: Iterable[Finding], accepted: Sequence[Acceptance] = ()) -> Verdict:
    """The same from findings made already."""
    figures = {reported.path: reported for reported in reported_figures(report)}
    own = [each for each in accepted if each.is_of(report.place) and not each.chooses_file]
    told: list[Finding] = []
    out: dict[str, Finding] = {}
    for finding in findings:
        concerned = [path for path in (finding.path, *finding.others) if path in figures]
        if finding.severity != "error" or not concerned:
            told.append(finding)
        elif _is_accepted(finding.path, figures, own):
            told.append(replace(finding, severity="info", message=f"{finding.message} (đã được chấp nhận)"))
        else:
            told.append(finding)
            out |= {path: finding for path in concerned if path not in out}
    out |= {path: out[each.changed] for path, each in figures.items() if each.changed in out and path not in out}
    told += _lapsed(own, figures)
    return Verdict(_without(report, out, figures) if out else report, tuple(told))


def _is_accepted(path: str, figures: dict[str, ReportedFigure], own: Sequence[Acceptance]) -> bool:
    reported = figures.get(path)
    return reported is not None and any(
        each.names(path, reported.label) and each.is_for(reported.figure) for each in own
    )


def _lapsed(own: Sequence[Acceptance], figures: dict[str, ReportedFigure]) -> Iterator[Finding]:
    """Acceptances that hold for nothing: the value is another now, or the unit has no such figure."""
    for each in own:
        named = [reported for path, reported in figures.items() if each.names(path, reported.label)]
        if not named:
            message = f"lời chấp nhận ở dòng {each.line} nói về “{each.metric}”, đơn vị không có số liệu này"
            yield Finding("acceptance-unused", "warning", "", message)
        for reported in named:
            if not each.is_for(reported.figure):
                now = format_figure(reported.figure)
                message = f"{reported.label}: đã chấp nhận “{each.value}”, nay là “{now}”; lời chấp nhận hết hiệu lực"
                yield Finding("acceptance-lapsed", "warning", reported.path, message)


def _without(report: BaseReport, out: dict[str, Finding], figures: dict[str, ReportedFigure]) -> BaseReport:
    """The report without some figures, which it names as left out."""
    withheld = tuple(_withheld(report, path, finding, figures[path]) for path, finding in out.items())
    left = tuple(LeftOut(metric=each.path, label=each.label, reason=_WAITING) for each in withheld)
    sources = replace(report.sources, withheld=(*report.sources.withheld, *withheld))
    update: dict[str, object] = dict(_sections_without(report, [MetricPath.of(path) for path in out]))
    update["extra"] = tuple(extra for extra in report.extra if f"extra.{extra.id}" not in out)
    update["left_out"] = (*report.left_out, *left)
    return report.model_copy(update=update).with_sources(sources)


def _withheld(report: BaseReport, path: str, finding: Finding, reported: ReportedFigure) -> Withheld:
    return Withheld(
        path=path,
        label=reported.label,
        reason=finding.message,
        code=finding.code,
        value=format_figure(reported.figure),
        origins=report.sources.origins_of(path),
    )


def _sections_without(report: BaseReport, paths: Sequence[MetricPath]) -> Iterator[tuple[str, object]]:
    for name, section in report.sections():
        here = [path for path in paths if path.section == name and not path.is_extra]
        if not here:
            continue
        values: dict[str, object] = {path.name: None for path in here if not path.is_row}
        for group in {path.name for path in here if path.is_row}:
            rows = list(report.rows(name, group))
            for path in (path for path in here if path.name == group and path.row is not None):
                rows[path.row] = rows[path.row].model_copy(update={path.column or FIGURE: None})  # type: ignore[index]
            values[group] = tuple(row for row in rows if any(figure is not None for _, figure in row.figures()))
        yield name, section.model_copy(update=values)
