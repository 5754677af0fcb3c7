"""Rendering briefs from the command line: what is written, what is not, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import SMALL, run, stand_in, written


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one good report."""
    return stand_in(tmp_path, monkeypatch)


def test_render_writes_a_pdf_and_says_where(folder: Path) -> None:
    """Exit 0: the path goes to standard output, alone; nothing is said beside it."""
    result = run("render", "a.toml", "-o", "out")
    assert (0, "out/a.pdf\n", "") == (result.exit_code, result.stdout, result.stderr)
    assert (folder / "out" / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert ["a.pdf"] == written(folder)


def test_several_formats_are_written_once_each(folder: Path) -> None:
    """--format may be given again; a format asked for twice is written once."""
    result = run("render", "a.toml", "--format", "html", "--format", "txt", "--format", "html")
    assert (0, "out/a.html\nout/a.txt\n") == (result.exit_code, result.stdout)
    assert "5 kíp nổ" in (folder / "out" / "a.txt").read_text(encoding="utf-8").replace("\u00a0", " ")


def test_output_folder_is_made(folder: Path) -> None:
    """A folder that is not there is made, parents too."""
    assert 0 == run("render", "a.toml", "--format", "txt", "-o", "x/y").exit_code
    assert (folder / "x" / "y" / "a.txt").is_file()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("period = 5\n", "b.toml: place: thiếu khóa bắt buộc"),
        (SMALL.replace("= 5", "= 1.584"), "b.toml, dòng 5: weapons.detonators"),
        (SMALL + '[[photos]]\npath = "none.png"\ncaption = "a"\nalt = "b"\n', "ảnh “none.png”"),
        ("", "tệp trống"),
        ('period = "x', "TOML sai cú pháp"),
    ],
)
def test_bad_file_stops_nobody_else(content: str, message: str, folder: Path) -> None:
    """One bad file of two: the other is rendered, the bad one leaves no file, exit 1."""
    (folder / "b.toml").write_text(content, encoding="utf-8")
    result = run("render", "b.toml", "a.toml", "--format", "txt", "--format", "html")
    assert (1, "out/a.txt\nout/a.html\n") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("Lỗi: ")
    assert message in result.stderr
    assert ["a.html", "a.txt"] == written(folder)


@pytest.mark.allow_weasyprint_logs
def test_failing_pdf_leaves_no_file_of_any_format(folder: Path) -> None:
    """Every format is finished before the first is written: no half a brief."""
    (folder / "a.toml").write_text('headline = "Chữ 漢"\n' + SMALL, encoding="utf-8")
    result = run("render", "a.toml", "--format", "txt", "--format", "pdf")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "không in được PDF" in result.stderr
    assert [] == written(folder)


def test_template_with_a_missing_variable_leaves_no_file(folder: Path) -> None:
    """A user's template that names a missing variable: the template is named, exit 1, nothing written."""
    template = folder / "mau" / "prose" / "sections" / "weapons.j2"
    template.parent.mkdir(parents=True)
    template.write_text("{% sentence %}{{ weapons.detonatrs|figure }}{% endsentence %}", encoding="utf-8")
    result = run("render", "a.toml", "--format", "txt", "--templates", "mau")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "weapons.j2" in result.stderr
    assert [] == written(folder)


def test_unknown_style_leaves_no_file(folder: Path) -> None:
    """An unknown style: the styles there are, exit 1, nothing written."""
    result = run("render", "a.toml", "--format", "txt", "--style", "bao-moi")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "chọn một trong: bao-lam-dong, bao-quang-nam" in result.stderr
    assert [] == written(folder)


def test_unprinted_figures_are_told(folder: Path) -> None:
    """What the wording leaves out is said on standard error; the brief is still written."""
    template = folder / "mau" / "prose" / "sections" / "weapons.j2"
    template.parent.mkdir(parents=True)
    template.write_text("{% sentence %}\nĐã tiếp nhận vũ khí\n{% endsentence %}\n", encoding="utf-8")
    result = run("render", "a.toml", "--format", "txt", "--templates", "mau")
    assert 0 == result.exit_code
    assert "Chú ý: mẫu câu không in các số liệu: weapons.detonators" in result.stderr


def test_two_files_of_one_name_are_refused(folder: Path) -> None:
    """Two files that would be written over each other: wrong usage, nothing written."""
    (folder / "a.json").write_text("{}", encoding="utf-8")
    result = run("render", "a.toml", "a.json")
    assert 2 == result.exit_code
    assert "hai tệp cùng tên “a”" in result.stderr
    assert not (folder / "out").exists()


def test_output_that_cannot_be_written_is_told(folder: Path) -> None:
    """A folder where the file should stand: exit 1, the folder untouched."""
    (folder / "out" / "a.txt").mkdir(parents=True)
    result = run("render", "a.toml", "--format", "txt")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "không ghi được tệp (đã có thư mục cùng tên)" in result.stderr
    assert ["a.txt"] == written(folder)


def test_missing_file_is_a_failure(folder: Path) -> None:
    """A file that is not there is a failure among the inputs, and its neighbours are named."""
    result = run("render", "b.toml", "--format", "txt")
    assert 1 == result.exit_code
    assert "b.toml: không có tệp này → trong . có: a.toml" in result.stderr


def test_a_comparison_that_is_not_made_is_told(folder: Path) -> None:
    """The brief is written without it."""
    (folder / "b.toml").write_text(SMALL.replace("Lâm Đồng", "Nghệ An"), encoding="utf-8")
    result = run("render", "a.toml", "--previous", "b.toml", "--format", "txt")
    assert (0, ["a.txt"]) == (result.exit_code, written(folder))
    assert "Chú ý: không so sánh với kỳ trước: hai báo cáo của hai nơi khác nhau: " in result.stderr
