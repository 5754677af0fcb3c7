"""The plan of the kinds of brief, ``frames.toml``: every fault told with its line and in Vietnamese."""

from __future__ import annotations

from pathlib import Path

import pytest

from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import FramesFileError, TemplateError
from antq_reports.prose import prose_library, read_templates

WHERE = "prose/frames.toml"
HEAD = 'headline = "frames/year-end-headline.j2"\nlead = "frames/year-end-lead.j2"\n'
PARTS = '[[year-end.parts]]\nfiles = ["sections/weapons.j2"]\n'


def complaint(folder: Path, text: str) -> str:
    """What is said of a text that is no good ``frames.toml``."""
    (folder / "prose").mkdir()
    (folder / WHERE).write_text(text, encoding="utf-8")
    with pytest.raises(FramesFileError) as caught:
        prose_library(read_templates(folder), bundled_catalogue())
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"[year-end]\n{HEAD}laed = 1\n{PARTS}",
            f"{WHERE}, dòng 4: year-end.laed: không có khóa “laed” → có phải “lead”?",
        ),
        (f'[year-end]\nlead = "lead.j2"\n{PARTS}', f"{WHERE}, dòng 1: year-end.headline: thiếu khóa bắt buộc → thêm"),
        (f'[year-end]\nheadline = 5\nlead = "lead.j2"\n{PARTS}', f"{WHERE}, dòng 2: year-end.headline: phải là chữ → "),
        (
            f'[year-end]\n{HEAD}[[year-end.parts]]\nfiles = "a.j2"\n',
            f"{WHERE}, dòng 5: year-end.parts[0].files: phải là danh sách → đặt các mục trong [ ]",
        ),
        (
            f'[year-end]\n{HEAD}[[year-end.parts]]\nsubhed = "A"\nfiles = []\n',
            f"{WHERE}, dòng 5: year-end.parts[0].subhed: không có khóa “subhed” → có phải “subhead”?",
        ),
        ('year-end = "a"\n', f"{WHERE}, dòng 1: year-end: phải là một bảng → "),
        ("[year-end\n", f"{WHERE}, dòng 1: TOML sai cú pháp"),
    ],
)
def test_a_mistake_is_told_with_line_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    """And without a word of English."""
    told = complaint(tmp_path, text)
    assert said in told
    assert "Input should" not in told
    assert "Field required" not in told


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Those of every frame."""
    told = complaint(tmp_path, f"[year-end]\n{HEAD}strip = 5\n{PARTS}[visit]\nx = 1\n").split("\n")
    assert ["dòng 4", "dòng 7", "dòng 7", "dòng 7", "dòng 8"] == [line.split(": ")[0].split(", ")[1] for line in told]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The plan may name only prose there is."""
    (tmp_path / "prose").mkdir()
    text = f'[year-end]\n{HEAD}[[year-end.parts]]\nfiles = ["khong-co.j2"]\n'
    (tmp_path / WHERE).write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError, match="nhắc tới tệp “khong-co.j2” không có"):
        prose_library(read_templates(tmp_path), bundled_catalogue())
