"""Whose report each one is; a wrong code throws out its own report and no other."""

from __future__ import annotations

import pytest
from rollup_kit import PROVINCE, commune, unit

from antq_reports.forms import UnitEntry
from antq_reports.report import SourceMap, Unit, UnitRegister
from antq_reports.rollup import roll_up_with_findings
from antq_reports.rollup.recognition import recognise

LIST: list[Unit] = [unit("Tân Hà", "24823"), unit("Nam Ban", "24824"), unit("Đạ Tẻh", "24825")]
KNOWN: UnitRegister[Unit] = UnitRegister.of(LIST)


def seen(*given: tuple[str, str | None]) -> list[tuple[str, str | None, str, bool]]:
    """Name and code as recognised, the code of the finding, and whether it is refused."""
    reports = [commune(name, code) for name, code in given]
    return [
        (
            each.report.place.name,
            each.report.place.code,
            each.finding.code if each.finding is not None else "",
            each.is_refused,
        )
        for each in recognise(reports, KNOWN)
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("TÂN HÀ", "24823"), ("Tân Hà", "24823", "", False)),
        (("Tân Hà", None), ("Tân Hà", "24823", "", False)),
        (("Tân Hà", "24824"), ("Tân Hà", "24823", "unit-code-differs", True)),
        (("Tân Hà", "24999"), ("Tân Hà", "24823", "unit-code-differs", True)),
        (("Tân Hòa", "24823"), ("Tân Hà", "24823", "unit-name-differs", False)),
        (("Tân Hòa", "24999"), ("Tân Hòa", "24999", "unit-not-expected", True)),
        (("Tổng cộng", None), ("Tổng cộng", None, "total-row", True)),
    ],
)
def test_a_report_is_the_list_s_unit(
    given: tuple[str, str | None], expected: tuple[str, str | None, str, bool]
) -> None:
    """Spelt as the list has it; a code that is another's is asked about, never taken for that other."""
    assert [expected] == seen(given)


def test_a_wrong_code_leaves_its_owner_in() -> None:
    """The neighbour whose code stands on the cover keeps its own report."""
    found = seen(("Tân Hà", "24824"), ("Nam Ban", "24824"))
    assert [True, False] == [each[3] for each in found]
    found = seen(("Tân Hòa", "24824"), ("Nam Ban", "24824"))
    assert [("unit-name-differs", True), ("", False)] == [each[2:] for each in found]


def test_a_refused_unit_has_sent_something() -> None:
    """It is not among those that sent nothing."""
    reports = [
        commune("Tân Hà", "24824", tips={"public_tips": 5}).with_sources(SourceMap(file="a.xlsx")),
        commune("Nam Ban", "24824", tips={"public_tips": 7}),
    ]
    whole = roll_up_with_findings(reports, PROVINCE, expected=LIST).report.completeness
    assert whole is not None
    assert (1, ("xã Tân Hà",), ("xã Đạ Tẻh",)) == (whole.reported, whole.unusable, whole.missing)


def test_a_unit_may_bear_the_level_it_had() -> None:
    """A xã that became a phường is the same code and name."""
    known: UnitRegister[Unit] = UnitRegister.of([UnitEntry(code="24823", name="Tân Hà", level="phường")])
    [found] = recognise([commune("Tân Hà", "24823")], known)
    assert ("phường Tân Hà", None) == (found.report.place.full_name, found.finding)
