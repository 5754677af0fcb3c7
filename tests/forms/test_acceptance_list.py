"""The list of what was accepted: every line stands by somebody's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from antq_reports.errors import IntakeError
from antq_reports.forms.acceptance_list import acceptances_beside, load_acceptances

HEAD = "mã;đơn vị;chỉ tiêu;giá trị;ai;khi nào;vì sao\n"


def put(path: Path, text: str) -> Path:
    """A file as Excel saves it."""
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_a_line_is_read(tmp_path: Path) -> None:
    """With its number, for whoever is told of it."""
    line = "24823;;mắt camera an ninh;1.000;Lê Thị Hoa;2/12/2026;đã gọi cho xã\n"
    [found] = load_acceptances(put(tmp_path / "chap-nhan.csv", HEAD + line))
    assert ("24823", "mắt camera an ninh", "1.000", 2) == (found.code, found.metric, found.value, found.line)


def test_nobody_accepts_anything_without_a_name_a_day_and_a_reason(tmp_path: Path) -> None:
    """Every faulty line is told."""
    text = HEAD + "24823;;x;5;;2/12;gọi\n;;x;5;Hoa;2/12;gọi\n;Tân Hà;x;5;Hoa;2/12;gọi\n"
    with pytest.raises(IntakeError) as caught:
        load_acceptances(put(tmp_path / "chap-nhan.csv", text))
    told = [(fault.line, fault.message) for fault in caught.value.faults]
    assert [(2, "thiếu: ai"), (3, "thiếu: mã hoặc đơn vị")] == told


def test_a_heading_that_lacks_a_column_is_told(tmp_path: Path) -> None:
    """With the heading to write."""
    with pytest.raises(IntakeError, match="thiếu cột: vì sao → dòng đầu ghi: mã;đơn vị;chỉ tiêu;giá trị;ai"):
        load_acceptances(put(tmp_path / "a.csv", "mã;chỉ tiêu;giá trị;ai;khi nào\n"))


def test_it_lies_beside_its_inputs(tmp_path: Path) -> None:
    """In the folder, or beside the one file; where it is not, nothing was accepted."""
    assert () == acceptances_beside(tmp_path)
    put(tmp_path / "chap-nhan.csv", HEAD + "24823;;x;5;Hoa;2/12;gọi\n")
    (tmp_path / "a.toml").touch()
    assert 1 == len(acceptances_beside(tmp_path)) == len(acceptances_beside(tmp_path / "a.toml"))
