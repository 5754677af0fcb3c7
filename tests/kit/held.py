"""What a report holds, by the path its figures go by: no type checker knows sections made from data."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from antq_reports.report import BaseReport


def held(report: BaseReport, path: str) -> Any:
    """The figure, rows or names at ``section.key``; None where a metric was not reported."""
    return attrgetter(path)(report)
