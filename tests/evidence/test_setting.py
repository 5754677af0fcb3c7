"""What a brief was made with, as hashes: each thing that has a hand in it changes its own hash and no other."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from antq_reports.catalogue import bundled_catalogue
from antq_reports.evidence import Setting, setting, setting_of
from antq_reports.evidence.setting import library_version
from antq_reports.prose import read_templates, style_files

STYLE = "bao-lam-dong"
STYLES = Path(__file__).resolve().parent.parent.parent / "templates" / "styles"


def setting_in(folder: Path | None = None, style: str = STYLE) -> Setting:
    """The setting of a style in a folder of the user's own templates, or without one."""
    templates = read_templates(folder)
    return setting_of(templates, style_files(templates, style), bundled_catalogue())


def changed(folder: Path, style: str = STYLE) -> list[str]:
    """What another setting has otherwise."""
    plain, own = asdict(setting_in()), asdict(setting_in(folder, style))
    return [name for name, value in own.items() if value != plain[name]]


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_same_templates_are_the_same_setting(tmp_path: Path) -> None:
    """A copy that changes nothing is no other wording and no other look."""
    css = (STYLES / STYLE / "style.css").read_text(encoding="utf-8")
    write(tmp_path / "styles" / STYLE / "style.css", css)
    assert [] == changed(tmp_path)


def test_a_word_changes_the_wording_alone(tmp_path: Path) -> None:
    """A template of a section."""
    write(tmp_path / "prose" / "sections" / "weapons.j2", "{% sentence %}\nĐã tiếp nhận vũ khí\n{% endsentence %}\n")
    assert ["wording"] == changed(tmp_path)


@pytest.mark.parametrize("name", [f"{STYLE}/style.css", "shared/rieng.css"])
def test_a_style_and_what_styles_share_change_the_look_alone(name: str, tmp_path: Path) -> None:
    """Another style's file changes nothing."""
    write(tmp_path / "styles" / name, "p { color: black }\n")
    assert ["look"] == changed(tmp_path)


def test_another_styles_files_change_nothing(tmp_path: Path) -> None:
    """A brief is made with one."""
    write(tmp_path / "styles" / "bao-quang-nam" / "style.css", "p { color: black }\n")
    assert [] == changed(tmp_path)
    assert ["style", "look"] == changed(tmp_path, "bao-quang-nam")


def test_a_font_changes_the_look_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One that is not there is somebody else's complaint."""
    before = setting_in()
    fonts = style_files(read_templates(None), STYLE).rules.fonts
    monkeypatch.setattr(setting, "fonts_dir", lambda: tmp_path)
    missing = setting_in()
    (tmp_path / fonts[0]).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / fonts[0]).write_bytes(b"font")
    assert 3 == len({before.look, missing.look, setting_in().look})
    assert (before.wording, before.programme) == (missing.wording, missing.programme)


def test_where_a_name_ends_takes_part_in_the_hash() -> None:
    """So that no text can pass for the beginning of another file."""
    assert setting._digest([("a", "bc")]) != setting._digest([("ab", "c")])
    assert setting._digest([("a", "b"), ("c", "d")]) != setting._digest([("a", "bc\0d")])


def test_a_library_that_is_not_there_has_no_version() -> None:
    """It has no hand in any bytes, and to install it changes them."""
    assert "none" == library_version("antq-reports-nothing-of-the-kind")
