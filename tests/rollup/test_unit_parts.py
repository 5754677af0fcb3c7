"""What a province keeps of its communes: the figures told by unit with their cells, and the words it asks for."""

from __future__ import annotations

import pytest
from rollup_kit import PROVINCE, commune, province

from antq_reports import render_report
from antq_reports.report import UnitQuote
from antq_reports.rollup import RollUp, roll_up_with_findings

LESSON = {"lessons": ["đi từng nhà, nghe từng người; cả năm có {tips.public_tips}"]}
HA = commune("Tân Hà", "24823", tips={"public_tips": 35, "valuable_tips": 20}, outlook=LESSON)
BINH = commune("An Bình", "24824", tips={"public_tips": 61})


def asked(*quotes: UnitQuote) -> RollUp:
    """Two communes added up for a province that quotes them."""
    return roll_up_with_findings([HA, BINH], PROVINCE, own=province(quotes=quotes))


def test_the_figures_told_by_unit_are_kept_with_their_origins() -> None:
    """Those the catalogue names, of every unit that was added, each knowing its own form."""
    report = roll_up_with_findings([HA, BINH], PROVINCE).report
    kept = [(unit.name, set(dict(unit.figures))) for unit in report.units]
    assert [("xã Tân Hà", {"tips.public_tips"}), ("xã An Bình", {"tips.public_tips"})] == kept
    assert ["xã An Bình"] == [origin.unit for origin in report.sources.origins_of("units[1].tips.public_tips")]


def test_a_unit_that_takes_no_part_is_not_told() -> None:
    """Two versions of one unit: neither is added, neither stands in the table."""
    other = commune("Tân Hà", "24823", tips={"public_tips": 90, "valuable_tips": 2})
    report = roll_up_with_findings([HA, other, BINH], PROVINCE).report
    assert ["xã An Bình"] == [unit.name for unit in report.units]


def test_words_are_quoted_with_the_unit_s_own_figures() -> None:
    """A name in braces means the commune's figure, not the province's sum of the same name."""
    result = asked(UnitQuote(unit="Xã Tân Hà", of="outlook.lessons"))
    assert ["đi từng nhà, nghe từng người; cả năm có {35 tin}"] == [quote.text for quote in result.report.quotes]
    assert "“đi từng nhà, nghe từng người; cả năm có 35 tin”" in render_report(result.report).text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (
            UnitQuote(unit="xã Tân Hạ"),
            "không dẫn lời xã Tân Hạ được: không có báo cáo của đơn vị này; có phải xã Tân Hà?",
        ),
        (
            UnitQuote(unit="phường Một"),
            "không dẫn lời phường Một được: không có báo cáo của đơn vị này; các đơn vị: xã An Bình, xã Tân Hà",
        ),
        (UnitQuote(unit="xã An Bình"), "xã An Bình không viết gì; báo cáo của đơn vị có: không có lời nào"),
        (
            UnitQuote(unit="xã Tân Hà", of="outlook.causes"),
            "xã Tân Hà không viết gì ở “outlook.causes”; báo cáo của đơn vị có: outlook.lessons[0]",
        ),
    ],
    ids=["nearly", "unknown", "silent", "elsewhere"],
)
def test_words_that_are_not_there_are_told(quote: UnitQuote, said: str) -> None:
    """And nothing is printed for them."""
    result = asked(quote)
    assert ("quote-missing", said) in [(finding.code, finding.message) for finding in result.findings]
    assert "cho biết" not in render_report(result.report).text


def test_nobody_s_words_are_printed_unasked() -> None:
    """What a commune wrote stays in its own brief."""
    assert "nghe từng người" not in render_report(roll_up_with_findings([HA, BINH], PROVINCE).report).text


def test_a_figure_the_unit_did_not_report_cannot_be_quoted() -> None:
    """The words would have a hole."""
    hole = commune("Tân Hà", "24823", outlook={"lessons": ["có {tips.public_tips}"]})
    result = roll_up_with_findings([hole, BINH], PROVINCE, own=province(quotes=[UnitQuote(unit="xã Tân Hà")]))
    assert "lời của xã Tân Hà ở “outlook.lessons[0]” nhắc số liệu chưa báo cáo" in [
        each.message for each in result.findings
    ]
