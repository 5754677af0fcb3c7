"""What a verification found, in sentences for the statistician who reads them."""

from __future__ import annotations

from typing import get_args

import pytest

from antq_reports.verification import Difference, Verification
from antq_reports.verification.verdict import KIND_WORDS, DifferenceKind


@pytest.mark.parametrize(
    ("difference", "sentence"),
    [
        (
            Difference(kind="changed", metric="a.b", printed="8 xã", expected="6 xã", page=2),
            "trang 2: số liệu in khác (a.b): “8 xã”, đúng ra là “6 xã”",
        ),
        (
            Difference(kind="missing", metric="a.b", expected="6 xã"),
            "số liệu không có trên trang (a.b): thiếu “6 xã”",
        ),
        (Difference(kind="appearance", page=3), "trang 3: trang in khác"),
        (Difference(kind="unsourced", printed="12 vụ"), "con số không có nguồn: “12 vụ”"),
    ],
)
def test_a_difference_is_a_sentence(difference: Difference, sentence: str) -> None:
    """For logs and messages."""
    assert sentence == str(difference)


def test_every_kind_has_words_of_its_own() -> None:
    """None is told as another."""
    assert set(get_args(DifferenceKind)) == set(KIND_WORDS)
    assert len(KIND_WORDS) == len(set(KIND_WORDS.values()))


@pytest.mark.parametrize(("differences", "expected"), [((), True), ((Difference(kind="markup"),), False)])
def test_a_brief_agrees_when_nothing_differs(differences: tuple[Difference, ...], expected: bool) -> None:
    """Whether its bytes are those of today does not matter."""
    found = Verification(file="a.pdf", differences=differences, figures=(), method="attached", identical=False)
    assert expected == found.ok
