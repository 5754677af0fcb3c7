"""Dotted keys of JSON and mappings as the nested tables they stand for: ``"section.metric": 5``.

TOML does this itself for bare keys. A key that is given twice, once dotted and once nested, is refused with both names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from antq_reports.errors import Refusal

MAX_PARTS = 30
"""Parts of one key, and depth of the tables that are looked into: a report needs three or four."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two keys that give the same value, or one a value where the other has a table."""

    path: str
    """The table path both give."""
    first: str
    second: str

    @property
    def refusal(self) -> Refusal:
        """The clash in words, with both keys."""
        return Refusal(f"viết hai lần: ở khóa “{self.first}” và ở khóa “{self.second}”", "giữ lại một khóa")


def nest_keys(values: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[Clash, ...]]:
    """The values with tables for dotted keys, and every clash; of two values that clash the first stays.

    >>> nest_keys({"period": 2026, "boats.sunk": 5, "boats": {"raised": 2}})[0]
    {'period': 2026, 'boats': {'sunk': 5, 'raised': 2}}
    >>> print(nest_keys({"boats.sunk": 5, "boats": {"sunk": 6}})[1][0].refusal)
    viết hai lần: ở khóa “boats.sunk” và ở khóa “boats”; giữ lại một khóa
    """
    if not any(_is_dotted(key) for key in values):
        return dict(values), ()
    nesting = _Nesting()
    for key, value in values.items():
        nesting.take(key, value)
    return nesting.values, tuple(nesting.clashes)


def _is_dotted(key: object) -> bool:
    return isinstance(key, str) and "." in key and key.count(".") < MAX_PARTS and all(key.split("."))


class _Nesting:
    """Tables being filled, with the key each path was given by."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.clashes: list[Clash] = []
        self._givers: dict[tuple[str, ...], str] = {}

    def take(self, key: str, value: Any) -> None:
        """Put the value of one key of the file in its place."""
        path = tuple(key.split(".")) if _is_dotted(key) else (key,)
        table = self.values
        for depth, part in enumerate(path[:-1], start=1):
            table = table.setdefault(part, {})
            giver = self._givers.setdefault(path[:depth], key)
            if not isinstance(table, dict):
                self._refuse(path[:depth], giver, key)
                return
        self._put(table, path, value, key)

    def _put(self, table: dict[str, Any], path: tuple[str, ...], value: Any, key: str) -> None:
        """Put a value into a table; two tables become one, anything else may be given once."""
        held = table.get(path[-1])
        giver = self._givers.setdefault(path, key)
        is_free = path[-1] not in table or (isinstance(held, dict) and isinstance(value, Mapping))
        if not is_free:
            self._refuse(path, giver, key)
        elif isinstance(value, Mapping) and len(path) < MAX_PARTS:
            inner = table.setdefault(path[-1], {})
            for name, part in value.items():
                self._put(inner, (*path, name), part, key)
        else:
            table[path[-1]] = value

    def _refuse(self, path: tuple[str, ...], first: str, second: str) -> None:
        self.clashes.append(Clash(".".join(map(str, path)), first, second))
