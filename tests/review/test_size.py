"""A slipped digit is asked about; natural spread is not."""

from __future__ import annotations

import math
from decimal import Decimal
from random import Random

import pytest

from antq_reports import Report
from antq_reports.review import check_report
from antq_reports.review.size import peer_findings, slip

METRICS = (
    *("tips.public_tips", "weapons.ammunition_surrendered", "models.models_active", "models.security_cameras"),
    *("welfare.gifts", "communication.outreach_sessions", "communication.leaflets_distributed", "welfare.houses_built"),
    *("communication.banners_displayed", "core_force.mediation_teams", "commitments.weapons_pledges"),
    *("communication.outreach_attendance", "political_security.dignitaries_engaged", "weapons.firearms_surrendered"),
)
USUAL = (120, 60, 15, 90, 300, 40, 2000, 1, 80, 12, 1500, 5000, 30, 6)


def unit(number: int, figures: dict[str, int], year: int = 2026) -> Report:
    """A commune's report."""
    place = {"name": f"Xã {number}", "level": "xã", "code": f"{number:05}"}
    return Report.model_validate({"place": place, "period": year, **figures})


def natural(seed: int, units: int = 34, year: int = 2026) -> list[Report]:
    """Units of natural spread: log-normal sizes, some noise beside."""
    rng = Random(seed)
    made = []
    for number in range(units):
        figures = {path: round(usual * math.exp(rng.gauss(0, 0.8))) for path, usual in zip(METRICS, USUAL, strict=True)}
        made.append(
            unit(
                number, {**figures, "context.residential_units": max(1, round(14 * math.exp(rng.gauss(0, 0.5))))}, year
            )
        )
    return made


def test_natural_spread_is_hardly_ever_asked_about() -> None:
    """At most one figure in two hundred, over many provinces."""
    asked = sum(len(list(peer_findings(natural(seed), {}))) for seed in range(40))
    assert asked * 200 <= 40 * 34 * len(METRICS)


def test_natural_growth_is_hardly_ever_asked_about() -> None:
    """From one year to the next, a half more or less."""
    rng, asked = Random(5), 0
    for number, last in enumerate(natural(7, 200, 2025)):
        now = {}
        for path in METRICS:
            section, name = path.split(".")
            now[path] = round(getattr(getattr(last, section), name).raw * math.exp(rng.gauss(0, 0.35)))
        found = check_report(unit(number, now), last)
        asked += sum(finding.code == "size-of-last-year" for finding in found)
    assert asked * 200 <= 200 * len(METRICS)


@pytest.mark.parametrize(
    ("value", "found"), [(2, True), (60, True), (60_000, True), (2_400, False), (700, False), (12_000, False)]
)
def test_thousands_typed_as_units_are_asked_about(value: int, found: bool) -> None:
    """A two for an English “2.000” is far below every other unit."""
    units = natural(3)
    figures = {"communication.leaflets_distributed": value, "context.residential_units": 14}
    codes = [finding.unit for finding in peer_findings([*units, unit(99, figures)], {})]
    assert found == ("xã Xã 99" in codes)


def test_a_unit_s_own_last_year_goes_before_its_peers() -> None:
    """It has always been so much larger."""
    figures = {"communication.leaflets_distributed": 90_000}
    units, large = natural(3), unit(99, figures)
    assert ["xã Xã 99"] == [finding.unit for finding in peer_findings([*units, large], {})]
    assert [] == list(peer_findings([*units, large], {"00099": unit(99, figures, 2025)}))


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        (1000, 100, 10),
        (1000, 120, 10),
        (1000, 130, None),
        (20, 2000, 100),
        (2, 2100, 1000),
        (80, 8, None),
        (500, 100, None),
    ],
)
def test_a_slipped_digit_is_told_from_growth(new: int, old: int, expected: int | None) -> None:
    """Within a fifth of ten, a hundred, a thousand times; not among small numbers."""
    assert expected == slip(Decimal(new), Decimal(old))


def test_few_units_have_no_peers() -> None:
    """Seven say nothing about an eighth."""
    assert [] == list(peer_findings([*natural(3, 6), unit(99, {"tips.public_tips": 90_000})], {}))
