"""Every text of both styles can be read on what it stands on: WCAG 2.2 AA, computed from the stylesheets themselves."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from brand_kit import BRAND
from conformance_briefs import every_brief, every_style

from antq_reports.brand.contrast import SKELETON, Pair, pairs_in, skeleton_pairs, variables
from antq_reports.pdf.libraries import load_weasyprint
from antq_reports.prose import read_templates, style_files


def stylesheet(style: str, folder: object = None) -> str:
    """All of a style's CSS, what only a screen shows before the rest, as in a page."""
    files = style_files(read_templates(None if folder is None else BRAND), style)
    return files.screen + files.css


def seen(pairs: object) -> set[tuple[str, str, bool]]:
    """Pairs without where they stand."""
    return {(pair.colour, pair.background, pair.is_large) for pair in pairs}  # type: ignore[attr-defined]


@pytest.mark.parametrize("brand", [None, "thử"])
@pytest.mark.parametrize("style", every_style())
def test_every_text_of_a_style_can_be_read(style: str, brand: str | None) -> None:
    """At least 4.5:1, large text 3:1; in print, on a screen, under the pointer."""
    pairs = skeleton_pairs(stylesheet(style, brand))
    assert len(seen(pairs)) > 8
    assert [] == [(pair, round(pair.ratio, 2)) for pair in pairs if pair.ratio < pair.least]


@pytest.mark.parametrize("style", every_style())
def test_no_text_of_a_real_page_is_left_out(style: str) -> None:
    """What stands on what in the briefs there are is among what was judged."""
    css = stylesheet(style)
    judged = seen(skeleton_pairs(css))
    for brief in every_brief():
        if not brief.slow:
            page = load_weasyprint().HTML(string=brief.render(style)._page.html).etree_element
            for element in page.iter():
                element.attrib.pop("title", None)
            root = ElementTree.fromstring(ElementTree.tostring(_plain(page)))
            found = list(pairs_in(root.find("body"), css))  # type: ignore[arg-type]
            assert len(found) > 20
            assert set() == seen(found) - judged


def _plain(page: ElementTree.Element) -> ElementTree.Element:
    """The page without the namespace of HTML, comments and drawings."""
    made = ElementTree.Element(str(page.tag).rpartition("}")[2], dict(page.attrib))
    made.text, made.tail = page.text, page.tail
    made.extend(_plain(each) for each in page if not callable(each.tag) and not each.tag.endswith("svg"))
    return made


def pairs_of(css: str, element: str) -> set[Pair]:
    """What a stylesheet makes of one place of the page."""
    return {pair for pair in skeleton_pairs(css) if pair.place == element}


@pytest.mark.parametrize(
    ("css", "place", "colour", "background", "is_large"),
    [
        ("", "tít", "#000000", "#ffffff", False),
        ("h1 { color: red; font: 700 14pt/1.2 a }", "tít", "#ff0000", "#ffffff", True),
        ("h1 { color: red; font: 600 14pt a }", "tít", "#ff0000", "#ffffff", False),
        ("h1 { font-size: 24px; font-weight: 400 }", "tít", "#000000", "#ffffff", True),
        ("body { color: #123 } .strip { background: #eee url(a) }", "số nổi bật", "#112233", "#eeeeee", False),
        (".strip { background: #eee } .fact { background: none }", "số nổi bật", "#000000", "#eeeeee", False),
        (".strip { background: rgba(0, 0, 0, .5) }", "số nổi bật", "#000000", "#808080", False),
        (":root { --a: #abc } .lead { color: var(--a) }", "đoạn mở", "#aabbcc", "#ffffff", False),
        (".lead { color: var(--b, blue) }", "đoạn mở", "#0000ff", "#ffffff", False),
        (".a .lead, p.lead { color: red } .lead { color: blue }", "đoạn mở", "#ff0000", "#ffffff", False),
        ("@media (max-width: 9px) { .lead { color: red } }", "đoạn mở", "#ff0000", "#ffffff", False),
        ("body { font-size: 30pt } .lead { font-size: .5em }", "đoạn mở", "#000000", "#ffffff", False),
    ],
)
def test_a_place_is_seen_as_it_prints(css: str, place: str, colour: str, background: str, is_large: bool) -> None:
    """Cascade, inheritance, names, what shines through; large is 18 points, or 14 in bold."""
    assert {Pair(place=place, colour=colour, background=background, is_large=is_large)} == pairs_of(css, place)


def test_print_and_screen_are_judged_apart() -> None:
    """Dark on a screen does not excuse pale in print."""
    css = ".lead { color: #ccc } @media screen { .lead { color: #000 } }"
    assert {"#cccccc", "#000000"} == {pair.colour for pair in pairs_of(css, "đoạn mở")}


def test_what_only_shows_under_the_pointer_is_judged() -> None:
    """A figure's ground when it is pointed at; what is written before or after an element; the margins of a page."""
    css = (
        ".figure[tabindex]:is(:hover, :focus) { background: yellow } .figures::after { content: 'a'; color: #999 }"
        "@page { @top-left { content: 'b'; color: #777 } @top-right { color: #123 } }"
    )
    assert {"#ffff00", "#ffffff"} == {pair.background for pair in pairs_of(css, "số trong bài")}
    assert {"#999999"} == {pair.colour for pair in pairs_of(css, "")}
    assert {"#777777"} == {pair.colour for pair in pairs_of(css, "đầu và chân trang")}


@pytest.mark.parametrize(
    ("colour", "background", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59)],
)
def test_a_ratio_is_that_of_the_standard(colour: str, background: str, ratio: float) -> None:
    """Values that every calculator gives, whichever of the two is the text."""
    for one, other in ((colour, background), (background, colour)):
        assert ratio == pytest.approx(Pair(place="", colour=one, background=other, is_large=False).ratio, abs=0.01)


def test_later_names_win() -> None:
    """Those of a brand stand after those of a style; in the root alone."""
    css = ":root { --a: 1; --b: 2 } .x { --a: 9 } :root { --a: 3 } @media screen { :root { --b: 9 } }"
    assert {"--a": "3", "--b": "2"} == dict(variables(css))


def test_the_page_of_every_kind_is_well_formed() -> None:
    """And every text of it has a name that a person understands."""
    root = ElementTree.fromstring(SKELETON)
    assert [] == [each.tag for each in root.iter() if (each.text or "").strip() and not each.get("title")]
