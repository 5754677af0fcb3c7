"""The plain text of a page: what a reader reads, block by block, one blank line between blocks.

Table cells are parted by a tab, no-break spaces are plain. Pictures give their captions, not their descriptions; marks
drawn by the stylesheet (page numbers, running headers) are not part of the text.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"}
    | {"h1", "h2", "h3", "h4", "header", "hr", "li", "main", "nav", "ol", "p", "section"}
    | {"table", "tbody", "tfoot", "thead", "tr", "ul"}
)
_CELLS = frozenset({"td", "th"})
_HIDDEN = frozenset({"head", "script", "style", "svg", "template"})


class _TextParser(HTMLParser):
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

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"[ \t\r\n\u00a0]+", " ", data))


def page_text(html: str) -> str:
    r"""The text of a page.

    >>> page_text("<h1>Tít</h1><p>Có <b>526&nbsp;súng</b>.</p><table><tr><td>a</td><td>1</td></tr></table>")
    'Tít\n\nCó 526 súng.\n\na\t1\n'
    """
    parser = _TextParser()
    parser.feed(html)
    parser.close()
    lines = (_tidy(line) for line in "".join(parser.parts).split("\n"))
    return "\n\n".join(line for line in lines if line) + "\n"


def _tidy(line: str) -> str:
    """A line with single spaces; the tab before its first cell goes, those of empty cells stay."""
    spaced = re.sub(r" *\t *", "\t", re.sub(r" {2,}", " ", line)).strip(" ")
    return spaced.removeprefix("\t").rstrip()
