"""The rows of the summary: units by metrics, the province as it prints, every figure's cell."""

from __future__ import annotations

import pytest
from papers_kit import HOSTILE, year

from antq_reports.figures import parse_figure
from antq_reports.figures.format import format_figure
from antq_reports.papers.summary_rows import Summary, plain_value, summarise
from antq_reports.report import reported_figures

TIPS = ("tips.public_tips", "")


@pytest.fixture(scope="module")
def summary() -> Summary:
    """The summary of the small province."""
    return summarise(year())


def test_every_unit_has_a_row_and_each_of_its_figures_a_cell(summary: Summary) -> None:
    """A figure that was left out is there as it was typed, marked."""
    rows = {row.name: row for row in summary.units}
    assert ["đã dùng", "đã dùng", "gửi nhiều bản khác nhau", "đã gửi, chưa dùng được", "chưa gửi"] == [
        row.state for row in summary.units
    ]
    assert 1_584 == rows["xã Tân Hà"].values[TIPS]
    assert "mười hai" == rows["xã Nam Ban"].values[TIPS]
    assert rows["xã Nam Ban"].marks[TIPS].is_error
    assert {} == rows["xã Đạ Tẻh"].values


def test_the_totals_are_those_the_brief_prints(summary: Summary) -> None:
    """Every figure of the province's report, over as many units as gave it; last year's beside it."""
    province = year().province
    assert province is not None
    assert {format_figure(each.figure) for each in reported_figures(province)} == {
        row.figure for row in summary.province.values()
    }
    tips = summary.province[TIPS]
    assert (1_584, "1/5", "cộng từ các đơn vị") == (tips.value, tips.coverage, tips.source)


def test_findings_sources_and_remarks_are_there(summary: Summary) -> None:
    """With file and cell."""
    assert any("phần 9 lớn hơn tổng 7" in row[2] and row[3] == "24824.xlsx" for row in summary.findings)
    assert ("24823", "xã Tân Hà", "tin do quần chúng cung cấp", "1.584 tin", "24823.xlsx") in [
        row[:5] for row in summary.sources
    ]
    assert [("xã Tân Hà", HOSTILE)] == [(unit, text) for unit, _, text in summary.remarks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.584 vụ", 1_584),
        ("2,5 kg", 2.5),
        ("33,5 triệu đồng", 33_500_000),
        ("hơn 550 vụ", "hơn 550 vụ"),
        ("9/12 vụ", "9/12 vụ"),
    ],
)
def test_an_exact_number_is_a_number(text: str, expected: object) -> None:
    """Whatever else a figure says is text."""
    assert expected == plain_value(parse_figure(text))
