"""This year and last year added up together: each with its own units, and what may be compared between them.

A metric is compared over the units that have it in both years. Where these are all the units of both totals, the totals
are compared; where they are fewer, both sums over them stand beside the totals (`LikeForLike`), and a change is told
with these and never with the totals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pydantic import ValidationError

from antq_reports.catalogue import find_catalogue
from antq_reports.comparison.compare import identity_of
from antq_reports.figures import AnyFigure
from antq_reports.report import BaseReport, Finding, Place, Unit, reported_figures, unit_key
from antq_reports.report.completeness import LikeForLike
from antq_reports.rollup.lineage import Cluster, Lineage
from antq_reports.rollup.participants import Gathered, gather, listed, shared_period
from antq_reports.rollup.roll_up import RollUp, add_up, roll_up_with_findings
from antq_reports.rollup.sums import add_figures

_OTHER_SOURCE = "một năm là số do tỉnh báo cáo, một năm là số cộng từ các đơn vị"
_NOBODY = "không đơn vị nào có số liệu cả hai năm"


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoYears:
    """Both years of one place."""

    now: RollUp
    before: RollUp | None
    lineage: Lineage


def roll_up_years(
    reports: Iterable[BaseReport],
    last: Sequence[BaseReport],
    place: Place,
    *,
    own: BaseReport | None = None,
    last_own: BaseReport | None = None,
    expected: Sequence[Unit] | None = None,
    unusable: Iterable[Unit] = (),
) -> TwoYears:
    """Add up the units of both years; ``expected`` is this year's list, which tells what its units were formed of."""
    given = tuple(reports)
    subject = next((report.subject for report in (own, *given) if report is not None), None) or find_catalogue().name
    stated = shared_period(own, given)
    gathered = gather(given, subject, period=stated, expected=expected, unusable=unusable)
    return add_years(gathered, last, place, own=own, last_own=last_own, is_listed=expected is not None)


def add_years(
    gathered: Gathered,
    last: Sequence[BaseReport],
    place: Place,
    *,
    own: BaseReport | None = None,
    last_own: BaseReport | None = None,
    is_listed: bool = False,
) -> TwoYears:
    """Add up both years; what is not alike in them is written into this year's completeness.

    ``is_listed`` says that the units are those of a list, which tells what each was formed of.
    """
    now = add_up(gathered, place, own=own)
    if not last:
        before = RollUp(report=last_own, findings=()) if last_own is not None else None
        return TwoYears(now=now, before=before, lineage=Lineage.of(now.units, ()))
    before = roll_up_with_findings(last, place, own=last_own)
    day = before.report.place.boundaries_as_of or before.report.period.end
    lineage = Lineage.of(now.units, before.units, last_day=day)
    if is_listed and all(lineage.heirs_of(unit_key(unit)) for unit in before.units):
        day = now.report.place.boundaries_as_of or now.report.period.end
        before = replace(before, report=_in_area_of(before.report, day))
        now = replace(now, report=_in_area_of(now.report, day))
    shared = tuple(_Comparing(now, before, lineage).entries())
    told = (*_of_last_year(before), *_unaccounted(before, lineage, is_listed=is_listed))
    return TwoYears(
        now=replace(now, report=_with_shared(now.report, shared, before.report), findings=(*now.findings, *told)),
        before=before,
        lineage=lineage,
    )


def _in_area_of(report: BaseReport, day: date | None) -> BaseReport:
    """A report in the boundaries of a day."""
    moved = report.place.model_copy(update={"boundaries_as_of": day})
    return report.model_copy(update={"place": moved}).with_sources(report.sources)


def _with_shared(report: BaseReport, shared: tuple[LikeForLike, ...], last: BaseReport) -> BaseReport:
    whole = report.completeness
    if whole is None:  # pragma: no cover - a roll-up always says how whole it is
        return report
    told = whole.model_copy(update={"like_for_like": shared, "compared_with": last.period.label})
    return report.model_copy(update={"completeness": told}).with_sources(report.sources)


def _of_last_year(before: RollUp) -> Iterator[Finding]:
    """What could not be added of last year, told as such: its total is the base of every change."""
    for finding in before.findings:
        if finding.severity != "info":
            yield replace(finding, message=f"kỳ trước: {finding.message}", severity="warning")


def _unaccounted(before: RollUp, lineage: Lineage, *, is_listed: bool) -> Iterator[Finding]:
    lost = [before.names[key] for unit in before.units if not lineage.heirs_of(key := unit_key(unit))]
    if lost:
        where = "danh sách đơn vị không cho biết nay thuộc đơn vị nào" if is_listed else "năm nay không thấy"
        advice = "; ghi mã của đơn vị cũ vào cột “gộp từ” của đơn vị mới" if is_listed else ""
        message = f"năm trước có số liệu của {listed(lost)}, {where}{advice}"
        yield Finding("unit-unaccounted", "warning", "place", message)


@dataclass(frozen=True, slots=True)
class _Comparing:
    now: RollUp
    before: RollUp
    lineage: Lineage

    def entries(self) -> Iterator[LikeForLike]:
        """What is not compared whole: by its sums over the units of both years, or with the reason why not at all."""
        old = {identity_of(each): each.path for each in reported_figures(self.before.report)}
        for each in reported_figures(self.now.report):
            before = old.get(identity_of(each))
            if before is None:
                continue
            entry = self._entry(each.path, self.now.parts.get(each.path), self.before.parts.get(before))
            if entry is not None:
                yield entry

    def _entry(
        self, path: str, new: Mapping[str, AnyFigure] | None, old: Mapping[str, AnyFigure] | None
    ) -> LikeForLike | None:
        if new is None and old is None:
            return None
        if new is None or old is None:
            return LikeForLike(metric=path, units=0, reason=_OTHER_SOURCE)
        whole = [cluster for cluster in self.lineage.clusters if _is_whole(cluster, new, old)]
        ours = {key for cluster in whole for key in cluster.new}
        theirs = {key for cluster in whole for key in cluster.old}
        if ours == set(new) and theirs == set(old):
            return None
        try:
            sums = add_figures([new[key] for key in sorted(ours)]), add_figures([old[key] for key in sorted(theirs)])
        except (TypeError, IndexError, ValidationError):
            return LikeForLike(metric=path, units=0, reason=_NOBODY)
        return LikeForLike(metric=path, units=len(ours), new=sums[0], old=sums[1])


def _is_whole(cluster: Cluster, new: Mapping[str, AnyFigure], old: Mapping[str, AnyFigure]) -> bool:
    """Whether every unit of a cluster has the figure in its year."""
    return cluster.is_comparable and cluster.new <= new.keys() and cluster.old <= old.keys()
