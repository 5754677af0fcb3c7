"""What reading gave: reports, what was refused, what was left in doubt."""

from __future__ import annotations

import warnings

import pytest
from batch_units import commune

from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import AntqReportsWarning, Fault, IntakeError, Refusal, UnknownValue
from antq_reports.figures import Count, Period
from antq_reports.forms.answer_book import Answers
from antq_reports.forms.intake_result import Gathering, Intake, Refused, make_report, refusal
from antq_reports.forms.questions import questions_of
from antq_reports.report import BaseReport, Origin, Place, SourceMap

DOUBT = Fault("a.xlsx", "", Refusal("có thể là số khác", "xem lại"))
UNKNOWN = UnknownValue("a.xlsx", "", Refusal("không chỉ tiêu nào nhận giá trị “40”", "xóa"))
FIRST, SECOND = (Fault("b.xlsx", "", Refusal(reason)) for reason in ("một", "hai"))
REFUSED = Refused("b.xlsx", None, (FIRST, SECOND))
PLACE = Place(name="Tân Hà", level="xã", code="24823")
PERIOD = Period(label="năm 2026")


def test_a_refused_input_withholds_the_reports_of_all() -> None:
    """With every fault of every input, in their order; without one the reports are given."""
    reports = (commune(0),)
    assert reports == Intake(reports=reports, warnings=(DOUBT, UNKNOWN)).demand()
    with pytest.raises(IntakeError) as caught:
        Intake(reports=reports, refused=(REFUSED, Refused("c.xlsx", None, (DOUBT,)))).demand()
    assert (FIRST, SECOND, DOUBT) == caught.value.faults


def test_a_value_that_no_metric_takes_is_a_fault_unless_allowed() -> None:
    """Told behind the faults there are; allowed, it is told no more."""
    with pytest.raises(IntakeError) as caught:
        Intake(refused=(REFUSED,), warnings=(DOUBT, UNKNOWN)).settle(allow_unknown=False)
    assert (FIRST, SECOND, UNKNOWN) == caught.value.faults
    with pytest.raises(IntakeError, match="không chỉ tiêu nào"):
        Intake(warnings=(UNKNOWN,)).settle(allow_unknown=False)
    assert () == Intake(warnings=(UNKNOWN,)).settle(allow_unknown=True)


def test_any_other_doubt_is_a_warning_of_python() -> None:
    """Said to stand where the caller asked."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        Intake(warnings=(DOUBT, UNKNOWN)).settle(allow_unknown=True, depth=2)
    assert [(AntqReportsWarning, str(DOUBT), __file__)] == [
        (each.category, str(each.message), each.filename) for each in caught
    ]


def test_what_inputs_gave_is_gathered_in_their_order() -> None:
    """Both years' reports, faults and warnings."""
    gathered = Gathering()
    one = Intake((commune(0),), (commune(0, year=2025),), (REFUSED,), (DOUBT,))
    two = Intake((commune(1),), (commune(1, year=2025),), (), (UNKNOWN,))
    for each in (one, two):
        gathered.add(each)
    whole = Intake(
        (commune(0), commune(1)), (commune(0, year=2025), commune(1, year=2025)), (REFUSED,), (DOUBT, UNKNOWN)
    )
    assert whole == gathered.done()


def test_an_input_refused_whole_has_one_fault() -> None:
    """About the input itself, with what to do."""
    [fault] = refusal("a.csv", "tệp rỗng", "ghi mỗi đơn vị một dòng").faults
    assert "a.csv: tệp rỗng → ghi mỗi đơn vị một dòng" == str(fault)


def answers() -> Answers:
    """The answers of a commune to one question."""
    questions = questions_of(bundled_catalogue())
    given, origin = Answers("a.xlsx", questions), Origin(file="a.xlsx", cell="E6")
    given.keep(questions.by_path["tips.public_tips"], Count(value=5, unit="tin"), origin)
    return given


def test_answers_make_a_report_with_their_places() -> None:
    """Its file and folder are the source's."""
    made = make_report(answers(), PLACE, PERIOD, SourceMap(file="a.xlsx"), kicker="An ninh")
    assert isinstance(made, BaseReport)
    assert ("Tân Hà", "An ninh", "a.xlsx, ô E6") == (
        made.place.name,
        made.kicker,
        made.sources.place_of("tips.public_tips"),
    )


def test_a_fault_of_one_answer_gives_no_report() -> None:
    """Nothing wrong is ever printed in silence."""
    faulty = answers()
    faulty.faults += (FIRST, SECOND)
    assert Refused("a.xlsx", PLACE, (FIRST, SECOND)) == make_report(faulty, PLACE, PERIOD, SourceMap(file="a.xlsx"))


def test_what_the_report_itself_refuses_is_told_by_its_key() -> None:
    """A text that must not reach a page."""
    made = make_report(answers(), PLACE, PERIOD, SourceMap(file="a.xlsx"), kicker="An ninh\x00")
    assert isinstance(made, Refused)
    assert ("a.xlsx", PLACE, ["kicker"]) == (made.file, made.place, [fault.path for fault in made.faults])
