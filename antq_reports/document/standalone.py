"""One HTML file that stands alone: stylesheet, fonts and pictures inside it.

It is the page the PDF is made from, with its ``antq:`` addresses replaced by the bytes they stand for. It asks nobody
for anything: no script, no address that a browser would fetch.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from typing import Protocol

_ADDRESS = re.compile(r"antq:[A-Za-z]+/[A-Za-z0-9._-]+")

_HEAD_END = re.compile(r"</head\s*>|<body\b", re.IGNORECASE)


class Embeddable(Protocol):
    """Bytes with a media type: a font or a prepared photo."""

    @property
    def data(self) -> bytes:
        """The bytes."""

    @property
    def mime(self) -> str:
        """The media type they are in."""


def standalone_html(html: str, css: str, fonts: Mapping[str, Embeddable], pictures: Mapping[str, Embeddable]) -> str:
    """The page with everything it needs inside."""
    body = _ADDRESS.sub(_embedder(pictures), html)
    style = f"<style>\n{_ADDRESS.sub(_embedder(fonts), css)}</style>\n"
    head_end = _HEAD_END.search(body)
    place = head_end.start() if head_end else len(body)
    return body[:place] + style + body[place:]


def _embedder(resources: Mapping[str, Embeddable]) -> Callable[[re.Match[str]], str]:
    def embed(match: re.Match[str]) -> str:
        resource = resources.get(match.group())
        if resource is None:
            return match.group()
        return f"data:{resource.mime};base64,{base64.b64encode(resource.data).decode('ascii')}"

    return embed
