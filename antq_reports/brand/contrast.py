"""What stands on what in a stylesheet, and whether it can be read: WCAG 2.2, 1.4.3, level AA.

A page of every kind of element (`SKELETON`) is given the colours and sizes that the stylesheet says, in print and on a
screen. Not seen: pictures as backgrounds, opacity, what only a rule for a style's own elements colours.
Ratios run from 1 (alike) to 21 (black on white); sizes are points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Final
from xml.etree import ElementTree

LEAST: Final = 4.5
LEAST_OF_LARGE: Final = 3.0
LARGE: Final = 18.0
LARGE_BOLD: Final = 14.0

Rgb = tuple[float, float, float]
_WHITE: Final[Rgb] = (1.0, 1.0, 1.0)
_VAR: Final = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_STATES: Final = re.compile(r":is\(:hover, :focus\)|:hover|:focus(?:-visible)?\b|\[tabindex\]")
_SIZE: Final = re.compile(r"([\d.]+)(pt|px|mm|rem|em|%)")
_POINTS: Final = {"pt": 1.0, "px": 0.75, "mm": 72 / 25.4}
_MARGIN: Final = "đầu và chân trang"

SKELETON: Final = """<html><body><article><header>
<div class="masthead"><div class="sender"><p class="name" title="tên ở đầu trang">a</p></div>
<p class="dateline" title="ngày ở đầu trang">a
<time tabindex="0" title="ngày ở đầu trang">a</time></p></div>
<p class="kicker" title="dòng trên tít">a</p><h1 title="tít">a
<data class="figure" tabindex="0" title="tít">a</data></h1><p class="lead" title="đoạn mở">a
<data class="figure" tabindex="0" title="đoạn mở">a</data></p></header>
<div class="hero"><figure class="photo full"><figcaption title="chú thích ảnh">a
<span class="note" title="chú thích ảnh">a</span><span class="credit" title="người chụp">a</span></figcaption></figure>
<figure class="photo beside"><figcaption title="chú thích ảnh">a
<data class="figure" tabindex="0" title="chú thích ảnh">a</data></figcaption></figure></div>
<div class="strip of-four"><div class="fact"><p class="amount" title="số nổi bật">a
<data class="figure" tabindex="0" title="số nổi bật">a</data></p>
<p class="label" title="nhãn của số nổi bật"><b title="nhãn của số nổi bật">a</b>a</p>
<p class="moved fall good" title="mức tăng, giảm tốt">a
<data class="figure" tabindex="0" title="mức tăng, giảm tốt">a</data>
<span title="kỳ so sánh">a<time tabindex="0" title="kỳ so sánh">a</time></span></p>
<p class="moved rise bad" title="mức tăng, giảm xấu">a
<data class="figure" tabindex="0" title="mức tăng, giảm xấu">a</data></p><p class="moved rise" title="mức tăng, giảm">a
<data class="figure" tabindex="0" title="mức tăng, giảm">a</data></p></div></div>
<section class="body"><p title="chữ của bài">a<data class="figure" tabindex="0" title="số trong bài">a
<span class="provenance"><span data-name="a" title="thẻ nguồn">a</span><span data-path="a" title="thẻ nguồn">a</span>
<span data-formula="a" title="thẻ nguồn">a</span><span data-source="a" title="thẻ nguồn">a</span></span></data></p>
<h2 title="tít phụ">a</h2>
<figure class="photo column"><figcaption title="chú thích ảnh">a<span class="note" title="chú thích ảnh">a</span>
<span class="credit" title="người chụp">a</span></figcaption></figure>
<div class="bars"><p class="bars-title" title="tên biểu đồ">a</p><div class="bar"><p title="nhãn của biểu đồ">a
<span class="score" title="số của biểu đồ">a
<data class="figure" tabindex="0" title="số của biểu đồ">a</data></span></p>
<p class="then" title="năm trước của biểu đồ">a
<span class="score" title="năm trước của biểu đồ">a
<data class="figure" tabindex="0" title="năm trước của biểu đồ">a</data></span></p></div></div>
<div class="video"><p title="video"><b title="video">a</b>a</p><p class="address"><a title="địa chỉ">a</a></p></div>
<p class="byline" title="người viết">a</p></section>
<section class="figures"><h2 title="tít của bảng">a</h2><div class="ruled"><table class="compared">
<thead><tr><th class="what" title="đầu bảng">a</th><th class="num last" title="đầu bảng">a
<time tabindex="0" title="đầu bảng">a</time></th></tr></thead>
<tbody><tr><th class="what" title="bảng số liệu"><span class="part" title="tên mục trong bảng">a</span>a</th>
<td class="num" title="bảng số liệu">a<span class="unit" title="bảng số liệu">a</span></td>
<td class="num last" title="bảng số liệu">a
<data class="figure" tabindex="0" title="bảng số liệu">a</data></td>
<td class="num moved" title="bảng số liệu">a</td></tr></tbody></table></div>
<p class="note" title="ghi chú của bảng">a</p></section>
<footer class="source"><p class="attribution" title="nguồn số liệu">a</p>
<p class="address" title="địa chỉ nguồn"><a title="địa chỉ nguồn">a</a></p></footer></article></body></html>"""
"""Every kind of text of a page; the title of an element is what a person calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A text on its background, both as "#rrggbb"."""

    place: str
    colour: str
    background: str
    is_large: bool

    @property
    def ratio(self) -> float:
        """How far the two are apart."""
        light, dark = sorted(map(_luminance, (_rgb(self.colour), _rgb(self.background))), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    @property
    def least(self) -> float:
        """How far they have to be."""
        return LEAST_OF_LARGE if self.is_large else LEAST


@dataclass(frozen=True, slots=True)
class _Look:
    colour: Rgb = (0.0, 0.0, 0.0)
    background: Rgb = _WHITE
    size: float = 12.0
    is_bold: bool = False


@lru_cache(maxsize=16)
def skeleton_pairs(css: str, *, pointed_at: bool = True) -> tuple[Pair, ...]:
    """Every pair of a stylesheet, each once, in the order of a page."""
    found = pairs_in(ElementTree.fromstring(SKELETON), css, pointed_at=pointed_at)
    return tuple(dict.fromkeys((*found, *_margin_pairs(css))))


def pairs_in(root: ElementTree.Element, css: str, *, pointed_at: bool = True) -> Iterator[Pair]:
    """The pairs of a page under a stylesheet: in print, on a screen, and there with everything pointed at."""
    for medium, states in (("print", False), ("screen", False), ("screen", True))[: 3 if pointed_at else 2]:
        rules = _rules(css, medium, states)
        cssselect2 = import_module("cssselect2")
        matcher = cssselect2.Matcher()
        for order, (prelude, declared) in enumerate(rules):
            try:
                selectors = cssselect2.compile_selector_list(prelude)
            except cssselect2.SelectorError:  # of a browser's own
                continue
            for selector in selectors:
                matcher.add_selector(selector, (order, declared))
        yield from _pairs_below(cssselect2.ElementWrapper.from_xml_root(root), matcher, _Look(), variables(css))


def _pairs_below(element: Any, matcher: Any, above: _Look, names: Mapping[str, str]) -> Iterator[Pair]:
    found: dict[str | None, dict[str, str]] = {None: {}, "before": {}, "after": {}}
    for _, _, pseudo, (_, declared) in sorted(matcher.match(element), key=lambda match: (match[0], match[3][0])):
        found.setdefault(pseudo, {}).update(declared)
    look = _looked(above, found[None], names)
    texts = (element.etree_element.text, *(child.tail for child in element.etree_element))
    place = element.etree_element.get("title") or ""
    if any(text and text.strip() for text in texts):
        yield _pair(place, look)
    for pseudo in ("before", "after"):
        if found[pseudo].get("content", '""').strip("\"' ") not in ("", "none", "normal"):
            yield _pair(place, _looked(look, found[pseudo], names))
    for child in element.iter_children():
        yield from _pairs_below(child, matcher, look, names)


def _pair(place: str, look: _Look) -> Pair:
    is_large = look.size >= (LARGE_BOLD if look.is_bold else LARGE)
    return Pair(place=place, colour=_hex(look.colour), background=_hex(look.background), is_large=is_large)


def _margin_pairs(css: str) -> Iterator[Pair]:
    """The texts in the margins of the pages."""
    tinycss2 = import_module("tinycss2")
    names = variables(css)
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "page":
            for box in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                declared = _declared(box.content) if box.type == "at-rule" else {}
                if declared.get("content", "none") != "none":
                    yield _pair(_MARGIN, _looked(_Look(), declared, names))


# --- the stylesheet -------------------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def variables(css: str) -> Mapping[str, str]:
    """What the stylesheet's root calls by a name of its own (``--accent``), later ones over earlier ones."""
    return {
        name: value
        for prelude, declared in _rules(css, "print", states=False)
        if import_module("tinycss2").serialize(prelude).strip() == ":root"
        for name, value in declared.items()
        if name.startswith("--")
    }


@lru_cache(maxsize=64)
def _rules(css: str, medium: str, states: bool) -> tuple[tuple[list[Any], dict[str, str]], ...]:
    """Selectors and declarations that hold in a medium; what else a block asks (a width, a browser's skill) holds."""
    tinycss2 = import_module("tinycss2")
    text = _STATES.sub("", css) if states else css
    return tuple(_rules_of(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), medium))


def _rules_of(nodes: Iterable[Any], medium: str) -> Iterator[tuple[list[Any], dict[str, str]]]:
    tinycss2 = import_module("tinycss2")
    for node in nodes:
        if node.type == "qualified-rule":
            yield node.prelude, _declared(node.content)
        elif node.type == "at-rule" and node.lower_at_keyword in ("media", "supports") and node.content:
            asked = tinycss2.serialize(node.prelude)
            if ("screen" if medium == "print" else "print") not in asked:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield from _rules_of(inner, medium)


def _declared(content: list[Any]) -> dict[str, str]:
    tinycss2 = import_module("tinycss2")
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return {node.name: tinycss2.serialize(node.value).strip() for node in nodes if node.type == "declaration"}


def _looked(above: _Look, declared: Mapping[str, str], names: Mapping[str, str]) -> _Look:
    """How an element looks, given the one around it."""
    look = above
    for name, written in declared.items():
        value = _settled(written, names)
        if name == "color" and (colour := _colour(value, above.background)):
            look = replace(look, colour=colour)
        elif name in ("background", "background-color"):
            found = (_colour(part, above.background) for part in (value, *value.split()))
            look = replace(look, background=next((colour for colour in found if colour), above.background))
        elif name in ("font", "font-size") and (size := _SIZE.search(value)):
            number, unit = float(size[1]), size[2]
            around = {"rem": 13.5, "em": above.size, "%": above.size / 100}
            look = replace(look, size=number * (_POINTS.get(unit) or around[unit]))
        if name in ("font", "font-weight"):
            look = replace(look, is_bold=bool(re.match(r"bold|[7-9]00", value)))
    return look


def _settled(value: str, names: Mapping[str, str]) -> str:
    """A value with the names in it replaced by what they stand for."""
    for _ in range(5):
        value, count = _VAR.subn(lambda match: names.get(match[1], match[2] or ""), value)
        if not count:
            break
    return value


def _colour(value: str, below: Rgb) -> Rgb | None:
    """A colour, seen on what is below it; None for what is none."""
    parsed = import_module("tinycss2.color3").parse_color(value)
    if parsed is None or isinstance(parsed, str):
        return None
    alpha = parsed.alpha
    red, green, blue = (part * alpha + under * (1 - alpha) for part, under in zip(parsed[:3], below, strict=True))
    return red, green, blue


@cache
def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _luminance(colour: Rgb) -> float:
    """WCAG's relative luminance."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
