"""A metric's address and its grammar: the only module that takes such an address apart.

An address is what stands in a report file, a form and a ledger: ``roads.accidents`` is a metric,
``pledges.by_signer[2]`` a row of a group, ``prizes.given[0].individuals`` a column of a row,
``extra.boats`` a figure beyond the catalogue. Behind it may stand parts of the figure, as a ledger names them:
``….percent``, ``….first``, ``….change.percent``, ``….previous``. A leaf: whether there is such a metric is asked of a
`Catalogue`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

EXTRA = "extra"
"""The section of figures beyond the catalogue."""
KEY = r"[a-z][a-z0-9_]{0,59}"
"""What a section, a metric, a group or a column may be called."""
PARTS = frozenset(
    (
        "first",
        "second",
        "percent",
        "share",
        "period",
        "change",
        "times",
        "previous",
        "completeness",
        "label",
        "unit",
        "shared",
    )
)
"""What a figure has parts of; no column may be called so."""
PREVIOUS = "previous"
MAX_ROWS = 1000

_SHAPE = re.compile(rf"({KEY})\.({KEY})(?:\[(0|[1-9]\d{{0,2}})\])?((?:\.{KEY})*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class MetricPath:
    """An address taken apart.

    >>> MetricPath.parse("prizes.given[0].individuals.change").column
    'individuals'
    >>> str(MetricPath("roads", "signs").part("previous"))
    'roads.signs.previous'
    """

    section: str
    name: str
    row: int | None = None
    column: str = ""
    parts: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> MetricPath | None:
        """The address a text is; None for a text of another shape.

        >>> MetricPath.parse("visit.programme.date") is None
        True
        """
        match = _SHAPE.fullmatch(text)
        if match is None:
            return None
        section, name, row, tail = match.groups()
        names = tail.split(".")[1:]
        column = names.pop(0) if row is not None and names and names[0] not in PARTS else ""
        if not PARTS.issuperset(names):
            return None
        return cls(section, name, int(row) if row is not None else None, column, tuple(names))

    @classmethod
    def of(cls, text: str) -> MetricPath:
        """The address a text is known to be. Raises `ValueError` for any other text."""
        path = cls.parse(text)
        if path is None:
            raise ValueError(f"{text!r} is no metric's address")
        return path

    def __str__(self) -> str:
        row = "" if self.row is None else f"[{self.row}]"
        column = f".{self.column}" if self.column else ""
        return ".".join((f"{self.section}.{self.name}{row}{column}", *self.parts))

    @property
    def is_extra(self) -> bool:
        """Whether it names a figure beyond the catalogue."""
        return self.section == EXTRA

    @property
    def is_row(self) -> bool:
        """Whether it names a row of a group, or a column of one."""
        return self.row is not None

    @property
    def declared(self) -> str:
        """The metric or group it belongs to, as the catalogue has it: ``prizes.given``."""
        return f"{self.section}.{self.name}"

    @property
    def figure(self) -> MetricPath:
        """The figure it is a part of; itself where it is whole."""
        return replace(self, parts=())

    @property
    def kind_of_row(self) -> str:
        """The address with its row left open: the same for all rows of a group.

        >>> MetricPath.of("prizes.given[3].individuals").kind_of_row
        'prizes.given[].individuals'
        """
        if self.row is None:
            return str(self)
        return str(self).replace(f"[{self.row}]", "[]", 1)

    def part(self, *names: str) -> MetricPath:
        """The address of a part."""
        return replace(self, parts=(*self.parts, *names))

    def of_previous(self) -> MetricPath:
        """Last period's address of the same figure or part: ``a.b.first`` becomes ``a.b.previous.first``."""
        return replace(self, parts=(PREVIOUS, *self.parts))


def figure_path(text: str) -> str:
    """The address of the figure a text names or names a part of; other texts as they are.

    >>> figure_path("roads.accidents.change.percent"), figure_path("visit.programme.date")
    ('roads.accidents', 'visit.programme.date')
    """
    path = MetricPath.parse(text)
    return str(path.figure) if path is not None else text


def earlier_path(text: str) -> str:
    """Last period's address of the figure or part a text names; other texts as they are.

    >>> earlier_path("a.b.first"), earlier_path("a.b")
    ('a.b.previous.first', 'a.b.previous')
    """
    path = MetricPath.parse(text)
    return str(path.of_previous()) if path is not None else text
