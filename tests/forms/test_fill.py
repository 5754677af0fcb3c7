"""Figures back into the cells of a form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports import Report
from antq_reports.figures import AnyFigure, Count, parse_figure
from antq_reports.forms import write_workbook
from antq_reports.forms.cell import read_cell
from antq_reports.forms.fill import _pair, written
from antq_reports.load import read_reports
from antq_reports.report import BaseReport

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


def test_last_years_rows_stand_beside_their_own_labels(tmp_path: Path) -> None:
    """The two columns of a form share the labels of a group's rows: other rows of last year take free rows."""
    now, last = (
        Report.model_validate(
            {
                "place": {"name": "Tân Hà", "level": "xã", "code": "24823"},
                "period": {"label": f"năm {year}", "start": date(year, 1, 1), "end": date(year, 12, 31)},
                "commitments": {"transport_pledges_by_group": rows},
            }
        )
        for year, rows in (
            (2026, ["86 doanh nghiệp", "236 chủ xe"]),
            (2025, ["6 chủ bến bãi", "230 chủ xe", "80 doanh nghiệp"]),
        )
    )
    form = write_workbook(tmp_path / "a.xlsx", unit="Xã Tân Hà", period=now.period, report=now, previous=last)
    read = read_reports(form)
    for report, rows in ((read.reports[0], now), (read.previous[0], last)):
        assert figures_by_label(rows) == figures_by_label(report)


def figures_by_label(report: BaseReport) -> dict[str, object]:
    """The rows of the pledges, by label."""
    return {row.words: dict(row.figures()) for row in report.rows("commitments", "transport_pledges_by_group")}


def test_all_three_numbers_of_a_group_come_back() -> None:
    """A form has two cells for a pair; a third number is written with the others in the first."""
    figure = parse_figure("3 buổi, 40 lượt học sinh, giáo viên, 2 đồng chí")
    [(cell, filled)] = _pair("a.b", figure, ("buổi", "lượt học sinh, giáo viên"))  # type: ignore[arg-type]
    assert ("a.b#first", figure) == (cell, parse_figure(str(filled.value)))
