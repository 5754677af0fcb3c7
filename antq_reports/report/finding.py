"""A finding: something in the data that does not add up, coded, graded, with its place. Never stops a render."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from antq_reports.report.origin import Origin, words_of
from antq_reports.vietnamese import format_integer

Severity = Literal["error", "warning", "info"]
_SHOWN = 3
"""Places told of a finding: a figure added up has a hundred."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person should look at.

    >>> where = (Origin(file="tan-ha.xlsx", sheet="Tin báo", cell="E5"),)
    >>> str(Finding("part-above-whole", "error", "a.b", "phần 12 lớn hơn tổng 9", unit="xã Tân Hà", origins=where))
    'xã Tân Hà (tan-ha.xlsx, trang “Tin báo”, ô E5): phần 12 lớn hơn tổng 9'
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
        """The finding as a person reads it: whose, in which file and cell, what; no path and no code."""
        places = list(dict.fromkeys(filter(None, map(_spot, self.origins))))
        more = f" và {format_integer(len(places) - _SHOWN)} chỗ khác" if len(places) > _SHOWN else ""
        spots = "; ".join(places[:_SHOWN]) + more
        if self.unit and self.message.startswith(self.unit):
            return self.message if not spots or spots in self.message else f"{self.message} ({spots})"
        where = f"{self.unit} ({spots})" if self.unit and spots else self.unit or spots
        return f"{where}: {self.message}" if where else self.message


def _spot(origin: Origin) -> str:
    """A place as a list of findings has it: without the note, the writer and the path."""
    return ", ".join(part for part in (origin.file or origin.unit, origin.within) if part)
