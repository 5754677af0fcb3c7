"""Points are clauses of one sentence, or sentences that stand as they are."""

from __future__ import annotations

from typing import Any

import pytest
from prose_kit import report_of
from reading import fold

from antq_reports import render_report
from antq_reports.prose.outlook_view import is_sentence


def printed(**outlook: Any) -> str:
    """Return what a brief says of an outlook."""
    return fold(render_report(report_of(outlook=outlook)).text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mở thêm tổ", False),
        ("Mở thêm tổ", False),
        ("Mở thêm tổ.", True),
        ("Kinh phí thiếu. Đường xa", True),
        ("làm gì?", True),
        ("xã A. 5 tổ", False),
    ],
)
def test_a_sentence_is_told_from_a_clause(text: str, expected: bool) -> None:
    """By its stop, or by a stop within and a capital behind it."""
    assert expected is is_sentence(text)


def test_clauses_are_joined_and_sentences_stand() -> None:
    """In the order of the report."""
    assert "tập trung mở thêm tổ và lắp camera. Xã nào cũng rà lại." in printed(
        tasks=("mở thêm tổ", "Xã nào cũng rà lại.", "lắp camera")
    )


@pytest.mark.parametrize("name", ["shortcomings", "causes", "lessons", "tasks", "proposals"])
def test_every_kind_is_printed_alone(name: str) -> None:
    """With the other four left out."""
    text = printed(**{name: ("kinh phí cho tổ ở thôn",)})
    assert 1 == text.count("kinh phí cho tổ ở thôn.")
