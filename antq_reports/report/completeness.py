"""How many units a rolled-up report stands on, in all and metric by metric."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from antq_reports.catalogue.text_fields import Frozen, Line, Name

_Units = Annotated[int, Field(ge=0, le=100_000)]


class MetricCompleteness(Frozen):
    """How many of the units expected to report a metric did; ``missing`` names the others."""

    metric: Line
    reported: _Units
    expected: _Units
    missing: tuple[Name, ...] = ()


class Completeness(Frozen):
    """How many units sent their figures, who did not, and which metrics are not whole.

    >>> Completeness(reported=97, expected=102, unit="xã, phường").is_whole
    False
    """

    reported: _Units
    expected: _Units
    unit: Name = Field(description="Loại đơn vị: xã, phường")
    missing: tuple[Name, ...] = ()
    metrics: tuple[MetricCompleteness, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every expected unit sent its figures."""
        return self.reported >= self.expected

    def of(self, metric: str) -> MetricCompleteness | None:
        """The completeness of one metric; None for a metric the units do not report."""
        return next((entry for entry in self.metrics if entry.metric == metric), None)
