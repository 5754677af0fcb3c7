"""Communes and departments of a year, and what comes of adding them up."""

from __future__ import annotations

from datetime import date
from typing import Any

from antq_reports import Report
from antq_reports.report import Place
from antq_reports.rollup import RollUp, roll_up_with_findings

PROVINCE = Place(name="Lâm Đồng", level="tỉnh", code="68")
YEAR = {"label": "năm 2026", "start": date(2026, 1, 1), "end": date(2026, 12, 31)}


def commune(name: str, code: str | None = None, level: str = "xã", **sections: Any) -> Report:
    """Make a commune's report."""
    raw = {"place": {"name": name, "level": level, "code": code}, "period": YEAR}
    return Report.model_validate({**raw, **sections})


def province(**sections: Any) -> Report:
    """Make the departments' own report."""
    return Report.model_validate({"place": {"name": "Lâm Đồng", "code": "68"}, "period": YEAR, **sections})


def unit(name: str, code: str | None = None, level: str = "xã") -> Place:
    """Make a unit of the province's list."""
    return Place.model_validate({"name": name, "level": level, "code": code})


def codes(result: RollUp) -> list[str]:
    """List the codes found."""
    return [finding.code for finding in result.findings]


def firearms(*values: Any, **more: Any) -> RollUp:
    """Roll up one metric of communes A, B, C..."""
    reports = [
        commune(f"Xã {place}", f"{place:05}", weapons={"firearms_surrendered": v}) for place, v in enumerate(values)
    ]
    return roll_up_with_findings(reports, PROVINCE, **more)
