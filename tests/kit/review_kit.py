"""Whole years' reports for the tests of what is found in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from antq_reports import Report
from antq_reports.report import Finding, Place

LAM_DONG = {"name": "Lâm Đồng", "level": "tỉnh", "code": "68"}
PROVINCE = Place(name="Lâm Đồng", level="tỉnh", code="68")


def year(number: int = 2026, place: dict[str, Any] | None = None, **sections: Any) -> Report:
    """Make a whole year's report."""
    period = {"label": f"năm {number}", "start": date(number, 1, 1), "end": date(number, 12, 31)}
    return Report.model_validate({"place": place or LAM_DONG, "period": period, **sections})


def commune(name: str, code: str | None = None, **sections: Any) -> Report:
    """Make a commune's report."""
    return year(2026, {"name": name, "level": "xã", "code": code}, **sections)


def codes(findings: Sequence[Finding]) -> list[str]:
    """List the codes found."""
    return [finding.code for finding in findings]
