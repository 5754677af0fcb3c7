"""Figures beyond the catalogue are said as a person would say them, by their kind."""

from __future__ import annotations

import pytest
from prose_kit import report_of
from reading import fold

from antq_reports import render_report


def said(*phrases: str) -> str:
    """Return the text of a brief with phrases as extra figures of one section."""
    extra = {f"e{place}": phrase for place, phrase in enumerate(phrases)}
    return fold(render_report(report_of(standards={"extra": extra})).text)


@pytest.mark.parametrize(
    ("phrases", "sentence"),
    [
        (["10/10 huyện đạt tiêu chí về an ninh"], "Toàn tỉnh có 10/10 huyện đạt tiêu chí về an ninh."),
        (["5 cụm an toàn", "12 vọng gác"], "Toàn tỉnh có 5 cụm an toàn và 12 vọng gác."),
        (["92,91% án được phá"], "Toàn tỉnh có 92,91% án được phá."),
        (["đứng thứ 2 cả nước về chuyển đổi số"], "Tỉnh Hà Tĩnh đứng thứ 2 cả nước về chuyển đổi số."),
        (["số vụ trộm cắp giảm 12 vụ so với cùng kỳ"], "Số vụ trộm cắp giảm 12 vụ so với cùng kỳ."),
        (["tỷ lệ phá án tăng 3,2%"], "Tỷ lệ phá án tăng 3,2%."),
        (["đuối nước: 12 vụ, 15 người chết"], "Đuối nước: 12 vụ, 15 người chết."),
    ],
)
def test_a_phrase_is_printed_as_it_was_said(phrases: list[str], sentence: str) -> None:
    """With its capital and stop, joined with the others of its kind."""
    text = said(*phrases)
    assert sentence in text
    assert "Địa phương ghi nhận" not in text


@pytest.mark.parametrize(
    ("label", "figure", "sentence"),
    [
        ("phương tiện tuần tra", "3 ca nô", "Phương tiện tuần tra: 3 ca nô."),
        ("số ca nô", "3", "Số ca nô: 3."),
        ("ca nô", "3", "Toàn tỉnh có 3 ca nô."),
        ("vụ đuối nước", "giảm 4,6%", "Số vụ đuối nước giảm 4,6%."),
    ],
)
def test_the_long_form_is_said_by_its_label(label: str, figure: str, sentence: str) -> None:
    """One that the figure does not go on with stands before it."""
    extra = ({"id": "x", "label": label, "section": "tips", "figure": figure},)
    assert sentence in fold(render_report(report_of(extra=extra)).text)


def test_a_sentence_of_its_own_is_printed_instead() -> None:
    """Once, with the figure in the ledger and in the table."""
    extra = {"id": "x", "label": "ca nô", "section": "tips", "figure": "3 chiếc", "sentence": "Dân góp {extra.x}"}
    brief = render_report(report_of(extra=(extra,)))
    assert "Dân góp 3 chiếc." in fold(brief.text)
    assert "Toàn tỉnh có" not in brief.text
    assert ["3 chiếc", "3"] == [entry.text for entry in brief.figures if entry.metric == "extra.x"]


def test_an_extra_of_nothing_says_so_as_before() -> None:
    """A zero is no number of a sentence."""
    text = said("0 vụ cháy lớn")
    assert "0 vụ" not in text.split("Số liệu trong bài")[0]
