"""The catalogue seen from outside: which metrics there are, and which of them a report fills.

Everything here is read off the declarations; nothing is listed twice. Paths are those of the file a person writes:
``weapons.firearms_surrendered``, ``commitments.transport_pledges_by_group[2]``, ``rewards.awards[0].individuals``,
``extra.<id>``.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from antq_reports.catalogue.metric import Group, Metric, groups_of, metrics_of
from antq_reports.catalogue.section import Award, GroupRow, Section
from antq_reports.figures import AnyFigure
from antq_reports.report.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One declared metric or group, by its path."""

    path: str
    section: str
    name: str
    declaration: Metric | Group


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFigure:
    """One figure of one report, with the declaration it answers to."""

    path: str
    section: str
    name: str
    label: str
    figure: AnyFigure
    metric: Metric


@cache
def section_types() -> dict[str, type[Section]]:
    """The fourteen sections by field name, in the order of the catalogue."""
    found: dict[str, type[Section]] = {}
    for name, info in Report.model_fields.items():
        if isinstance(info.annotation, type) and issubclass(info.annotation, Section):
            found[name] = info.annotation
    return found


@cache
def catalogue() -> tuple[CatalogueEntry, ...]:
    """Every metric and group of the catalogue."""
    entries: list[CatalogueEntry] = []
    for section, model in section_types().items():
        declared: dict[str, Metric | Group] = {**metrics_of(model), **groups_of(model)}
        for name in model.model_fields:
            if name in declared:
                entries.append(
                    CatalogueEntry(path=f"{section}.{name}", section=section, name=name, declaration=declared[name])
                )
    return tuple(entries)


def reported_figures(report: Report) -> Iterator[ReportedFigure]:
    """Every figure a report holds, in the order of the catalogue, extras last."""
    for section, model in section_types().items():
        yield from _of_section(section, getattr(report, section), model)
    for extra in report.extra:
        metric = Metric(label=extra.label)
        yield ReportedFigure(
            path=f"extra.{extra.id}",
            section=extra.section,
            name=extra.id,
            label=extra.label,
            figure=extra.figure,
            metric=metric,
        )


def _of_section(section: str, value: Section, model: type[Section]) -> Iterator[ReportedFigure]:
    metrics, groups = metrics_of(model), groups_of(model)
    for name in model.model_fields:
        if name in metrics:
            figure = getattr(value, name)
            if figure is not None:
                metric = metrics[name]
                path = f"{section}.{name}"
                label = fitting_label(metric.label, metric.unit, figure.unit)
                yield ReportedFigure(path=path, section=section, name=name, label=label, figure=figure, metric=metric)
        elif name in groups:
            for place, row in enumerate(getattr(value, name)):
                yield from of_row(section, f"{section}.{name}[{place}]", row, groups[name])


def of_row(section: str, path: str, row: GroupRow | Award, group: Group) -> Iterator[ReportedFigure]:
    """The figures of one labelled row."""
    if isinstance(row, Award):
        giver = f" của {row.level}" if row.level else ""
        for name, metric in metrics_of(Award).items():
            figure = getattr(row, name)
            if figure is not None:
                label = f"{metric.label}: {row.form}{giver}"
                yield ReportedFigure(
                    path=f"{path}.{name}", section=section, name=name, label=label, figure=figure, metric=metric
                )
    elif row.figure is not None:
        metric = Metric(label=f"{group.label}: {row.label}", rollup=group.rollup, polarity=group.polarity)
        yield ReportedFigure(
            path=path, section=section, name="figure", label=metric.label, figure=row.figure, metric=metric
        )


def fitting_label(label: str, declared: str | tuple[str, str] | None, unit: str | None) -> str:
    """A metric's label in the unit really counted.

    >>> fitting_label("buổi tuyên truyền, phát động", "buổi", "lượt")
    'lượt tuyên truyền, phát động'
    """
    if isinstance(declared, str) and unit is not None and f"{label} ".startswith(f"{declared} "):
        return f"{unit}{label.removeprefix(declared)}"
    return label


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models a field's type names, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from models_in(part)
