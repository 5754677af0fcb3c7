"""Somebody else's form read by a map: figures, unit and period; doubts name the cells of that form."""

from __future__ import annotations

from pathlib import Path

import pytest
from foreign_sheet import MAP, foreign_form
from held import held

from antq_reports.load import read_reports
from antq_reports.report import BaseReport


def read(folder: Path, map_text: str = MAP) -> tuple[BaseReport, list[str], list[str]]:
    """The one report, what is asked, what is told."""
    intake = read_reports(foreign_form(folder, map_text=map_text))
    assert () == intake.refused, intake.faults
    [report] = intake.reports
    return report, [str(fault) for fault in intake.questioned], [str(fault) for fault in intake.warnings]


def test_its_figures_are_read(tmp_path: Path) -> None:
    """By label; unit, code and period by the map; a row of a group has its own label."""
    report, _, told = read(tmp_path)
    assert ("xã Tân Hà", "24823", "năm 2026") == (report.place.full_name, report.place.code, report.period.label)
    figures = [held(report, path) for path in ("traffic_safety.traffic_accidents", "tips.public_tips")]
    assert [14, 12] == [getattr(figure, "raw", None) for figure in figures]
    assert ["Nhà hàng cam kết"] == [row.words for row in report.rows("commitments", "transport_pledges_by_group")]
    assert [] == told


def test_what_is_doubtful_in_it_is_asked_with_its_cell(tmp_path: Path) -> None:
    """Another unit of measure, a figure among the notes; neither counts."""
    report, asked, _ = read(tmp_path)
    assert 2 == len(asked)
    assert any("ô C9: lượt người dự" in line and "nghìn lượt người" in line for line in asked)
    assert any("ô E10: buổi họp dân: đọc được “30 buổi”" in line for line in asked)
    assert held(report, "communication.outreach_attendance") is None


def test_a_line_no_map_names_is_told(tmp_path: Path) -> None:
    """Its value would be a figure that was reported and is nowhere printed."""
    _, _, told = read(tmp_path, MAP.replace('"Xe mô tô tạm giữ" = "-"\n', ""))
    assert ["không chỉ tiêu nào nhận giá trị “7”" in line and "ô D11" in line for line in told] == [True]


def test_cells_may_be_named_one_by_one(tmp_path: Path) -> None:
    """Where a form has no table."""
    cover = 'nhan_biet = ["Biểu số 05"]\n[bia]\nten = "Đơn vị:"\nky = "B3"\n'
    cells = f'{cover}[o]\n"D6" = "traffic_safety.traffic_accidents"\n'
    report, asked, _ = read(tmp_path, cells)
    assert (14, []) == (getattr(held(report, "traffic_safety.traffic_accidents"), "raw", None), asked)


@pytest.mark.parametrize("marks", ['["Biểu số 06"]', '["Biểu số 05", "Cục thống kê"]'])
def test_a_map_of_another_form_is_not_used(tmp_path: Path, marks: str) -> None:
    """Every one of its marks has to be there."""
    folder = foreign_form(tmp_path, map_text=MAP.replace('["Biểu số 05", "Nội dung"]', marks))
    intake = read_reports(folder)
    assert ((), True) == (intake.reports, "không tìm thấy mã chỉ tiêu" in intake.faults[0].message)
