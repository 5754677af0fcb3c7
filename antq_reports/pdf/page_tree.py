"""HTML text to the tree WeasyPrint lays out, without what costs time and shows nothing.

WeasyPrint's parser of HTML is written in Python and takes longer than the cascade. A page of our own templates is
well-formed, and where it also holds nothing that HTML would rearrange (blocks in paragraphs, rows outside a group,
names in capitals, comments, named characters) XML's parser, written in C, makes the same tree. Anything else is left to
WeasyPrint. Its own stylesheet has six pseudo-elements for each element; five of them are for notes.
"""

from __future__ import annotations

import re
from copy import copy
from functools import cache
from importlib import import_module
from typing import Any, Final
from xml.etree import ElementTree

from antq_reports.pdf.libraries import load_weasyprint

_DOCTYPE: Final = "<!DOCTYPE html>"
_VOID = re.compile(r"<((?:meta|img|br|hr)\b[^<>]*?)\s*/?>")
_UNSURE = re.compile(
    r"<[!?]|&(?!(?:amp|lt|gt|quot|#34|#39);)|<(?!(?:path|rect|meta|img|br|hr)\b)[a-z0-9]+(?:\s[^<>]*)?/>|[\x00-\x08\x0b-\x1f\x7f]"
)
"""Comments, characters by another name, elements closed at once, control characters."""
_SVG: Final = "{http://www.w3.org/2000/svg}"

_WORDS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "br",
        "cite",
        "data",
        "em",
        "i",
        "img",
        "q",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    }
)
_HOLDERS = frozenset({"article", "aside", "div", "figure", "footer", "header", "main", "section"})
_FLOW = _WORDS | _HOLDERS | {"h1", "h2", "h3", "hr", "p", "table"}
_ROWS = frozenset({"thead", "tbody", "tfoot"})
_BARE = frozenset({"html", "head", "table", "thead", "tbody", "tfoot", "tr"})
"""Elements that hold no text of their own."""
_CHILDREN: Final[dict[str, frozenset[str]]] = {
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title"}),
    **dict.fromkeys(("title", "meta", "img", "br", "hr", "a"), frozenset()),
    **dict.fromkeys(_HOLDERS | {"body", "figcaption", "td", "th"}, _FLOW),
    "figure": _FLOW | {"figcaption"},
    **dict.fromkeys(("p", "h1", "h2", "h3", *(_WORDS - {"a", "br", "img"})), _WORDS),
    "table": _ROWS,
    **dict.fromkeys(_ROWS, frozenset({"tr"})),
    "tr": frozenset({"td", "th"}),
}
"""What may stand directly in what without HTML's parser moving it."""


_NOTES = re.compile(r"footnote|note\(|note-")
_NOTE_PARTS = frozenset({"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"})


def parsed_page(html: str, css: str, fetcher: Any) -> Any:
    """WeasyPrint's ``HTML`` of a page that is drawn by a stylesheet."""
    page = _parsed(html, fetcher)
    if not _NOTES.search(css) and not _NOTES.search(html):
        page._ua_stylesheets = lambda forms=False: [_stylesheet_without_notes()]
    return page


@cache
def _stylesheet_without_notes() -> Any:
    """WeasyPrint's own stylesheet."""
    sheet = copy(import_module("weasyprint.html").UA_STYLESHEET)
    sheet.matcher = copy(sheet.matcher)
    sheet.matcher.other_selectors = [
        each
        for each in sheet.matcher.other_selectors
        if not _NOTE_PARTS.intersection(part for part in each if isinstance(part, str))
    ]
    return sheet


def _parsed(html: str, fetcher: Any) -> Any:
    root = sure_tree(html)
    if root is None:
        return load_weasyprint().HTML(string=html, url_fetcher=fetcher)
    page = load_weasyprint().HTML.__new__(load_weasyprint().HTML)
    page.base_url, page.url_fetcher, page.media_type = None, fetcher, "print"
    page.wrapper_element = import_module("cssselect2").ElementWrapper.from_html_root(root, content_language=None)
    page.etree_element = page.wrapper_element.etree_element
    return page


def sure_tree(html: str) -> ElementTree.Element | None:
    """The page's tree, where HTML's parser would make no other; else None.

    >>> sure_tree("<!DOCTYPE html><html><head></head><body><p>a<br>b</p></body></html>")
    <Element 'html' at ...>
    >>> sure_tree("<!DOCTYPE html><html><head></head><body><p><p>a</p></p></body></html>")
    """
    body = html.removeprefix(_DOCTYPE)
    if body == html or _UNSURE.search(body):
        return None
    try:
        root = ElementTree.fromstring(_VOID.sub(r"<\1/>", body))
    except ElementTree.ParseError:
        return None
    return root if root.tag == "html" and [each.tag for each in root] == ["head", "body"] and _is_sure(root) else None


def _is_sure(element: ElementTree.Element) -> bool:
    children = _CHILDREN.get(element.tag)
    if element.tag.startswith(_SVG):
        return all(child.tag.startswith(_SVG) and _is_sure(child) for child in element)
    if children is None or (element.tag in _BARE and any(_has_text(each) for each in _texts(element))):
        return False
    drawing = element.tag in {"div", "figure"}
    return all(
        (child.tag in children or (drawing and child.tag == f"{_SVG}svg")) and _is_sure(child) for child in element
    )


def _texts(element: ElementTree.Element) -> list[str | None]:
    return [element.text, *(child.tail for child in element)]


def _has_text(text: str | None) -> bool:
    return bool(text and text.strip())
