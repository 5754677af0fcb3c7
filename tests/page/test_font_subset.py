"""Fonts cut down to what a page shows."""

from __future__ import annotations

import io
import subprocess
import sys

from fontTools.ttLib import TTFont

from antq_reports.assets import fonts_dir
from antq_reports.page.font_subset import characters_of, is_font, subset

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
