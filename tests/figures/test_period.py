"""The stretch of time a figure speaks of."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from antq_reports.figures import Count, Period
from antq_reports.figures.period import Dated, label_and_days


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


@pytest.mark.parametrize(
    ("name", "label", "days"),
    [
        ("2026", "năm 2026", "2026-01-01 2026-12-31"),
        ("Năm 2026", "năm 2026", "2026-01-01 2026-12-31"),
        ("6 tháng cuối năm 2026", "6 tháng cuối năm 2026", "2026-07-01 2026-12-31"),
        ("9 tháng đầu năm 2026", "9 tháng đầu năm 2026", "2026-01-01 2026-09-30"),
        ("Quý I năm 2024", "quý I năm 2024", "2024-01-01 2024-03-31"),
        ("tháng 2 năm 2024", "tháng 2 năm 2024", "2024-02-01 2024-02-29"),
        ("tháng 12/2026", "tháng 12/2026", "2026-12-01 2026-12-31"),
        ("12 tháng đầu năm 2026", "12 tháng đầu năm 2026", "None None"),
        ("quý V năm 2026", "quý V năm 2026", "None None"),
        ("tháng 8", "tháng 8", "None None"),
        ("0000", "0000", "None None"),
        ("đến nay", "đến nay", "None None"),
    ],
)
def test_a_name_has_the_days_of_the_calendar(name: str, label: str, days: str) -> None:
    """Years, spans of months from either end, quarters and months of a year; no other name has days."""
    assert (label, *days.split()) == tuple(map(str, label_and_days(name)))


def test_days_come_with_the_short_form_where_a_field_asks_for_them() -> None:
    """A report's period does; a figure's own is a label."""
    dated: TypeAdapter[Period] = TypeAdapter(Annotated[Period, Dated()])
    whole = Period(label="năm 2026", start=date(2026, 1, 1), end=date(2026, 12, 31))
    assert [whole, whole, whole] == [dated.validate_python(form) for form in (2026, "2026", whole)]
    assert Period(label="năm 2026") == Period.model_validate("năm 2026") == dated.validate_python({"label": "năm 2026"})
