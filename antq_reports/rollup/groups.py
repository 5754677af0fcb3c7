"""Groups and lists over many units: rows by label, awards by level and form, names without repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from antq_reports.catalogue import Group, Metric, MetricPath, Row
from antq_reports.catalogue.group import FIGURE
from antq_reports.figures import AnyFigure, Period
from antq_reports.report import BaseReport, Origin
from antq_reports.rollup.one_metric import Entry, origins_in
from antq_reports.vietnamese import fold_name, sort_key

MAX_NAMES = 12
"""Names a rolled-up list keeps: those most units named. A brief names a few, not three hundred."""

OWN = "báo cáo của tỉnh"
"""What the departments' own report is called where no file is known."""

_TIERS = {
    ("xã", "phường", "thị trấn", "đặc khu"): "cấp xã",
    ("huyện", "quận", "thị xã"): "cấp huyện",
    ("tỉnh",): "cấp tỉnh",
}
"""What units of a level are called together."""

RowKey = tuple[str, ...]
Heads = dict[str, str | None]
RowFigures = Mapping[str, tuple[Metric, list[Entry], Entry | None]]
"""By column: its declaration, the units' entries, the province's own."""


def add_rows(
    path: MetricPath, group: Group, reports: Sequence[tuple[str, BaseReport]], own: BaseReport | None
) -> Iterator[tuple[Heads, RowFigures]]:
    """For every label met: the row's heads and the entries of each of its figures."""
    found = [item for unit, report in reports for item in _rows_of(report, path, unit)]
    mine = list(_rows_of(own, path, OWN)) if own is not None else []
    for key in _ordered_keys([*mine, *found]):
        same = [item for item in found if item[0] == key]
        ours = next((item for item in mine if item[0] == key), None)
        heads = _heads(group, [item[1] for item in ([ours] if ours else same)])
        yield heads, {column: _of_column(column, metric, same, ours) for column, metric in _metrics(group, heads)}


_Item = tuple[RowKey, Heads, Row, str, Callable[[str], tuple[Origin, ...]], Period | None]
"""Key, heads, row, unit, the origins of each of its figures, the period they really speak of."""


def _rows_of(report: BaseReport, path: MetricPath, unit: str) -> Iterator[_Item]:
    section = getattr(report, path.section, None)
    if section is None:
        return
    period = None if section.period == report.period else section.period
    for place, row in enumerate(getattr(section, path.name, ())):
        heads = row.heads if unit == OWN else {name: _of_all(text, report) for name, text in row.heads.items()}
        key = tuple(fold_name(text or "") for text in heads.values())
        yield key, heads, row, unit, _origins(report, f"{path}[{place}]", unit), period


def _of_all(text: str | None, report: BaseReport) -> str | None:
    """A text that ends in what its unit is, as it is said of all units: the chairman of a commune is one of many."""
    level = report.place.level
    tier = next((tier for levels, tier in _TIERS.items() if level in levels), None)
    if text is None or tier is None or not text.casefold().endswith(f" {level}"):
        return text
    return f"{text[: -len(level)]}{tier}"


def _origins(report: BaseReport, where: str, unit: str) -> Callable[[str], tuple[Origin, ...]]:
    return lambda column: origins_in(report, where if column == FIGURE else f"{where}.{column}", unit)


def _ordered_keys(items: Iterable[_Item]) -> list[RowKey]:
    """Keys by where they stand: the province's rows first, then the units', each in the order written."""
    return list(dict.fromkeys(item[0] for item in items))


def _heads(group: Group, rows: Sequence[Heads]) -> Heads:
    """The row's texts in the spelling most use."""
    return {name: _usual(heads[name] for heads in rows) for name in group.heads}


def _usual(texts: Iterable[str | None]) -> str | None:
    counts = Counter(text for text in texts if text)
    return min(counts, key=lambda text: (-counts[text], sort_key(text)), default=None)


def _metrics(group: Group, heads: Heads) -> Iterator[tuple[str, Metric]]:
    for column in group.columns:
        yield column, group.column_metric(column, group.words_of(heads))


def _of_column(
    column: str, metric: Metric, same: Sequence[_Item], ours: _Item | None
) -> tuple[Metric, list[Entry], Entry | None]:
    entries = [entry for item in same if (entry := _entry(item, column)) is not None]
    return metric, entries, _entry(ours, column) if ours is not None else None


def _entry(item: _Item, column: str) -> Entry | None:
    _, _, row, unit, origins, period = item
    figure: AnyFigure | None = getattr(row, column, None)
    if figure is None:
        return None
    if figure.period is None and period is not None:
        figure = figure.model_copy(update={"period": period})
    return Entry(unit=unit, figure=figure, origins=origins(column))


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
