"""The sheets of the forms: which rows and columns they have, what each cell offers, what stays empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest

from antq_reports.catalogue import bundled_catalogue
from antq_reports.forms import UnitEntry
from antq_reports.forms.fill import Filled
from antq_reports.forms.questions import COVER_IDS, SUBJECT_ID, questions_of
from antq_reports.forms.workbook_look import ASKED_TINT, Pen
from antq_reports.forms.workbook_sheets import Asked, Entries, cover_sheet, figures_sheet, prompt_of, province_sheet

QUESTIONS = questions_of(bundled_catalogue())
UNITS = (UnitEntry(code="24823", name="Tân Hà", level="xã"), UnitEntry(code="24824", name="Tân Hạ", level="xã"))


def column_of(sheet: Any, letter: str) -> list[Any]:
    """What stands in a column, top to bottom."""
    return [cell.value for cell in sheet[letter]]


def cover(values: Mapping[str, object]) -> Any:
    """A cover with some cells filled in."""
    book = openpyxl.Workbook()
    cover_sheet(Pen(book), book.active, "Biểu", "xã", values)
    return book.active


def section(
    name: str, current: Mapping[str, Filled] | None = None, asked_about: Mapping[str, Asked] | None = None
) -> Any:
    """The sheet of a section."""
    book = openpyxl.Workbook()
    asked = [question for question in QUESTIONS.of_communes() if question.section == name]
    headings = {"title": "số liệu", "subtitle": "xã", "this": "năm 2026", "last": "năm 2025"}
    entries = Entries(current=current or {}, previous={}, asked=asked_about or {})
    figures_sheet(Pen(book), book.active, QUESTIONS, [(3, asked)], headings, entries)
    return book.active


def test_the_cover_asks_for_the_subject_only_where_one_is_named() -> None:
    """The default subject goes without saying."""
    every = list(COVER_IDS)
    assert every[1:] == [each for each in column_of(cover({}), "A") if each in COVER_IDS]
    assert every == [each for each in column_of(cover({SUBJECT_ID: "chay-no"}), "A") if each in COVER_IDS]


def test_days_on_the_cover_print_as_days() -> None:
    """A number in another format would be read as one."""
    sheet = cover({})
    days = {sheet.cell(row, 1).value for row in range(5, 25) if sheet.cell(row, 3).number_format == "DD/MM/YYYY"}
    assert {name for name in COVER_IDS if name.endswith((".start", ".end", ".on", "_as_of"))} == days


def test_the_levels_are_offered_and_none_is_forced() -> None:
    """A list to choose from that lets any other text pass."""
    sheet = cover({})
    [rule] = sheet.data_validations.dataValidation
    assert ('"xã,phường,đặc khu"', False, "unit.level") == (
        rule.formula1,
        bool(rule.showErrorMessage),
        sheet[str(rule.sqref).replace("C", "A")].value,
    )


def test_a_section_has_a_row_for_each_cell_of_an_answer() -> None:
    """Under the number of its question; the second cell of an answer has none, nor has a heading of a group."""
    sheet = section("standards")
    asked = [question for question in QUESTIONS.of_communes() if question.section == "standards"]
    ids = [name for question in asked for name in question.slot_ids()]
    assert ["@id", "@head", *ids] == [each for each in column_of(sheet, "A") if each and each != "@band"]
    ratio = column_of(sheet, "A").index("standards.safe_residential_areas#whole") + 1
    assert (True, None) == (
        sheet.cell(ratio - 1, 2).value.replace("3.", "", 1).isdigit(),
        sheet.cell(ratio, 2).value or None,
    )
    assert "trên tổng số khu dân cư" == sheet.cell(ratio, 3).value


def test_rows_of_a_group_bring_their_own_labels() -> None:
    """Below a heading that says how; an empty figure beside a label stays empty."""
    path = "commitments.transport_pledges_by_group"
    sheet = section("commitments", {f"{path}[0]": Filled("", "doanh nghiệp")})
    row = column_of(sheet, "A").index(f"{path}[0]") + 1
    assert ("@band", "doanh nghiệp", None) == tuple(sheet.cell(*at).value for at in ((row - 1, 1), (row, 3), (row, 5)))
    assert ": " in sheet.cell(row - 1, 3).value
    assert False is sheet.cell(row, 3).protection.locked


def test_a_cell_that_is_asked_about_keeps_its_text_beside_the_question() -> None:
    """Tinted, open to be corrected; what begins like a formula is a text."""
    asked = Asked("=5+5", "đọc được “=5+5”, không phải số")
    sheet = section("tips", {"tips.public_tips": Filled(9)}, {"tips.public_tips": asked})
    cell = sheet.cell(column_of(sheet, "A").index("tips.public_tips") + 1, 5)
    assert ("=5+5", "s", False) == (cell.value, cell.data_type, cell.protection.locked)
    assert (asked.message, f"00{ASKED_TINT}") == (cell.comment.text, cell.fill.fgColor.rgb)


@pytest.mark.parametrize(
    ("identifier", "says"),
    [
        ("commitments.transport_pledges_by_group[0]", "Ghi số và tên loại trên cùng một dòng."),
        ("crime_results.fines", "Ghi kèm đơn vị"),
        ("weapons.fireworks_kg", "Ghi số đo (kg"),
        ("crime_results.public_order_cases_solved#part", "Ghi kết quả ở ô này, tổng số ở dòng dưới."),
        ("tips.public_tips", "Ghi số nguyên (1584)"),
    ],
)
def test_a_cell_says_what_to_write(identifier: str, says: str) -> None:
    """By the kinds its metric takes, within what a spreadsheet shows."""
    slot = QUESTIONS.slot_of(identifier)
    assert slot is not None
    assert prompt_of(slot).startswith(says)
    assert len(prompt_of(slot)) <= 255


def test_the_province_form_has_a_row_a_unit_and_a_column_a_metric(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three rows of headings are marked as such; a table too large to be ruled has only what is given."""
    columns = [name for question in QUESTIONS.of_communes() for name in question.column_ids()]
    heads = ["@id", "@code", "@name", "@level", *columns, "@note"]
    given = {"24824": {"tips.public_tips": Filled(5)}}
    unlocked = []
    for limit in (60_000, 0):
        monkeypatch.setattr("antq_reports.forms.workbook_sheets.RULED_CELLS", limit)
        book = openpyxl.Workbook()
        province_sheet(Pen(book), book.active, QUESTIONS, UNITS, given)
        sheet = book.active
        assert heads == [cell.value for cell in sheet[1]]
        assert [None, "24823", "24824"] == [sheet.cell(row, 2).value for row in (4, 5, 6)]
        assert ["@head"] * 3 == column_of(sheet, "A")[1:4]
        assert 5 == sheet.cell(6, heads.index("tips.public_tips") + 1).value
        unlocked.append(sum(not cell.protection.locked for row in sheet.iter_rows(min_row=5) for cell in row))
    assert [2 * (len(heads) - 4), 1] == unlocked
