"""Whatever a form's remedy proposes is itself accepted by the cell it is proposed for."""

from __future__ import annotations

import pytest

from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.forms.answer_book import Cell
from antq_reports.forms.answers import gather
from antq_reports.forms.cell import Raw
from antq_reports.forms.proposals import fitted, proposals_in
from antq_reports.forms.questions import Question, questions_of
from antq_reports.report import Origin

QUESTIONS = questions_of(bundled_catalogue())
ASKED = [question for question in QUESTIONS.by_path.values() if question.shape not in ("group", "yes-no")]
TYPED: tuple[Raw, ...] = (
    *("12 người", "5.038 người", "1.5", "1,584", "1584,5", "12/2026", "19/8", "2.000.0", "12 vụ, 5 người", "khoảng"),
    *("nhiều", "12 abc", "-5", "12-", "12%%", "86", "86,1", "0,861", "86.1", "1.234,567", "3000000", "335", "335 tr"),
    *("12 tấn", "5 yến", "tăng 12", "giảm 5%", "1e5", "12 000,5", "=A1", "#REF!", "12;13", "mười hai", "hàng trăm"),
    *("5 - 3", "12 vụ (tăng)", "15 vụ/100.000 dân", "1/0", "7/5 vụ", "50 trên 43", "1.5 triệu", "2.5 tỷ đồng", "100$"),
    *("12 USD", "30/4/2026", "2026-04-30", "x", "có", "12 km", "1584 vụ việc", "1.584.", "12,", "12 kg", "0,5"),
    *(86, 0.861, 1.5, 1.584, -3, 335, 12345.678, 1e12, True),
)


def asked_about(question: Question, raw: Raw) -> list[str]:
    """The remedies for what was typed into a question's first cell."""
    answers = gather([Cell(question.slot_ids()[0], raw, Origin())], "a.xlsx", QUESTIONS, "xã")
    return [fault.remedy for fault in answers.asked]


def is_accepted(question: Question, text: str) -> bool:
    """Whether a text answers a question, alone or as a part beside a large whole."""
    first, *rest = question.slot_ids()
    alone = [Cell(first, text, Origin())]
    beside = [*alone, *(Cell(each, 900_000_000.0, Origin()) for each in rest[:1])]
    return any(not gather(cells, "a.xlsx", QUESTIONS, "xã").asked for cells in (alone, beside))


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.path)
def test_what_is_proposed_is_accepted(question: Question) -> None:
    """Of every metric, for whatever clerks type."""
    proposed = {text for raw in TYPED for remedy in asked_about(question, raw) for text in proposals_in(remedy)}
    assert proposed
    assert [] == [text for text in sorted(proposed) if not is_accepted(question, text)]


def test_a_remedy_that_fits_is_kept() -> None:
    """One that proposes something the cell refuses gives way to the metric's own example."""
    question = next(each for each in ASKED if each.path == "traffic_safety.traffic_accidents")
    error = FigureSyntaxError("12,5", Refusal("số lẻ", "hãy viết “12 vụ”"))
    assert error is fitted(error, question, lambda text: True)
    assert "ghi như “1.584 vụ”, hoặc để trống nếu chưa có số liệu" == fitted(error, question, lambda text: False).remedy
