"""A province's units as sentences and the annex see them: who stands first and last, where nothing happened, the table.

Only exact figures are ranked, and only where five units or more gave one: "trên 50" is neither first nor last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from antq_reports.catalogue import Catalogue, Metric, MetricPath
from antq_reports.catalogue.metric import in_full, with_unit
from antq_reports.figures import AnyFigure, Count, PartOfWhole
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import AbsentFigure, FigureView, TextView, View
from antq_reports.report import BaseReport, Origin, figures_of_units
from antq_reports.report.place import LEVELS, level_before

FEWEST = 5
"""Fewer units have no first and last, and a share of fewer is no share."""
MOST_TIED = 2
"""More units of one figure are not named."""
MOST_NAMED = 3
"""More units where nothing happened are counted, not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfUnit:
    """One unit's figure of one metric."""

    path: str
    """Where it stands in the report: ``units[3].boats.sunk``."""
    unit: str
    figure: AnyFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the units stand in one metric."""

    highest: tuple[OfUnit, ...] = ()
    lowest: tuple[OfUnit, ...] = ()
    """Of shares alone: the least of a count is nothing, and told as `none`."""
    none: tuple[OfUnit, ...] = ()
    full: tuple[OfUnit, ...] = ()


def standing_of(units: Sequence[OfUnit]) -> Standing:
    """Who stands first and last, and who has nothing or all; nobody where the figures do not let themselves be ranked.

    >>> made = [OfUnit(path="", unit=f"xã {n}", figure=Count(value=n, unit="vụ")) for n in range(6)]
    >>> [each.unit for each in standing_of(made).highest], [each.unit for each in standing_of(made).none]
    (['xã 5'], ['xã 0'])
    """
    kinds = {type(each.figure) for each in units}
    if len(units) < FEWEST or len(kinds) > 1 or not all(_is_exact(each.figure) for each in units):
        return Standing()
    if kinds == {Count}:
        none = tuple(each for each in units if each.figure.is_zero)
        top = _extreme(units, max(_number(each) for each in units))
        return Standing(highest=top if _number(top[0]) > 1 else (), none=none) if top else Standing(none=none)
    if kinds == {PartOfWhole}:
        large = [each for each in units if getattr(each.figure, "whole", 0) >= FEWEST]
        low = _extreme(large, min((_number(each) for each in large), default=Decimal(1)))
        full = tuple(each for each in units if each.figure.ratio == 1)
        return Standing(lowest=low if low and _number(low[0]) < 1 else (), full=full)
    return Standing()


def _is_exact(figure: AnyFigure) -> bool:
    return isinstance(figure, Count | PartOfWhole) and figure.hedge is None and figure.period is None


def _number(each: OfUnit) -> Decimal:
    figure = each.figure
    return Decimal(figure.value) if isinstance(figure, Count) else figure.ratio or Decimal(0)


def _extreme(units: Sequence[OfUnit], number: Decimal) -> tuple[OfUnit, ...]:
    same = tuple(each for each in units if _number(each) == number)
    return same if len(same) <= MOST_TIED else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexRow:
    """One unit in the annex."""

    name: TextView
    cells: tuple[FigureView | AbsentFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """The table of all units: a column for every metric told by unit that any of them gave."""

    title: TextView
    heads: tuple[str, ...]
    rows: tuple[AnnexRow, ...]


@dataclass(frozen=True)
class UnitViewer:
    """The views of the units' figures of one report."""

    report: BaseReport
    book: TokenBook
    house: HouseRules

    def view(self) -> View:
        """By section and metric: ``highest``, ``lowest``, ``none``, ``full``; every name absent where none is told."""
        catalogue = self.report.catalogue
        sections: dict[str, dict[str, View]] = {}
        for path, metric in told_by_unit(catalogue):
            address = MetricPath.of(path)
            sections.setdefault(address.section, {})[address.name] = self._standing(path, metric, self._given[path])
        values = {name: View(f"by_unit.{name}", metrics) for name, metrics in sections.items()}
        return View("by_unit", {**values, "is_partial": self._is_partial()}, present=bool(self.report.units))

    @cached_property
    def _given(self) -> Mapping[str, tuple[OfUnit, ...]]:
        """What the units gave, by metric told by unit, in the order of the units."""
        given: dict[str, list[OfUnit]] = {path: [] for path, _ in told_by_unit(self.report.catalogue)}
        for where, unit, figure in figures_of_units(self.report.units):
            metric = where.partition(".")[2]
            if metric in given:
                given[metric].append(OfUnit(path=where, unit=unit, figure=figure))
        return {path: tuple(units) for path, units in given.items()}

    def _is_partial(self) -> bool:
        """Whether some unit gave no figure at all, or not each of those told by unit."""
        whole, count = self.report.completeness, len(self.report.units)
        thin = any(0 < len(units) < count for units in self._given.values())
        return thin or (whole is not None and not whole.is_whole)

    def _standing(self, path: str, metric: Metric, units: Sequence[OfUnit]) -> View:
        standing, name = standing_of(units), f"by_unit.{path}"
        values: dict[str, object] = {
            "highest": self._place(f"{name}.highest", metric, standing.highest),
            "lowest": self._place(f"{name}.lowest", metric, standing.lowest),
            "none": self._those(f"{name}.none", metric.zero_phrase, standing.none, len(units)),
            "full": self._those(f"{name}.full", f"đơn vị đạt toàn bộ: {metric.label}", standing.full, len(units)),
        }
        return View(name, values, present=any(values.values()))

    @cached_property
    def kinds(self) -> str:
        """What the units are: "xã, phường"."""
        found = {level_before(unit.name)[0] for unit in self.report.units}
        return ", ".join(level for level in LEVELS if level in found) or "đơn vị"

    def _place(self, name: str, metric: Metric, units: Sequence[OfUnit]) -> View:
        """The units of the first or last place: their names, and the figure of each."""
        if not units:
            return View(name, {"names": (), "figure": AbsentFigure(name), "is_shared": False}, present=False)
        return View(
            name, {"names": self._names(units), "figure": self._figure(units[0], metric), "is_shared": len(units) > 1}
        )

    def _those(self, name: str, label: str, units: Sequence[OfUnit], among: int) -> View:
        """Units of which all is said in one sentence: by their names where they are few, else how many they are."""
        if not units or len(units) == among:
            return View(name, {"names": (), "count": AbsentFigure(name)}, present=False)
        sources = tuple(origin for each in units for origin in self._origins(each.path))
        count = self._made(name, label, Count(value=len(units), unit=self.kinds), sources)
        return View(name, {"names": self._names(units) if len(units) <= MOST_NAMED else (), "count": count})

    def _names(self, units: Sequence[OfUnit]) -> tuple[TextView, ...]:
        return tuple(TextView(self.book, f"{each.path}.name", each.unit) for each in units)

    def _figure(self, each: OfUnit, metric: Metric) -> FigureView:
        figure = in_full(with_unit(each.figure, metric.unit), metric)
        return self._made(each.path, f"{metric.label}, {each.unit}", figure, self._origins(each.path))

    def _origins(self, path: str) -> tuple[Origin, ...]:
        return self.report.sources.origins_of(path)

    def _made(self, path: str, label: str, figure: AnyFigure, sources: tuple[Origin, ...]) -> FigureView:
        return FigureView(
            self.book,
            path=path,
            label=label,
            figure=figure,
            style=self.house.figures,
            zero="",
            sources=sources,
        )

    def annex(self) -> Annex | None:
        """The table of all units; None where there are too few, or the report wants none."""
        units, plan = self.report.units, self.report.plan
        told = [(path, metric) for path, metric in told_by_unit(self.report.catalogue) if self._given[path]]
        if len(units) < 2 or not told or (plan is not None and not plan.annex):
            return None
        views = {each.path: self._figure(each, metric) for path, metric in told for each in self._given[path]}
        return Annex(
            title=TextView(self.book, "units", self.kinds),
            heads=tuple(metric.by_unit or "" for _, metric in told),
            rows=tuple(self._row(place, [path for path, _ in told], views) for place in range(len(units))),
        )

    def _row(self, place: int, told: Iterable[str], views: Mapping[str, FigureView]) -> AnnexRow:
        name, cells = f"units[{place}]", [f"units[{place}].{path}" for path in told]
        return AnnexRow(
            name=TextView(self.book, f"{name}.name", self.report.units[place].name),
            cells=tuple(views[cell] if cell in views else AbsentFigure(cell) for cell in cells),  # a zero is false
        )


def told_by_unit(catalogue: Catalogue) -> Iterator[tuple[str, Metric]]:
    """The metrics that are told unit by unit, in the order of the catalogue."""
    for path, declared in catalogue.by_path.items():
        if isinstance(declared, Metric) and declared.by_unit is not None:
            yield path, declared
