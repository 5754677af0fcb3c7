"""A neighbour's form under another cover is found, also when a few figures were changed; neighbours are not."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from rollup_kit import PROVINCE, commune

from antq_reports import Report
from antq_reports.report import SourceMap
from antq_reports.rollup import roll_up_with_findings
from antq_reports.rollup.twins import twins_among

METRICS = (
    *("tips.public_tips", "weapons.ammunition_surrendered", "models.models_active", "models.security_cameras"),
    *("welfare.gifts", "communication.outreach_sessions", "communication.leaflets_distributed"),
    *("communication.banners_displayed", "core_force.mediation_teams", "commitments.weapons_pledges"),
)


def unit(name: str, code: str, *, seed: int, changed: int = 0) -> Report:
    """A commune's ten figures; the first ``changed`` of them others than the seed's."""
    rng = Random(seed)
    figures: dict[str, Any] = {path: rng.randint(20, 900) for path in METRICS}
    figures |= {path: figures[path] + 3 for path in METRICS[:changed]}
    return commune(name, code, **figures).with_sources(SourceMap(file=f"{name}.xlsx"))


@pytest.mark.parametrize(("changed", "found"), [(0, True), (2, True), (3, False)])
def test_nearly_equal_reports_are_found(changed: int, found: bool) -> None:
    """Of ten figures two may be changed."""
    pair = [unit("A", "00001", seed=1), unit("B", "00002", seed=1, changed=changed)]
    assert found == bool(list(twins_among(pair)))


def test_neither_is_added_until_somebody_says_which() -> None:
    """Both files are named; the others are added."""
    reports = [unit("A", "00001", seed=1), unit("B", "00002", seed=1, changed=1), unit("C", "00003", seed=2)]
    result = roll_up_with_findings(reports, PROVINCE)
    whole = result.report.completeness
    assert whole is not None
    assert (1, ("xã A", "xã B")) == (whole.reported, whole.unusable)
    [finding] = [finding for finding in result.findings if finding.code == "same-figures"]
    assert "xã A và xã B giống nhau 9/10 số liệu (A.xlsx; B.xlsx)" in finding.message


def test_units_of_one_province_are_no_twins() -> None:
    """A hundred and twenty of them."""
    assert [] == list(twins_among([unit(f"Xã {n}", f"{n:05}", seed=n) for n in range(120)]))


def test_small_figures_are_equal_by_chance() -> None:
    """Nobody is asked about them."""
    figures: dict[str, Any] = dict.fromkeys(METRICS, 3)
    pair = [commune(name, code, **figures) for name, code in (("A", "00001"), ("B", "00002"))]
    assert [] == list(twins_among(pair))
