"""``index.html``: a run at a glance, the province on top, each unit with its state, its questions and its papers.

Everything that units sent is text here: the template escapes it, and the page may run no script.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from antq_reports.assets import templates_dir

if TYPE_CHECKING:
    from jinja2 import Template

PAGE_FILE = "index.html"
LOOKS = {"used": "used", "missing": "missing", "unusable": "unusable", "sent twice": "twice"}

Link = tuple[str, str]
"""An address within the folder, and the words on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageUnit:
    """One line of the page."""

    name: str
    code: str
    state: str
    look: str
    problems: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    is_province: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """What the page says."""

    title: str
    subtitle: str
    numbers: tuple[tuple[str, str], ...]
    papers: tuple[Link, ...]
    notices: tuple[str, ...]
    changes: tuple[tuple[str, ...], ...]
    more_changes: int
    units: tuple[PageUnit, ...]


def run_page(page: RunPage) -> bytes:
    """The page as UTF-8."""
    return (_template(page_template()).render(page=page) + "\n").encode("utf-8")


def link_to(path: str, words: str) -> Link:
    """A link to a file of the folder.

    >>> link_to("tra-lai/24823 xã.xlsx", "biểu")
    ('tra-lai/24823%20x%C3%A3.xlsx', 'biểu')
    """
    return quote(path), words


def page_template() -> str:
    """The text of the page's template, which is a part of what the page is made from."""
    return (templates_dir() / "papers" / "index.html.j2").read_text(encoding="utf-8")


@cache
def _template(text: str) -> Template:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined).from_string(text)
