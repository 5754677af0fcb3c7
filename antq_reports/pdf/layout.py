"""Where a laid-out document put things: the page of every marked element, and what stands in the page margins.

Marked elements are ``<data>`` and ``<time>``, in the order of the HTML: a figure's page cannot be known before layout,
and must be known before the files that tell it are attached.
"""

from __future__ import annotations

import re
from typing import Any

from antq_reports.pdf.values import Layout

_MARKED = frozenset({"data", "time"})


def layout_of(document: Any, root: Any) -> Layout:
    """The layout of WeasyPrint's document, made from the element tree below `root`."""
    marked = {element: number for number, element in enumerate(_marked(root))}
    pages = [0] * len(marked)
    margins: list[tuple[str, ...]] = []
    for number, page in enumerate(document.pages, start=1):
        texts: list[str] = []
        for box in page._page_box.children:
            if hasattr(box, "at_keyword"):
                texts += _texts(box)
            else:
                _note_pages(box, marked, pages, number)
        margins.append(tuple(texts))
    return Layout(pages=len(document.pages), page_of=tuple(pages), margins=tuple(margins))


def _marked(root: Any) -> list[Any]:
    return [element for element in root.iter() if element.tag in _MARKED]


def _note_pages(box: Any, marked: dict[Any, int], pages: list[int], number: int) -> None:
    """An element that goes on over the page belongs to the page where it begins."""
    for inner in box.descendants(placeholders=True):
        place = marked.get(getattr(inner, "element", None))
        if place is not None and not pages[place]:
            pages[place] = number


def _texts(box: Any) -> list[str]:
    found = (fold(inner.text) for inner in box.descendants() if getattr(inner, "text", None))
    return [text for text in found if text]


def fold(text: str) -> str:
    r"""The text with single plain spaces, none at its ends.

    >>> fold(" 526\u00a0súng\n")
    '526 súng'
    """
    return re.sub(r"\s+", " ", text).strip()
