"""Who is who in a province: its units by code and by name, and how each is spelt.

Owns the question whether two mentions are one unit. A unit is its code; without one it is its level and name, as names
compare: Hòa Ninh is HOÀ NINH, Tân Hà is not Tân Hạ, and xã Đạ Tẻh is not phường Đạ Tẻh.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Generic, TypeVar

from antq_reports.report.place import Unit
from antq_reports.vietnamese import fold_name

AnyUnit = TypeVar("AnyUnit", bound=Unit)
TOTALS = frozenset(
    map(fold_name, ("cộng", "tổng", "tổng cộng", "tổng số", "toàn tỉnh", "toàn xã", "cả tỉnh", "cộng dồn"))
)
"""What a row of sums is called where a unit's name should stand."""


def full_name(unit: Unit) -> str:
    """Level and name: "xã Tân Hà"."""
    return f"{unit.level} {unit.name}"


def is_total(unit: Unit) -> bool:
    """Whether a name is that of a row of sums, not of a unit.

    >>> from antq_reports.report import Place
    >>> is_total(Place(name="TỔNG CỘNG", level="xã")), is_total(Place(name="Cộng Hòa", level="xã"))
    (True, False)
    """
    return is_total_name(unit.name)


def is_total_name(name: str) -> bool:
    """Whether a name says that its row is a sum of others.

    >>> is_total_name("Cộng:"), is_total_name("Hộ kinh doanh")
    (True, False)
    """
    return fold_name(name).strip(" :.") in TOTALS


def folded_name(unit: Unit) -> str:
    """Level and name in the form in which names compare."""
    return fold_name(full_name(unit))


def predecessors_of(unit: Unit) -> tuple[str, ...]:
    """The codes of the units a unit of a list was formed of; none where its list does not say."""
    return tuple(getattr(unit, "predecessors", ()))


def since_of(unit: Unit) -> date | None:
    """Since when a unit of a list has its present area, where its list says so."""
    found: date | None = getattr(unit, "since", None)
    return found


def unit_key(unit: Unit) -> str:
    """What makes a unit the same unit, from file to file and from run to run: its code, else its level and name.

    >>> from antq_reports.report import Place
    >>> unit_key(Place(name="Tân Hà", level="xã", code="24823"))
    '24823'
    >>> unit_key(Place(name="Hòa Ninh", level="xã")) == unit_key(Place(name="HOÀ NINH", level="xã"))
    True
    """
    return unit.code or folded_name(unit)


@dataclass(frozen=True)
class UnitRegister(Generic[AnyUnit]):
    """The units of a province, each once, in the order of their list."""

    units: tuple[AnyUnit, ...]

    @classmethod
    def of(cls, units: Iterable[AnyUnit]) -> UnitRegister[AnyUnit]:
        """The register of a list; of rows with one key the first counts."""
        kept: dict[str, AnyUnit] = {}
        for unit in units:
            kept.setdefault(unit_key(unit), unit)
        return cls(tuple(kept.values()))

    def coded(self, code: str | None) -> AnyUnit | None:
        """The unit with a code."""
        return self._by_code.get(code or "")

    def find(self, unit: Unit) -> AnyUnit | None:
        """The unit of the list that another mention is: the one with its key, else the only one it can be by name.

        Where both have a code the codes decide, so a name is asked only where one of the two has none.

        >>> from antq_reports.report import Place
        >>> known = UnitRegister.of(
        ...     [Place(name="Hòa Ninh", level="xã", code="24823"), Place(name="Nam Ban", level="xã")]
        ... )
        >>> known.find(Place(name="HOÀ NINH", level="xã")).code
        '24823'
        >>> known.find(Place(name="Nam Ban", level="xã", code="24824")).name
        'Nam Ban'
        >>> known.find(Place(name="Hòa Ninh", level="xã", code="24999")) is None
        True
        """
        found = self._by_key.get(unit_key(unit))
        if found is not None:
            return found
        named = [each for each in self._by_name.get(folded_name(unit), ()) if not (each.code and unit.code)]
        return named[0] if len(named) == 1 else None

    def named(self, unit: Unit) -> AnyUnit | None:
        """The only unit of the list with a name, whatever codes say; where no level and name agree, the name alone."""
        same = self._by_name.get(folded_name(unit), ())
        if not same:
            same = [each for each in self.units if fold_name(each.name) == fold_name(unit.name)]
        return same[0] if len(same) == 1 else None

    def key_of(self, unit: Unit) -> str:
        """The key of the unit as the list has it; its own where the list has no such unit."""
        return unit_key(self.find(unit) or unit)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Level and name of every unit as the list spells them, by its key; a name two bear has its code behind."""
        counts = Counter(map(full_name, self.units))
        return MappingProxyType({unit_key(unit): _told_apart(unit, counts) for unit in self.units})

    @cached_property
    def _by_key(self) -> dict[str, AnyUnit]:
        return {unit_key(unit): unit for unit in self.units}

    @cached_property
    def _by_code(self) -> dict[str, AnyUnit]:
        return {unit.code: unit for unit in self.units if unit.code}

    @cached_property
    def _by_name(self) -> dict[str, list[AnyUnit]]:
        found: dict[str, list[AnyUnit]] = {}
        for unit in self.units:
            found.setdefault(folded_name(unit), []).append(unit)
        return found


def _told_apart(unit: Unit, counts: Counter[str]) -> str:
    name = full_name(unit)
    return f"{name} ({unit.code})" if counts[name] > 1 and unit.code else name
