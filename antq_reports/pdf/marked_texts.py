r"""Figures and dates as a PDF needs them: their text without the elements around it, and where each of them stands.

An HTML page has an element around every figure. In a PDF it shows nothing, and costs: every figure would be cascaded,
laid out, drawn and tagged for itself. So the elements are taken away before WeasyPrint sees the page, unless the style
draws them; a text that must not break keeps its spaces as no-break spaces. A mark that no text may hold stands at the
place of each, and is taken out of the parsed page with its place noted.

>>> lightened('<p>Thu <data class="figure n" value="5">5 súng</data></p>', draws=False).replace(MARK, "|")
'<p>Thu |5\xa0súng</p>'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final, NamedTuple

MARK: Final = "\ufdd1"
"""A code point that Unicode keeps free of characters for ever."""
NO_BREAK_SPACE: Final = "\u00a0"

_MARKED = re.compile(r"<(data|time)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_UNBROKEN_CLASS = re.compile(r"""\sclass=["'](?:[^"']*\s)?n(?:\s[^"']*)?["']""")
_UNBROKEN = re.compile(r'<span class="n">([^<]*)</span>')
_OPENINGS = re.compile(r"(?:<[^>]*>)*")
_SPACE_BEFORE = re.compile(r'(?<=[^\s>]) (?=<(?:(?:data|time)\b|span class="n">))')
_SURE = re.compile(r"(?:[^\W_]|[\s.,:%+()]|&[a-z]+;|[/-](?=\d))*")
"""Where Unicode's rules (UAX 14) break at spaces alone."""
_DRAWS = re.compile(r"(?<![\w.#-])(?:data|time)(?![\w-])|\.(?:figure|n)(?![\w-])|\[")
_PLAIN_RULE = (".n", "white-space:nowrap")
"""The one rule that no-break spaces stand for."""


class Mark(NamedTuple):
    """Where a figure begins."""

    element: Any
    """The element whose own text it stands in."""
    offset: int
    """How many characters that are no spaces stand before it there."""


def draws_marked(css: str) -> bool:
    """Whether a stylesheet draws the elements of figures and dates on paper.

    >>> (
    ...     draws_marked(".n { white-space: nowrap; } @media screen { data { color: red } }"),
    ...     draws_marked("p data { color: red }"),
    ... )
    (False, True)
    """
    rules = import_module("tinycss2").parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return any(map(_draws, rules))


def _draws(rule: Any) -> bool:
    tinycss2 = import_module("tinycss2")
    prelude = tinycss2.serialize(rule.prelude).strip() if hasattr(rule, "prelude") else ""
    content = getattr(rule, "content", None) or []
    if rule.type == "at-rule" and rule.lower_at_keyword in {"font-face", "page"}:
        return False
    if rule.type == "at-rule":
        inner = tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True)
        return prelude.lower() != "screen" and any(map(_draws, inner))
    declared = re.sub(r"[\s;]", "", tinycss2.serialize(content))
    return (prelude, declared) != _PLAIN_RULE and bool(_DRAWS.search(prelude) or "{" in declared)


def lightened(html: str, *, draws: bool) -> str:
    """The page with a mark where every figure and date begins; without their elements unless the style draws them.

    The space before an element that stays gets an inline of its own: where the text before it fits a line and that
    space does not, WeasyPrint 70 would break the line after the text's first word.
    """
    html = _MARKED.sub(_marked if draws else _bare, html.replace(MARK, "\ufffd"))
    if not draws:
        html = _UNBROKEN.sub(lambda match: _unbroken(match[1]) or match[0], html)
    return _SPACE_BEFORE.sub("<span> </span>", html)


def _marked(match: re.Match[str]) -> str:
    name, attributes, inner = match.groups()
    start = len(_OPENINGS.match(inner)[0])  # type: ignore[index]
    return f"<{name}{attributes}>{inner[:start]}{MARK}{inner[start:]}</{name}>"


def _bare(match: re.Match[str]) -> str:
    _, attributes, inner = match.groups()
    if _UNBROKEN_CLASS.search(attributes):
        inner = (
            f'<span class="n">{inner}</span>' if "<" in inner else _unbroken(inner) or f'<span class="n">{inner}</span>'
        )
    start = len(_OPENINGS.match(inner)[0])  # type: ignore[index]
    return f"{inner[:start]}{MARK}{inner[start:]}"


def _unbroken(text: str) -> str:
    """The text with no-break spaces; nothing where they would not keep it together."""
    return text.replace(" ", NO_BREAK_SPACE) if _SURE.fullmatch(text.replace(MARK, "")) else ""


def take_marks(root: Any) -> tuple[Mark, ...]:
    """The marks of a parsed page in its order; they are taken out."""
    return tuple(_taken(root))


def _taken(element: Any) -> Iterator[Mark]:
    seen = 0
    if isinstance(element.tag, str):
        if MARK in (element.text or ""):
            for offset in _offsets(element.text):
                yield Mark(element, offset)
            element.text = element.text.replace(MARK, "")
        seen = inked(element.text)
    for child in element:
        yield from _taken(child)
        if MARK in (child.tail or ""):
            for offset in _offsets(child.tail):
                yield Mark(element, seen + offset)
            child.tail = child.tail.replace(MARK, "")
        seen += inked(child.tail)


def _offsets(text: str) -> Iterator[int]:
    before = 0
    for part in text.split(MARK)[:-1]:
        before += inked(part)
        yield before


def inked(text: str | None) -> int:
    """How many characters of a text are no spaces.

    >>> inked("Thu hồi"), inked(None)
    (6, 0)
    """
    return len("".join((text or "").split()))
