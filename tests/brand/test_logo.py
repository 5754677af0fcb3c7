"""A logo from outside can do nothing but be seen: drawings are written anew, pictures without what they carried."""

from __future__ import annotations

import io

import pytest
from brand_kit import BRAND
from PIL import Image, PngImagePlugin

from antq_reports.brand.logo import MAX_DRAWING_BYTES, read_logo
from antq_reports.errors import RefusalError

XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SHAPE = '<path d="M0 0L9 9Z"/>'


def svg(inside: str, head: str = 'viewBox="0 0 10 10"', before: str = "") -> bytes:
    """A drawing with something in it."""
    return f"{before}<svg {XMLNS} {head}>{inside}</svg>".encode()


def png(size: tuple[int, int] = (200, 100), mode: str = "RGBA", **options: object) -> bytes:
    """A picture."""
    out = io.BytesIO()
    Image.new(mode, size, 0).save(out, "PNG", **options)
    return out.getvalue()


def test_a_drawing_is_written_anew() -> None:
    """Shapes, gradients and clips as they were; comments, titles and what an editor keeps for itself are gone."""
    data = (BRAND / "logo.svg").read_bytes()
    logo = read_logo(data, "Núi")
    assert logo == read_logo(data, "Núi")
    text = logo.data.decode()
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" viewBox="0 0 120 120"')
    assert "<title" not in text
    assert "style=" not in text
    assert 'fill="#f7c948"' in text
    assert 'clip-path="url(#vong)"' in text
    editor = (
        f'<!-- a --><metadata><b xmlns="urn:x">c</b></metadata><z:view xmlns:z="urn:z" z:a="1">{SHAPE}</z:view>'
        f'<g xmlns:k="urn:k" k:label="Lớp" class="x" data-a="1">{SHAPE}</g>'
    )
    kept = read_logo(svg(editor), "a").data.decode()
    assert kept.endswith('viewBox="0 0 10 10"><g><path d="M0 0L9 9Z" /></g></svg>')


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (f"<script>alert(1)</script>{SHAPE}", "thẻ <script>"),
        (f"<foreignObject><p/></foreignObject>{SHAPE}", "thẻ <foreignObject>"),
        (f'<image href="http://a/b.png"/>{SHAPE}', "thẻ <image>"),
        (f'<use href="#a"/>{SHAPE}', "thẻ <use>"),
        (f"<style>@import 'http://a'</style>{SHAPE}", "thẻ <style>"),
        (f"<text>Chữ</text>{SHAPE}", "thẻ <text>"),
        (f'<a href="http://a">{SHAPE}</a>', "thẻ <a>"),
        (f"<filter/>{SHAPE}", "thẻ <filter>"),
        (f'<animate attributeName="d"/>{SHAPE}', "thẻ <animate>"),
        ('<path d="M0 0" onload="alert(1)"/>', "onload, là mã chạy được"),
        ('<path d="M0 0" style="fill:red;onclick:x"/>', "onclick"),
        ('<path d="M0 0" fill="url(http://a/b#c)"/>', "fill=“url"),
        ('<path d="M0 0" style="fill:url(file:///etc/passwd)"/>', "fill=“url"),
        ('<path d="M0 0" filter="url(#f)"/>', "filter trỏ tới nơi khác"),
        ('<path d="M0 0" cursor="url(http://a)"/>', "cursor trỏ tới nơi khác"),
        ('<path d="M0 0" fill="device-cmyk(0 0 0 1)"/>', "fill=“device-cmyk"),
        ('<path d="M0 0" fill="khong"/>', "fill=“khong”"),
        ('<path d="M0 0" fill="url(#khong)"/>', "fill trỏ tới “#khong”"),
        ('<path id="p" d="M0 0" fill="url(#p)"/>', "fill trỏ tới “#p”"),
        ('<path d="M0 0L1e309 5"/>', "quá lớn"),
        ('<path d="M0 0L-9999999 5"/>', "quá lớn"),
        ('<path d="M0 0&quot;/&gt;"/>', "d=“"),
        (f'<linearGradient id="a" xlink:href="http://a/b"/>{SHAPE}', "logo trỏ tới “http://a/b”"),
        (f'<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>{SHAPE}', "href trỏ tới “#b”"),
        (f'<clipPath id="c"><path d="M0 0" clip-path="url(#c)"/></clipPath>{SHAPE}', "clip-path trỏ tới “#c”"),
        ('<clipPath id="c" clip-path="url(#c)"/><path d="M0 0" clip-path="url(#c)"/>', "clip-path trỏ tới “#c”"),
        ("<g></g>", "logo không vẽ gì"),
        ("<g>" * 40 + SHAPE + "</g>" * 40, "lồng nhau quá sâu"),
        (SHAPE * 2_500, "hơn 2000 hình"),
        ("<path d='" + "M0 0" * 60_000 + "'/>", "lớn hơn 200 KB"),
    ],
)
def test_a_drawing_that_could_do_more_is_refused(inside: str, told: str) -> None:
    """By what is wrong with it, with a remedy."""
    with pytest.raises(RefusalError) as caught:
        read_logo(svg(inside), "a")
    assert told in caught.value.reason
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("", "viewBox"),
        ('width="100%" height="100%"', "viewBox"),
        ('width="10mm" height="10mm"', "viewBox"),
        ('viewBox="0 0 0 10"', "dài quá"),
        ('viewBox="0 0 10 -10"', "dài quá"),
        ('viewBox="0 0 100 10"', "dài quá"),
        ('viewBox="0 0 nan 1"', "viewBox"),
        ('viewBox="0 0 1e9 1e9"', "viewBox"),
    ],
)
def test_a_drawing_has_a_size(head: str, told: str) -> None:
    """Sides that a masthead has room for."""
    with pytest.raises(RefusalError, match=told):
        read_logo(svg(SHAPE, head), "a")


def test_a_size_in_pixels_will_do() -> None:
    """Where the drawing names no part of the plane."""
    logo = read_logo(svg(SHAPE, 'width="30px" height="15"'), "a")
    assert (1000, 500) == (logo.width, logo.height)


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_document_type_is_refused(before: str) -> None:
    """Nothing is declared, so that nothing expands and nothing is fetched."""
    with pytest.raises(RefusalError, match="DOCTYPE hoặc ENTITY"):
        read_logo(svg(SHAPE, before=before), "a")


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<html/>", b"<svg/>", b"<svg", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"\0" * 99]
)
def test_another_file_is_no_logo(data: bytes) -> None:
    """Whatever its name says."""
    with pytest.raises(RefusalError):
        read_logo(data, "a")


def test_a_picture_is_written_anew() -> None:
    """See-through as it was, at most so large, without metadata."""
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", "Nguyễn Văn A")
    logo = read_logo(png((1400, 700), pnginfo=about), "a")
    assert ("image/png", 700, 350) == (logo.mime, logo.width, logo.height)
    assert b"Author" not in logo.data
    with Image.open(io.BytesIO(logo.data)) as image:
        assert ("RGBA", (0, 0, 0, 0)) == (image.mode, image.getpixel((5, 5)))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (png((60, 40)), "in ra sẽ mờ"),
        (png((2100, 2000), "1"), "quá lớn"),
        (png((900, 100)), "dài quá"),
        (png()[:-60], "bị hỏng"),
        (png()[:60], "bị hỏng"),
    ],
)
def test_a_picture_that_would_not_print_is_refused(data: bytes, told: str) -> None:
    """Too small, too large, too long, or cut short."""
    with pytest.raises(RefusalError, match=told):
        read_logo(data, "a")


def test_the_limit_is_told() -> None:
    """A drawing just below it is taken."""
    start = len(svg("<path d=''/>"))
    assert read_logo(svg("<path d='" + "M0 0" * ((MAX_DRAWING_BYTES - start) // 4) + "'/>"), "a").data
