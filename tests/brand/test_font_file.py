"""A font from outside is a whole, static face that may be embedded and draws all of Vietnamese."""

from __future__ import annotations

import io
import re
from contextlib import suppress

import pytest
from brand_kit import BOLD, font_with
from fontTools.ttLib import TTFont

from antq_reports.brand.font_file import NEEDED, read_typeface
from antq_reports.errors import RefusalError


def test_a_face_tells_its_weight() -> None:
    """And is embedded as it is."""
    face = read_typeface(font_with(weight=650), "A.ttf")
    assert ("A.ttf", 600, False, font_with(weight=650)) == (face.name, face.weight, face.is_italic, face.data)


def test_the_whole_alphabet_is_needed() -> None:
    """Both cases, all marks, digits and the signs of a brief."""
    assert {*"ĂắằẵẳặẬỀỖợƯỵĐđ", *"0123456789", *"“”–…·%"} <= set(NEEDED)
    assert 134 == len({char for char in NEEDED if char.isalpha() and not char.isascii()})


@pytest.mark.parametrize("missing", ["ặ", "ĐỒ", "“”", "…·–", "7"])
def test_missing_characters_are_named(missing: str) -> None:
    """Each of them."""
    data = font_with("".join(char for char in NEEDED if char not in missing))
    shown = " ".join(sorted(missing, key=NEEDED.index))
    with pytest.raises(RefusalError, match=re.escape(f"phông thiếu {len(missing)} ký tự: {shown}; chọn phông")):
        read_typeface(data, "A.ttf")


def test_a_face_without_vietnamese_is_told_shortly() -> None:
    """Not every letter of the alphabet, and how many more."""
    with pytest.raises(RefusalError, match=r"phông thiếu 134 ký tự: à .* và 104 ký tự nữa"):
        read_typeface(font_with("".join(char for char in NEEDED if char.isascii() or not char.isalpha())), "A.ttf")


def test_a_letter_without_a_drawing_is_missing() -> None:
    """Its place in the map of characters alone prints nothing."""
    font = TTFont(io.BytesIO(font_with()))
    for table in font["cmap"].tables:
        table.cmap[ord("đ")] = table.cmap[ord(" ")]
    out = io.BytesIO()
    font.save(out)
    with pytest.raises(RefusalError, match="phông thiếu 1 ký tự: đ;"):
        read_typeface(out.getvalue(), "A.ttf")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "không phải phông TrueType"),
        (b"OTTO" + bytes(200), "không phải phông TrueType"),
        (b"wOF2" + bytes(200), "không phải phông TrueType"),
        (b"\x00\x01\x00\x00", "thiếu dữ liệu"),
        (b"\x00\x01\x00\x00\xff\xff" + bytes(200), "thiếu dữ liệu"),
        (BOLD.read_bytes()[:40_000], "thiếu dữ liệu"),
        (BOLD.read_bytes().replace(b"GPOS", b"fvar", 1), "phông biến thiên"),
        (BOLD.read_bytes().replace(b"cmap", b"cmab", 1), "thiếu dữ liệu"),
        (font_with(rights=2), "giấy phép"),
        (font_with(weight=0), "độ đậm"),
    ],
)
def test_another_file_is_no_font(data: bytes, told: str) -> None:
    """Whatever its name says, and before any library that draws sees it."""
    with pytest.raises(RefusalError, match=told):
        read_typeface(data, "A.ttf")


@pytest.mark.parametrize("step", [97, 211])
def test_broken_bytes_are_refused_or_read(step: int) -> None:
    """Nothing but a refusal comes of them."""
    data = bytearray(font_with())
    for at in range(300, len(data), step * 40):
        broken = bytes(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])
        with suppress(RefusalError):
            assert 100 <= read_typeface(broken, "A.ttf").weight <= 900
