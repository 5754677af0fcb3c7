"""One report against last year's: every movement by metric path, what was refused and why, stated changes reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType

from antq_reports.catalogue import MetricPath, Section
from antq_reports.catalogue.measures import factor, in_declared_unit
from antq_reports.catalogue.section import old_keys
from antq_reports.comparison.comparable import period_refusal, refusal
from antq_reports.comparison.figure_change import Movement, compare_figures
from antq_reports.figures import AnyFigure, Change, Pair, Percent, Period, Quantity, format_figure, interval_of
from antq_reports.figures.change import RISING, Times
from antq_reports.figures.interval import is_exact
from antq_reports.report import BaseReport, Finding, Origin, ReportedFigure, reported_figures
from antq_reports.report.completeness import LikeForLike
from antq_reports.vietnamese import USUAL_PERCENT_RULE, decimals_of, fold_name, format_percent, round_half_up

_SAME_PERIOD = "cùng kỳ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A report against its predecessor."""

    base: Period
    """The period compared with."""
    refused: str | None = None
    """Why nothing may be compared; then there are no movements."""
    movements: Mapping[str, Movement] = field(default_factory=dict)
    """By the path of the figure; a pair has one for each number ("….first", "….second")."""
    previous: Mapping[str, ReportedFigure] = field(default_factory=dict)
    """Last year's like figure by this year's path: also a hedged one that cannot be subtracted. Empty when refused."""
    skipped: Mapping[str, str] = field(default_factory=dict)
    """Metrics that both years report and that are not compared, with the reason."""
    shared: Mapping[str, LikeForLike] = field(default_factory=dict)
    """Metrics compared over fewer units than their totals are of; these have no ``previous``."""
    sources: Mapping[str, tuple[Origin, ...]] = field(default_factory=dict)
    """Where last year's figures were read, by this year's path."""
    findings: tuple[Finding, ...] = ()
    """Stated changes that differ from the computed ones."""


def compare(report: BaseReport, previous: BaseReport) -> Comparison:
    """How a report's figures moved since the previous one.

    Never raises for what the data hold: a comparison that must not be made says why in ``refused``.
    """
    reason = refusal(report, previous)
    if reason is not None:
        return Comparison(base=previous.period, refused=reason)
    return _Comparing(report, previous).run()


@dataclass(slots=True)
class _Comparing:
    report: BaseReport
    last: BaseReport
    movements: dict[str, Movement] = field(default_factory=dict)
    previous: dict[str, ReportedFigure] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    shared: dict[str, LikeForLike] = field(default_factory=dict)
    sources: dict[str, tuple[Origin, ...]] = field(default_factory=dict)

    def run(self) -> Comparison:
        renamed = self._renamed()
        old = {identity_of(reported, renamed): reported for reported in reported_figures(self.last)}
        new = tuple(reported_figures(self.report))
        for reported in new:
            before = old.get(identity_of(reported))
            if before is not None and not isinstance(reported.figure, Change):
                self._compare(reported, before)
        findings = (*_stated_findings(new, self.movements, self.last.period), *_skipped_findings(new, self.skipped))
        return Comparison(
            base=self.last.period,
            movements=self.movements,
            previous=self.previous,
            skipped=self.skipped,
            shared=self.shared,
            sources=self.sources,
            findings=findings,
        )

    def _renamed(self) -> dict[str, str]:
        """Paths that this year's catalogue renamed, where last year's report still has the old ones."""
        if self.last.catalogue == self.report.catalogue:
            return {}
        sections = self.report.catalogue.sections.values()
        return {
            f"{section.name}.{old}": f"{section.name}.{name}" for section in sections for name, old in old_keys(section)
        }

    def _compare(self, reported: ReportedFigure, before: ReportedFigure) -> None:
        shared = self._shared(reported.path)
        pair = (reported.figure, before.figure) if shared is None else (shared.new, shared.old)
        new, old = (each and in_declared_unit(each, reported.metric) for each in pair)
        reason = self._period_reason(reported, before)
        if reason is None and shared is None:
            reason = self._units_reason(reported, before)
        if new is None or old is None:
            reason = reason or (shared.reason if shared is not None else None)
        else:
            reason = reason or unlike(new, old)
            reason = reason or self._move(reported, before, new, old, shared)
        if reason is not None:
            self.skipped[reported.path] = reason

    def _move(
        self,
        reported: ReportedFigure,
        before: ReportedFigure,
        new: AnyFigure,
        old: AnyFigure,
        shared: LikeForLike | None,
    ) -> str | None:
        """Put down how a figure moved; the reason why it did not where it cannot be subtracted."""
        self.sources[reported.path] = self.last.sources.origins_of(before.path)
        moved = tuple(compare_figures(reported.path, reported.metric, new, old))
        if shared is None:
            self.previous[reported.path] = before
        else:
            moved = tuple(replace(movement, units=shared.units) for movement in moved)
            self.shared |= {reported.path: shared} if moved else {}
        self.movements |= {movement.path: movement for movement in moved}
        return None if moved else inexact(new, old)

    def _shared(self, path: str) -> LikeForLike | None:
        """The sums over the units that have a figure in both years, where these are fewer than those of the totals."""
        whole = self.report.completeness
        if whole is None or whole.compared_with != self.last.period.label:
            return None
        return next((entry for entry in whole.like_for_like if entry.metric == path), None)

    def _period_reason(self, reported: ReportedFigure, before: ReportedFigure) -> str | None:
        new, old = self._own_period(self.report, reported), self._own_period(self.last, before)
        if new is None and old is None:
            return None
        return period_refusal(new or self.report.period, old or self.last.period)

    @staticmethod
    def _own_period(report: BaseReport, reported: ReportedFigure) -> Period | None:
        section: Section | None = getattr(report, reported.section, None)
        own = reported.figure.period or (section.period if section is not None else None)
        return None if own == report.period else own

    def _units_reason(self, reported: ReportedFigure, before: ReportedFigure) -> str | None:
        """Sums of different units are no comparison: the same ones must be missing in both years."""
        if self.report.completeness is not None and self.report.completeness.compared_with == self.last.period.label:
            return None  # both were added up together
        new, old = _missing(self.report, reported.path), _missing(self.last, before.path)
        return None if new == old else "hai năm không cùng các đơn vị gửi số liệu"


def _missing(report: BaseReport, path: str) -> frozenset[str]:
    if report.completeness is None:
        return frozenset()
    entry = report.completeness.of(path)
    if entry is not None:
        return frozenset(map(fold_name, entry.missing))
    whole = report.completeness
    address = MetricPath.of(path)
    is_counted_whole = address.is_row or address.is_extra
    absent = (*whole.missing, *whole.unusable, *whole.sent_twice) if is_counted_whole else ()
    return frozenset(map(fold_name, absent))


def identity_of(reported: ReportedFigure, renamed: Mapping[str, str] = MappingProxyType({})) -> tuple[str, str]:
    """What makes last year's figure the same one: its path, and for a row its label rather than its place."""
    address = reported.address
    if address.declared in renamed:
        now = MetricPath.of(renamed[address.declared])
        address = replace(address, section=now.section, name=now.name)
    is_labelled = address.is_row or address.is_extra
    return address.kind_of_row, fold_name(reported.label) if is_labelled else ""


def unlike(new: AnyFigure, old: AnyFigure) -> str | None:
    """Why two figures do not count the same thing; None where they do."""
    told = f"{format_figure(new)} và {format_figure(old)}"
    if type(new) is not type(old) or new.is_share != old.is_share or len(new.numbers) != len(old.numbers):
        return f"khác loại số: {told}"
    counted = zip(_counted(new), _counted(old), strict=True)
    if any(one is not None and other is not None and fold_name(one) != fold_name(other) for one, other in counted):
        return f"khác đơn vị tính: {told}"
    return None


def _counted(figure: AnyFigure) -> tuple[str | None, ...]:
    return figure.counted if isinstance(figure, Pair) else (figure.unit,)


def inexact(new: AnyFigure, old: AnyFigure) -> str | None:
    """Why two like figures have no exact difference; None where there is nothing to say (a unit's own 1/1)."""
    numbers = [part for figure in (new, old) for part in (figure.parts if isinstance(figure, Pair) else (figure,))]
    if any(interval_of(number) is None for number in numbers):
        return f"loại số này không trừ được: {format_figure(new)} và {format_figure(old)}"
    if all(map(is_exact, numbers)):
        return None
    return f"số không chính xác: {format_figure(new)} và {format_figure(old)}"


# --- what the report states of its own changes ----------------------------------------------------------


def _stated_findings(
    new: tuple[ReportedFigure, ...], movements: Mapping[str, Movement], base: Period
) -> Iterator[Finding]:
    for reported in new:
        change, changed = reported.change, reported.changed
        if change is None or changed is None or not speaks_of(change, base):
            continue
        moved = movements.get(changed)
        if moved is not None and not agrees(change, moved):
            message = f"{reported.label}: báo cáo ghi “{format_figure(change)}”, tính ra {told(moved)}"
            yield Finding("stated-change-differs", "warning", reported.path, message)


def _skipped_findings(new: tuple[ReportedFigure, ...], skipped: Mapping[str, str]) -> Iterator[Finding]:
    """What is not compared, once for each reason."""
    labels: dict[str, list[str]] = {}
    for reported in new:
        if (reason := skipped.get(reported.path)) is not None:
            labels.setdefault(reason, []).append(reported.label)
    for reason, names in labels.items():
        message = f"không so sánh với kỳ trước: {', '.join(dict.fromkeys(names))} ({reason})"
        yield Finding("figures-not-compared", "info", "", message)


def speaks_of(change: Change, base: Period) -> bool:
    """Whether a stated change is against this base: the same label, "cùng kỳ", or no base at all."""
    if change.base is None or fold_name(change.base).startswith(_SAME_PERIOD):
        return True
    return fold_name(change.base) in (fold_name(base.label), f"cùng kỳ {fold_name(base.label)}")


def agrees(change: Change, moved: Movement) -> bool:
    """Whether a stated change is the computed one, as far as its decimals go."""
    stated = change.amount
    if stated is None:
        return moved.outcome == "same"
    if not isinstance(stated, Times) and change.direction == "bằng":
        return True  # a share of a plan says nothing of the year before
    if moved.verb is None or (change.direction in RISING) != (moved.outcome == "rise"):
        return False
    ratio = _full_ratio(moved)
    if isinstance(stated, Times):
        return ratio is not None and abs(ratio + 1 - stated.value) * 20 <= stated.value
    if isinstance(stated, Percent):
        return _is_near(stated.value, ratio, stated) or _is_points(stated.value, moved)
    if moved.amount is None:
        return False
    times = factor(str(stated.unit), str(moved.amount.unit)) or 1
    if not _is_near(Decimal(stated.value), Decimal(moved.amount.value) / times, stated):
        return False
    return change.percent is None or _is_near(abs(change.percent.value), ratio)


def _is_points(stated: Decimal, moved: Movement) -> bool:
    """The press writes "%" for percentage points."""
    return moved.in_points and _is_near(stated, abs(moved.new.value - Decimal(moved.old.value)))


def _full_ratio(moved: Movement) -> Decimal | None:
    """The size of the change over its base, small bases too: what is stated is checked whatever its size."""
    if moved.old.value == 0:
        return None
    return abs(Decimal(moved.new.value) - Decimal(moved.old.value)) / Decimal(moved.old.value)


def _is_near(stated: Decimal, computed: Decimal | None, figure: AnyFigure | None = None) -> bool:
    """Whether a stated number is the computed one, rounded half up to the decimals it states."""
    if computed is None:
        return False
    if figure is not None and (not is_exact(figure) or getattr(figure, "scale", None) is not None):
        return abs(stated - computed) * 20 <= computed
    return round_half_up(computed, decimals_of(stated)) == stated


def told(moved: Movement) -> str:
    """A movement in words, for a finding: "giảm 12 vụ (7,89%)"."""
    if moved.verb is None or moved.amount is None:
        return "không đổi"
    ratio = None if moved.in_points else _full_ratio(moved)
    percent = f" ({format_percent(ratio, USUAL_PERCENT_RULE)})" if ratio is not None else ""
    amount = moved.amount
    if isinstance(amount, Quantity):
        amount = amount.model_copy(update={"value": round_half_up(amount.value, 2)})
    return f"{moved.verb} {format_figure(amount)}{percent}"
