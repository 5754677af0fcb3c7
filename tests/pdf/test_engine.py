"""One HTML text in, one PDF out: strict or not, the same bytes, from any thread or process."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from antq_reports.assets import fonts_dir
from antq_reports.errors import PdfError
from antq_reports.pdf import PdfAttachment, PdfStyle, RenderedPdf, Resource, engine, engine_statistics, render_pdf

FONTS = {
    f"antq:font/{name}": Resource((fonts_dir() / "be-vietnam-pro" / name).read_bytes(), "font/ttf")
    for name in ("BeVietnamPro-Regular.ttf", "BeVietnamPro-Bold.ttf")
}
CSS = """
@font-face { font-family: "Viet"; src: url(antq:font/BeVietnamPro-Regular.ttf) }
@font-face { font-family: "Viet"; font-weight: bold; src: url(antq:font/BeVietnamPro-Bold.ttf) }
html { font-family: "Viet" }
"""
STYLE = PdfStyle(CSS, FONTS)
SVG = Resource(
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/></svg>', "image/svg+xml"
)
BODY = """<h1>Kết quả</h1><p>Đạt <b>1.010/1.173</b> vụ <a href="https://example.org/">b</a></p>
<img src="antq:img/a" alt="Hình">"""
ATTACHMENT = PdfAttachment(name="a.json", data=b"{}", mime="application/json", created=date(2024, 12, 25))


def rendered(body: str = BODY, head: str = "", style: PdfStyle = STYLE, *, strict: bool = True) -> RenderedPdf:
    """Render a page with a picture, a link and an attachment at hand."""
    html = f"<!DOCTYPE html><html lang=vi><head><title>Thử</title>{head}</head><body>{body}</body></html>"
    return render_pdf(html, style, {"antq:img/a": SVG}, strict=strict, attach=lambda layout: [ATTACHMENT])


def digest(body: str = BODY) -> str:
    """Return the hash of a page's bytes, for other processes to compare."""
    return hashlib.sha256(rendered(body).data).hexdigest()


def test_a_good_page_has_no_problems() -> None:
    """The bytes are a PDF, the pages counted."""
    done = rendered(BODY + '<p style="break-before:page">b')
    assert (b"%PDF-1.7", 2, ()) == (done.data[:8], done.pages, done.problems)


@pytest.mark.allow_weasyprint_logs
def test_strict_raises_every_problem_at_once() -> None:
    """Stylesheet, page, fetcher, links and glyphs; the same list as a lenient render returns."""
    bad = PdfStyle(CSS + "p { colr: red }", FONTS)
    body = '<p style="wdth:1">→ <a href="ftp://a/">b</a><a href="#no">c</a><img src="http://a.b/c.png" alt="d">'
    problems = rendered(body, style=bad, strict=False).problems
    wanted = ("“colr”", "“wdth”", "→", "“ftp://a/”", "“#no”", "“http://a.b/c.png”")
    assert list(wanted) == [word for word in wanted if any(word in problem for problem in problems)]
    with pytest.raises(PdfError) as caught:
        rendered(body, style=bad)
    assert problems == caught.value.problems


@pytest.mark.allow_weasyprint_logs
def test_a_problem_is_told_once() -> None:
    """Twenty arrows are one problem."""
    problems = rendered("<p>漢</p>" * 20, strict=False).problems
    assert len(set(problems)) == len(problems) == 2


@pytest.mark.allow_weasyprint_logs
@pytest.mark.parametrize(
    "body",
    [
        '<img src="{}" alt="a">',
        '<object data="{}"></object>',
        '<embed src="{}">',
        '<p style="background:url({})">a',
        '<ul style="list-style:url({})"><li>a</ul>',
        '<link rel=stylesheet href="{}">',
        "<style>@import url({});</style>",
        '<svg xmlns="http://www.w3.org/2000/svg"><title>a</title><image href="{}" width="9" height="9"/></svg>',
    ],
)
@pytest.mark.parametrize("url", ["file:///etc/hostname", "http://127.0.0.1:9/a.png", "antq:img/none"])
def test_nothing_outside_the_bundle_is_fetched(body: str, url: str) -> None:
    """Each way of WeasyPrint to a file or a host ends at the fetcher, and is a problem."""
    head, page = (body.format(url), "a") if body.startswith(("<link", "<style")) else ("", body.format(url))
    problem = f"tài nguyên “{url}” không có trong gói: chỉ dùng địa chỉ antq:… đã cung cấp"
    assert problem in rendered(page, head, strict=False).problems


@pytest.mark.allow_weasyprint_logs
def test_a_broken_picture_is_a_problem() -> None:
    """WeasyPrint would leave a hole."""
    html = '<html lang=vi><title>a</title><img src="antq:img/b" alt="b">'
    with pytest.raises(PdfError, match="không nạp được ảnh “antq:img/b”"):
        render_pdf(html, STYLE, {"antq:img/b": Resource(b"\xff\xd8\xff???", "image/jpeg")})


def test_deep_nesting_is_an_error_in_words() -> None:
    """WeasyPrint walks a page by recursion."""
    with pytest.raises(PdfError, match="lồng nhau quá sâu"):
        rendered("<div>" * 600)


def test_a_crash_inside_the_engine_is_an_error_in_words() -> None:
    """With the technical name in brackets, strict or not; the style goes on working."""
    style = PdfStyle(CSS + "p::first-letter { float: left }", FONTS)
    for strict in (True, False):
        with pytest.raises(PdfError, match=r"không xử lý được trang này \[AssertionError"):
            rendered('<div style="columns:2 9mm">' + "<p>abc def ghi</p>" * 3 + "</div>", style=style, strict=strict)
    assert () == rendered("<p>a", style=style).problems


def test_statistics_count_renders_and_seconds() -> None:
    """The seconds are those inside WeasyPrint: not more than the render took, and nearly all of it."""
    rendered()
    before, start = engine_statistics(), time.perf_counter()
    rendered()
    taken, after = time.perf_counter() - start, engine_statistics()
    inside = after.seconds_in_weasyprint - before.seconds_in_weasyprint
    assert 1 == after.renders - before.renders
    assert 0 == after.font_configurations - before.font_configurations
    assert taken / 2 < inside <= taken


def test_threads_take_turns() -> None:
    """Four threads, two styles: every page is as it is alone."""
    other = PdfStyle(CSS + "p { color: #900 }", FONTS)
    alone = {style: rendered(style=style).data for style in (STYLE, other)}
    with ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda style: (style, rendered(style=style).data), [STYLE, other] * 4))
    assert [] == [style for style, data in pages if data != alone[style]]


def let_go() -> None:
    """Drop the styles of this process."""
    engine._ENGINE.close()


def test_renders_wait_for_each_other() -> None:
    """WeasyPrint is entered by one thread at a time."""
    rendered()  # so that the next one is quick
    with ThreadPoolExecutor(1) as pool:
        with engine._ENGINE._lock:
            waiting = pool.submit(rendered)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=1)
        assert () == waiting.result(timeout=30).problems


def test_a_worker_forked_during_a_render_does_not_wait_for_it() -> None:
    """The thread that would open the lock is not there in the child, which has one of its own."""
    with engine._ENGINE._lock:
        child = os.fork()
        if child == 0:
            os._exit(0 if engine._ENGINE._lock.acquire(timeout=20) else 1)
    assert 0 == os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_forked_worker_does_not_delete_the_fonts_of_its_parent() -> None:
    """Not when it lets go of everything it inherited."""
    rendered()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as pool:
        pool.submit(let_go).result(timeout=30)
    assert all(loaded.is_intact() for loaded in engine._ENGINE._styles.values())


AT_EXIT = """
import atexit, ctypes
held = []
atexit.register(lambda: print(len(held), len(held[0]._styles)))
import test_engine
print(test_engine.digest())
held.append(test_engine.engine._ENGINE)
glib = ctypes.CDLL("libglib-2.0.so.0")
glib.g_slice_alloc.restype = ctypes.c_void_p
block = glib.g_slice_alloc(ctypes.c_size_t(64))
ctypes.CDLL(None).malloc_usable_size.restype = ctypes.c_size_t
print(ctypes.CDLL(None).malloc_usable_size(ctypes.c_void_p(block)))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A line each: the hash of a page made in other surroundings, the size of GLib's block, what is held in the end."""
    folder = tmp_path_factory.mktemp("tmp")
    surroundings = {
        "PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "ja_JP.UTF-8", "LANG": "ja_JP.UTF-8",
        "TMPDIR": str(folder), "FONTCONFIG_FILE": "/nowhere/fonts.conf", "PYTHONPATH": str(Path(__file__).parent),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", AT_EXIT],
        check=False, capture_output=True, text=True, cwd=folder, env={**os.environ, **surroundings},
    )  # fmt: skip
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout.splitlines()


def test_glib_takes_its_memory_from_malloc(said: list[str]) -> None:
    """Pango's own thread may hold the lock of GLib's slice allocator when a process forks; malloc has no such lock."""
    assert 64 <= int(said[1]) < 128


def test_pango_is_let_go_before_the_interpreter_ends(said: list[str]) -> None:
    """Afterwards its libraries are gone, and freeing a font map crashes the process."""
    assert "1 0" == said[2]


def test_bytes_do_not_depend_on_the_surroundings(said: list[str]) -> None:
    """Hash seed, time zone, language, folder, temporary folder and time of day change nothing."""
    assert digest() == said[0]


def test_a_forked_worker_gives_the_same_bytes() -> None:
    """It starts anew, and leaves the parent's fonts where they are."""
    before = digest()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as pool:
        assert before == pool.submit(digest).result(timeout=60)
    assert before == digest()


def test_the_collector_is_as_it_was_after_a_page() -> None:
    """It looks for cycles less often while a page is made, also where one fails."""
    before = gc.get_threshold()
    rendered()
    with pytest.raises(PdfError):
        rendered("<div>" * 600)
    assert before == gc.get_threshold()
