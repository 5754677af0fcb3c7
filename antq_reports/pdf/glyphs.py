"""Whether each text of a page is drawn by a font its own ``font-family`` names.

Pango falls back to any font it holds without a word: a misspelt family, or an arrow that the family lacks, comes out
in another face. WeasyPrint reports only what no font at all can draw. So the texts of the finished pages, those of SVG
pictures included, are compared with the character maps of the stylesheet's faces. Not seen: text in SVG backgrounds.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from antq_reports.pdf.fontconfig import GENERIC_FAMILIES, FontFace

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
"""General categories for which Pango looks for no glyph (pango-context.c, ``consider_as_space``)."""


class _Wish(NamedTuple):
    """What a text asks of the fonts."""

    families: tuple[str, ...]
    weight: int
    italic: bool


class FaceIndex:
    """The faces of one stylesheet by family, with the characters each can draw; files are read when first needed."""

    def __init__(self, faces: Iterable[FontFace]) -> None:
        self._faces: dict[str, list[FontFace]] = defaultdict(list)
        for face in faces:
            self._faces[face.family.lower()].append(face)
        self._characters: dict[FontFace, frozenset[int]] = {}

    def __contains__(self, family: str) -> bool:
        return family.lower() in self._faces

    def missing(self, wish: _Wish, characters: set[str]) -> list[str]:
        """Return, in order, the visible characters that none of the families asked for can draw."""
        faces = [self._of_family(family, wish) for family in wish.families if family in self]
        unseen = (char for char in characters if not any(ord(char) in face for face in faces))
        return sorted(char for char in unseen if _is_visible(char))

    def _of_family(self, family: str, wish: _Wish) -> frozenset[int]:
        faces = self._faces[family.lower()]
        face = min(faces, key=lambda face: (face.italic != wish.italic, abs(face.weight - wish.weight)))
        if face not in self._characters:
            self._characters[face] = _characters_of(face)
        return self._characters[face]


def _characters_of(face: FontFace) -> frozenset[int]:
    """Read the character map of a font file."""
    with import_module("fontTools.ttLib").TTFont(face.path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def glyph_problems(document: Any, index: FaceIndex) -> Iterator[str]:
    """Yield what a finished document draws in another font than it asks for."""
    texts = _texts_of(document)
    unknown = {family for wish in texts for family in wish.families if family not in index}
    for family in sorted(unknown - GENERIC_FAMILIES):
        yield f"họ phông “{family}” không có trong bộ phông kèm theo: hãy sửa font-family hoặc thêm @font-face"
    for wish, characters in texts.items():
        if missing := index.missing(wish, characters):
            shown = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in missing[:20])
            more = f" và {len(missing) - 20} ký tự khác" if len(missing) > 20 else ""
            names = ", ".join(wish.families)
            yield f"không họ phông nào trong “{names}” có ký tự {shown}{more}: hãy đổi ký tự hoặc thêm họ phông"
    for family in sorted({font.family for font in document.fonts.values() if font.family not in index}):
        yield f"phông “{family}” không thuộc bộ phông kèm theo"


def _is_visible(char: str) -> bool:
    return unicodedata.category(char) not in _INVISIBLE and not 0xFE00 <= ord(char) <= 0xFE0F


def _texts_of(document: Any) -> dict[_Wish, set[str]]:
    """Gather the characters of all pages by what their boxes ask of the fonts."""
    texts: dict[_Wish, set[str]] = defaultdict(set)
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):
            if text := getattr(box, "text", None):
                style = box.style
                italic = style["font_style"] != "normal"
                texts[_Wish(tuple(style["font_family"]), style["font_weight"], italic)].update(text)
            elif svg := getattr(getattr(box, "replacement", None), "_svg", None):
                for wish, text in _svg_texts(svg.tree):
                    texts[wish].update(text)
    return texts


def _svg_texts(node: Any) -> Iterator[tuple[_Wish, str]]:
    """Yield the texts of a drawn SVG, whose nodes hold inherited attributes; read as weasyprint/svg/text.py does."""
    if node.tag in {"text", "tspan", "textPath"} and node.text:
        families = tuple(name.strip("\"'").strip() for name in node.get("font-family", "sans-serif").split(","))
        weight = str(node.get("font-weight", 400))
        number = int(weight) if weight.isdecimal() else {"bold": 700}.get(weight, 400)
        yield _Wish(families, number, node.get("font-style", "normal") != "normal"), node.text
    for child in node:
        yield from _svg_texts(child)
