"""Which units of this year are which of last year: merged, split, renamed, under another code or level.

The list of units says of each what it was formed of. Units that share area between the years stand in one cluster: both
sides of a cluster cover the same ground, and only whole clusters are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from antq_reports.report import Unit, UnitRegister, unit_key
from antq_reports.report.unit_register import predecessors_of, since_of


@dataclass(frozen=True, slots=True)
class Cluster:
    """Units of this year and of last year, by key, that cover the same area."""

    new: frozenset[str]
    old: frozenset[str]
    reason: str = ""
    """Why the two sides may not cover the same area after all; empty where they do."""

    @property
    def is_comparable(self) -> bool:
        """Whether there are units in both years, and of one area."""
        return bool(self.new and self.old) and not self.reason


@dataclass(frozen=True, slots=True)
class Lineage:
    """The clusters of two years."""

    clusters: tuple[Cluster, ...]

    @classmethod
    def of(cls, now: Sequence[Unit], before: Sequence[Unit], *, last_day: date | None = None) -> Lineage:
        """The clusters of this year's units and those of last year, whose boundaries held on ``last_day``."""
        known = UnitRegister.of(now)
        claimed = {code: unit_key(unit) for unit in now for code in predecessors_of(unit)}
        joined = _Union()
        for unit in now:
            joined.add(("new", unit_key(unit)))
        for old in before:
            joined.add(("old", unit_key(old)))
            for key in _heirs(old, now, known, claimed):
                joined.join(("old", unit_key(old)), ("new", key))
        unclear = {unit_key(unit) for unit in now if _is_reshaped(unit, last_day)}
        return cls(tuple(_cluster(nodes, unclear) for nodes in joined.groups()))

    def heirs_of(self, old: str) -> frozenset[str]:
        """The units of this year that a unit of last year lives on in; none where nothing accounts for it."""
        return next((cluster.new for cluster in self.clusters if old in cluster.old), frozenset())

    def of_new(self, new: str) -> Cluster:
        """The cluster of a unit of this year."""
        empty = Cluster(frozenset((new,)), frozenset())
        return next((cluster for cluster in self.clusters if new in cluster.new), empty)


def _is_reshaped(unit: Unit, last_day: date | None) -> bool:
    """Whether a unit's area changed after last year's and its list does not say of what it was formed."""
    since = since_of(unit)
    return since is not None and last_day is not None and since > last_day and not predecessors_of(unit)


def _heirs(old: Unit, now: Sequence[Unit], known: UnitRegister[Unit], claimed: dict[str, str]) -> Iterator[str]:
    """The units of this year that have a part of an old one's area."""
    if not old.code:
        found = known.find(old)
        if found is not None:
            yield unit_key(found)
        return
    for unit in now:
        predecessors = predecessors_of(unit)
        is_itself = unit.code == old.code and (not predecessors or old.code not in claimed)
        if old.code in predecessors or is_itself:
            yield unit_key(unit)
    if old.code not in claimed and known.coded(old.code) is None:
        named = known.find(old)  # a unit of the list without a code
        if named is not None:
            yield unit_key(named)


def _cluster(nodes: Iterable[_Node], unclear: set[str]) -> Cluster:
    known = tuple(nodes)
    new = frozenset(key for side, key in known if side == "new")
    old = frozenset(key for side, key in known if side == "old")
    reason = "địa giới đã đổi mà danh sách chưa ghi gộp từ đơn vị nào" if new & unclear and old else ""
    return Cluster(new, old, reason)


_Node = tuple[str, str]


class _Union:
    """Nodes that belong together, joined pair by pair."""

    def __init__(self) -> None:
        self._parents: dict[_Node, _Node] = {}

    def add(self, node: _Node) -> None:
        self._parents.setdefault(node, node)

    def join(self, one: _Node, other: _Node) -> None:
        self.add(one)
        self.add(other)
        self._parents[self._root(one)] = self._root(other)

    def groups(self) -> Iterator[list[_Node]]:
        found: dict[_Node, list[_Node]] = {}
        for node in self._parents:
            found.setdefault(self._root(node), []).append(node)
        yield from found.values()

    def _root(self, node: _Node) -> _Node:
        while (parent := self._parents[node]) != node:
            node = parent
        return node
