"""Fonts cut down to what a page shows."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from antq_reports.assets import fonts_dir
from antq_reports.page.font_subset import characters_of, cut_file, is_font, subset, usual_characters

FACE = (fonts_dir() / "ibm-plex-sans" / "IBMPlexSans-Regular.ttf").read_bytes()
WORDS = frozenset("Số liệu 1.367")


def test_a_face_has_the_characters_asked_for_and_no_others() -> None:
    """Every one of them, in the form browsers take."""
    cut = subset(FACE, WORDS)
    font = TTFont(io.BytesIO(cut.data))
    assert WORDS == {chr(code) for code in font.getBestCmap()}
    assert ("font/woff2", "woff2") == (cut.mime, font.flavor)
    assert len(cut.data) * 20 < len(FACE)


def test_a_character_no_face_has_is_left_out() -> None:
    """The browser finds another font for it."""
    cut = subset(FACE, frozenset("a漢"))
    assert {"a"} == {chr(code) for code in TTFont(io.BytesIO(cut.data)).getBestCmap()}


def test_the_same_words_give_the_same_bytes_in_another_process() -> None:
    """No clock and no order of a set is in them."""
    script = (
        "import hashlib; from antq_reports.page.font_subset import subset; from antq_reports.assets import fonts_dir\n"
        "face = (fonts_dir() / 'ibm-plex-sans' / 'IBMPlexSans-Regular.ttf').read_bytes()\n"
        "print(hashlib.sha256(subset(face, frozenset('Số liệu 1.367')).data).hexdigest())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout


def test_capitals_are_kept_beside_what_is_written() -> None:
    """A stylesheet may set a line in capitals; a line break is no glyph. The letters of Vietnamese are there anyway."""
    found = characters_of(["ж\n"])
    assert {"ж", "Ж", "đ", "Ữ", "7"} <= found
    assert "\n" not in found
    assert {"ж", "Ж"} == found - characters_of([])


def test_other_bytes_are_no_face() -> None:
    """They stay as they are."""
    assert (True, False) == (is_font(FACE), is_font(b"font"))


@pytest.mark.parametrize("face", sorted(fonts_dir().glob("*/*.ttf")), ids=lambda face: face.stem)
def test_every_bundled_face_comes_with_its_cut(face: Path) -> None:
    """Found by the bytes of the face, with every usual character that the face has."""
    data = face.read_bytes()
    ready = cut_file(data)
    assert ready is not None
    assert subset(data, usual_characters()).data == ready.read_bytes()
    whole, made = (set(TTFont(file).getBestCmap()) for file in (face, ready))
    assert whole & {ord(char) for char in usual_characters()} == made


def test_no_cut_is_left_of_a_face_that_is_gone() -> None:
    """Nor is there one of a face nobody has."""
    faces = [face.read_bytes() for face in fonts_dir().glob("*/*.ttf")]
    assert {cut_file(data) for data in faces} == set(fonts_dir().glob("*/*.woff2"))


def test_a_character_beyond_the_usual_is_cut_for() -> None:
    """The page that shows it carries it."""
    made = subset(FACE, characters_of(["ж"]))
    assert ord("ж") in TTFont(io.BytesIO(made.data)).getBestCmap()
    assert made.data != subset(FACE, usual_characters()).data


def test_characters_that_a_face_has_not_leave_it_as_it_is() -> None:
    """Nothing of the face would be added: the cut it comes with serves."""
    assert subset(FACE, characters_of(["漢字"])) == subset(FACE, usual_characters())
