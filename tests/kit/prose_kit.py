"""A small kit for prose tests: a user's template folder over the bundled one, and a report to print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from antq_reports import RenderedReport, Report, render_report

PLACE = {"name": "Hà Tĩnh", "level": "tỉnh"}


def report_of(**fields: Any) -> Report:
    """A report of Hà Tĩnh for 2026."""
    return Report.model_validate({"place": PLACE, "period": "năm 2026", **fields})


def print_with(folder: Path, template: str, report: Report, name: str = "sections/weapons.j2") -> RenderedReport:
    """The brief of a report with one prose file replaced."""
    file = folder / "prose" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(template, encoding="utf-8")
    return render_report(report, templates=folder)


def printed(folder: Path, template: str, report: Report) -> str:
    """The body text that replaced weapons prose gives."""
    text = print_with(folder, template, report).text
    return next((line for line in text.split("\n") if line.startswith(("§", "Mở"))), "")
