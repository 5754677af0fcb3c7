"""One HTML file with everything it needs inside."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from golden_briefs import golden_brief

from antq_reports import render_report
from antq_reports.page import standalone_html
from antq_reports.prose import LedgerEntry
from antq_reports.report import Origin


@dataclass(frozen=True)
class Piece:
    """A font or a picture."""

    data: bytes
    mime: str


FONTS = {"antq:font/A-Regular.ttf": Piece(b"font", "font/ttf")}
PICTURES = {"antq:img/abc": Piece(b"picture", "image/png")}
CSS = "@font-face { src: url(antq:font/A-Regular.ttf) }\n"


def test_pictures_and_fonts_are_put_in() -> None:
    """Addresses become the bytes they stand for; none is left."""
    page = '<html><head></head><body><img src="antq:img/abc"></body></html>'
    html = standalone_html(page, CSS, FONTS, PICTURES)
    assert '<img src="data:image/png;base64,cGljdHVyZQ==">' in html
    assert "url(data:font/ttf;base64,Zm9udA==)" in html
    assert "antq:" not in html


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html><head></head><body><p>a</p></body></html>",
        "<!DOCTYPE html><html><HEAD></HEAD ><body><p>a</p></body></html>",
        "<!DOCTYPE html><title>a</title><body class='x'><p>a</p>",
        "<!DOCTYPE html><p>a</p>",
    ],
)
def test_stylesheet_is_never_lost(page: str) -> None:
    """A page that leaves out optional tags still gets its stylesheet, once, after its doctype."""
    html = standalone_html(page, "p { color: red }", {}, {})
    assert 1 == html.count("<style>\np { color: red }</style>")
    assert html.startswith("<!DOCTYPE html>")
    assert page == html.replace("<style>\np { color: red }</style>\n", "")


def test_stylesheet_stands_in_the_head() -> None:
    """Where there is a head, the stylesheet is its last part."""
    html = standalone_html("<head><title>a</title></head><body></body>", "", {}, {})
    assert "<head><title>a</title><style>\n</style>\n</head><body></body>" == html


def test_unknown_address_stays() -> None:
    """A text that looks like an address is no address: it stays as written."""
    assert "<p>antq:img/xyz</p>" in standalone_html("<p>antq:img/xyz</p>", "", {}, PICTURES)


def entry_of(source: Origin) -> LedgerEntry:
    """The ledger's entry of seven tips read from one place."""
    return LedgerEntry(kind="figure", metric="tips.public_tips", label="tin", text="7", value=7, sources=(source,))


def test_a_page_with_its_ledger_gets_cards_and_their_stylesheet() -> None:
    """The sheet of the cards comes before the style's own, which may so restyle them."""
    page = '<head></head><data class="figure n" value="7" data-metric="tips.public_tips">7</data>'
    entry = LedgerEntry(
        kind="figure",
        metric="tips.public_tips",
        label="tin",
        text="7",
        value=7,
        sources=(Origin(file="a.toml", line=3),),
    )
    html = standalone_html(page, CSS, FONTS, PICTURES, [entry], "@media screen { }")
    assert 1 == html.count('class="provenance"')
    assert 0 <= html.find("@media screen") < html.find("@font-face")


def test_an_address_in_a_source_is_a_text() -> None:
    """A file that is named like a picture's address is still a file's name."""
    page = '<data class="figure n" value="7" data-metric="tips.public_tips">7</data>'
    entry = LedgerEntry(
        kind="figure", metric="tips.public_tips", label="tin", text="7", value=7, sources=(Origin(file="antq:img/abc"),)
    )
    assert 'data-source="antq:img/abc"' in standalone_html(page, CSS, FONTS, PICTURES, [entry], "@media screen { }")


@pytest.mark.parametrize("name", ["commune-with-last-year", "province-with-last-year", "full-bao-quang-nam"])
def test_a_page_without_pictures_weighs_four_hundred_kilobytes_at_most(name: str) -> None:
    """With its fonts, the cards of its figures and the evidence it carries."""
    brief = golden_brief(name)
    html = render_report(brief.report, style=brief.style, previous=brief.previous).html
    assert len(html.encode()) <= 400_000
