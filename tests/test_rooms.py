"""Names and rooms: a file name stands once, is a noun, and has a test of its name where it decides anything."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import antq_reports

PACKAGE = Path(antq_reports.__file__).parent
TESTS = Path(__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.stem not in ("__init__", "__main__"))
NOUNS = {"finding", "setting"}
"""Names that end as a gerund does, and are things."""
DECIDES_NOTHING = {
    "brand": "values",
    "declared_keys": "names of keys",
    "ledger_entry": "a record",
    "options": "options of commands, tried with the commands",
    "result": "records",
    "worker_task": "records",
}
"""Modules without a test of their name, and why: each holds values and no decision."""


def test_every_module_is_seen() -> None:
    """A check that reads nothing finds nothing."""
    assert len(MODULES) > 150


def test_a_file_name_stands_once() -> None:
    """Whoever looks for a name finds one file."""
    assert [] == [name for name, count in Counter(path.stem for path in MODULES).items() if count > 1]


def test_a_module_is_a_noun() -> None:
    """It is called after what it holds, not after doing something."""
    parts = {part for path in MODULES for part in path.stem.split("_")}
    assert NOUNS == {part for part in parts if part.endswith("ing")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_that_decides_has_a_test_of_its_name(path: Path) -> None:
    """And a name in the list of the others has none: else it would not belong there."""
    found = list(TESTS.rglob(f"test_{path.stem}.py"))
    assert (path.stem in DECIDES_NOTHING) is not bool(found)


def test_tests_lie_in_the_room_of_what_they_test() -> None:
    """A test of a module's name is in the folder of the module's package."""
    rooms = {path.stem: path.parent.relative_to(PACKAGE) for path in MODULES}
    for test in TESTS.rglob("test_*.py"):
        room = rooms.get(test.stem.removeprefix("test_"))
        assert room is None or room == test.parent.relative_to(TESTS)
