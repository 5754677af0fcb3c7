"""Long and wide rows to reports."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from held import held

from antq_reports.errors import AntqReportsWarning, IntakeError
from antq_reports.figures import Count
from antq_reports.forms import UnitEntry, read_records, reports_from_records

ROW = {"unit_code": "24823", "unit_name": "Xã Tân Hà", "period": 2026}


def row(metric: str, value: Any, **more: Any) -> dict[str, Any]:
    """Make one record."""
    return {**ROW, "metric": metric, "value": value, **more}


def test_rows_of_one_unit_and_period_make_one_report() -> None:
    """In the order they are first met; the code tells units apart, not the name."""
    rows = [
        row("tips.public_tips", 12),
        row("tips.public_tips", 7, unit_code="24824", unit_name="Xã Tân Hạ"),
        row("weapons.detonators", "hơn 50"),
        row("tips.public_tips", 10, period="năm 2025"),
    ]
    found = [(report.place.name, report.period.label) for report in reports_from_records(rows)]
    assert [("Tân Hà", "năm 2026"), ("Tân Hạ", "năm 2026"), ("Tân Hà", "năm 2025")] == found


def test_keys_may_be_vietnamese() -> None:
    """As a query or a spreadsheet names them."""
    (report,) = reports_from_records(
        [{"Mã đơn vị": 4823, "Tên đơn vị": "Tân Hà", "Kỳ": "2026", "Chỉ tiêu": "tips.public_tips", "Giá trị": "1.584"}]
    )
    assert ("04823", 1584) == (report.place.code, held(report, "tips.public_tips").raw)


def test_a_code_finds_its_name_in_the_list_of_units() -> None:
    """Rows from a database often have no names."""
    rows = [{"unit_code": "24823", "period": 2026, "metric": "tips.public_tips", "value": 5}]
    units = [UnitEntry(code="24823", name="Lâm Viên", level="phường")]
    assert "phường Lâm Viên" == reports_from_records(rows, units=units)[0].place.full_name


def test_a_note_and_a_place_are_kept() -> None:
    """The place is the number of the record."""
    (report,) = reports_from_records([row("tips.public_tips", 12, note="ước tính")])
    assert "bản ghi, số 1 (ghi chú: ước tính)" == report.sources.place_of("tips.public_tips")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (row("tips.public_tips", 5, period=None), "chưa ghi kỳ báo cáo"),
        (row("tips.public_tips", 5, unit_code="24A"), "mã đơn vị"),
        ({"metric": "tips.public_tips", "value": 5}, "thiếu mã đơn vị"),
    ],
)
def test_a_faulty_record_is_named_and_the_others_read(record: dict[str, Any], message: str) -> None:
    """One unit's fault stops no other."""
    good = row("tips.public_tips", 7, unit_code="24824", unit_name="Xã Tân Hạ")
    intake = read_records([record, good])
    assert ["Tân Hạ"] == [report.place.name for report in intake.reports]
    assert message in intake.faults[0].message
    with pytest.raises(IntakeError, match=message):
        reports_from_records([record, good])


def test_a_value_that_is_no_figure_leaves_its_metric_out() -> None:
    """The rest of the unit is read; who gets nothing but reports is told all the same."""
    rows = [row("tips.public_tips", 1.584), row("tips.valuable_tips", 5)]
    intake = read_records(rows)
    [report] = intake.reports
    assert (["tips.public_tips"], 1) == ([each.path for each in report.sources.withheld], len(intake.faults))
    with pytest.raises(IntakeError, match="có thể là 1.584"):
        reports_from_records(rows)


def test_the_number_of_a_record_in_a_file_is_its_line() -> None:
    """The heading is line 1."""
    intake = read_records([row("tips.public_tips", "x")], file=Path("a.csv"), first=2)
    assert "dòng 2" == intake.faults[0].where


WIDE = {**ROW, "tips.public_tips": 12, "weapons.detonators": "hơn 50", "standards.safe_communes": "x"}


def test_a_wide_row_is_a_unit() -> None:
    """A column a metric's id, with the column for its place; the same report as long rows make."""
    (report,) = reports_from_records([WIDE])
    metrics = {key: value for key, value in WIDE.items() if "." in key}
    assert reports_from_records([row(metric, value) for metric, value in metrics.items()]) == (report,)
    assert "bản ghi, số 1: tips.public_tips" == report.sources.place_of("tips.public_tips")


def test_a_row_of_sqlite_is_a_record() -> None:
    """It knows its keys and is no mapping."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    query = "SELECT '24823' AS unit_code, 'Xã Tân Hà' AS unit_name, 2026 AS period, 12 AS [tips.public_tips]"
    (report,) = reports_from_records(connection.execute(query))
    connection.close()
    assert (Count(value=12, unit="tin"), "24823") == (report.tips.public_tips, report.place.code)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(12.0, 12), (Decimal("12.00"), 12), (Fraction(24, 2), 12), (float("nan"), None), (Decimal("NaN"), None)],
)
def test_numbers_and_blanks_of_a_data_frame(value: Any, expected: int | None) -> None:
    """Long and wide alike."""
    rows = [[row("tips.public_tips", value)], [{**ROW, "tips.public_tips": value}]]
    found = [reports_from_records(each)[0].tips.public_tips for each in rows]
    figure = None if expected is None else Count(value=expected, unit="tin")
    assert [figure, figure] == found


def test_a_measure_keeps_its_decimals() -> None:
    """A float is read as it prints."""
    (report,) = reports_from_records([{**ROW, "weapons.fireworks_kg": 13.85}])
    assert report.weapons.fireworks_kg is not None
    assert Decimal("13.85") == report.weapons.fireworks_kg.number


@pytest.mark.parametrize("rows", [[{**WIDE, "area": 40}], [row("tips.public_tips", 12), row("area", 40)]])
def test_a_value_that_no_metric_takes_is_a_fault_unless_allowed(rows: list[dict[str, Any]]) -> None:
    """Nothing that was reported is dropped in silence."""
    with pytest.raises(IntakeError, match="không chỉ tiêu nào nhận giá trị “40” .mã “area”"):
        reports_from_records(rows)
    (report,) = reports_from_records(rows, allow_unknown=True)
    assert Count(value=12, unit="tin") == report.tips.public_tips


def test_a_blank_that_no_metric_takes_is_none() -> None:
    """An empty column says nothing."""
    assert 1 == len(reports_from_records([{**WIDE, "area": float("nan"), "other": ""}]))


def test_any_other_doubt_is_a_warning() -> None:
    """Said where the rows were handed over."""
    with pytest.warns(AntqReportsWarning, match="câu hỏi dành cho phường") as caught:
        reports_from_records([{**ROW, "standards.safe_wards": "x"}])
    assert __file__ == caught[0].filename


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("unit_code", "không phải là một bảng khóa và giá trị .kiểu str. → .*to_dict"),
        ({**ROW, "tips.public_tips": [5]}, "giá trị kiểu list không phải số liệu"),
        ({**ROW, "tips.public_tips": Fraction(1, 3)}, "giá trị kiểu Fraction không phải số liệu"),
        ({"tips.public_tips": 5, "period": 2026}, "thiếu mã đơn vị hoặc tên đơn vị"),
    ],
)
def test_what_is_no_record_is_a_fault(record: Any, message: str) -> None:
    """A data frame itself gives the names of its columns; a list is no figure."""
    with pytest.raises(IntakeError, match=message):
        reports_from_records([record])


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_data_frame_in_one_line(name: str) -> None:
    """As the guide for engineers has it, where the library is installed."""
    frame = pytest.importorskip(name).DataFrame({key: [value, value] for key, value in WIDE.items()})
    rows = frame.to_dict("records") if name == "pandas" else frame.to_dicts()
    assert reports_from_records([WIDE]) == reports_from_records(rows[:1])
