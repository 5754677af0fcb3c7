"""How many units a rolled-up report stands on, in all and metric by metric."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from antq_reports.catalogue.text_fields import Frozen, Line, Name
from antq_reports.figures import Figure

_Units = Annotated[int, Field(ge=0, le=100_000)]


class MetricCompleteness(Frozen):
    """How many of the units expected to report a metric did; ``missing`` names the others."""

    metric: Line
    reported: _Units
    expected: _Units
    missing: tuple[Name, ...] = ()


class LeftOut(Frozen):
    """A metric that was given and is neither printed nor added, because it looks wrong or could not be read."""

    metric: Line
    label: Line
    reason: Line


class LikeForLike(Frozen):
    """A metric over the units that have it in both years, where these are not all the units of its totals.

    ``units`` counts them as they stand this year; with none there is nothing to compare, and ``reason`` says why.
    """

    metric: Line
    units: _Units
    old: Figure | None = None
    new: Figure | None = None
    reason: Line | None = None


class Completeness(Frozen):
    """How many units sent their figures, who did not, and which metrics are not whole.

    Each unit stands in one of four ways: its figures are used, it sent nothing (``missing``), what it sent cannot be
    used (``unusable``), or it sent several versions (``sent_twice``).

    >>> Completeness(reported=97, expected=102, unit="xã, phường").is_whole
    False
    """

    reported: _Units
    expected: _Units
    unit: Name = Field(description="Loại đơn vị: xã, phường")
    missing: tuple[Name, ...] = ()
    unusable: tuple[Name, ...] = ()
    sent_twice: tuple[Name, ...] = ()
    metrics: tuple[MetricCompleteness, ...] = ()
    like_for_like: tuple[LikeForLike, ...] = ()
    """Where the units of this year's and last year's totals differ; a metric that is not here is compared whole."""
    compared_with: Line | None = None
    """The period `like_for_like` compares with."""

    @property
    def is_whole(self) -> bool:
        """Whether every expected unit sent its figures."""
        return self.reported >= self.expected

    def of(self, metric: str) -> MetricCompleteness | None:
        """The completeness of one metric; None for a metric the units do not report."""
        return next((entry for entry in self.metrics if entry.metric == metric), None)
