"""The checks of one report and of a set in one order; every finding knows its unit, file and cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_kit import LAM_DONG, codes, commune, year

from antq_reports.load import load_report
from antq_reports.report import Finding, Origin, SourceMap
from antq_reports.review import check_report, check_reports
from antq_reports.review.check import placed


@pytest.mark.parametrize("name", ["lam-dong-2024", "quang-nam-2024"])
def test_the_examples_have_no_findings(examples_dir: Path, name: str) -> None:
    """Nothing is invented about two published reports."""
    assert [] == check_report(load_report(examples_dir / f"{name}.toml"))


def test_findings_of_a_set_name_unit_and_cell() -> None:
    """Coded, graded, with the place."""
    sources = SourceMap(file="a.xlsx", places={"tips.valuable_tips": (Origin(file="a.xlsx", cell="B4"),)})
    report = commune("A", tips={"valuable_tips": 12, "public_tips": 10}).with_sources(sources)
    [finding] = check_reports([report])
    assert ("xã A", "a.xlsx, ô B4", "xã A (a.xlsx, ô B4)") == (
        finding.unit,
        finding.place,
        str(finding).split(": tin")[0],
    )


def test_checks_stand_in_one_order() -> None:
    """Place and period, sums, rules, texts, last year."""
    report = year(
        2027,
        {**LAM_DONG, "code": "67"},
        headline="Quảng Ngãi giữ yên",
        tips={"public_tips": 5200, "crime_reports_resolved": "9/8 tin báo"},
        core_force={"security_teams": 8, "security_team_members": 7},
    )
    found = check_report(report, year(2026, tips={"public_tips": 480}))
    assert ["province-code", "part-above-whole", "rule-broken", "foreign-place", "not-compared"] == codes(found)


def test_every_report_is_checked_before_the_set() -> None:
    """Units in their order, then what only the set can tell."""
    one, other = (commune(name, "24823", tips={"crime_reports_resolved": "120%"}) for name in "AB")
    found = [(each.code, each.unit) for each in check_reports([other, one], expected=[])]
    of_units = [("percent-above-100", "xã B"), ("percent-above-100", "xã A")]
    of_set = [("duplicate-unit", "xã B"), ("unit-not-expected", "xã B"), ("unit-not-expected", "xã A")]
    assert [*of_units, *of_set] == found


def test_a_finding_keeps_the_places_it_knows() -> None:
    """Else it gets the cell its path was read from; one of the whole report gets its file."""
    cell, other = Origin(file="a.xlsx", cell="B4"), Origin(file="b.xlsx", cell="C5")
    report = commune("A").with_sources(SourceMap(file="a.xlsx", places={"tips.public_tips": (cell,)}))
    findings = [
        Finding("a", "info", "tips.public_tips", "x", origins=(other,)),
        Finding("a", "info", "tips.public_tips", "x"),
        Finding("a", "info", "", "x"),
    ]
    found = [placed(finding, report).origins for finding in findings]
    assert [(other,), (cell,), (Origin(file="a.xlsx"),)] == found
