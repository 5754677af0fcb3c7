"""The command that makes forms: one, all of a list, the departments', a first report file."""

from __future__ import annotations

from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
import pytest
from command_line import run

from antq_reports import load_report

LIST = "mã;tên\n24823;Xã Tân Hà\n24824;Phường Nam Ban\n"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list of two units."""
    (tmp_path / "don-vi.csv").write_text(LIST, encoding="utf-8")
    return tmp_path / "don-vi.csv"


def test_all_forms_of_a_list(listed: Path) -> None:
    """Into a folder; a second time nothing that was filled in is lost."""
    folder = listed.parent / "mau"
    result = run("workbook", "--units", str(listed), "-o", str(folder), "--period", "2026")
    assert (0, 2) == (result.exit_code, len(list(folder.iterdir())))
    assert "2 biểu ghi mới, 0 biểu giữ nguyên" in result.stderr


@pytest.mark.parametrize("output", [(), ("-o", "mau.xlsx")])
def test_all_forms_need_a_folder(listed: Path, output: tuple[str, ...]) -> None:
    """One file would hold the last unit alone."""
    result = run("workbook", "--units", str(listed), *output)
    assert (2, True) == (result.exit_code, "-o THƯ_MỤC" in result.stderr)


def test_the_departments_are_asked_what_they_report(tmp_path: Path) -> None:
    """And no commune's own question."""
    run("workbook", "-o", str(tmp_path / "a.xlsx"), "--unit", "tỉnh Lâm Đồng", "--period", "2026")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    ids = {str(row[0].value).partition("#")[0] for sheet in book for row in sheet.iter_rows(max_col=1)}
    assert "political_security.delegations_protected" in ids
    assert "standards.safe_communes" not in ids or "tips.public_tips" in ids


def test_a_first_report_file_is_never_written_over(tmp_path: Path) -> None:
    """It reads; a second one under its name is refused, and so is one without a place."""
    path = str(tmp_path / "a.toml")
    asked = ("--unit", "tỉnh Hà Tĩnh", "--period", "2026")
    assert 0 == run("workbook", "-o", path, *asked).exit_code
    assert "tỉnh Hà Tĩnh" == load_report(path).place.full_name
    assert (2, 2) == (run("workbook", "-o", path, *asked).exit_code, run("workbook", "-o", f"{path}.toml").exit_code)
