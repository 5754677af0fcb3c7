"""On a telephone of 390 pixels a brief stands in one column: rows of a compared table stack, nothing is wider."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import cssselect2  # type: ignore[import-untyped]  # no types
import pytest
from conformance_briefs import every_style

from antq_reports.brand.contrast import SKELETON, _rules
from antq_reports.prose import read_templates, style_files

PIXELS = {"px": 1.0, "rem": 16.0, "em": 18.0, "mm": 96 / 25.4, "pt": 96 / 72}


def stylesheet(style: str) -> str:
    """All of a style's CSS."""
    files = style_files(read_templates(), style)
    return files.screen + files.css


def said(css: str, wanted: str, name: str) -> str:
    """What the stylesheet says of an element of the page, every rule for narrow screens among them."""
    matcher = cssselect2.Matcher()
    for order, (prelude, declared) in enumerate(_rules(css, "screen", states=False)):
        for selector in cssselect2.compile_selector_list(prelude):
            matcher.add_selector(selector, (order, declared))
    root = cssselect2.ElementWrapper.from_xml_root(ElementTree.fromstring(SKELETON))
    element = next(each for each in root.iter_subtree() if each.matches(wanted))
    found = sorted((match for match in matcher.match(element) if match[2] is None), key=lambda each: (each[0], each[1]))
    return next((declared[name] for *_, (_, declared) in reversed(found) if name in declared), "")


@pytest.mark.parametrize("style", every_style())
@pytest.mark.parametrize(
    ("element", "name", "value"),
    [
        (".compared", "display", "block"),
        (".compared thead", "display", "block"),
        (".compared tbody tr", "display", "grid"),
        (".compared tbody th", "grid-column", "1 / -1"),
        (".compared thead .num", "grid-column", "auto"),
        (".compared td.num", "width", "auto"),
        (".compared td.last", "width", "auto"),
        (".compared td.moved", "width", "auto"),
        (".fact", "width", "50%"),
        (".fact", "overflow-wrap", "anywhere"),
        (".fact", "min-width", "0"),
        (".dateline", "width", "100%"),
        (".beside figcaption", "padding-left", "0"),
        (".body", "columns", "auto"),
    ],
)
def test_what_stands_side_by_side_on_paper_stacks(element: str, name: str, value: str, style: str) -> None:
    """By the rule that wins, not by one that is written."""
    assert value == said(stylesheet(style), element, name)


@pytest.mark.parametrize("style", every_style())
def test_nothing_on_a_screen_is_wider_than_a_telephone(style: str) -> None:
    """No width in an absolute measure above 390 pixels; a bound from above is none."""
    widths = [
        (name, value, float(number) * PIXELS[unit])
        for _, declared in _rules(stylesheet(style), "screen", states=False)
        for name, value in declared.items()
        if name in ("width", "min-width")
        for number, unit in re.findall(r"([\d.]+)(px|rem|em|mm|pt)\b", value)
    ]
    assert widths
    assert [] == [width for width in widths if width[2] > 350]
