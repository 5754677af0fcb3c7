"""The closing table, cut into the sections its rows belong to.

Rows keep their order inside a section; sections stand in the order in which the first row of each is met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from antq_reports.catalogue import MetricPath, figure_path
from antq_reports.prose.views import FigureView
from antq_reports.report import BaseReport
from antq_reports.vietnamese import capitalize_first


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart:
    """The rows of one section."""

    section: str
    title: str
    """With a capital; empty where the whole table is of one section, and a heading would say nothing."""
    rows: tuple[FigureView, ...]


def table_parts(rows: Iterable[FigureView], report: BaseReport) -> tuple[TablePart, ...]:
    """The rows by section; an extra figure stands in the section it was given for."""
    extras = {f"extra.{extra.id}": extra.section for extra in report.extra}
    by_section: dict[str, list[FigureView]] = {}
    for row in rows:
        path = figure_path(row.metric)
        by_section.setdefault(extras.get(path) or MetricPath.of(path).section, []).append(row)
    several = len(by_section) > 1
    return tuple(
        TablePart(section=name, title=_title(name, report) if several else "", rows=tuple(part))
        for name, part in by_section.items()
    )


def _title(section: str, report: BaseReport) -> str:
    declared = report.catalogue.sections.get(section)
    return capitalize_first(declared.title) if declared is not None else ""
