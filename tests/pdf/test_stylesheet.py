"""A style is loaded once per process, kept while it is used, and never mixed with another."""

from __future__ import annotations

import shutil

import pytest

from antq_reports.assets import fonts_dir
from antq_reports.errors import PdfError
from antq_reports.pdf import PdfStyle, Resource, engine, engine_statistics, render_pdf

KEY = "antq:font/f.ttf"
PAGE = "<!DOCTYPE html><html lang=vi><title>Thử</title><body><p>Đạt 86,1%</p>"


def font(name: str) -> Resource:
    """Return a bundled font."""
    return Resource((fonts_dir() / name).read_bytes(), "font/ttf")


REGULAR = font("be-vietnam-pro/BeVietnamPro-Regular.ttf")


def style(number: int, file: Resource = REGULAR, css: str = "") -> PdfStyle:
    """Return a style that differs from others by one number."""
    face = f'@font-face {{ font-family: "Viet"; src: url({KEY}) }} html {{ font-family: "Viet" }}'
    return PdfStyle(f"{face} p {{ margin: {number}mm }} {css}", {KEY: file})


def loads(number: int) -> int:
    """Render a style and return how many font configurations that cost."""
    before = engine_statistics()
    render_pdf(PAGE, style(number), {})
    after = engine_statistics()
    assert before.renders + 1 == after.renders
    assert after.font_configurations - before.font_configurations == after.stylesheets - before.stylesheets
    return after.font_configurations - before.font_configurations


def test_equal_styles_share_one_configuration() -> None:
    """The key is the content, not the object."""
    assert [1, 0, 0] == [loads(100), loads(100), loads(100)]


def test_the_cache_is_bounded() -> None:
    """The least recently used style goes first."""
    for number in range(200, 200 + engine.CACHED_STYLES):
        assert 1 == loads(number)
    assert [0, 1, 0, 1] == [loads(200), loads(300), loads(200), loads(201)]


def test_one_family_name_in_two_styles_stays_two_fonts() -> None:
    """Thin in one style and bold in the other, by turns: each page keeps its own."""
    bold = font("be-vietnam-pro/BeVietnamPro-Bold.ttf")
    thin_page, bold_page = (render_pdf(PAGE, style(1, file), {}).data for file in (REGULAR, bold))
    assert thin_page != bold_page
    assert [thin_page, bold_page] == [render_pdf(PAGE, style(1, file), {}).data for file in (REGULAR, bold)]


@pytest.mark.allow_weasyprint_logs
def test_problems_of_a_stylesheet_are_told_for_every_page() -> None:
    """The CSS is parsed once; the second page suffers from it as the first did."""
    bad = style(2, css="p { colr: red }")
    first, second = (render_pdf(PAGE, bad, {}, strict=False).problems for _ in range(2))
    assert 1 == len(first)
    assert "thuộc tính CSS “colr” bị bỏ qua" in first[0]
    assert first == second
    with pytest.raises(PdfError, match="colr"):
        render_pdf(PAGE, bad, {})


def test_a_counter_style_of_the_stylesheet_is_known_to_the_page() -> None:
    """It is parsed with the CSS, apart from any page."""
    plain, counted = style(3), style(3, css='@counter-style k { system: cyclic; symbols: "§" } ol { list-style: k }')
    html = PAGE + "<ol><li>a</ol>"
    assert render_pdf(html, plain, {}).data != render_pdf(html, counted, {}).data


def test_a_page_cannot_change_the_counter_styles_of_its_style() -> None:
    """The next page of the style comes out as the first did."""
    counted = style(4, css='@counter-style k { system: cyclic; symbols: "§" } ol { list-style: k }')
    html = PAGE + "<ol><li>a</ol>"
    before = render_pdf(html, counted, {}).data
    render_pdf(html + '<style>@counter-style k { system: cyclic; symbols: "%" }</style>', counted, {})
    assert before == render_pdf(html, counted, {}).data


@pytest.mark.allow_weasyprint_logs
def test_pictures_of_the_stylesheet_come_from_its_bundle() -> None:
    """They are fetched when a page is laid out, not when the CSS is parsed."""
    svg = Resource(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "image/svg+xml")
    base = style(5, css="p { background: url(antq:img/dot) }")
    assert () == render_pdf(PAGE, PdfStyle(base.css, {**base.resources, "antq:img/dot": svg}), {}).problems
    with pytest.raises(PdfError, match="“antq:img/dot” không có trong gói"):
        render_pdf(PAGE, base, {})


def test_a_colour_profile_outside_the_bundle_is_an_error() -> None:
    """WeasyPrint cannot go on without it; what was refused is named."""
    with pytest.raises(PdfError, match="“http://a.b/c.icc” không có trong gói"):
        render_pdf(PAGE, style(6, css="@color-profile --x { src: url(http://a.b/c.icc) }"), {})


def test_a_cleaned_temporary_folder_is_made_anew() -> None:
    """A service lives longer than files in /tmp may."""
    before = render_pdf(PAGE, style(7), {}).data
    for loaded in engine._ENGINE._styles.values():
        shutil.rmtree(loaded.font_configuration.folder.parent, ignore_errors=True)
    assert (1, 0) == (loads(7), loads(7))
    assert before == render_pdf(PAGE, style(7), {}).data


def test_pictures_are_not_smoothed_and_words_not_hyphenated() -> None:
    """PDF/A forbids /Interpolate, and there are no Vietnamese hyphenation patterns."""
    from antq_reports.pdf.stylesheet import BASE_CSS

    assert "html{image-rendering:crisp-edges;hyphens:none}" == BASE_CSS
