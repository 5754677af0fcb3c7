"""Figures beyond the catalogue, sorted by how a person would say them.

``counted`` goes on with its label ("10/10 huyện đạt chuẩn"), ``ranked`` says where the place stands, ``moved`` is a
label that rose or fell ("số vụ trộm cắp giảm 12 vụ"), ``labelled`` has its label first ("đuối nước: 12 vụ, 15 người").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from antq_reports.catalogue import Catalogue, Metric
from antq_reports.prose.views import FigureView, View

_LABEL_FIRST = frozenset(("pair", "rate"))
_COUNTED_WITHOUT_UNIT = frozenset(("count", "percent", "span", "indefinite", "part_of_whole"))
Groups = dict[str, tuple[View, ...]]


def extra_groups(extras: Iterable[FigureView], catalogue: Catalogue) -> Groups:
    """The figures that have something to count, by how they are said; each with its figure, label and ``is_number``."""
    groups: dict[str, list[View]] = {"counted": [], "ranked": [], "moved": [], "labelled": []}
    for item in extras:
        if item:
            first = item._label.split(" ")[0]
            values = {"figure": item, "label": item.label, "rest": item.rest, "is_number": first in _units(catalogue)}
            groups[_group(item, first)].append(View(item._path, values))
    return {name: tuple(views) for name, views in groups.items()}


def _group(item: FigureView, first: str) -> str:
    if item.kind in ("change", "rank"):
        return "moved" if item.kind == "change" else "ranked"
    if item.kind in _LABEL_FIRST:
        return "labelled"
    unit = item._figure.unit
    goes_on = item.names_unit if unit else item.kind in _COUNTED_WITHOUT_UNIT and first.islower() and first != "số"
    return "counted" if goes_on else "labelled"


@lru_cache(maxsize=16)
def _units(catalogue: Catalogue) -> frozenset[str]:
    """What the catalogue counts in: a label that begins with one of them takes "số" before it."""
    found: set[str] = set()
    for entry in catalogue.entries:
        if isinstance(entry.declaration, Metric) and entry.declaration.unit is not None:
            unit = entry.declaration.unit
            found.update(unit if isinstance(unit, tuple) else (unit,))
    return frozenset(found)
