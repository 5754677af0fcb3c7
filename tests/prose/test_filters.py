"""The figure filters where a number is nothing: a zero says so in words, or in the form that reads well."""

from __future__ import annotations

import pytest
from prose_kit import report_of

from antq_reports import render_report


@pytest.mark.parametrize("form", ["0/217 khu dân cư", "0 khu dân cư trong tổng số 217 khu dân cư"])
def test_no_part_of_a_whole_is_printed_as_a_fraction(form: str) -> None:
    """The prose says “0/217 khu dân cư”, never “có 0 khu dân cư trên tổng số 217 khu dân cư”."""
    brief = render_report(report_of(standards={"safe_residential_areas": form}))
    entry = next(entry for entry in brief.figures if entry.metric == "standards.safe_residential_areas")
    assert ("0/217 khu dân cư", (0, 217)) == (entry.text, entry.value)
    assert "0 khu dân cư" not in brief.text.replace("\u00a0", " ")


def test_a_part_of_a_whole_keeps_its_form() -> None:
    """What is not zero is printed as it was written."""
    text = "218 khu dân cư trong tổng số 342 khu dân cư"
    brief = render_report(report_of(standards={"safe_residential_areas": text}))
    assert text in brief.text.replace("\u00a0", " ")
