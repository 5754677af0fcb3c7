"""A finding: something in the data that does not add up, coded, graded, with its place. Never stops a render."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from antq_reports.report.origin import Origin, words_of

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person should look at.

    >>> str(Finding("part-above-whole", "error", "news.useful", "phần 12 lớn hơn tổng 9"))
    'news.useful: phần 12 lớn hơn tổng 9'
    """

    code: str
    """What kind of finding, in English words and hyphens: it does not change with the wording."""
    severity: Severity
    path: str
    """The metric path, or the path of the text; empty for the report as a whole."""
    message: str
    """The fact in Vietnamese, with the figures concerned."""
    unit: str = ""
    """The place that reported it, in a set of reports: "xã Tân Hà"."""
    origins: tuple[Origin, ...] = ()
    """Where the figure concerned was read or added up from, when known."""
    label: str = ""
    """What people call the metric: "vụ tai nạn giao thông"; empty where no metric is concerned."""
    others: tuple[str, ...] = ()
    """The paths of further metrics it concerns, such as the other sides of a broken rule."""

    @property
    def place(self) -> str:
        """The origins in words; empty when they are not known."""
        return words_of(self.origins)

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.unit, self.place or self.path) if part)
        return f"{where}: {self.message}" if where else self.message
