"""The view of a date or a period: compared, and never printed by itself."""

from __future__ import annotations

import pytest

from antq_reports.errors import FigureMisuseError
from antq_reports.figures import Period
from antq_reports.prose.date_view import DateView
from antq_reports.prose.tokens import TokenBook


def view(label: str) -> DateView:
    """Of a period."""
    return DateView(TokenBook(), "period", "Kỳ", Period(label=label), ())


def test_two_views_of_one_period_are_equal() -> None:
    """Whatever they were read from, and as keys too."""
    assert (view("năm 2026"), 1) == (view("năm 2026"), len({view("năm 2026"), view("năm 2026")}))
    assert view("năm 2026") != view("năm 2025")
    assert view("năm 2026") != "năm 2026"


@pytest.mark.parametrize("way", [str, lambda each: each.__html__()])
def test_it_prints_by_its_filters_alone(way: object) -> None:
    """Else it would bypass the ledger."""
    with pytest.raises(FigureMisuseError, match="ngày và kỳ chỉ in qua bộ lọc"):
        way(view("năm 2026"))  # type: ignore[operator]
