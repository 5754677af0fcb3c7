"""Figures for the synthetic province: a commune's two years, coherent within and between them.

Everything follows from a commune's population and a random number generator: parts stay below their wholes, teams
cover the hamlets there are, and a year moves from the last by a few percent. Rows are what a report file holds,
so that the models read them like anybody else's.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

Sections = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """One invented unit."""

    code: str
    name: str
    level: str
    population: int
    hamlets: int

    @property
    def full_name(self) -> str:
        """Level and name: "Xã Tân Hà"."""
        return f"{self.level[:1].upper()}{self.level[1:]} {self.name}"


def make_commune(rng: Random, code: str, name: str, level: str) -> Commune:
    """A unit of a usual size for its level."""
    low, high = {"xã": (7_000, 26_000), "phường": (22_000, 58_000)}.get(level, (3_000, 9_000))
    population = rng.randrange(low, high, 10)
    return Commune(code=code, name=name, level=level, population=population, hamlets=max(4, population // 1_150))


def first_year(rng: Random, unit: Commune) -> Sections:
    """The figures of the year before."""
    return {**_outreach(rng, unit), **_results(rng, unit), **_movement(rng, unit)}


def _outreach(rng: Random, unit: Commune) -> Sections:
    people = unit.population
    sessions, school, drivers = rng.randint(12, 30), rng.randint(10, 24), rng.randint(12, 20)
    return {
        "context": {"residential_units": unit.hamlets},
        "political_security": {"dignitaries_engaged": rng.randint(20, 60)},
        "communication": {
            "outreach_sessions": sessions,
            "outreach_attendance": sessions * rng.randint(70, 160),
            "media_items": rng.randint(20, 60),
            "leaflets_distributed": rng.randrange(people // 20, people // 8, 10),
            "banners_displayed": rng.randint(20, 60),
            "community_meetings": unit.hamlets * 2 + rng.randint(10, 20),
        },
        "commitments": {
            "weapons_pledges": rng.randint(people // 8, people // 5),
            "restaurant_pledges": rng.randint(20, 60),
            "transport_pledges_by_group": [
                f"{rng.randint(20, 40)} doanh nghiệp",
                f"{rng.randint(20, 90)} chủ xe",
                f"{rng.randint(100, 400)} lái xe",
            ],
        },
        "traffic_safety": {
            "school_traffic_sessions": (school, school * rng.randint(120, 380)),
            "driver_traffic_sessions": (drivers, drivers * rng.randint(60, 140)),
            "traffic_accidents": rng.randint(0, 5),
            "traffic_deaths": 0,
            "traffic_injuries": 0,
        },
        "weapons": {
            "firearms_surrendered": rng.randint(0, 9),
            "ammunition_surrendered": rng.randint(20, 160),
            "grenades_surrendered": rng.randint(0, 2),
            "fireworks_kg": rng.randint(20, 60) + rng.randint(1, 9) / 10,
            "support_tools": rng.randint(0, 4),
            "primitive_weapons": rng.randint(20, 40),
        },
    }


def _results(rng: Random, unit: Commune) -> Sections:
    cases = rng.randint(20, 38) + unit.population // 2_500
    tips, reports = rng.randint(24, 90), rng.randint(24, 60)
    return {
        "tips": {
            "public_tips": tips,
            "valuable_tips": tips * rng.randint(60, 90) // 100,
            "crime_reports_resolved": (reports * rng.randint(88, 100) // 100, reports),
        },
        "crime_results": {
            "public_order_cases": cases,
            "public_order_cases_solved": (cases * rng.randint(80, 97) // 100, cases),
            "suspects_handled": cases + rng.randint(6, 20),
            "fines": rng.randrange(40, 220) * 1_000_000,
            "property_damage": rng.randrange(300, 900) * 1_000_000,
            "property_recovered": rng.randrange(90, 280) * 1_000_000,
        },
    }


def _movement(rng: Random, unit: Commune) -> Sections:
    people, teams, offices = unit.population, unit.hamlets, rng.randint(14, 40)
    return {
        "standards": _standards(rng, unit, offices),
        "models": {
            "models_active": (models := rng.randint(20, 32)),
            "models_effective": models - rng.randint(1, 5),
            "models_new": rng.randint(0, 3),
            "model_members": models * rng.randint(12, 30),
            "security_cameras": rng.randint(40, 60) + people // 600,
        },
        "core_force": {
            "security_teams": teams,
            "covered_residential_units": (teams, unit.hamlets),
            "security_team_members": teams * 3 + rng.randint(0, teams),
            "mediation_teams": teams,
            "disputes_mediated": (30 - rng.randint(1, 8), 30),
        },
        "reintegration": {
            "offenders_supervised": (offenders := rng.randint(20, 45)),
            "offenders_reformed": offenders - rng.randint(2, 9),
        },
        "welfare": {
            "festival_sites": unit.hamlets,
            "gifts": rng.randint(40, 180),
            "gift_value": rng.randrange(20, 90) * 1_000_000,
            "houses_built": rng.randint(0, 3),
        },
        "rewards": {
            "awards": [
                {
                    "form": "Giấy khen",
                    "level": f"Chủ tịch UBND {unit.level}",
                    "collectives": rng.randint(3, 9),
                    "individuals": rng.randint(20, 40),
                }
            ]
        },
    }


def _standards(rng: Random, unit: Commune, offices: int) -> dict[str, Any]:
    answer = (0 if rng.random() < 0.06 else 1, 1)
    field = {"xã": "safe_communes", "phường": "safe_wards"}.get(unit.level, "safe_special_zones")
    found: dict[str, Any] = {
        "safe_residential_areas": (unit.hamlets - rng.randint(0, 2), unit.hamlets),
        field: answer,
        "safe_organisations": (offices - rng.randint(0, 2), offices),
    }
    if unit.level == "xã":
        found["new_rural_security_criterion"] = (0 if rng.random() < 0.04 else 1, 1)
    return found


def next_year(rng: Random, last: Sections, unit: Commune) -> Sections:
    """The year after: each figure moved a little, the bonds between them kept."""
    new = {section: {name: _moved(rng, value) for name, value in values.items()} for section, values in last.items()}
    new["context"]["residential_units"] = unit.hamlets
    for name in ("security_teams", "mediation_teams"):
        new["core_force"][name] = unit.hamlets
    new["core_force"]["covered_residential_units"] = (unit.hamlets, unit.hamlets)
    new["core_force"]["security_team_members"] = unit.hamlets * 3 + rng.randint(0, unit.hamlets)
    new["standards"]["safe_residential_areas"] = (unit.hamlets - rng.randint(0, 1), unit.hamlets)
    new["welfare"]["festival_sites"] = unit.hamlets
    cases = new["crime_results"]["public_order_cases"]
    new["crime_results"]["public_order_cases_solved"] = (cases * rng.randint(84, 98) // 100, cases)
    for section, part, whole in (
        ("tips", "valuable_tips", "public_tips"),
        ("models", "models_effective", "models_active"),
        ("reintegration", "offenders_reformed", "offenders_supervised"),
        ("crime_results", "property_recovered", "property_damage"),
    ):
        new[section][part] = min(new[section][part], new[section][whole])
    _roads(rng, last["traffic_safety"], new["traffic_safety"])
    return new


def _roads(rng: Random, last: dict[str, Any], new: dict[str, Any]) -> None:
    for roads in (last, new):
        accidents = roads["traffic_accidents"]
        roads["traffic_deaths"] = rng.randint(0, accidents // 3)
        roads["traffic_injuries"] = rng.randint(accidents // 2, accidents + 1) if accidents else 0


def _moved(rng: Random, value: Any) -> Any:
    """A value a year later: amounts in full millions, yes and no unchanged, lists item by item."""
    if isinstance(value, tuple):
        return _moved_pair(rng, *value)
    if isinstance(value, list):
        return [_moved_row(rng, row) for row in value]
    if isinstance(value, float):
        return round(value * rng.uniform(0.92, 1.1), 1)
    if isinstance(value, int) and value >= 1_000_000:
        return round(value / 1_000_000 * rng.uniform(0.93, 1.1)) * 1_000_000
    if isinstance(value, int):
        return round(value * rng.uniform(0.92, 1.12)) if value >= 20 else max(0, value + rng.choice((-1, 0, 0, 1)))
    return value


def _moved_pair(rng: Random, first: int, second: int) -> tuple[int, int]:
    if (first, second) in ((0, 1), (1, 1)):
        return first, second
    if second < first * 5:  # a part of its whole: the whole moves, the part keeps its distance
        moved = _moved(rng, second)
        return max(0, moved - (second - first)), moved
    moved = _moved(rng, first)
    return moved, second * moved // first


def _moved_row(rng: Random, row: Any) -> Any:
    if isinstance(row, str):
        number, _, label = row.partition(" ")
        return f"{_moved(rng, int(number))} {label}"
    return {name: _moved(rng, value) for name, value in row.items()}
