"""``brand.toml``: what it says becomes one frozen value, what is wrong is told at once, with line and remedy."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from brand_kit import BRAND, brand_folder, font_with, write_fonts

from antq_reports.assets import fonts_dir
from antq_reports.brand import Brand, BrandReading, read_brand
from antq_reports.brand.brand_file import BUNDLED_FAMILIES


def read(folder: Path, text: str | None = None) -> BrandReading:
    """What is read of a folder, or of another text in its place."""
    found = read_brand(folder, (folder / "brand.toml").read_text(encoding="utf-8") if text is None else text)
    assert found is not None
    return found


def told(folder: Path, text: str) -> list[str]:
    """The faults of a text."""
    return [str(fault) for fault in read(folder, text).faults]


def test_a_brand_is_read_whole() -> None:
    """Name, logo, colours in six digits, families with their faces; nothing that was not written."""
    found = read(BRAND)
    assert () == found.faults
    brand = found.brand
    assert "Ban Chỉ đạo 138 tỉnh Lâm Giang" == brand.name
    assert brand.logo is not None
    assert ("image/svg+xml", 1000, 1000) == (brand.logo.mime, brand.logo.width, brand.logo.height)
    assert {"accent": "#1f4e8c", "good": "#1f4e8c", "band": "#eaf1f9", "soft": "#9db6d3"} == dict(brand.colours)
    families = dict(brand.families)
    assert ["display"] == list(families)
    assert [400, 600, 700, 800] == sorted(face.weight for face in families["display"].faces)
    assert ["logo.svg"] == [name for name, _ in found.files]


def test_a_brand_is_equal_by_what_it_was_read_from(tmp_path: Path) -> None:
    """Every byte of the text and of the files counts, and it survives pickling."""
    first, again = read(BRAND).brand, read(brand_folder(tmp_path / "a")).brand
    assert (first, hash(first)) == (again, hash(again))
    assert first == pickle.loads(pickle.dumps(first))
    other = brand_folder(tmp_path / "b")
    logo = other / "logo.svg"
    logo.write_text(logo.read_text(encoding="utf-8").replace("#f7c948", "#f7c949"), encoding="utf-8")
    assert first != read(other).brand
    assert first != read(brand_folder(tmp_path / "c", ("138 tỉnh", "138 của tỉnh"))).brand


def test_a_text_of_comments_is_no_brand(tmp_path: Path) -> None:
    """As ``templates copy`` puts it into a folder."""
    assert read_brand(tmp_path, "# name = 'a'\n") is None


def test_short_colours_and_one_file_are_taken(tmp_path: Path) -> None:
    """``#abc``, and a family of a single file."""
    write_fonts(tmp_path, [("Cua Toi-Bold.ttf", font_with())])
    found = read(tmp_path, '[colours]\naccent = "#1AB"\n[fonts]\ndisplay = "Cua Toi-Bold.ttf"\n')
    assert () == found.faults
    assert {"accent": "#11aabb"} == dict(found.brand.colours)
    ((_, family),) = found.brand.families
    assert [("Cua Toi-Bold.ttf", 700)] == [(face.name, face.weight) for face in family.faces]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    """Of the keys, of the logo and of the fonts, each with its line and what to do."""
    write_fonts(tmp_path, [("A-Bold.ttf", font_with()), ("B-Bold.ttf", font_with())])
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", encoding="utf-8")
    text = """nam = "A"
name = "Ban Chỉ đạo"
[logo]
path = "logo.svg"
alt = "Logo"
[colours]
acent = "#000"
band = "red"
[fonts]
text = "Be Vietnam"
display = ["A-Bold.ttf", "B-Bold.ttf"]
label = "C.ttf"
tabel = "IBM Plex Sans"
"""
    assert [
        "brand.toml, dòng 1: nam: không có khóa “nam” → có phải “name”?",
        'brand.toml, dòng 4: logo.path: logo.svg: logo không ghi viewBox → thêm viewBox="0 0 rộng cao" vào thẻ <svg>',
        "brand.toml, dòng 7: colours.acent: không có khóa “acent” → có phải “accent”?",
        'brand.toml, dòng 8: colours.band: “red” không phải mã màu → viết dấu # và sáu chữ số hệ 16: "#1d5c43"',
        "brand.toml, dòng 10: fonts.text[0]: không có phông “Be Vietnam” → có phải “Be Vietnam Pro”?",
        "brand.toml, dòng 11: fonts.display: có 2 tệp phông cùng độ đậm 700 → giữ mỗi độ đậm một tệp",
        (
            "brand.toml, dòng 12: fonts.label[0]: fonts/C.ttf: không có “C.ttf” trong thư mục “fonts” → hãy chép tệp "
            "phông vào thư mục fonts của thư mục mẫu và ghi tên tệp"
        ),
        "brand.toml, dòng 13: fonts.tabel: không có khóa “tabel” → có phải “table”?",
    ] == told(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = 5", "name: phải là chữ"),
        ('name = ""', "name: chữ để trống"),
        ('name = "a\\u0007"', "name: "),
        ('[logo]\nalt = "x"', "logo.path: thiếu khóa bắt buộc"),
        ('[logo]\npath = "logo.svg"', "logo.alt: thiếu khóa bắt buộc"),
        ('logo = "logo.svg"', "logo: phải là một bảng"),
        ('[colours]\naccent = "#12"', "colours.accent: “#12” không phải mã màu"),
        ('[colours]\naccent = "#12345g"', "colours.accent"),
        ('[colours]\naccent = "#123456}body{"', "colours.accent"),
        ("[colours]\naccent = 123456", "colours.accent"),
        ("[fonts]\ntext = []", "fonts.text: "),
        ('[fonts]\ntext = ["a.ttf", 5]', "fonts.text[1]: phải là chữ"),
        ('[fonts]\ntext = ["a.ttf", "b.ttf", "c.ttf", "d.ttf", "e.ttf", "f.ttf", "g.ttf"]', "quá nhiều mục"),
        ('[fonts]\ntext = "../a.ttf"', "không có phông “../a.ttf”"),
        ('[fonts]\ntext = "a.otf"', "không có phông “a.otf” → ghi tên một tệp .ttf"),
        ("name = ", "TOML sai cú pháp"),
        ("x = " + "[" * 5_000, "quá sâu"),
    ],
)
def test_a_mistake_is_told_with_its_key(text: str, said: str, tmp_path: Path) -> None:
    """In Vietnamese alone."""
    lines = told(tmp_path, text)
    assert any(said in line for line in lines), lines
    assert [] == [line for line in lines if "Input should" in line]


@pytest.mark.parametrize(
    "path", ["../logo.svg", "/etc/passwd", "https://a.vn/logo.svg", "a\\b.svg", "thu-muc/logo.svg", "Logo.svg", "fonts"]
)
def test_a_logo_lies_in_the_folder(path: str, tmp_path: Path) -> None:
    """By a plain name in exact case; nothing outside is looked at."""
    (tmp_path / "mau" / "fonts").mkdir(parents=True)
    for place in (tmp_path / "logo.svg", tmp_path / "mau" / "logo.svg"):
        place.write_bytes((BRAND / "logo.svg").read_bytes())
    path = path.replace("\\", "\\\\")
    assert 1 == len(told(tmp_path / "mau", f'[logo]\npath = "{path}"\nalt = "Logo"\n'))


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A logo and a font alike."""
    (tmp_path / "logo.svg").write_bytes((BRAND / "logo.svg").read_bytes())
    (tmp_path / "mau" / "fonts").mkdir(parents=True)
    os.symlink(tmp_path / "logo.svg", tmp_path / "mau" / "logo.svg")
    os.symlink(tmp_path / "logo.svg", tmp_path / "mau" / "fonts" / "a.ttf")
    found = told(tmp_path / "mau", '[logo]\npath = "logo.svg"\nalt = "x"\n[fonts]\ntext = "a.ttf"\n')
    assert 2 == sum("liên kết tượng trưng dẫn ra ngoài thư mục mẫu" in line for line in found)


def test_the_bundled_families_are_those_that_lie_there() -> None:
    """No family of the fonts' folder is left out, and each draws Vietnamese."""
    stems = {path.relative_to(fonts_dir()).as_posix().split("-Reg")[0] for path in fonts_dir().rglob("*-Regular.ttf")}
    assert stems <= set(BUNDLED_FAMILIES.values())
    for name, stem in BUNDLED_FAMILIES.items():
        assert stem.rpartition("/")[2] == name.replace(" ", "")
        assert () == read(BRAND, f'[fonts]\ntext = "{name}"\n').faults


def test_a_brand_needs_no_page() -> None:
    """Whatever prints may take it: reading one loads neither the page nor an engine."""
    code = "import sys, antq_reports.brand; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, encoding="utf-8")
    loaded = set(done.stdout.split())
    assert "antq_reports.brand" in loaded
    assert set() == loaded & {
        "antq_reports.page",
        "antq_reports.prose",
        "antq_reports.pdf",
        "weasyprint",
        "PIL",
        "jinja2",
    }


def test_a_brand_is_frozen() -> None:
    """Nobody writes into it."""
    with pytest.raises(AttributeError):
        Brand(digest="a").name = "b"  # type: ignore[misc]
