"""Folders, files and lists of files to reports."""

from __future__ import annotations

from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest

from antq_reports import AntqReportsWarning, Report, load_report, load_reports
from antq_reports.errors import IntakeError
from antq_reports.forms import write_workbook
from antq_reports.load import read_reports

TOML = '[place]\nname = "Tân Hạ"\nlevel = "xã"\n[period]\nlabel = "năm 2026"\n[tips]\npublic_tips = 7\n'


def write_form(path: Path, name: str = "Tân Hà") -> Path:
    """Write a filled form."""
    report = Report.model_validate({"place": {"name": name}, "period": "năm 2026", "tips": {"public_tips": 12}})
    return write_workbook(path, unit=f"Xã {name}", period=2026, report=report)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder as it comes from a hundred communes."""
    write_form(tmp_path / "1 Tân Hà.xlsx")
    (tmp_path / "2 Tân Hạ.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "3 hỏng.xlsx").write_bytes((tmp_path / "1 Tân Hà.xlsx").read_bytes()[:5000])
    (tmp_path / "4 rỗng.xlsx").write_bytes(b"")
    (tmp_path / "5 khóa.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    with (tmp_path / "6 to.xlsx").open("wb") as file:
        file.truncate(30_000_000)
    (tmp_path / "7 cũ.xls").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    (tmp_path / "8 công văn.docx").write_bytes(b"PK")
    (tmp_path / "~$1 Tân Hà.xlsx").write_bytes(b"lock")
    (tmp_path / "ảnh").mkdir()
    return tmp_path


def test_one_clear_message_each_and_the_rest_is_read(folder: Path) -> None:
    """Corrupt, empty, password-protected, huge and old files stop no other."""
    intake = read_reports(folder)
    assert ["Tân Hà", "Tân Hạ"] == [report.place.name for report in intake.reports]
    words = ("tệp Word", "chưa tải về hết", "rỗng", "mật khẩu", "30 MB", "bị hỏng")
    assert [1] * 6 == [len(refused.faults) for refused in intake.refused]
    assert [] == [word for word, fault in zip(words, intake.faults, strict=True) if word not in fault.message]
    assert () == intake.warnings


def test_load_reports_loses_nothing_in_silence(folder: Path) -> None:
    """It raises with the faults of all files, or gives every report."""
    with pytest.raises(IntakeError) as caught:
        load_reports(folder)
    assert 6 == len(caught.value.faults)
    assert 2 == len(load_reports([folder / "1 Tân Hà.xlsx", folder / "2 Tân Hạ.toml"]))


def test_load_report_reads_a_form(folder: Path) -> None:
    """One file, one report."""
    assert "Tân Hà" == load_report(folder / "1 Tân Hà.xlsx").place.name


def test_load_report_wants_one_report(tmp_path: Path) -> None:
    """A file of several names the way to read them."""
    file = tmp_path / "a.csv"
    file.write_text("mã;tên;kỳ;tips.public_tips\n1;Xã A;2026;1\n2;Xã B;2026;2\n", encoding="utf-8")
    with pytest.raises(IntakeError, match="tệp có 2 báo cáo"):
        load_report(file)


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    """With the kinds of file there are."""
    assert "không có tệp số liệu" in read_reports(tmp_path).faults[0].message


def test_a_value_that_no_metric_takes_is_a_fault_unless_allowed(tmp_path: Path) -> None:
    """In a form beside the table, in a CSV under a heading that is nearly a metric's."""
    form, table = write_form(tmp_path / "a.xlsx"), tmp_path / "b.csv"
    book = openpyxl.load_workbook(form)
    book["Biểu 1"].cell(row=9, column=12, value=40)
    book.save(form)
    table.write_text("mã;tên;kỳ;tips.public_tips;tips.public_tip\n1;Xã A;2026;1;40\n", encoding="utf-8")
    for file in (form, table):
        with pytest.raises(IntakeError, match="không chỉ tiêu nào nhận giá trị “40”"):
            load_report(file)
        with pytest.raises(IntakeError, match="không chỉ tiêu nào nhận giá trị “40”"):
            load_reports([file])
        assert (load_report(file, allow_unknown=True),) == load_reports([file], allow_unknown=True)
        assert 1 == len(read_reports(file).unknown)


def test_any_other_doubt_is_a_warning_where_the_call_stands(folder: Path) -> None:
    """A file passed over, a question for another kind of unit."""
    (tmp := folder / "nop").mkdir()
    (folder / "2 Tân Hạ.toml").rename(tmp / "a.toml")
    (tmp / "công văn.txt").write_bytes(b"PK")
    with pytest.warns(AntqReportsWarning, match="tệp không phải số liệu nên không đọc") as caught:
        assert 1 == len(load_reports(tmp))
    assert __file__ == caught[0].filename
    table = folder / "b.csv"
    table.write_text("mã;tên;kỳ;standards.safe_wards\n1;Xã A;2026;x\n", encoding="utf-8")
    with pytest.warns(AntqReportsWarning, match="câu hỏi dành cho phường") as caught:
        load_report(table)
    assert __file__ == caught[0].filename
