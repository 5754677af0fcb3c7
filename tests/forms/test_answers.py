"""How the cells of one unit become the sections of a report."""

from __future__ import annotations

from typing import Any

import pytest

from antq_reports.catalogue import bundled_catalogue
from antq_reports.figures import Count, Pair, PartOfWhole, Percent, parse_figure
from antq_reports.forms.answer_book import Answers, Cell
from antq_reports.forms.answers import gather
from antq_reports.forms.cell import PercentNumber, Raw
from antq_reports.forms.questions import questions_of
from antq_reports.report import Origin

QUESTIONS = questions_of(bundled_catalogue())
AREAS = "standards.safe_residential_areas"
SOLVED = "crime_results.public_order_cases_solved"
SCHOOL = "traffic_safety.school_traffic_sessions"
PLEDGES = "commitments.transport_pledges_by_group"


def answer(*cells: tuple[str, Raw], level: str = "xã", label: str = "", unit: str = "") -> Answers:
    """Gather cells that stand at C1, C2, ..."""
    made = [
        Cell(name, raw, Origin(file="nop.xlsx", cell=f"C{at}"), label, unit) for at, (name, raw) in enumerate(cells, 1)
    ]
    return gather(made, "nop.xlsx", QUESTIONS, level)


def only(answers: Answers) -> Any:
    """Return the one figure there is."""
    assert [] == answers.asked
    return next(iter(next(iter(answers.sections.values())).values()))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (((f"{AREAS}#part", 11), (f"{AREAS}#whole", 12.0)), PartOfWhole(part=11, whole=12, unit="khu dân cư")),
        (((f"{AREAS}#part", "11/12"),), PartOfWhole(part=11, whole=12, unit="khu dân cư")),
        (
            ((f"{AREAS}#part", "hơn 11 khu dân cư (đạt 91,7%)"), (f"{AREAS}#whole", 12)),
            parse_figure("hơn 11/12 khu dân cư (đạt 91,7%)"),
        ),
        (((f"{AREAS}#part", 13), (f"{AREAS}#whole", 12)), PartOfWhole(part=13, whole=12, unit="khu dân cư")),
        (((f"{SOLVED}#part", PercentNumber(0.861, 1)),), Percent.model_validate({"value": "0.861"})),
        (((f"{SOLVED}#part", "12 vụ"),), Count(value=12, unit="vụ")),
        (
            ((f"{SCHOOL}#first", 31), (f"{SCHOOL}#second", "1.200")),
            Pair(first=Count(value=31, unit="buổi"), second=Count(value=1200, unit="lượt học sinh, giáo viên")),
        ),
        (((f"{SCHOOL}#first", 31),), Count(value=31, unit="buổi")),
        ((("standards.safe_communes", "x"),), PartOfWhole(part=1, whole=1, unit="xã")),
        ((("standards.safe_communes", "không"),), PartOfWhole(part=0, whole=1, unit="xã")),
        ((("standards.safe_communes", "108/111 xã"),), PartOfWhole(part=108, whole=111, unit="xã")),
    ],
)
def test_cells_of_an_answer_come_together(cells: tuple[tuple[str, Raw], ...], expected: object) -> None:
    """Part and whole, pairs, lone parts where the metric takes them, yes and no."""
    assert expected == only(answer(*cells))


@pytest.mark.parametrize(
    ("cells", "reason", "place"),
    [
        (((f"{AREAS}#whole", 12),), "có tổng mà thiếu kết quả", "ô C1"),
        ((("tips.crime_reports_resolved#part", 12),), "có kết quả mà thiếu tổng", "ô C1"),
        (((f"{AREAS}#part", 12),), "không rõ là phần trăm hay số đếm", "ô C1"),
        (((f"{AREAS}#part", 3), (f"{AREAS}#whole", 0)), "tổng bằng 0", "ô C2"),
        (((f"{AREAS}#part", 3), (f"{AREAS}#whole", "hơn 9")), "tổng kèm chữ không in được", "ô C2"),
        (((f"{AREAS}#part", 3), (f"{AREAS}#whole", "9, chiếm 5%")), "tổng kèm chữ không in được", "ô C2"),
        (((f"{SOLVED}#part", 86),), "không rõ là phần trăm hay số đếm", "ô C1"),
        (((f"{AREAS}#part", "3/4"), (f"{AREAS}#whole", 4)), "đã có tổng", "ô C1"),
        (((f"{SCHOOL}#second", 12),), "có số thứ hai", "ô C1"),
        ((("weapons.detonators", 1), ("weapons.detonators", 2)), "ghi hai lần", "ô C2"),
        (((f"{PLEDGES}[0]", 5),), "chưa có tên loại", "ô C1"),
        ((("standards.safe_communes", "tốt"),), "có hoặc không", "ô C1"),
    ],
)
def test_an_answer_that_does_not_come_together_is_a_fault(
    cells: tuple[tuple[str, Raw], ...], reason: str, place: str
) -> None:
    """With the cell at fault, what was read and what was expected."""
    (fault,) = answer(*cells).asked
    assert place == fault.where
    assert reason in fault.message
    assert fault.remedy


def test_every_fault_is_kept_and_the_rest_read() -> None:
    """One bad cell hides no other."""
    answers = answer(("weapons.detonators", 1.584), ("weapons.support_tools", 3), ("tips.public_tips", "x"))
    assert ["ô C1", "ô C3"] == [fault.where for fault in answers.asked]
    assert {"weapons": {"support_tools": Count(value=3, unit="công cụ hỗ trợ")}} == answers.sections


def test_a_value_no_metric_takes_is_a_warning_with_its_cell() -> None:
    """It is not lost in silence, and stops nothing."""
    (warning,) = answer(("weapons.tanks", 5)).warnings
    assert ("ô C1", True) == (warning.where, "“5”" in warning.message)


def test_a_question_for_another_level_is_a_warning() -> None:
    """A ward does not answer for communes."""
    answers = answer(("standards.safe_communes", "x"), level="phường")
    assert ({}, 1) == (answers.sections, len(answers.warnings))


def test_nothing_of_nothing_is_no_figure() -> None:
    """Zero of zero cases solved: nothing to report, said in a warning."""
    answers = answer((f"{SOLVED}#part", 0), (f"{SOLVED}#whole", 0))
    assert ({}, [], 1) == (answers.sections, answers.asked, len(answers.warnings))


def test_a_small_amount_of_money_is_asked_about() -> None:
    """33 was meant in millions, 365.000 in thousands; with its unit an amount is what it says."""
    for amount in (33, 365_000, 9_999_999):
        asked = answer(("welfare.gift_value", amount))
        assert ([], "không rõ là đồng, nghìn đồng hay triệu đồng") == (
            list(asked.sections.get("welfare", {})),
            asked.withheld[0].reason,
        )
    assert 365_000 == only(answer(("welfare.gift_value", "365.000 đồng"))).raw
    assert 10_000_000 == only(answer(("welfare.gift_value", 10_000_000))).raw


def test_a_unit_that_counts_something_else_is_asked_about() -> None:
    """And what converts is converted, and told."""
    asked = answer(("communication.outreach_attendance", "5.038 người"))
    assert "tính bằng “người”, chỉ tiêu này tính bằng “lượt người”" == asked.withheld[0].reason
    told = answer(("weapons.fireworks_kg", "0,5 tấn"))
    assert ("500", "kg pháo") == (str(only(told).value), only(told).unit)
    assert ["pháo các loại: 0,5 tấn được đổi thành 500 kg pháo"] == [fault.message for fault in told.warnings]
    assert [] == answer(("communication.outreach_attendance", "3.095 lượt")).warnings


def test_rows_of_a_group_have_a_label_and_a_unit() -> None:
    """The label is the unit where none is written, as in “236 chủ xe”."""
    row = answer((f"{PLEDGES}[0]", 236), label="chủ xe").sections["commitments"]["transport_pledges_by_group"][0]
    assert ("chủ xe", Count(value=236, unit="chủ xe")) == (row.label, row.figure)


def test_a_group_may_be_a_list_in_one_cell() -> None:
    """The province form has one column for a group."""
    rows = only(answer((PLEDGES, "86 doanh nghiệp; lái xe: hơn 3.630 người")))
    assert [("doanh nghiệp", 86), ("lái xe", 3630)] == [(row.label, row.figure.value) for row in rows]


def test_awards_have_a_form_a_level_and_two_numbers() -> None:
    """In rows of their own, or as a list in one cell."""
    name = "rewards.awards"
    rows = only(answer((f"{name}[0].collectives", 5), (f"{name}[0].individuals", 12), label="Giấy khen của UBND xã"))
    assert rows == only(answer((name, "Giấy khen của UBND xã: 5 tập thể, 12 cá nhân")))
    assert ("Giấy khen", "UBND xã", 12) == (rows[0].form, rows[0].level, rows[0].individuals.value)


def test_a_note_goes_with_its_place() -> None:
    """So that the ledger shows it beside the cell."""
    noted = Origin(file="nop.xlsx", cell="C1", note="ước tính")
    answers = gather([Cell("tips.public_tips", 5, noted)], "nop.xlsx", QUESTIONS)
    assert {"tips.public_tips": (noted,)} == answers.places


def test_the_note_beside_the_whole_serves_where_the_part_has_none() -> None:
    """Both stand for one answer; the part's own note comes first."""
    noted = Origin(file="nop.xlsx", cell="C2", note="theo công văn")
    part = Cell(f"{AREAS}#part", 11, Origin(file="nop.xlsx", cell="C1"))
    answers = gather([part, Cell(f"{AREAS}#whole", 12, noted)], "nop.xlsx", QUESTIONS)
    assert {AREAS: (Origin(file="nop.xlsx", cell="C1", note="theo công văn"),)} == answers.places


@pytest.mark.parametrize("label", ["Tổng cộng", "CỘNG:", "Tổng số"])
def test_a_row_of_sums_in_a_group_is_no_row(label: str) -> None:
    """It is told, and the others stay."""
    path = "commitments.transport_pledges_by_group"
    cells = [
        Cell(f"{path}[{row}]", float(value), Origin(file="a.xlsx", cell=f"E{row}"), words, "hộ")
        for row, (words, value) in enumerate((("hộ kinh doanh", 30), (label, 30)))
    ]
    answers = gather(cells, "a.xlsx", questions_of(bundled_catalogue()))
    assert ["hộ kinh doanh"] == [row.words for row in answers.sections["commitments"]["transport_pledges_by_group"]]
    assert ["dòng cộng" in warning.message for warning in answers.warnings] == [True]
