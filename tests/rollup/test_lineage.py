"""Which units of this year are which of last year."""

from __future__ import annotations

from datetime import date

import pytest
from rollup_kit import unit

from antq_reports.forms import UnitEntry
from antq_reports.report import Unit
from antq_reports.rollup.lineage import Lineage

LAST_DAY = date(2025, 12, 31)


def entry(code: str, *predecessors: str, since: date | None = None, name: str = "") -> UnitEntry:
    """A unit of this year's list."""
    return UnitEntry(code=f"{code:0>5}", name=name or f"Xã {code}", predecessors=tuple(predecessors), since=since)


def old(*numbers: str) -> list[Unit]:
    """Units of last year."""
    return [unit(f"Xã {code}", f"{code:0>5}") for code in numbers]


def clusters(now: list[Unit], before: list[Unit]) -> set[tuple[str, str]]:
    """The comparable clusters, as their codes without zeros."""
    lineage = Lineage.of(now, before, last_day=LAST_DAY)

    def told(keys: frozenset[str]) -> str:
        return " ".join(sorted(key.lstrip("0") for key in keys))

    return {(told(each.new), told(each.old)) for each in lineage.clusters if each.is_comparable}


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ([entry("1")], ["1"], {("1", "1")}),
        ([entry("9", "00001", "00002")], ["1", "2"], {("9", "1 2")}),
        ([entry("1", "00001", "00002")], ["1", "2"], {("1", "1 2")}),
        ([entry("1", "00002")], ["1", "2"], {("1", "1 2")}),
        ([entry("1"), entry("2", "00001")], ["1"], {("1 2", "1")}),
        ([entry("2", "00001"), entry("3", "00001")], ["1"], {("2 3", "1")}),
        ([entry("9", "00001")], ["1"], {("9", "1")}),
        ([entry("1"), entry("2")], ["1", "2"], {("1", "1"), ("2", "2")}),
        ([entry("1")], ["1", "7"], {("1", "1")}),
        ([entry("1"), entry("8")], ["1"], {("1", "1")}),
        ([entry("1", since=date(2026, 3, 1))], ["1"], set()),
        ([entry("1", since=date(2025, 7, 1))], ["1"], {("1", "1")}),
        ([entry("1", "00001", since=date(2026, 3, 1))], ["1"], {("1", "1")}),
    ],
    ids=[
        "unchanged", "merged, new code", "merged, own code said", "merged, own code kept", "split off",
        "split whole", "another code", "two", "gone", "new", "reshaped, not said how", "reshaped before", "said how",
    ],
)  # fmt: skip
def test_units_of_one_area_stand_together(now: list[Unit], before: list[str], expected: set[tuple[str, str]]) -> None:
    """Merged, split, under another code; what nothing is said of is not compared."""
    assert expected == clusters(now, old(*before))


def test_a_unit_without_a_code_is_known_by_its_name() -> None:
    """Where the list has one of that name."""
    lineage = Lineage.of([entry("1", name="Tân Hà")], [unit("TÂN HÀ")])
    assert lineage.clusters[0].is_comparable


def test_what_nothing_accounts_for_has_no_heirs() -> None:
    """And the others do."""
    lineage = Lineage.of([entry("1")], old("1", "7"))
    assert (frozenset(("00001",)), frozenset()) == (lineage.heirs_of("00001"), lineage.heirs_of("00007"))
