"""The rules of a style: read from ``style.toml``, every fault told with its line and in Vietnamese."""

from __future__ import annotations

import pickle

import pytest

from antq_reports.assets import templates_dir
from antq_reports.errors import StyleError, StyleFileError
from antq_reports.prose.house_rules import read_style_rules

PLACE = "styles/thu/style.toml"
GOOD = (templates_dir() / "styles" / "bao-lam-dong" / "style.toml").read_text(encoding="utf-8")
FONTS = '["source-serif-4/SourceSerif4-Regular.ttf"]'


def complaint(text: str) -> str:
    """What is said of a text that is no good ``style.toml``."""
    with pytest.raises(StyleFileError) as caught:
        read_style_rules(text, PLACE)
    return str(caught.value)


def test_the_bundled_rules_are_read() -> None:
    """A good file gives rules."""
    assert "Báo Lâm Đồng" == read_style_rules(GOOD, PLACE).title


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'tilte = "A"\nfonts = {FONTS}', f"{PLACE}, dòng 1: tilte: không có khóa “tilte” → có phải “title”?"),
        (f"fonts = {FONTS}", f"{PLACE}: title: thiếu khóa bắt buộc → thêm khóa này"),
        ('title = "A"\nfonts = []', f"{PLACE}, dòng 2: fonts: quá ít mục (tối thiểu 1) → thêm cho đủ"),
        (
            f'title = "A"\nfonts = {FONTS}\n[house]\ndate = "%d"',
            f"{PLACE}, dòng 4: house.date: “%d” không dùng được ở đây → chọn một trong: ",
        ),
        (
            f'title = "A"\nfonts = {FONTS}\n[house]\ndateline = "có"',
            f"{PLACE}, dòng 4: house.dateline: phải là true hoặc false → viết true hoặc false, không có ngoặc kép",
        ),
        (
            f'title = "A"\nfonts = {FONTS}\n[house]\nabbreviations = 5',
            f"{PLACE}, dòng 4: house.abbreviations: phải là một bảng → ",
        ),
        (
            f'title = "A"\nfonts = {FONTS}\n[house.abbreviations]\nANTT = "an ninh 24 giờ"',
            f"{PLACE}, dòng 3: house.abbreviations: chữ tắt “ANTT” có chữ số → ",
        ),
        ('title = "A"\nfonts = ["../a.ttf"]', f"{PLACE}, dòng 2: fonts[0]: sai dạng → xem mẫu trong styles/"),
        ('title = "A', f"{PLACE}, dòng 1: TOML sai cú pháp"),
    ],
)
def test_a_mistake_is_told_with_line_and_remedy(text: str, said: str) -> None:
    """And without a word of English."""
    told = complaint(text)
    assert said in told
    assert "Input should" not in told
    assert "Field required" not in told


def test_all_mistakes_are_told_at_once() -> None:
    """One a line, in the order of the file."""
    told = complaint(f'title = 5\nfonts = {FONTS}\nmàu = 1\n[house]\ndate = "x"'.replace("màu", "mau")).split("\n")
    assert ["title: phải là chữ", "mau: không có khóa", "house.date: “x” không dùng"] == [
        start
        for start, line in zip(
            ["title: phải là chữ", "mau: không có khóa", "house.date: “x” không dùng"], told, strict=True
        )
        if start in line
    ]


def test_the_error_is_a_style_s_and_survives_pickling() -> None:
    """Whoever waits for `StyleError` gets it, from another process too."""
    with pytest.raises(StyleError) as caught:
        read_style_rules("title = 5\nx = 1", PLACE)
    returned = pickle.loads(pickle.dumps(caught.value))
    assert (str(caught.value), vars(caught.value)) == (str(returned), vars(returned))
