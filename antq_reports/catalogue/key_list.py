"""A catalogue as a list for people: every key with its label, unit, the kinds it takes and an example that parses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from antq_reports.catalogue.catalogue import Catalogue
from antq_reports.catalogue.group import Group
from antq_reports.catalogue.metric import Metric
from antq_reports.catalogue.section import Declaration, SectionDeclaration
from antq_reports.figures import KINDS, kind_of

_COUNTED = {
    "count": "1.584 {unit}",
    "part_of_whole": "18/20 {unit}",
    "quantity": "13,85 {unit}",
    "span": "5 - 7 {unit}",
    "indefinite": "hàng trăm {unit}",
}
"""How a figure of a kind is written with the metric's own unit; other kinds have the example of `KINDS`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """One key as the list shows it; all texts, in Vietnamese."""

    key: str
    section: str
    label: str
    unit: str
    kinds: str
    example: str
    """A value that the key takes, as it is written in a report file."""


def key_lines(catalogue: Catalogue, section: str | None = None) -> Iterator[KeyLine]:
    """The lines of a catalogue, or of one section. Raises ``KeyError`` for a section it does not have."""
    chosen = [catalogue.sections[section]] if section is not None else catalogue.sections.values()
    for declared in chosen:
        for name, each in declared.fields.items():
            yield _line(declared, name, each)


def _line(section: SectionDeclaration, name: str, declared: Declaration) -> KeyLine:
    key = f"{section.name}.{name}"
    if isinstance(declared, Metric):
        kinds = ", ".join(kind_of(kind).title for kind in declared.takes)
        units = declared.unit if isinstance(declared.unit, tuple) else (declared.unit,)
        unit = "; ".join(each for each in units if each)
        return KeyLine(
            key=key, section=section.title, label=declared.label, unit=unit, kinds=kinds, example=example_of(declared)
        )
    if isinstance(declared, Group):
        columns = "; ".join(column.label for column in declared.columns.values() if column.label)
        kinds = "danh sách các dòng"
        return KeyLine(
            key=key, section=section.title, label=declared.label, unit=columns, kinds=kinds, example=declared.example
        )
    kinds = "danh sách tên" if declared.is_list else "tên gọi"
    return KeyLine(key=key, section=section.title, label=declared.about, unit="", kinds=kinds, example="")


def example_of(metric: Metric) -> str:
    """A figure that the metric takes, in its own unit, as one writes it.

    >>> example_of(Metric(label="vụ tai nạn giao thông", unit="vụ"))
    '1.584 vụ'
    >>> from antq_reports.catalogue.metric import KIND_SETS
    >>> example_of(Metric(label="tiền phạt", unit="đồng", takes=KIND_SETS["amount"]))
    '2,5 tỷ đồng'
    """
    kind = kind_of(metric.takes[0])
    if isinstance(metric.unit, tuple):
        return f"31 {metric.unit[0]}, 1.200 {metric.unit[1]}"
    form = _COUNTED.get(kind.name)
    return form.format(unit=metric.unit) if form is not None and metric.unit else KINDS[kind.name].example
