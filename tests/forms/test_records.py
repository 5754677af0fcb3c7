"""Long rows to reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from held import held

from antq_reports.errors import IntakeError
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
        (row("tips.public_tips", 1.584), "có thể là 1.584"),
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


def test_the_number_of_a_record_in_a_file_is_its_line() -> None:
    """The heading is line 1."""
    intake = read_records([row("tips.public_tips", "x")], file=Path("a.csv"), first=2)
    assert "dòng 2" == intake.faults[0].where
