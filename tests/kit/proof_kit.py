"""A small brief for the tests of verifying, as files, and ways to change what an HTML page says or carries."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from batch_units import commune

from antq_reports import RenderedReport, Report, render_report
from antq_reports.formats import carried_files, carry

DAY = date(2026, 12, 25)


def report(**more: Any) -> Report:
    """A commune's report with a date."""
    return commune(3, date=DAY, **more)


@cache
def brief() -> RenderedReport:
    """Its brief."""
    return render_report(report())


def edit(file: Path, old: str, new: str) -> Path:
    """Change a text of an HTML page, once, outside of what it carries."""
    page, files = carried_files(file.read_text(encoding="utf-8"))
    assert old in page
    file.write_text(carry(page.replace(old, new, 1), files), encoding="utf-8")
    return file
