"""What a template is handed of a report: nothing that was reported is left out."""

from __future__ import annotations

import pytest
from prose_kit import report_of

from antq_reports import render_report
from antq_reports.prose.views import AbsentFigure, FigureView


@pytest.mark.parametrize("figure", ["0 vụ", "0 kg pháo", "0 đồng", 0])
def test_an_extra_figure_of_zero_says_so(figure: str | int) -> None:
    """A figure beyond the catalogue is treated like a metric: its zero is a sentence, and in the ledger."""
    extra = {"id": "fires", "label": "vụ cháy rừng", "section": "weapons", "figure": figure}
    brief = render_report(report_of(extra=[extra]))
    assert "Trong năm 2026, tỉnh Hà Tĩnh chưa ghi nhận vụ cháy rừng." in brief.text
    assert ((), [0]) == (brief.unprinted, [entry.value for entry in brief.figures if entry.metric == "extra.fires"][:1])


def test_an_absent_figure_can_be_asked_whatever_a_present_one_can() -> None:
    """A template that asks it prints nothing, instead of failing as if the name were misspelt."""
    asked = {name for name in vars(FigureView) if not name.startswith("_")}
    assert set() == {name for name in asked if not hasattr(AbsentFigure("tips.public_tips"), name)}
