"""What a template is handed of a report: nothing that was reported is left out."""

from __future__ import annotations

import pytest
from prose_kit import report_of

from antq_reports import render_report


@pytest.mark.parametrize("figure", ["0 vụ", "0 kg pháo", "0 đồng", 0])
def test_an_extra_figure_of_zero_says_so(figure: str | int) -> None:
    """A figure beyond the catalogue is treated like a metric: its zero is a sentence, and in the ledger."""
    extra = {"id": "fires", "label": "vụ cháy rừng", "section": "weapons", "figure": figure}
    brief = render_report(report_of(extra=[extra]))
    assert "Trong kỳ, toàn địa bàn chưa ghi nhận vụ cháy rừng." in brief.text
    assert ((), [0]) == (brief.unprinted, [entry.value for entry in brief.figures if entry.metric == "extra.fires"][:1])
