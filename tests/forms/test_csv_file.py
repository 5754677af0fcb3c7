"""CSV files in both forms, and the list of units."""

from __future__ import annotations

from pathlib import Path

import pytest
from held import held

from antq_reports.errors import IntakeError
from antq_reports.forms import load_units
from antq_reports.load import read_reports

WIDE = "mã;tên;kỳ;tips.public_tips;standards.safe_residential_areas#part;standards.safe_residential_areas#whole\r\n"
WIDE += "24823;Xã Tân Hà;2026;1.584;11;12\r\n24824;Xã Tân Hạ;2026;-;;\r\n"
LONG = "unit_code,unit_name,period,metric,value,note\n"
LONG += '24823,Xã Tân Hà,2026,tips.public_tips,"1.584","ước tính"\n24823,Xã Tân Hà,2026,weapons.fireworks_kg,"13,85",\n'


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a text as it stands."""
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_row_a_unit_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """With or without a byte order mark, whatever parts the columns; blank is not zero, a dash is."""
    intake = read_reports(write(tmp_path / "a.csv", WIDE.replace(";", delimiter), encoding))
    assert () == intake.faults
    first, second = (held(report, "tips.public_tips") for report in intake.reports)
    assert (1584, 0) == (first.raw, second.raw)
    assert held(intake.reports[1], "standards.safe_residential_areas") is None
    assert "a.csv, dòng 2, cột 4" == intake.reports[0].sources.place_of("tips.public_tips")


def test_a_row_a_figure_is_read(tmp_path: Path) -> None:
    """The heading tells the form."""
    (report,) = read_reports(write(tmp_path / "a.csv", LONG)).reports
    assert "a.csv, dòng 2 (ghi chú: ước tính)" == report.sources.place_of("tips.public_tips")
    assert held(report, "weapons.fireworks_kg") is not None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "rỗng"),
        ("mã;tên\n1;Xã Tân Hà\n".encode("utf-16"), "UTF-8"),
        ("mã;tên\n24823;Xã Tân Hà\n".encode(), "không có mã chỉ tiêu"),
        (b'a;"b\n', "sai cú pháp"),
    ],
)
def test_a_file_that_is_no_csv_of_ours_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    """Empty, in another encoding, without ids, broken."""
    (tmp_path / "a.csv").write_bytes(content)
    (fault,) = read_reports(tmp_path / "a.csv").faults
    assert message in fault.message
    assert fault.remedy


def test_the_list_of_units_is_read(tmp_path: Path) -> None:
    """Codes keep their zeros; a level stands before the name or in its own column."""
    units = load_units(write(tmp_path / "a.csv", "mã;tên;cấp\n4823;Tân Hà;xã\n24824;Phường 1;\n", "utf-8-sig"))
    assert [("04823", "Tân Hà", "xã"), ("24824", "1", "phường")] == [
        (each.code, each.name, each.level) for each in units
    ]


def test_every_faulty_line_of_the_list_is_named(tmp_path: Path) -> None:
    """All at once."""
    with pytest.raises(IntakeError) as caught:
        load_units(write(tmp_path / "a.csv", "mã;tên\nA;Tân Hà\n24824;\n24825;Tân Hạ\n"))
    assert [2, 3] == [fault.line for fault in caught.value.faults]
