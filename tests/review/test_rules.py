"""Rules between metrics, as the catalogue declares them: broken ones are found, vague figures get the benefit."""

from __future__ import annotations

from typing import Any

import pytest
from prose_kit import report_of

from antq_reports.review import check_report
from antq_reports.review.rules import rule_findings


def broken(**sections: dict[str, Any]) -> list[tuple[str, str]]:
    """Path and message of every broken rule."""
    return [(found.path, found.message) for found in rule_findings(report_of(**sections))]


@pytest.mark.parametrize(
    ("sections", "path", "message"),
    [
        (
            {"traffic_safety": {"traffic_deaths": 4, "traffic_accidents": 0}},
            "traffic_safety.traffic_deaths",
            "có người chết vì tai nạn giao thông (4 người) thì phải có vụ tai nạn giao thông (0 vụ)",
        ),
        (
            {"crime_results": {"public_order_cases_solved": "50/50 vụ", "public_order_cases": 20}},
            "crime_results.public_order_cases_solved",
            (
                "vụ phạm tội về trật tự xã hội được điều tra, làm rõ (50/50 vụ) phải không nhiều hơn "
                "vụ phạm tội về trật tự xã hội xảy ra (20 vụ)"
            ),
        ),
        (
            {"core_force": {"security_teams": 8, "security_team_members": 7}},
            "core_force.security_team_members",
            (
                "thành viên Tổ bảo vệ an ninh, trật tự (7 thành viên) phải không ít hơn "
                "Tổ bảo vệ an ninh, trật tự (8 Tổ bảo vệ an ninh, trật tự)"
            ),
        ),
    ],
)
def test_a_broken_rule_is_told_with_its_figures(sections: dict[str, Any], path: str, message: str) -> None:
    """Path, labels and figures; graded as an error by the whole review."""
    assert [(path, message)] == broken(**sections)
    found = [each for each in check_report(report_of(**sections)) if each.code == "rule-broken"]
    assert ["error"] == [each.severity for each in found]


@pytest.mark.parametrize(
    "sections",
    [
        {"traffic_safety": {"traffic_deaths": 4, "traffic_accidents": 3}},
        {"traffic_safety": {"traffic_deaths": 0, "traffic_accidents": 0}},
        {"traffic_safety": {"traffic_deaths": 4}},
        {"core_force": {"security_teams": "khoảng 8 tổ", "security_team_members": 7}},
        {"core_force": {"security_teams": 8, "security_team_members": "trên 5 thành viên"}},
        {"crime_results": {"public_order_cases_solved": "86,1%", "public_order_cases": 20}},
        {"crime_results": {"public_order_cases_solved": "20/20 vụ", "public_order_cases": 20}},
    ],
)
def test_what_could_be_true_is_let_be(sections: dict[str, Any]) -> None:
    """Equal numbers, zeros, unreported metrics, hedges that leave room, percents."""
    assert [] == broken(**sections)
