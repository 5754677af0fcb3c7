"""What the data alone say of a ledger's rows: values, formulas, printed numbers."""

from __future__ import annotations

from datetime import date

import pytest
from prose_kit import report_of

from antq_reports.verification.known_values import bears_out, known_formula, known_values

SOLVED = "1010/1173"


def test_the_value_of_every_figure_and_part_is_known() -> None:
    """By the ledger's path; last year's under its own, dates as days."""
    new = report_of(date=date(2026, 12, 25), tips={"crime_reports_resolved": "10/12 tin báo (đạt 83,3%)"})
    old = report_of(tips={"crime_reports_resolved": "1/4 tin báo"})
    found = known_values(new, old)
    path = "tips.crime_reports_resolved"
    assert {
        "period": "năm 2026",
        "date": "2026-12-25",
        path: "10/12",
        f"{path}.percent": "0.833",
        f"{path}.part": "10",
        f"{path}.previous.part": "1",
        f"{path}.previous": "1/4",
    } == found
    assert f"{path}.previous" not in known_values(new, None)


def test_the_value_of_a_figure_typed_in_a_text_is_known() -> None:
    """By the path below its text."""
    found = known_values(report_of(lead="Có {1.204 tin} và {12 vụ, 15 người}"), None)
    assert {"lead.typed[0]": "1204", "lead.typed[1]": "12/15", "lead.typed[1].second": "15"}.items() <= found.items()


@pytest.mark.parametrize(
    ("path", "formula", "expected"),
    [
        ("a.b.change", "526 - 481", "526 - 480"),
        ("a.b.change", "526 - 480", "526 - 480"),
        ("a.b.change.percent", "x", "(526 - 480) / 480"),
        ("a.c.change", "8 - 6", "8 - 6"),
        ("a.c.change", "8/8 - 6/8", "8/8 - 6/8"),
        ("a.c.change", "8 - 5", "8/8 - 6/8"),
        ("a.c.share", "x", "8/8"),
        ("a.b", "x", "x"),
        ("a.new.change", "x", "x"),
        ("a.d.share", "x", "x"),
    ],
)
def test_a_formula_is_judged_where_both_years_are_known(path: str, formula: str, expected: str) -> None:
    """Whole or part; what is not known is let be."""
    known = {"a.b": "526", "a.b.previous": "480", "a.c": "8/8", "a.c.previous": "6/8", "a.new": "5"}
    assert expected == known_formula(path, formula, known)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("7 vụ", "7", True),
        ("7 vụ", "8", False),
        ("1.010/1.173 vụ", SOLVED, True),
        ("1.010/1.174 vụ", SOLVED, False),
        ("1.173/1.010 vụ", SOLVED, False),
        ("86,1%", "0.8610", True),
        ("86,1%", "0.8625", False),
        ("2,5 triệu người", "9", True),
        ("hàng trăm vụ", "9", True),
        ("không xảy ra 1 vụ nào", "0", True),
        ("13,85 kg", "13.85", True),
    ],
)
def test_printed_numbers_are_those_of_the_value(text: str, value: str, expected: bool) -> None:
    """A percent to its last place; scaled numbers, words and zeros are not compared."""
    assert expected == bears_out(text, value)
