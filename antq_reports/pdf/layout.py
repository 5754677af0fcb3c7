"""Where a laid-out document put things: the page of every marked figure or date, and what stands in the page margins.

A figure's page cannot be known before layout, and must be known before the files that tell it are attached.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from antq_reports.pdf.marked_texts import Mark, inked
from antq_reports.pdf.values import Layout

_MADE = ("::before", "::after", "::marker")
"""Boxes whose text is the stylesheet's."""


def layout_of(document: Any, marks: Sequence[Mark]) -> Layout:
    """The layout of WeasyPrint's document."""
    wanted: dict[Any, list[tuple[int, int]]] = defaultdict(list)
    for place, mark in enumerate(marks):
        wanted[mark.element].append((mark.offset, place))
    seen: dict[Any, int] = defaultdict(int)
    pages = [0] * len(marks)
    margins: list[tuple[str, ...]] = []
    for number, page in enumerate(document.pages, start=1):
        texts: list[str] = []
        for box in page._page_box.children:
            if hasattr(box, "at_keyword"):
                texts += _texts(box)
                continue
            for inner in box.descendants(placeholders=True):
                element = getattr(inner, "element", None)
                if element in wanted and getattr(inner, "text", None) and not inner.element_tag.endswith(_MADE):
                    seen[element] += inked(inner.text)
                    for offset, place in wanted[element]:
                        if offset < seen[element] and not pages[place]:
                            pages[place] = number
        margins.append(tuple(texts))
    return Layout(pages=len(document.pages), page_of=tuple(pages), margins=tuple(margins))


def _texts(box: Any) -> list[str]:
    found = (fold(inner.text) for inner in box.descendants() if getattr(inner, "text", None))
    return [text for text in found if text]


def fold(text: str) -> str:
    r"""The text with single plain spaces, none at its ends.

    >>> fold(" 526\u00a0súng\n")
    '526 súng'
    """
    return re.sub(r"\s+", " ", text).strip()
