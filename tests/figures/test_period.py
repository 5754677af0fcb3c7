"""The stretch of time a figure speaks of."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from antq_reports.figures import Count, Period


def test_period_is_a_label_with_optional_dates() -> None:
    """A plain text is a period's label; a figure may carry its own period."""
    figure = Count.model_validate({"value": 5, "period": "6 tháng đầu năm 2024"})
    assert Period(label="6 tháng đầu năm 2024") == figure.period


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ({"label": "tháng 8", "start": date(2024, 8, 14), "end": date(2024, 7, 15)}, "ngày đầu sau ngày cuối"),
        ({"label": "  "}, "chưa có tên"),
        ({"label": "x", "start": "14/8/2024"}, "2024"),
        (5, "valid dictionary"),
    ],
)
def test_wrong_period_is_refused(mapping: Any, message: str) -> None:
    """Reporting months are stored by dates: start before end, and a label."""
    with pytest.raises(ValidationError, match=message):
        Period.model_validate(mapping)
