"""How many units a rolled-up report stands on, in all and metric by metric."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from antq_reports.report.completeness import Completeness, MetricCompleteness


@pytest.mark.parametrize(("reported", "expected"), [(101, False), (102, True), (103, True), (0, False)])
def test_a_set_is_whole_when_every_expected_unit_sent(reported: int, expected: bool) -> None:
    """One that is missing makes it not whole."""
    assert expected == Completeness(reported=reported, expected=102, unit="xã").is_whole


def test_a_metric_no_unit_reports_has_no_completeness() -> None:
    """That is something else than one nobody reported this time."""
    entry = MetricCompleteness(metric="tips.public_tips", reported=0, expected=2, missing=("xã A", "xã B"))
    whole = Completeness(reported=2, expected=2, unit="xã", metrics=(entry,))
    assert (entry, None) == (whole.of("tips.public_tips"), whole.of("tips"))


@pytest.mark.parametrize("count", [-1, 100_001])
def test_units_are_counted_within_bounds(count: int) -> None:
    """From none to a hundred thousand."""
    with pytest.raises(ValidationError, match="reported"):
        Completeness(reported=count, expected=1, unit="xã")
