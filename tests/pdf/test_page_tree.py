"""The tree made quickly is the one HTML's own parser makes, or is not made."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from antq_reports.pdf.page_tree import parsed_page, sure_tree

HEAD = '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>a &amp; b</title></head>\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><title>x</title><path d="M0 0"/></svg>'
SURE = [
    "<p>a <b>b</b> c<br>d</p>",
    '<figure><img src="antq:img/a" alt="&#34;a&#34; &lt; b"><figcaption>c</figcaption></figure>',
    "<table><thead><tr><th>a</th></tr></thead>\n<tbody>\n<tr><td>b</td></tr>\n</tbody></table>",
    "<section><div><p>a</p></div><h2>b</h2>tail</section>",
]
UNSURE = [
    "<p><div>a</div></p>",
    "<p>a<p>b",
    "<table><tr><td>a</td></tr></table>",
    "<table><tbody>x<tr><td>a</td></tr></tbody></table>",
    "<P>a</P>",
    "<p>a&nbsp;b</p>",
    "<!-- a --><p>b</p>",
    "<div/><p>a</p>",
    "<p hidden>a</p>",
    "<a><b><a>c</a></b></a>",
    "<ul><li>a</ul>",
    "<style>p { color: red }</style>",
    "<svg><path/></svg>",
    "<p>&#128;</p>",
]


def outline(element: Element) -> tuple[object, ...]:
    """A tree as values; a namespace said again and spaces around the parts of a page are nothing."""
    page = element.tag in {"html", "head", "body"}
    attributes = {key: value for key, value in element.attrib.items() if "xmlns" not in key}
    inner = [(outline(child), "" if page else child.tail or "") for child in element]
    return element.tag, attributes, "" if page else element.text or "", inner


@pytest.mark.parametrize("body", SURE)
def test_both_parsers_make_one_tree(body: str) -> None:
    """Names, attributes, texts, order."""
    html = f"{HEAD}<body>{body}</body></html>"
    tree = sure_tree(html)
    assert tree is not None
    assert outline(tinyhtml5.parse(html, namespace_html_elements=False)) == outline(tree)


@pytest.mark.parametrize("body", UNSURE)
def test_what_html_reads_otherwise_is_left_to_it(body: str) -> None:
    """Or what XML cannot read."""
    assert sure_tree(f"{HEAD}<body>{body}</body></html>") is None


def test_pictures_drawn_as_svg_are_read() -> None:
    """The code of an address stands in a block."""
    assert sure_tree(f"{HEAD}<body><div>{SVG}</div></body></html>") is not None


def test_entities_declared_in_the_page_are_never_expanded() -> None:
    """Only the one doctype is taken."""
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa">]><html><head></head><body><p>&a;</p></body></html>'
    assert sure_tree(bomb) is None


@pytest.mark.parametrize(
    ("css", "kept"), [("p { color: red } .note { color: red }", False), ("i { float: footnote }", True)]
)
def test_the_parts_of_notes_are_styled_where_there_are_notes(css: str, kept: bool) -> None:
    """WeasyPrint's stylesheet is not changed for others."""
    page = parsed_page(f"{HEAD}<body><p>a</p></body></html>", css, None)
    (sheet,) = page._ua_stylesheets()
    assert kept is any("footnote-call" in each for each in sheet.matcher.other_selectors)
    assert any("footnote-call" in each for each in type(page)._ua_stylesheets(page)[0].matcher.other_selectors)
