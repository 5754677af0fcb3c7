"""Every text is drawn by a font that its own font-family names, or it is a problem."""

from __future__ import annotations

import pytest

from antq_reports.assets import fonts_dir
from antq_reports.pdf import PdfStyle, Resource, render_pdf

FILES = {
    "BeVietnamPro-Regular.ttf": "be-vietnam-pro",
    "BeVietnamPro-Bold.ttf": "be-vietnam-pro",
    "IBMPlexSans-Regular.ttf": "ibm-plex-sans",
}
CSS = """
@font-face { font-family: "Viet"; src: url(antq:font/BeVietnamPro-Regular.ttf) }
@font-face { font-family: "Viet"; font-weight: bold; src: url(antq:font/BeVietnamPro-Bold.ttf) }
@font-face { font-family: "Plex"; src: url(antq:font/IBMPlexSans-Regular.ttf) }
html { font-family: "Viet" }
"""


def problems_of(body: str, css: str = "") -> tuple[str, ...]:
    """Return the problems of a page set in two bundled families."""
    fonts = {
        f"antq:font/{name}": Resource((fonts_dir() / folder / name).read_bytes(), "font/ttf")
        for name, folder in FILES.items()
    }
    html = f"<!DOCTYPE html><html lang=vi><title>Thử</title><body>{body}"
    return render_pdf(html, PdfStyle(CSS + css, fonts), {}, strict=False).problems


def svg(attributes: str, text: str = "Đạt 86,1%") -> str:
    """Return an inline picture with one text."""
    label = f'<text y="20" {attributes}>{text}</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><title>x</title>{label}</svg>'


@pytest.mark.parametrize(
    "body",
    [
        "<p>Phường Nguyễn Đình Chiểu, <b>1.010/1.173</b> vụ “…” – ₫ \u00a0 <i>nghiêng</i>",
        '<p style="font-family:Viet,Plex">tăng → giảm',
        '<p style="font-family:VIET, sans-serif">Đắk R’Lấp',
        "<p>mềm\u00ad mỏng\u200b",
        svg('font-family="Viet"'),
        svg('font-family="\'Viet\'" font-weight="bold"'),
    ],
)
def test_what_the_named_families_draw_is_no_problem(body: str) -> None:
    """Vietnamese, a second family for an arrow, names in any case, characters without ink."""
    assert () == problems_of(body)


@pytest.mark.parametrize("place", ["<p>→", "<ul style='list-style:\"→\"'><li>a</ul>", "<table><tr><td>→</table>"])
def test_a_borrowed_glyph_is_a_problem(place: str) -> None:
    """Plex has an arrow, and Pango would take it without a word though the text asks for Viet."""
    assert ("không họ phông nào trong “Viet” có ký tự “→” (U+2192): hãy đổi ký tự hoặc thêm họ phông",) == problems_of(
        place
    )


def test_borrowed_glyphs_are_seen_outside_the_flow() -> None:
    """Margin boxes, footnotes and absolutely placed boxes are looked at as well."""
    css = (
        '@page { @bottom-center { content: "→"; font-family: "Viet" } } i { float: footnote } b { position: absolute }'
    )
    problems = " ".join(problems_of("<p>a<i>↔</i><b>↓</b>", css))
    assert [True, True, True] == [f"“{char}”" in problems for char in "→↔↓"]


def test_a_misspelt_family_is_a_problem() -> None:
    """Pango would set the text in whatever it holds."""
    assert (
        "họ phông “Vietnam” không có trong bộ phông kèm theo: hãy sửa font-family hoặc thêm @font-face",
        "không họ phông nào trong “Vietnam” có ký tự “a” (U+0061): hãy đổi ký tự hoặc thêm họ phông",
    ) == problems_of('<p style="font-family:Vietnam">a')


def test_a_generic_family_alone_is_a_problem() -> None:
    """No bundled font answers to "serif"; which one comes would be chance."""
    (problem,) = problems_of('<p style="font-family:serif">a')
    assert problem.startswith("không họ phông nào trong “serif” có ký tự “a” (U+0061)")


@pytest.mark.parametrize(("attributes", "named"), [("", "sans-serif"), ('style="font-family:Arial"', "Arial")])
def test_text_in_a_picture_names_its_family(attributes: str, named: str) -> None:
    """The page's font-family does not reach into SVG."""
    assert f"không họ phông nào trong “{named}” có ký tự " in " ".join(problems_of(svg(attributes, "a")))


@pytest.mark.allow_weasyprint_logs
def test_no_font_of_the_system_steps_in() -> None:
    """A character that no bundled font has is a missing glyph, whatever is installed on the machine."""
    assert any(
        problem.startswith("không phông kèm theo nào có ký tự “漢” (U+6F22)") for problem in problems_of("<p>漢")
    )
