"""Communes to measure with: one-page briefs of some ten figures, the same for the same number."""

from __future__ import annotations

from datetime import date

from antq_reports import Report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.figures import Count, PartOfWhole, Quantity

FIRST_CODE = 20_000


def commune(number: int, year: int = 2026) -> Report:
    """A commune's report."""
    return Report.model_validate(
        {
            "place": {"name": f"Tân Hà {number}", "level": "xã", "code": f"{FIRST_CODE + number}"},
            "period": {"label": f"năm {year}", "start": date(year, 1, 1), "end": date(year, 12, 31)},
            "communication": {"outreach_sessions": 10 + number % 17, "outreach_attendance": 1_000 + 37 * number},
            "weapons": {"firearms_surrendered": 3 + number % 7, "ammunition_surrendered": 20 + number % 31},
            "tips": {"valuable_tips": 5 + number % 11},
            "models": {"models_active": 4, "security_cameras": 30 + number % 23},
            "core_force": {"security_teams": 6, "security_team_members": 18 + number % 5},
        }
    )


def full_commune(number: int, year: int = 2026) -> Report:
    """A commune's report with every metric that is added up and takes a count or a share; nothing is wrong in it."""
    sections: dict[str, dict[str, object]] = {}
    base = 200 + (number * 37) % 887 + 10 * (year - 2026)
    for section in bundled_catalogue().sections.values():
        for place, (name, metric) in enumerate(section.metrics.items()):
            value = max(2, base // (place + 1)) if name not in LARGER else 3 * base
            if Quantity in metric.takes or metric.rollup != "sum":
                continue
            if Count in metric.takes:
                sections.setdefault(section.name, {})[name] = value
            elif PartOfWhole in metric.takes:
                sections.setdefault(section.name, {})[name] = f"{value % 700 + 150}/{value % 700 + 155} {metric.unit}"
    report = commune(number, year)
    return Report.model_validate({"place": report.place, "period": report.period, **sections})


LARGER = frozenset(("security_team_members", "outreach_attendance"))
"""Metrics that are above those before them."""
