"""Figures back into the cells of a form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.figures import AnyFigure, Count, parse_figure
from antq_reports.forms.cell import read_cell
from antq_reports.forms.fill import written

ALL = (Count,)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("1.584 vụ", "vụ", 1584),
        ("hơn 550 vụ", "vụ", "hơn 550"),
        ("1.584 người", "lượt người", "1.584 người"),
        ("03 vụ", "vụ", "03"),
        ("12,7 triệu lượt", "lượt", "12,7 triệu"),
    ],
)
def test_a_figure_takes_the_plainest_form_that_reads_back(text: str, unit: str, expected: int | str) -> None:
    """A number where that is enough, the text without the form's unit, else the whole text."""
    assert expected == written(parse_figure(text), ALL, unit)


@given(st.integers(0, 10**9), st.sampled_from([None, "hơn", "gần", "khoảng"]), st.sampled_from(["vụ", "người"]))
def test_what_is_written_reads_back_equal(value: int, hedge: str | None, unit: str) -> None:
    """Whatever the form's own unit."""
    figure: AnyFigure = Count.model_validate({"value": value, "hedge": hedge, "unit": unit})
    assert figure == read_cell(written(figure, ALL, "vụ"), ALL, "vụ")
