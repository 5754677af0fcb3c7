"""A page that would end on a nearly empty sheet is set tighter, once and only where that takes a sheet less."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from golden_briefs import golden_brief
from pypdfium2 import PdfDocument

from antq_reports import RenderedReport, render_report, verify
from antq_reports.assets import fonts_dir
from antq_reports.pdf import PdfStyle, Resource, engine, render_pdf
from antq_reports.pdf.last_page import LEAST_DEPTH, depth_of, is_thin

FACE = fonts_dir() / "ibm-plex-sans" / "IBMPlexSans-Regular.ttf"
FONT = {"antq:font/a.ttf": Resource(FACE.read_bytes(), "font/ttf")}
CSS = (
    '@font-face { font-family: "A"; src: url(antq:font/a.ttf) }'
    "@page { size: 100mm 100mm; margin: 10mm; @bottom-left { content: 'a'; font-family: A } }"
    "body { font-family: A; margin: 0 } p { margin: 0; height: 10mm }"
    ".tight p { height: 8mm } .snug p { height: 9.5mm }"
)


def html(lines: int, setting: str = "") -> str:
    """A page of so many lines, eight to a sheet."""
    body = f'<body class="{setting}">{"<p>a</p>" * lines}</body>'
    return f'<html lang="vi"><head><title>a</title></head>{body}</html>'


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The documents that are laid out."""
    documents: list[Any] = []
    lay_out: Callable[..., tuple[Any, Any]] = engine._lay_out

    def noted(*arguments: Any) -> tuple[Any, Any]:
        parsed, document = lay_out(*arguments)
        documents.append(document)
        return parsed, document

    monkeypatch.setattr(engine, "_lay_out", noted)
    return documents


@pytest.mark.parametrize(
    ("lines", "tried", "pages"),
    [
        (8, 1, 1),
        (12, 1, 2),
        (9, 2, 1),
        (10, 2, 1),
        (11, 1, 2),
        (17, 2, 2),
        (18, 2, 2),
    ],
)
def test_a_thin_last_page_is_pulled_in(lines: int, tried: int, pages: int, laid: list[Any]) -> None:
    """A second layout is made only where the last sheet is nearly empty."""
    made = render_pdf(html(lines), PdfStyle(CSS, FONT), {}, strict=False, tighter=(html(lines, "tight"),))
    assert (tried, pages) == (len(laid), made.pages)


def test_settings_are_tried_in_turn(laid: list[Any]) -> None:
    """As long as each leaves a thin page."""
    settings = (html(10, "snug"), html(10, "tight"), html(10))
    assert 1 == render_pdf(html(10), PdfStyle(CSS, FONT), {}, strict=False, tighter=settings).pages
    assert [2, 2, 1] == [len(document.pages) for document in laid]


def test_where_it_does_not_help_the_page_stays(laid: list[Any]) -> None:
    """As it was set first."""
    made = render_pdf(html(9), PdfStyle(CSS, FONT), {}, strict=False, tighter=(html(9, "snug"),))
    alone = render_pdf(html(9), PdfStyle(CSS, FONT), {}, strict=False)
    assert (2, alone.data) == (made.pages, made.data)


def test_depth_is_that_of_text_not_of_boxes_or_margins(laid: list[Any]) -> None:
    """Of the type area's height."""
    render_pdf(html(2), PdfStyle(CSS + "article, body { min-height: 79mm }", FONT), {}, strict=False)
    (page,) = laid[0].pages
    assert 0.15 < depth_of(page) < 0.25
    assert not is_thin([page])
    assert is_thin([page, page]) is (depth_of(page) < LEAST_DEPTH)


def brief() -> RenderedReport:
    """One that takes a line more than a page as it is set at first."""
    found = golden_brief("own-words")
    return render_report(found.report, style=found.style, previous=found.previous, templates=found.templates)


def test_a_brief_is_pulled_in_and_made_anew(tmp_path: Path, laid: list[Any]) -> None:
    """Whoever verifies it comes to the same setting: the same file, byte for byte."""
    made = brief()
    file = made.save(tmp_path / "a.pdf")
    assert [2, 1] == [len(document.pages) for document in laid[:2]]
    assert 1 == len(PdfDocument(made.pdf))
    found = verify(file)
    assert (True, "rerendered", True) == (found.ok, found.method, found.identical)


def test_the_words_are_the_same_in_every_setting() -> None:
    """Only the class of the page is another; a style that has none is set one way."""
    page = brief()._page
    assert [html.count("<article") for html in page.tighter_settings] == [1] * len(page.tighter_settings)
    for html in page.tighter_settings:
        assert page.html.partition("<article")[2].partition(">")[2] == html.partition("<article")[2].partition(">")[2]
