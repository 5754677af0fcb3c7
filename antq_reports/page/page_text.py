"""The plain text of a page: what a reader reads, block by block, one blank line between blocks.

Table cells are parted by a tab, no-break spaces are plain. Pictures give their captions, not their descriptions; marks
drawn by the stylesheet (page numbers, running headers) are not part of the text. Each line knows where in it the
figures and dates stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"}
    | {"h1", "h2", "h3", "h4", "header", "hr", "li", "main", "nav", "ol", "p", "section"}
    | {"table", "tbody", "tfoot", "thead", "tr", "ul"}
)
_CELLS = frozenset({"td", "th"})
_HIDDEN = frozenset({"head", "script", "style", "svg", "template"})
_MARKED = frozenset({"data", "time"})
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a page's text: a paragraph, a heading, a row of a table with tabs between its cells."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    """Where the figures and dates (``<data>``, ``<time>``) begin and end, in the order of the page."""


class MarkupParser(HTMLParser):
    """The parser of the standard library, for markup of anybody's."""

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """As browsers do: "<![x" opens a comment; else the parser would stop at it."""
        del report
        return int(self.parse_bogus_comment(i))


class _TextParser(MarkupParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in _CELLS:
            self.parts.append("\t")
        elif tag == "br":
            self.parts.append(" ")
        elif tag in _MARKED and not self._hidden:
            self.parts.append(_OPEN)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in _MARKED and not self._hidden:
            self.parts.append(_CLOSE)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"[ \t\r\n\u00a0]+", " ", _MARKS.sub("", data)))


def page_text(html: str) -> str:
    r"""The text of a page.

    >>> page_text("<h1>Tít</h1><p>Có <b>526&nbsp;súng</b>.</p><table><tr><td>a</td><td>1</td></tr></table>")
    'Tít\n\nCó 526 súng.\n\na\t1\n'
    """
    return text_of(page_lines(html))


def text_of(lines: Iterable[TextLine]) -> str:
    """The lines as one text, one blank line between two."""
    return "\n\n".join(line.text for line in lines) + "\n"


def page_lines(html: str) -> tuple[TextLine, ...]:
    """The lines of a page's text; line `n` of `page_text` is its ``n``-th paragraph.

    >>> page_lines("<p>Có <data>526&nbsp;súng</data>.")
    (TextLine(text='Có 526 súng.', marks=((3, 11),)),)
    """
    parser = _TextParser()
    parser.feed(html)
    parser.close()
    lines = (_tidy(line) for line in "".join(parser.parts).split("\n"))
    return tuple(_marked(line) for line in lines if _MARKS.sub("", line))


def _tidy(line: str) -> str:
    """A line with single spaces; the tab before its first cell goes, those of empty cells stay."""
    spaced = re.sub(r" *\t *", "\t", re.sub(r" {2,}", " ", line)).strip(" ")
    return spaced.removeprefix("\t").rstrip()


def _marked(line: str) -> TextLine:
    """Take the marks out of a line and note where they stood."""
    marks: list[tuple[int, int]] = []
    starts: list[int] = []
    text = ""
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", line):
        if piece == _OPEN:
            starts.append(len(text))
        elif piece == _CLOSE:
            if starts:
                marks.append((starts.pop(), len(text)))
        else:
            text += piece
    return TextLine(text, tuple(marks))
