"""The file of a map: what it may say, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from foreign_sheet import MAP

from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import IntakeError
from antq_reports.forms.foreign_map import MAP_FOLDER, maps_beside
from antq_reports.forms.questions import questions_of
from antq_reports.forms.sheet import Sheet

QUESTIONS = questions_of(bundled_catalogue())


def put(folder: Path, text: str, name: str = "a.toml") -> Path:
    """A map beside the folder of a file; that file."""
    (folder / MAP_FOLDER).mkdir(exist_ok=True)
    (folder / MAP_FOLDER / name).write_text(text, encoding="utf-8")
    return folder / "nop-ve" / "bieu.xlsx"


def test_maps_are_found_beside_the_inputs_and_among_templates(tmp_path: Path) -> None:
    """An empty file is one that is being written."""
    file = put(tmp_path, MAP)
    put(tmp_path, "", "b.toml")
    templates = tmp_path / "mau"
    templates.mkdir()
    put(templates, MAP, "c.toml")
    assert ["a.toml", "c.toml"] == [each.file for each in maps_beside(file, templates, QUESTIONS)]


def test_a_form_is_known_by_every_mark(tmp_path: Path) -> None:
    """As names compare: capitals do not matter; a mark may be a part of a cell."""
    [own] = maps_beside(put(tmp_path, MAP), None, QUESTIONS)
    assert own.fits([Sheet("a", [["BIỂU SỐ 05/BCA"], [None, "Nội dung"]])])
    assert not own.fits([Sheet("a", [["BIỂU SỐ 05/BCA"]])])


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"tips.public_tips"', '"tips.tin"', "không có chỉ tiêu “tips.tin”"),
        ('so = "Số liệu"', 'gia = "Số liệu"', "không có khóa “gia”"),
        ("[bia]", "[trang]", "không có phần “trang”"),
        ('nhan_biet = ["Biểu số 05", "Nội dung"]', "", "thiếu các chữ để nhận ra biểu"),
        ("[chi_tieu]", '[o]\n"D" = "tips.public_tips"\n[chi_tieu]', "“D” không phải tên ô"),
        ("[cot]", "[cot", ""),
    ],
)
def test_what_is_wrong_with_a_map_is_a_fault_of_its_file(tmp_path: Path, old: str, new: str, reason: str) -> None:
    """With its key, and what may stand there."""
    with pytest.raises(IntakeError) as caught:
        maps_beside(put(tmp_path, MAP.replace(old, new)), None, QUESTIONS)
    assert any(reason in fault.message and fault.file.endswith("a.toml") for fault in caught.value.faults)
