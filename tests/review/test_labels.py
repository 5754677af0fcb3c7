"""Labels that are nearly another's: what is one thing under two names, and what is two."""

from __future__ import annotations

import pytest
from rollup_kit import commune

from antq_reports import Report
from antq_reports.review import check_report
from antq_reports.review.labels import are_near, near_label_findings

AWARD = "Giấy khen của Chủ tịch UBND xã"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (AWARD, "Giấy khen Chủ tịch UBND xã", True),
        (AWARD, "Giấy khen của Chủ tịch Ủy ban nhân dân xã", True),
        (AWARD, "Giấy khen của Chủ tich UBND xã", True),
        (AWARD, "Giấy khen của Chủ tịch UBND tỉnh", False),
        (AWARD, "Bằng khen của Chủ tịch UBND xã", False),
        (AWARD, AWARD.upper(), False),
        ("Vụ án về TTXH", "Vụ án về trật tự xã hội", True),
        ("Thuộc lĩnh vực kinh tế", "Thuộc lĩnh vực kinhh tế", False),
        ("Phương tiện thủy", "Phương tiên thủy", True),
        ("cá nhân", "các nhân", False),
    ],
)
def test_what_is_nearly_the_same(one: str, other: str, expected: bool) -> None:
    """Small words, abbreviations, marks and one letter of a long word part nothing; another word does."""
    assert expected == are_near(one, other)


def unit(number: int, *labels: str) -> Report:
    """A commune with awards."""
    awards = [{"form": label, "collectives": number + 1} for label in labels]
    return commune(f"{number}", f"{number:05}", rewards={"awards": awards})


def test_the_label_fewer_use_is_asked_about() -> None:
    """Its figures are named, all of them; the others' stay."""
    reports = [unit(1, AWARD), unit(2, AWARD), unit(3, "Giấy khen Chủ tịch UBND xã")]
    [finding] = near_label_findings(reports)
    assert ("near-label", "error", "rewards.awards[0].collectives") == (finding.code, finding.severity, finding.path)
    assert AWARD in finding.message
    assert "xã 3" == finding.unit


def test_what_one_unit_reports_side_by_side_is_two_things() -> None:
    """Nobody writes one thing twice under two names."""
    assert [] == list(near_label_findings([unit(1, AWARD), unit(2, AWARD, "Giấy khen Chủ tịch UBND xã")]))


@pytest.mark.parametrize(
    ("label", "is_asked"),
    [
        ("vụ về trật tự xã hội xảy ra", True),
        ("vụ phạm tội về TTXH xảy ra", True),
        ("vụ cháy", False),
        ("buổi chiếu phim lưu động", False),
    ],
)
def test_a_further_figure_that_a_metric_asks_for(label: str, is_asked: bool) -> None:
    """It is asked about, and printed."""
    figure = {"id": "khac", "label": label, "section": "crime_results", "figure": "12 vụ"}
    found = [
        finding.severity for finding in check_report(commune("A", extra=[figure])) if finding.code == "near-metric"
    ]
    assert (["warning"] if is_asked else []) == found
