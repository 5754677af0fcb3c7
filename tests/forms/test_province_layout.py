"""The province form: one row a unit, one column a metric; a row's fault stops no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from held import held

from antq_reports.catalogue import bundled_catalogue
from antq_reports.forms.cell import Raw
from antq_reports.forms.intake_result import Intake
from antq_reports.forms.province_layout import find_layout, read_province_form
from antq_reports.forms.questions import questions_of
from antq_reports.forms.sheet import Sheet

QUESTIONS = questions_of(bundled_catalogue())
SHARE = "standards.safe_residential_areas"
HEADS: list[Raw] = ["mã", "tên", "kỳ", "tips.public_tips", f"{SHARE}#part", f"{SHARE}#whole"]
FIRST: list[Raw] = ["24823", "Xã Tân Hà", 2026, 1584, 11, 12]
SECOND: list[Raw] = ["24824", "Xã Tân Hạ", 2026, "-", None, ""]
COVER: list[list[Raw]] = [
    ["@id", "@label", "@value"],
    ["period.label", "Kỳ báo cáo", "năm 2026"],
    ["unit.boundaries_as_of", "Địa giới", date(2025, 7, 1)],
]


def read(*rows: list[Raw], cover: list[list[Raw]] | None = None) -> Intake:
    """Read a table of units, behind a cover or not."""
    sheets = [Sheet("Bìa", cover, "a.xlsx")] if cover else []
    return read_province_form(Path("a.xlsx"), [*sheets, Sheet("Xã", list(rows), "a.xlsx")], QUESTIONS)


def told(intake: Intake) -> list[tuple[str, str]]:
    """Where each fault stands, and what it is."""
    return [(fault.where, fault.message) for fault in intake.faults]


def test_a_row_is_a_unit_and_a_blank_is_no_zero() -> None:
    """A dash is; each figure knows its cell."""
    first, second = read(HEADS, FIRST, SECOND).reports
    assert (1584, 0) == (held(first, "tips.public_tips").raw, held(second, "tips.public_tips").raw)
    assert ((11, 12), None) == (held(first, SHARE).raw, held(second, SHARE))
    assert ("xã Tân Hà", "24823", "năm 2026") == (first.place.full_name, first.place.code, first.period.label)
    assert "a.xlsx, trang “Xã”, ô D2" == first.sources.place_of("tips.public_tips")


def test_a_faulty_row_stops_no_other() -> None:
    """Nor its own other cells: each fault names its cell, and that metric alone is left out."""
    intake = read(HEADS, [*FIRST[:3], 1.584, "x", 12], SECOND)
    assert ["Tân Hà", "Tân Hạ"] == [report.place.name for report in intake.reports]
    assert [2, 0] == [len(report.sources.withheld) for report in intake.reports]
    assert ["trang “Xã”, ô D2", "trang “Xã”, ô E2"] == [fault.where for fault in intake.faults]


def test_a_sum_below_the_table_is_a_warning() -> None:
    """A row with figures and no unit; a row without figures is nobody's."""
    intake = read(HEADS, FIRST, [None, None, None, 12], ["24825", "Xã Tân Hải", 2026])
    assert (1, []) == (len(intake.reports), told(intake))
    [warning] = intake.warnings
    assert "trang “Xã”, ô A3: có số liệu mà không có mã và tên đơn vị → ghi mã đơn vị, hoặc xóa dòng" in str(warning)


def test_rows_of_headings_are_passed_over() -> None:
    """Marked in the first column; an unmarked row is a unit's."""
    heads: list[Raw] = ["@id", "@code", "@name", "@period", "tips.public_tips"]
    intake = read(heads, ["@head", "Mã", "Tên", "Kỳ", "Tin báo"], [None, "24823", "Tân Hà", 2026, 5])
    assert (["Tân Hà"], []) == ([report.place.name for report in intake.reports], told(intake))


@pytest.mark.parametrize(
    ("row", "where", "message"),
    [
        (["24A", *FIRST[1:]], "ô A2", "mã đơn vị"),
        (["24823", "Tân Hà\x00", *FIRST[2:]], "ô B2", "tên đơn vị: "),
        ([*FIRST[:2], "hôm qua\x00", *FIRST[3:]], "ô C2", "kỳ báo cáo: "),
        ([*FIRST[:2], None, *FIRST[3:]], "ô A2", "chưa ghi kỳ báo cáo"),
    ],
)
def test_a_unit_that_cannot_be_read_is_refused_at_its_cell(row: list[Raw], where: str, message: str) -> None:
    """Code, name and period, each in its column."""
    [(at, fact)] = told(read(HEADS, row))
    assert f"trang “Xã”, {where}" == at
    assert message in fact


def test_a_refused_row_is_known_by_the_name_in_it() -> None:
    """Where that can be read: whoever calls the units knows which one to call."""
    refused = read(HEADS, ["24A", *FIRST[1:]], ["24823", "Tân Hà\x00", *FIRST[2:]]).refused
    assert ["xã Tân Hà", None] == [each.place and each.place.full_name for each in refused]


def test_a_code_alone_is_a_unit() -> None:
    """And so is a name alone."""
    coded, named = read(HEADS, ["24823", None, *FIRST[2:]], [None, "Phường 1", *FIRST[2:]]).reports
    assert ("mã 24823", "phường 1") == (coded.place.name, named.place.full_name)


def test_the_cover_has_the_period_and_the_boundaries_of_all() -> None:
    """A row's own period comes before it."""
    own, general = read(HEADS, [*FIRST[:2], 2025, *FIRST[3:]], [*SECOND[:2], None, *SECOND[3:]], cover=COVER).reports
    assert ("năm 2025", "năm 2026") == (own.period.label, general.period.label)
    assert date(2025, 7, 1) == own.place.boundaries_as_of


def test_a_cover_without_a_period_refuses_the_whole_form() -> None:
    """Where no row can have one of its own."""
    intake = read(["mã", "tips.public_tips"], ["24823", 5], cover=COVER[:1])
    assert ((), 1, True) == (intake.reports, len(intake.faults), "kỳ báo cáo" in intake.faults[0].message)


def test_a_table_without_figures_is_refused() -> None:
    """With what a row looks like."""
    [fault] = read(HEADS, ["24823", "Xã Tân Hà", 2026]).faults
    assert "a.xlsx: không có dòng nào có số liệu → ghi mỗi đơn vị một dòng, mỗi chỉ tiêu một cột" == str(fault)


def test_a_layout_is_told_by_a_metric_and_a_column_of_units() -> None:
    """Within the first rows; a commune's form has values in a column of their own."""
    table: list[list[Raw]] = [["Biểu"], ["Tên đơn vị ", "CODE", "tips.public_tips", "tips.nothing_like_it", "STT"]]
    layout = find_layout(Sheet("", table), QUESTIONS)
    assert layout is not None
    assert ({2: "tips.public_tips", 3: "tips.nothing_like_it"}, 2) == (layout.metrics, layout.first)
    assert (0, 1) == (layout.units["@name"], layout.units["@code"])
    others: list[list[Raw]] = [["mã", "tên"], ["tips.public_tips", "STT"], ["mã", "tips.public_tips", "@value"]]
    for row in others:
        assert find_layout(Sheet("", [row]), QUESTIONS) is None


def test_a_column_that_no_metric_takes_is_a_warning() -> None:
    """What looks like an id is not dropped in silence."""
    intake = read([*HEADS[:4], "tips.nothing_like_it"], [*FIRST[:4], 7])
    assert (1, ["trang “Xã”, ô E2"]) == (len(intake.reports), [warning.where for warning in intake.warnings])
