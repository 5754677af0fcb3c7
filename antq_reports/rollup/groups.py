"""Groups and lists over many units: rows by label, awards by level and form, names without repeats."""

from __future__ import annotations

import typing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from antq_reports.catalogue import Award, Group, GroupRow, Metric, Section, groups_of, metrics_of
from antq_reports.figures import AnyFigure, Period
from antq_reports.report import Origin, Report
from antq_reports.rollup.one_metric import Entry, origins_in
from antq_reports.vietnamese import fold_name, sort_key

MAX_NAMES = 12
"""Names a rolled-up list keeps: those most units named. A brief names a few, not three hundred."""

OWN = "báo cáo của tỉnh"
"""What the departments' own report is called where no file is known."""

Row = GroupRow | Award
RowKey = tuple[str, ...]
RowFigures = Mapping[str, tuple[Metric, list[Entry], Entry | None]]
"""By field: its declaration, the units' entries, the province's own."""


def fields_of_groups(model: type[Section]) -> dict[str, type[Any]]:
    """The class of a group's rows by field name."""
    return {name: typing.get_args(model.model_fields[name].annotation)[0] for name in groups_of(model)}


def add_rows(
    path: str, row: type[Any], reports: Sequence[tuple[str, Report]], own: Report | None
) -> Iterator[tuple[dict[str, Any], RowFigures]]:
    """For every label met: the row's head (label, or level and form) and the entries of each of its figures."""
    section, name = path.split(".")
    group = groups_of(type(getattr(reports[0][1] if reports else own, section)))[name] if reports or own else None
    if group is None:
        return
    found = [item for unit, report in reports for item in _rows_of(report, section, name, unit)]
    mine = list(_rows_of(own, section, name, OWN)) if own is not None else []
    for key in _ordered_keys([*mine, *found]):
        same = [item for item in found if item[0] == key]
        ours = next((item for item in mine if item[0] == key), None)
        head = _head([item[1] for item in ([ours] if ours else same)])
        yield head, {field: _of_field(field, metric, same, ours) for field, metric in _metrics(row, head, group)}


_Item = tuple[RowKey, Row, str, Callable[[str], tuple[Origin, ...]], Period | None]
"""Key, row, unit, the origins of each of its figures, the period they really speak of."""


def _rows_of(report: Report, section: str, name: str, unit: str) -> Iterator[_Item]:
    value: Section = getattr(report, section)
    for place, row in enumerate(getattr(value, name)):
        where = f"{section}.{name}[{place}]"
        period = None if value.period == report.period else value.period
        yield _key(row), row, unit, _origins(report, where, unit), period


def _origins(report: Report, where: str, unit: str) -> Callable[[str], tuple[Origin, ...]]:
    return lambda field: origins_in(report, where if field == "figure" else f"{where}.{field}", unit)


def _key(row: Row) -> RowKey:
    if isinstance(row, Award):
        return fold_name(row.level or ""), fold_name(row.form)
    return (fold_name(row.label),)


def _ordered_keys(items: Iterable[_Item]) -> list[RowKey]:
    """Keys by where they stand: the province's rows first, then the units', each in the order written."""
    return list(dict.fromkeys(item[0] for item in items))


def _head(rows: Sequence[Row]) -> dict[str, Any]:
    """The row's texts in the spelling most use."""
    names = [key for key in type(rows[0]).model_fields if key not in metrics_of(type(rows[0]))]
    return {key: _usual(getattr(row, key) for row in rows) for key in names}


def _usual(texts: Iterable[str | None]) -> str | None:
    counts = Counter(text for text in texts if text)
    return min(counts, key=lambda text: (-counts[text], sort_key(text)), default=None)


def _metrics(row: type[BaseModel], head: Mapping[str, Any], group: Group) -> Iterator[tuple[str, Metric]]:
    for field, metric in metrics_of(row).items():
        label = head.get("label") or " của ".join(text for text in (head.get("form"), head.get("level")) if text)
        yield field, Metric(label=f"{group.label}: {label}", unit=metric.unit, rollup=group.rollup)


def _of_field(
    field: str, metric: Metric, same: Sequence[_Item], ours: _Item | None
) -> tuple[Metric, list[Entry], Entry | None]:
    entries = [entry for item in same if (entry := _entry(item, field)) is not None]
    return metric, entries, _entry(ours, field) if ours is not None else None


def _entry(item: _Item, field: str) -> Entry | None:
    _, row, unit, origins, period = item
    figure: AnyFigure | None = getattr(row, field)
    if figure is None:
        return None
    if figure.period is None and period is not None:
        figure = figure.model_copy(update={"period": period})
    return Entry(unit=unit, figure=figure, origins=origins(field))


def gather_names(own: Any, values: Sequence[Any], *, default: Any) -> Any:
    """A list of names, or a name: the province's own, else for a list the names most units gave, each once."""
    if own and own != default:
        return own
    if not isinstance(default, tuple):
        return default
    spellings: dict[str, Counter[str]] = {}
    for names in values:
        for name in dict.fromkeys(names):
            spellings.setdefault(fold_name(name), Counter())[name] += 1
    usual = [(counts.total(), _usual(counts.elements())) for counts in spellings.values()]
    ranked = sorted(usual, key=lambda item: (-item[0], sort_key(item[1] or "")))
    return tuple(name for _, name in ranked[:MAX_NAMES])
