"""The roll-up itself: gathered reports and the province's own made into one report, with its completeness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from antq_reports.catalogue import (
    Catalogue,
    Group,
    Metric,
    MetricPath,
    NameField,
    Section,
    find_catalogue,
    section_models,
)
from antq_reports.catalogue.made_models import row_model
from antq_reports.catalogue.section_texts import SECTION_TEXTS
from antq_reports.figures import AnyFigure, Count, Period
from antq_reports.report import (
    BaseReport,
    Completeness,
    ExtraFigure,
    Finding,
    MetricCompleteness,
    Origin,
    Place,
    SourceMap,
    Unit,
    report_class,
    unit_key,
)
from antq_reports.report.base_report import MAX_ROWS
from antq_reports.report.place import LEVELS
from antq_reports.report.reported_figures import column_path
from antq_reports.rollup.groups import OWN, add_rows, gather_names
from antq_reports.rollup.one_metric import Combined, Entry, combine, origins_in
from antq_reports.rollup.participants import Gathered, gather, listed, same_period, shared_period, usual_period
from antq_reports.rollup.stated_totals import reconcile
from antq_reports.rollup.unit_parts import quoted, unit_figures
from antq_reports.vietnamese import fold_name, format_integer

AnyReport = TypeVar("AnyReport", bound=BaseReport)
_SUMMED = ("sum", "units")


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """A rolled-up report, and everything found on the way."""

    report: BaseReport
    findings: tuple[Finding, ...]
    units: tuple[Unit, ...] = ()
    """The units that should have reported."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Their full names by key."""
    parts: Mapping[str, Mapping[str, AnyFigure]] = field(default_factory=dict)
    """What each unit gave to a sum, by path and by the unit's key; not of figures the province reports itself."""


def roll_up(
    reports: Iterable[AnyReport],
    place: Place,
    *,
    own: AnyReport | None = None,
    expected: Sequence[Unit] | None = None,
) -> AnyReport:
    """Many units' reports added up into the report of the place they make up.

    ``own`` is what the province's departments report themselves; ``expected`` is the list of units that should report
    (default: those that did). The order of the reports does not matter.

    Raises nothing for what the data hold: `roll_up_with_findings` tells what could not be added, and why.
    """
    return cast(AnyReport, roll_up_with_findings(reports, place, own=own, expected=expected).report)


def roll_up_with_findings(
    reports: Iterable[BaseReport],
    place: Place,
    *,
    own: BaseReport | None = None,
    expected: Sequence[Unit] | None = None,
    unusable: Iterable[Unit] = (),
) -> RollUp:
    """`roll_up` together with its findings: what was left out, what differs, what is vague.

    ``unusable`` are units that sent something nobody can read.
    """
    given = tuple(reports)
    subject = next((report.subject for report in (own, *given) if report is not None), None) or find_catalogue().name
    stated = shared_period(own, given)
    return add_up(gather(given, subject, period=stated, expected=expected, unusable=unusable), place, own=own)


def add_up(gathered: Gathered, place: Place, *, own: BaseReport | None = None) -> RollUp:
    """The sum of reports that were gathered already."""
    first = next((report for report in (own, *gathered.reports) if report is not None), None)
    catalogue = first.catalogue if first is not None else find_catalogue()
    period = usual_period(gathered.reports) or (own.period if own is not None else Period(label="kỳ báo cáo"))
    if own is None or same_period(own.period, period):
        period = own.period if own is not None else period
        return _Adding(catalogue=catalogue, gathered=gathered, own=own, period=period).run(place)
    rolled = _Adding(catalogue=catalogue, gathered=gathered, own=None, period=period).run(place)
    message = f"báo cáo của tỉnh là của kỳ “{own.period.label}”, các đơn vị gửi kỳ “{period.label}”; không dùng"
    finding = Finding("own-period-differs", "error", "period", message, origins=own.sources.origins_of("period"))
    return replace(rolled, findings=(finding, *rolled.findings))


@dataclass(kw_only=True)
class _Adding:
    catalogue: Catalogue
    gathered: Gathered
    own: BaseReport | None
    period: Period
    places: dict[str, tuple[Origin, ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    metrics: list[MetricCompleteness] = field(default_factory=list)
    used: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The keys of the units by their full names."""
        return {name: key for key, name in self.gathered.names.items()}

    def run(self, place: Place) -> RollUp:
        own = self.own
        kept = {name: value for name, value in own if name not in ("place", "period")} if own is not None else {}
        kept |= {name: self._section(name, model) for name, model in section_models(self.catalogue).items()}
        kept |= {"extra": self._extras(), "completeness": self._completeness(), **self._of_units()}
        report = report_class(self.catalogue)(place=self._bounded(place), period=self.period, **kept)
        folder = own.sources.folder if own is not None else None
        findings = (*self._about_missing(), *self.gathered.findings, *self._about_own(place), *self.findings)
        return RollUp(
            report=report.with_sources(SourceMap(folder=folder, places=self.places)),
            findings=findings,
            units=self.gathered.expected,
            names=self.gathered.names,
            parts={path: {self.keys[one.unit]: one.figure for one in used} for path, used in self.used.items()},
        )

    def _of_units(self) -> dict[str, Any]:
        """The units' own figures and words that the report keeps."""
        reports = {self.gathered.names[unit_key(report.place)]: report for report in self.gathered.reports}
        units, places = unit_figures(self.catalogue, tuple(reports), self.used)
        self.places |= places
        quotes = tuple(quoted(self.own.quotes if self.own is not None else (), reports))
        self.findings += [finding for _, finding in quotes if finding is not None]
        return {"units": units, "quotes": tuple(quote for quote, _ in quotes)}

    def _bounded(self, place: Place) -> Place:
        """The place with the day its boundaries hold: its own, the departments', else the earliest of the units'."""
        if place.boundaries_as_of is not None:
            return place
        own = self.own.place.boundaries_as_of if self.own is not None else None
        days = [report.place.boundaries_as_of for report in self.gathered.reports]
        stated = [day for day in days if day is not None]
        shared = min(stated) if stated and len(stated) == len(days) else None
        return place.model_copy(update={"boundaries_as_of": own or shared})

    def _about_own(self, place: Place) -> Iterator[Finding]:
        if self.own is not None and fold_name(self.own.place.full_name) != fold_name(place.full_name):
            message = f"báo cáo của các sở, ngành ghi {self.own.place.full_name}, tổng hợp cho {place.full_name}"
            yield Finding("own-place-differs", "warning", "place", message)

    def _about_missing(self) -> Iterator[Finding]:
        given, whole = self.gathered, self._completeness()
        if whole.reported < whole.expected:
            share = f"{format_integer(whole.reported)}/{format_integer(whole.expected)} {given.unit_words}"
            states = (
                ("chưa gửi", given.missing),
                ("đã gửi nhưng chưa dùng được", given.unusable),
                ("gửi nhiều bản khác nhau", given.sent_twice),
            )
            told = "; ".join(f"{state}: {', '.join(names)}" for state, names in states if names)
            yield Finding("units-missing", "warning", "completeness", f"mới dùng được số liệu của {share}; {told}")

    def _completeness(self) -> Completeness:
        given = self.gathered
        return Completeness(
            reported=len(given.reports),
            expected=len(given.expected),
            unit=given.unit_words,
            missing=given.missing,
            unusable=given.unusable,
            sent_twice=given.sent_twice,
            metrics=tuple(self.metrics),
        )

    # --- sections ------------------------------------------------------------------------------------

    def _section(self, name: str, model: type[Section]) -> Section:
        own = getattr(self.own, name, None)
        values: dict[str, Any] = {key: getattr(own, key) for key in SECTION_TEXTS if own is not None}
        for key, declared in model.declaration.fields.items():
            path = MetricPath(name, key)
            if isinstance(declared, Metric):
                values[key] = self._metric(str(path), declared)
            elif isinstance(declared, Group):
                values[key] = self._rows(path, declared)
            else:
                values[key] = self._names(path, declared)
        return model(**values)

    def _names(self, path: MetricPath, declared: NameField) -> Any:
        lists = [value_at(report, path) for report in self.gathered.reports]
        own = value_at(self.own, path) if self.own is not None else None
        return gather_names(own, lists, default=() if declared.is_list else declared.default)

    def _metric(self, path: str, metric: Metric) -> AnyFigure | None:
        takes_counts = Count in metric.takes
        return self._settle(path, metric, list(self._entries(path)), self._own_figure(path), takes_counts=takes_counts)

    def _rows(self, path: MetricPath, group: Group) -> tuple[Any, ...]:
        """The rows of a group by label, each figure added up like a metric of its own."""
        reports = [(self.gathered.names[unit_key(report.place)], report) for report in self.gathered.reports]
        row = row_model(self.catalogue, path.section, path.name)
        made: list[Any] = []
        for heads, figures in add_rows(path, group, reports, self.own):
            where = replace(path, row=len(made))
            values = {
                column: self._settle(column_path(where, group, column), metric, entries, own)
                for column, (metric, entries, own) in figures.items()
            }
            if any(value is not None for value in values.values()):
                made.append(row(**heads, **values))
        return tuple(made)

    def _extras(self) -> tuple[ExtraFigure, ...]:
        """Extra figures by id, with the label and section of the own report, else of the first unit."""
        heads: dict[str, ExtraFigure] = {}
        for extra in self.own.extra if self.own is not None else ():
            heads.setdefault(extra.id, extra)
        for report in self.gathered.reports:
            for extra in report.extra:
                heads.setdefault(extra.id, extra.model_copy(update={"sentence": None}))
        made: list[Any] = []
        for head in heads.values():
            path = f"extra.{head.id}"
            entries = list(self._entries(path))
            figure = self._settle(path, Metric(label=head.label), entries, self._own_figure(path))
            if figure is not None:
                made.append(head.model_copy(update={"figure": figure}))
        if len(made) > MAX_ROWS:
            message = f"có {format_integer(len(made))} số liệu ngoài danh mục; bản tổng hợp chỉ giữ {MAX_ROWS} mục đầu"
            self.findings.append(Finding("extras-cut", "warning", "extra", message))
        return tuple(made[:MAX_ROWS])

    # --- figures -------------------------------------------------------------------------------------

    def _entries(self, path: str) -> Iterator[Entry]:
        for report in self.gathered.reports:
            figure = figure_at(report, path)
            if figure is not None:
                name = self.gathered.names[unit_key(report.place)]
                yield Entry(unit=name, figure=figure, origins=origins_in(report, path, name))

    def _own_figure(self, path: str) -> Entry | None:
        figure = figure_at(self.own, path) if self.own is not None else None
        if self.own is None or figure is None:
            return None
        origins = origins_in(self.own, path, OWN)
        return Entry(unit=self.own.place.full_name, figure=figure, origins=origins)

    def _settle(
        self,
        path: str,
        metric: Metric,
        entries: list[Entry],
        own: Entry | None,
        *,
        takes_counts: bool = True,
    ) -> AnyFigure | None:
        """The figure of one path, its sources and findings written down."""
        if metric.rollup not in _SUMMED:
            return self._of_province(path, metric, entries, own)
        answers = list(self._answers(path, metric, entries))
        combined = combine(path, metric, answers, takes_counts=takes_counts)
        self.findings += combined.findings
        if own is not None and combined.figure is not None:
            self.findings += reconcile(path, metric, own.figure, combined, self.gathered)
        if own is not None and (combined.figure is None or metric.reporter == "province"):
            self.places[path] = own.origins
            return own.figure
        if combined.figure is None:
            return None
        self.places[path] = tuple(origin for entry in combined.used for origin in entry.origins)
        self.used[path] = combined.used
        self._count(path, metric, combined)
        return combined.figure

    def _of_province(self, path: str, metric: Metric, entries: list[Entry], own: Entry | None) -> AnyFigure | None:
        if own is not None:
            self.places[path] = own.origins
            return own.figure
        if metric.rollup == "province" and entries:
            names = listed(entry.unit for entry in entries)
            message = f"{metric.label}: số liệu này do tỉnh báo cáo, không cộng số của {names}"
            self.findings.append(Finding("province-only", "info", path, message))
        return None

    def _answers(self, path: str, metric: Metric, entries: list[Entry]) -> Iterator[Entry]:
        """For a count of units, a unit answers for itself alone: 1/1 or 0/1."""
        for entry in entries:
            whole = getattr(entry.figure, "whole", 1)
            if _answers_for_itself(metric, entry.unit) and (whole != 1 or getattr(entry.figure, "part", 0) > 1):
                message = f"{metric.label}: {entry.unit} chỉ trả lời cho mình (1/1 hoặc 0/1), không cộng số đã ghi"
                self.findings.append(Finding("unit-answer", "error", path, message, unit=entry.unit))
            else:
                yield entry

    def _count(self, path: str, metric: Metric, combined: Combined) -> None:
        """Write down how many of the units that should know the metric reported it."""
        if metric.reporter == "province":
            return
        units = self.gathered.expected
        if metric.rollup == "units" and any(unit.level == metric.unit for unit in units):
            units = tuple(unit for unit in units if unit.level == metric.unit)
        have = {entry.unit for entry in combined.used}
        names = [self.gathered.names[unit_key(unit)] for unit in units]
        missing = tuple(name for name in names if name not in have)
        self.metrics.append(
            MetricCompleteness(metric=path, reported=len(units) - len(missing), expected=len(units), missing=missing)
        )


def _answers_for_itself(metric: Metric, unit: str) -> bool:
    """Whether a count of units is of units like this one; where what is counted is no level, all are alike."""
    is_level = metric.unit in LEVELS
    return metric.rollup == "units" and (not is_level or unit.startswith(f"{metric.unit} "))


def figure_at(report: BaseReport, path: str) -> AnyFigure | None:
    """The figure of a metric or an extra, carrying its section's own period where it has none itself."""
    address = MetricPath.of(path)
    if address.is_extra:
        return next((extra.figure for extra in report.extra if extra.id == address.name), None)
    section: Section | None = getattr(report, address.section, None)
    return timed(value_at(report, address), section.period if section is not None else None, report.period)


def value_at(report: BaseReport, path: MetricPath) -> Any:
    """What a report's section holds under a key; None where its catalogue has no such key."""
    return getattr(getattr(report, path.section, None), path.name, None)


def timed(figure: AnyFigure | None, of_section: Period | None, of_report: Period) -> AnyFigure | None:
    """The figure with the period it really speaks of, none where that is the report's."""
    if figure is None:
        return None
    own = figure.period or of_section
    period = None if own == of_report else own
    return figure if period == figure.period else figure.model_copy(update={"period": period})
