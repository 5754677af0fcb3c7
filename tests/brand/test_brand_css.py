"""A brand on the page: printed in every style, in PDF and HTML, valid, and refused where it could not be read."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest
from brand_kit import BRAND, brand_folder, font_with, write_fonts
from command_line import run
from conformance_briefs import every_style
from prose_kit import report_of
from pypdfium2 import PdfDocument
from structure import failed_rules, tags_of

from antq_reports import RenderedReport, render_report, verify
from antq_reports.batch import render_many
from antq_reports.brand.brand_css import NAMES, brand_css
from antq_reports.brand.contrast import variables
from antq_reports.errors import BrandError
from antq_reports.prose import read_templates, style_files

REPORT = report_of(weapons={"firearms_surrendered": "526 súng", "detonators": 5}, lead="Mở bài.")
ALT = "Biểu trưng thử: núi, sông và mặt trời trong vòng tròn"


def brief(folder: Path = BRAND, style: str = "bao-lam-dong") -> RenderedReport:
    """The brief with a brand."""
    return render_report(REPORT, style=style, templates=folder)


def drawn_fonts(pdf: bytes) -> set[str]:
    """The names of the faces a PDF embeds."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = (each for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each)
        return {str(each.FontName) for each in found}


def faults(folder: Path, style: str = "bao-lam-dong") -> list[str]:
    """What is said against a brand."""
    with pytest.raises(BrandError) as caught:
        brief(folder, style)
    return str(caught.value).split("\n")


@pytest.mark.parametrize("style", every_style())
def test_every_style_prints_the_brand(style: str) -> None:
    """Its name and logo stand in the masthead; colours and typefaces are its own."""
    made = brief(style=style)
    assert "Ban Chỉ đạo 138 tỉnh Lâm Giang" in made.text.replace("\\u00a0", " ").split("\n")[0]
    assert f'alt="{ALT}"' in made.html
    assert "data:image/svg+xml;base64," in made.html
    assert "--accent: #1f4e8c;" in made.html
    assert {"3a": [], "ua1": []} == {profile: failed_rules(made.pdf, profile) for profile in ("3a", "ua1")}
    (figure,) = (tag for tag in tags_of(made.pdf) if tag.kind == "Figure")
    assert ALT == figure.alt
    fonts = " ".join(drawn_fonts(made.pdf))
    assert ("Be-Vietnam-Pro" in fonts, "Serif-4-Display" in fonts) == (True, False)


@pytest.mark.parametrize("style", every_style())
@pytest.mark.parametrize("box", ["0 0 10 10", "0 0 60 10", "0 0 10 60"])
def test_a_logo_stands_in_bounds(box: str, style: str, tmp_path: Path) -> None:
    """At its own ratio, at most 13 mm high and 40 mm wide, whatever its shape."""
    _, _, width, height = map(int, box.split())
    folder = brand_folder(tmp_path)
    shape = f'<rect width="{width}" height="{height}" fill="#f0f"/>'
    logo = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{shape}</svg>'
    (folder / "logo.svg").write_text(logo, encoding="utf-8")
    with closing(PdfDocument(brief(folder, style).pdf)) as document:
        shown = document[0].render(scale=4).to_pil().convert("RGB")
    pixels = enumerate(zip(*[iter(shown.tobytes())] * 3, strict=True))
    drawn = [divmod(at, shown.width) for at, (red, green, blue) in pixels if red > 230 and green < 30 and blue > 230]
    high, wide = (max(line) - min(line) + 1 for line in zip(*drawn, strict=True))
    assert width / height == pytest.approx(wide / high, rel=0.05)
    millimetre = 4 * 72 / 25.4
    assert high <= 13.2 * millimetre
    assert wide <= 40.2 * millimetre
    assert high > 12 * millimetre or wide > 37 * millimetre


def test_a_png_is_a_logo_too(tmp_path: Path) -> None:
    """With what shines through it, and valid."""
    from PIL import Image

    folder = brand_folder(tmp_path, ("logo.svg", "logo.png"))
    Image.new("RGBA", (300, 200), (200, 0, 0, 120)).save(folder / "logo.png")
    made = brief(folder)
    assert "data:image/png;base64," in made.html
    assert {"3a": [], "ua1": []} == {profile: failed_rules(made.pdf, profile) for profile in ("3a", "ua1")}


def test_the_same_brand_gives_the_same_bytes(tmp_path: Path) -> None:
    """Wherever its folder lies."""
    assert brief().pdf == brief(brand_folder(tmp_path)).pdf
    assert brief().html == brief(brand_folder(tmp_path / "b")).html


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_a_brief_with_a_brand_is_made_anew(kind: str, tmp_path: Path) -> None:
    """With the folder whole; without it, or with another brand, it is said that a brand of one's own was used."""
    made = brief().content(kind)
    file = tmp_path / f"a.{kind}"
    file.write_bytes(made)
    again = verify(file, templates=BRAND)
    assert (True, "rerendered", True) == (again.ok, again.method, again.identical)
    ways = {None: "attached", brand_folder(tmp_path / "b", ("#9db6d3", "#9db6d4")): "rerendered"}
    for other, way in ways.items():
        found = verify(file, templates=other)
        assert (True, way, "figures agree") == (found.ok, found.method, found.answer), found.differences
        assert "ở đây khác khi dựng bản tin: thương hiệu riêng (brand.toml)" == found.reason


def test_a_batch_takes_the_brand_along(tmp_path: Path) -> None:
    """Logo and fonts travel to the processes that make the briefs."""
    folder = brand_folder(tmp_path / "mau", ('"Be Vietnam Pro"', '["A-Bold.ttf"]'))
    write_fonts(folder, [("A-Bold.ttf", font_with())])
    render_many([REPORT], tmp_path / "out", templates=folder, jobs=1)
    (made,) = (tmp_path / "out").glob("*.pdf")
    assert brief(folder).pdf == made.read_bytes()


def test_a_house_prints_in_its_own_type(tmp_path: Path) -> None:
    """What its face lacks comes from the style's own."""
    folder = brand_folder(tmp_path, ('"Be Vietnam Pro"', '["A-Bold.ttf"]'))
    write_fonts(folder, [("A-Bold.ttf", font_with())])
    css = style_files(read_templates(folder), "bao-lam-dong").css
    assert '--font-display: "thuong-hieu display", "Source Serif 4 Display";' in css
    assert "font-weight: 700; src: url(antq:font/" in css
    made = brief(folder)
    assert () == made.problems
    assert {"3a": []} == {"3a": failed_rules(made.pdf, "3a")}


def test_low_contrast_is_refused(tmp_path: Path) -> None:
    """Both colours, how far apart, the style and the places; rounded so that too little never reads as enough."""
    folder = brand_folder(
        tmp_path, ('accent = "#1f4e8c"', 'accent = "#f7c948"'), ('good = "#1f4e8c"', 'good = "#767676"')
    )
    expected = (
        "brand.toml, dòng 8: colours.accent: chữ #f7c948 trên nền #ffffff khó đọc: tương phản 1,5:1, cần ít nhất 4,5:1 "
        "(kiểu bao-lam-dong: tên ở đầu trang, dòng trên tít, số nổi bật, đầu bảng, tên mục trong bảng, "
        "đầu và chân trang) → chọn màu chữ và màu nền cách nhau xa hơn"
    )
    assert [expected] == faults(folder)
    found = faults(folder, "bao-quang-nam")
    assert any("chữ #ffffff trên nền #f7c948 khó đọc: tương phản 1,5:1" in line for line in found)
    assert any("colours.good: chữ #767676 trên nền #eaf1f9 khó đọc: tương phản 3,9:1" in line for line in found)


def test_large_text_may_be_paler(tmp_path: Path) -> None:
    """3:1 will do for a large amount, not for a small label."""
    folder = brand_folder(tmp_path, ('accent = "#1f4e8c"', 'accent = "#808080"'))
    (line,) = faults(folder)
    assert "dòng trên tít" in line
    assert "số nổi bật" not in line


def test_all_faults_of_a_brand_come_together(tmp_path: Path) -> None:
    """Of its keys, its files and its colours; a check of the folder tells each once for both styles."""
    folder = brand_folder(
        tmp_path,
        ("logo.svg", "logo.sgv"),
        ('accent = "#1f4e8c"', 'accent = "#f7c948"'),
        ('"Be Vietnam Pro"', '"A.ttf"'),
    )
    write_fonts(folder, [("A.ttf", font_with("abc"))])
    told = faults(folder)
    assert 3 == len(told)
    checked = run("templates", "check", str(folder))
    assert 1 == checked.exit_code
    for line in told:
        assert 1 == checked.stderr.count(line)
    assert checked.stderr.count("kiểu bao-quang-nam") > 0


def test_a_copied_folder_prints_as_before(tmp_path: Path) -> None:
    """The example says nothing until a line of it is uncommented, and is good when all are."""
    run("templates", "copy", "--to", str(tmp_path))
    file = tmp_path / "brand.toml"
    text = file.read_text(encoding="utf-8")
    assert read_templates(tmp_path).brand is None
    lines = [line.removeprefix("# ") for line in text.split("\n")[4:]]
    file.write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "logo.svg").write_bytes((BRAND / "logo.svg").read_bytes())
    write_fonts(
        tmp_path,
        [(f"TenPhong-{name}.ttf", font_with(weight=weight)) for name, weight in (("Regular", 400), ("Bold", 700))],
    )
    assert brief(tmp_path).pdf


@pytest.mark.parametrize("style", every_style())
def test_a_style_calls_by_name_what_there_is(style: str) -> None:
    """Every name a style gives is one that a brand may give, and none of its own is left over."""
    css = style_files(read_templates(), style).css
    assert set(variables(css)) <= set(NAMES)
    assert all(f"var({name}" in css for name in variables(css))
    assert ":root { --accent: #1f4e8c;" in brand_css(read_templates(BRAND).brand.brand, css)  # type: ignore[union-attr]


def test_a_name_is_printed_as_text(tmp_path: Path) -> None:
    """Markup in it is letters on the page."""
    made = brief(brand_folder(tmp_path, ("Ban Chỉ đạo", "<img src=//x onerror=alert()>")))
    assert "<img src=//x" not in made.html
    assert "<img src=//x" in made.text
