"""A style's fonts are its own: nothing of the system, nothing of a page, nothing left behind."""

from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from antq_reports.assets import fonts_dir
from antq_reports.pdf import PdfStyle, Resource, render_pdf
from antq_reports.pdf.fontconfig import bundled_fonts_only, new_font_configuration
from antq_reports.pdf.libraries import load_weasyprint

KEY = "antq:font/BeVietnamPro-Regular.ttf"
FONT = Resource((fonts_dir() / "be-vietnam-pro" / "BeVietnamPro-Regular.ttf").read_bytes(), "font/ttf")
FACE = f'@font-face {{ font-family: "Viet"; src: url({KEY}) }} html {{ font-family: "Viet" }}'


def page(body: str, head: str = "") -> str:
    """Return a whole page."""
    return f"<!DOCTYPE html><html lang=vi><title>Thử</title>{head}<body>{body}"


def problems_of(html: str, css: str = "") -> tuple[str, ...]:
    """Return the problems of a page."""
    return render_pdf(html, PdfStyle(FACE + css, {KEY: FONT}), {}, strict=False).problems


def font_names(pdf: bytes) -> set[str]:
    """Return the names inside the font programs of a PDF's texts, as its reader sees them."""
    names = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            for item in document[number].get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                font, buffer = pdfium.FPDFTextObj_GetFont(item.raw), ctypes.create_string_buffer(200)
                pdfium.FPDFFont_GetBaseFontName(font, buffer, 200)
                names.add(buffer.value.decode())
    return names


def test_the_environment_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable is set, or absent, as before: also when the block fails."""
    monkeypatch.setenv("FONTCONFIG_FILE", "/somewhere/fonts.conf")
    monkeypatch.delenv("FONTCONFIG_PATH", raising=False)
    before = dict(os.environ)
    with contextlib.suppress(LookupError), bundled_fonts_only():
        assert before["FONTCONFIG_FILE"] != os.environ["FONTCONFIG_FILE"]
        raise LookupError
    assert before == dict(os.environ)


def test_a_render_leaves_the_environment_alone() -> None:
    """Loading WeasyPrint, its configuration and a page included."""
    before = dict(os.environ)
    assert () == problems_of(page("a"), "i { margin: 0 }")
    assert before == dict(os.environ)


def test_a_fresh_configuration_knows_no_font() -> None:
    """Fontconfig itself is asked."""
    load_weasyprint()
    from weasyprint.text.ffi import fontconfig

    configuration: Any = new_font_configuration()
    assert 0 == fontconfig.FcConfigGetFonts(configuration._config, fontconfig.FcSetSystem).nfont


def test_only_the_bundled_font_is_embedded() -> None:
    """Even for characters and families that the system could serve."""
    body = '<p>Đạt 86,1%</p><p style="font-family:DejaVu Sans,sans-serif">Đạt</p>'
    done = render_pdf(page(body), PdfStyle(FACE, {KEY: FONT}), {}, strict=False)
    assert {"Viet"} == {name.partition("+")[2] or name for name in font_names(done.data)}


HOST_FIRST = """
import logging, sys
sys.path.insert(0, {here!r})
from weasyprint import HTML
before = HTML(string="<p>→漢").write_pdf()
from test_fontconfig import FACE, FONT, KEY, PdfStyle, page, render_pdf
done = render_pdf(page("<p>→Đ"), PdfStyle(FACE, {{KEY: FONT}}), {{}}, strict=False)
assert any("U+2192" in problem for problem in done.problems), done.problems
assert before == HTML(string="<p>→漢").write_pdf()
"""


def test_a_host_that_used_fontconfig_before_changes_nothing() -> None:
    """Its fonts do not reach our pages, and its own pages come out as before."""
    script = HOST_FIRST.format(here=str(Path(__file__).parent))
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert (0, "") == (done.returncode, done.stderr)


def test_a_page_cannot_bring_fonts() -> None:
    """A family of one page would meet the next page of the same style."""
    style = f'<style>@font-face {{ font-family: "Own"; src: url({KEY}) }}</style>'
    (problem,) = problems_of(page("a", style))
    assert problem.startswith("phông “Own” được khai báo trong trang HTML hoặc trong hình SVG")
    assert () == problems_of(page("a"))
    assert any(
        "“Own” không có trong bộ phông" in problem for problem in problems_of(page('<p style="font-family:Own">a'))
    )


def test_a_face_cannot_take_a_generic_name() -> None:
    """Pango has crashed on such names."""
    (problem,) = problems_of(page("a"), f"@font-face {{ font-family: Serif; src: url({KEY}) }}")
    assert "@font-face không được mang tên họ phông chung “Serif”: hãy đặt tên riêng" == problem


def test_two_files_for_one_face_are_a_problem() -> None:
    """WeasyPrint would embed the first and draw the second's glyphs with it."""
    (problem,) = problems_of(page("a"), f'@font-face {{ font-family: "viet"; font-weight: 400; src: url({KEY}) }}')
    assert "họ phông “viet” có hai tệp cho cùng độ đậm và kiểu đứng/nghiêng: chỉ giữ một tệp đầy đủ" == problem


@pytest.mark.allow_weasyprint_logs
@pytest.mark.parametrize(
    "source", ['local("DejaVu Sans")', "url(file:///usr/share/fonts/x.ttf)", "url(antq:font/x.ttf)"]
)
def test_a_face_comes_from_the_bundle_alone(source: str) -> None:
    """A font of the system is not found by name, a file not opened by address."""
    problems = problems_of(page("a"), f"@font-face {{ font-family: Other; src: {source} }}")
    assert "không nạp được phông “Other” [Font-face 'Other' cannot be loaded]" in problems


LEFTOVERS = """
import multiprocessing, os, sys, tempfile
sys.path.insert(0, {here!r})
from test_fontconfig import FACE, FONT, KEY, PdfStyle, page, render_pdf
def work(text):
    return render_pdf(page(text), PdfStyle(FACE, {{KEY: FONT}}), {{}}).pages
if __name__ == "__main__":
    work("a")
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert [1, 1] == pool.map(work, ["a", "b"])
        pool.close()
        pool.join()
    assert 1 == len(os.listdir(tempfile.gettempdir())), "one folder, the parent's, is left"
    work("c")
"""


def test_the_temporary_folder_goes_with_its_process(tmp_path: Path) -> None:
    """Fonts and configuration are deleted by the process that wrote them: a forked worker deletes its own alone.

    The folder may have a name that people give to folders: Fontconfig reads it in XML.
    """
    folder = tmp_path / "Bản tin 2026 & số liệu <nháp>"
    folder.mkdir()
    script = LEFTOVERS.format(here=str(Path(__file__).parent))
    environment = {**os.environ, "TMPDIR": str(folder)}
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True, env=environment)
    assert (0, "") == (done.returncode, done.stderr)
    assert [] == list(folder.iterdir())
