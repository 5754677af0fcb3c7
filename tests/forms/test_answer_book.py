"""What is kept of a cell nobody can read: its place, what was typed, a remedy that fits; its metric is out."""

from __future__ import annotations

from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.figures import Count
from antq_reports.forms.answer_book import Answers, Cell
from antq_reports.forms.cell import Broken
from antq_reports.forms.questions import questions_of
from antq_reports.report import Origin

QUESTIONS = questions_of(bundled_catalogue())
TIPS = QUESTIONS.by_path["tips.public_tips"]
HERE = Origin(file="a.xlsx", cell="E5")


def test_what_is_asked_about_is_no_value_any_more() -> None:
    """It is left out with what was typed; a formula without a value was typed by nobody."""
    answers = Answers("a.xlsx", QUESTIONS)
    answers.keep(TIPS, Count(value=5), HERE)
    broken = Cell(TIPS.path, Broken(Refusal("công thức chưa có kết quả")), HERE)
    answers.ask(
        HERE,
        TIPS,
        FigureSyntaxError("mười", Refusal("không phải số", "ghi số")),
        [Cell(TIPS.path, "mười", HERE), broken],
    )
    assert ({"tips": {}}, {}, True) == (answers.sections, answers.places, answers.is_asked(TIPS.path))
    [left] = answers.withheld
    assert (((TIPS.path, "mười", ""),), "unreadable") == (left.typed, left.code)
    assert ["tin do quần chúng cung cấp: đọc được “mười”, không phải số"] == [fault.message for fault in answers.asked]


def test_a_remedy_is_tried_where_it_can_be() -> None:
    """One whose cell refuses it gives way; without a way to try it stays."""
    error = FigureSyntaxError("x", Refusal("không phải số", "ghi “12 vụ”"))
    for accepts, remedy in ((None, "ghi “12 vụ”"), (lambda question, text: False, "ghi như “1.584 tin”")):
        answers = Answers("a.xlsx", QUESTIONS, accepts=accepts)
        answers.ask(HERE, TIPS, error)
        assert answers.asked[0].remedy.startswith(remedy)
