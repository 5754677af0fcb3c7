"""The commands for whoever edits wording and looks: a folder of one's own, and everything wrong with it at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import SMALL, run


def test_a_copied_folder_is_free_of_faults_and_never_written_over(tmp_path: Path) -> None:
    """What somebody edited stays."""
    folder = tmp_path / "mau"
    assert 0 == run("templates", "copy", "--to", str(folder)).exit_code
    edited = folder / "prose" / "sections" / "tips.j2"
    assert edited.is_file()
    assert (folder / "styles" / "bao-lam-dong" / "style.css").is_file()
    checked = run("templates", "check", str(folder))
    assert (0, "không thấy lỗi nào") == (checked.exit_code, checked.stderr.strip())
    edited.write_text("của tôi", encoding="utf-8")
    run("templates", "copy", "--to", str(folder))
    assert "của tôi" == edited.read_text(encoding="utf-8")


@pytest.mark.allow_weasyprint_logs
def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    """Of wording and of CSS, each with its own file and line; the exit code tells."""
    folder = tmp_path / "mau"
    run("templates", "copy", "--to", str(folder))
    (folder / "prose" / "sections" / "tips.j2").write_text("{% sentence %}có 12 {{ tips.tin|figure }}{% endsentence %}")
    css = folder / "styles" / "bao-lam-dong" / "style.css"
    css.write_text(css.read_text(encoding="utf-8") + "\n.body { colour: red; }\n", encoding="utf-8")
    line = css.read_text(encoding="utf-8").count("\n")
    result = run("templates", "check", str(folder))
    assert 1 == result.exit_code
    assert "prose/sections/tips.j2, dòng 1: câu chữ gõ sẵn chữ số" in result.stderr
    assert "không có tên “tin” trong “tips”" in result.stderr
    assert f"styles/bao-lam-dong/style.css, dòng {line}, cột" in result.stderr
    assert "3 lỗi" in result.stderr


def test_figures_that_no_sentence_says_are_told_of_a_report(tmp_path: Path) -> None:
    """The wording of the section was emptied."""
    folder = tmp_path / "mau" / "prose" / "sections"
    folder.mkdir(parents=True)
    (folder / "weapons.j2").write_text("{% if weapons.detonators %}{% endif %}", encoding="utf-8")
    (tmp_path / "a.toml").write_text(SMALL, encoding="utf-8")
    result = run("templates", "check", str(tmp_path / "mau"), "--report", str(tmp_path / "a.toml"))
    assert "mẫu câu không in số liệu weapons.detonators" in result.stderr
