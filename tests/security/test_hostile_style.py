"""What a style says of itself passes typed validators before it reaches a page, a stylesheet or the disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from batch_units import own_style
from prose_kit import report_of

from antq_reports import RenderedReport, render_report
from antq_reports.errors import StyleError

REPORT = report_of(weapons={"firearms_surrendered": "526 súng"}, lead="Mở bài.")


def brief(folder: Path, change: tuple[str, str], addition: str = "") -> RenderedReport:
    """The brief of a style of the user's own, one line of its ``style.toml`` changed."""
    file = own_style(folder, addition) / "styles" / "thu" / "style.toml"
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change), encoding="utf-8")
    return render_report(REPORT, style="thu", templates=folder)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('date = "slash"', 'date = "%d<script>"', "house.date"),
        ('ellipsis = "…"', 'ellipsis = "<b>"', "house.ellipsis"),
        ('people = "Nhân dân"', 'people = "<b onclick=x>"', "house.people"),
        ("scale_money = true", 'hedge_above = "chưa đến"', "house.figures.hedge_above"),
        ("scale_money = true", "zero_padding = 1", "house.figures.zero_padding"),
        ("dateline = false", 'dateline = "yes"', "house.dateline"),
        ("dateline = false", 'colour = "red}body{background:url(//x)"', "house.colour"),
        ('title = "Báo Lâm Đồng"', 'title = "a\\u001b[2J"', "title"),
        ("dateline = false", f'abbreviations = {{ ANTT = "{"x" * 1_001}" }}', "house.abbreviations.ANTT"),
        ("dateline = false", 'abbreviations = { ANTT = "a\\U000f0000" }', "house.abbreviations.ANTT"),
        ("dateline = false", 'abbreviations = { ANTT = "1.234 vụ" }', "house.abbreviations"),
        ("source-serif-4/SourceSerif4-Regular.ttf", "../../etc/passwd", "fonts[0]"),
        ("source-serif-4/SourceSerif4-Regular.ttf", "source-serif-4/a.ttf/../b.ttf", "fonts[0]"),
    ],
)
def test_a_hostile_style_value_is_refused(old: str, new: str, key: str, tmp_path: Path) -> None:
    """Its key and line are named, and what to write; nothing is guessed."""
    with pytest.raises(StyleError, match=rf"style\.toml, dòng \d+: {re.escape(key)}: .+ → .+"):
        brief(tmp_path, (old, new))


@pytest.mark.parametrize("text", ["x = " + "[" * 5_000, "title = " + "9" * 5_000, "title ="])
def test_a_style_file_that_is_no_toml_is_refused(text: str, tmp_path: Path) -> None:
    """Nesting and numbers beyond what Python reads are faults of the file."""
    with pytest.raises(StyleError, match=r"styles/thu/style\.toml.*(?:quá sâu|quá dài|TOML sai cú pháp)"):
        brief(tmp_path, ('title = "Báo Lâm Đồng"', text))


def test_an_abbreviation_is_printed_as_text(tmp_path: Path) -> None:
    """Markup in it is letters on the page."""
    hostile = "<img src=//x/a.png onerror=alert()>"
    change = ("dateline = false", f'abbreviations = {{ ANTT = "{hostile}" }}')
    made = brief(tmp_path, change, '<p>{{ "ANTT"|abbr }}</p>')
    assert hostile in made.text.replace("\u00a0", " ")
    assert "<img" not in made.html


@pytest.mark.parametrize("name", ['<b onx="1">', "a b", ".an", "a.b", "x" * 61])
def test_a_styles_name_is_plain(name: str, tmp_path: Path) -> None:
    """It stands in pages; a folder of another name is no style."""
    own_style(tmp_path, "")
    (tmp_path / "styles" / "thu").rename(tmp_path / "styles" / name)
    with pytest.raises(StyleError, match="không có kiểu trình bày này"):
        render_report(REPORT, style=name, templates=tmp_path)


def test_a_stylesheet_cannot_leave_its_element(tmp_path: Path) -> None:
    """In the HTML it stands inside one."""
    file = own_style(tmp_path, "") / "styles" / "thu" / "style.css"
    file.write_text(file.read_text(encoding="utf-8") + "/*</STYLE><script>*/", encoding="utf-8")
    with pytest.raises(StyleError, match="</style"):
        render_report(REPORT, style="thu", templates=tmp_path)
