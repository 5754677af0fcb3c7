"""The figures of one report, each with the declaration it answers to.

Paths are those of the file a person writes: ``roads.accidents``,
``pledges.by_signer[2]``, ``prizes.given[0].individuals``, ``extra.<id>``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from antq_reports.catalogue import Group, Metric, MetricPath, Row, Section
from antq_reports.figures import AnyFigure, Change
from antq_reports.report.base_report import BaseReport


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFigure:
    """One figure of one report, with the declaration it answers to."""

    path: str
    section: str
    label: str
    figure: AnyFigure
    metric: Metric

    @property
    def change(self) -> Change | None:
        """The change it states: itself, or the one beside its number."""
        return self.figure if isinstance(self.figure, Change) else getattr(self.figure, "change", None)

    @property
    def changed(self) -> str | None:
        """The path of the metric whose change this states, if it states one."""
        if self.change is not None and not isinstance(self.figure, Change):
            return self.path
        return f"{self.section}.{self.metric.change_of}" if self.metric.change_of is not None else None

    @property
    def address(self) -> MetricPath:
        """The path taken apart."""
        return MetricPath.of(self.path)


def stated_changes(reported: Mapping[str, ReportedFigure]) -> dict[str, Change]:
    """The changes that a report states itself, by the path of the metric that changed."""
    both = ((each.changed, each.change) for each in reported.values())
    return {path: change for path, change in both if path is not None and change is not None}


def reported_figures(report: BaseReport) -> Iterator[ReportedFigure]:
    """Every figure a report holds, in the order of the catalogue, extras last."""
    for name, section in report.sections():
        yield from _of_section(name, section)
    for extra in report.extra:
        metric = Metric(label=extra.label)
        path = f"extra.{extra.id}"
        yield ReportedFigure(path=path, section=extra.section, label=extra.label, figure=extra.figure, metric=metric)


def _of_section(name: str, section: Section) -> Iterator[ReportedFigure]:
    for key, declared in section.declaration.fields.items():
        path = f"{name}.{key}"
        if isinstance(declared, Metric):
            figure = getattr(section, key)
            if figure is not None:
                label = fitting_label(declared.label, declared.unit, figure.unit)
                yield ReportedFigure(path=path, section=name, label=label, figure=figure, metric=declared)
        elif isinstance(declared, Group):
            for place, row in enumerate(getattr(section, key)):
                yield from of_row(MetricPath(name, key, place), row)


def of_row(path: MetricPath, row: Row) -> Iterator[ReportedFigure]:
    """The figures of one row of a group, each with its column's declaration under the row's label."""
    for column, figure in row.figures():
        metric = row.group.column_metric(column, row.words)
        where = column_path(path, row.group, column)
        yield ReportedFigure(path=where, section=path.section, label=metric.label, figure=figure, metric=metric)


def column_path(path: MetricPath, group: Group, column: str) -> str:
    """The address of one figure of a row: the row's own where it has but one."""
    return str(path) if group.is_plain else str(MetricPath(path.section, path.name, path.row, column))


def fitting_label(label: str, declared: str | tuple[str, str] | None, unit: str | None) -> str:
    """A metric's label in the unit really counted.

    >>> fitting_label("buổi tuyên truyền, phát động", "buổi", "lượt")
    'lượt tuyên truyền, phát động'
    """
    if isinstance(declared, str) and unit is not None and f"{label} ".startswith(f"{declared} "):
        return f"{unit}{label.removeprefix(declared)}"
    return label
