"""One HTML file that stands alone: stylesheet, fonts and pictures inside it.

It is the page the PDF is made from, with its ``antq:`` addresses replaced by the bytes they stand for. It asks nobody for
anything: no script, no address that a browser would fetch.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping

from antq_reports.document.photos import PreparedPhoto
from antq_reports.pdf import PdfStyle, Resource

_ADDRESS = re.compile(r"antq:[A-Za-z]+/[A-Za-z0-9._-]+")


def standalone_html(html: str, style: PdfStyle, images: Mapping[str, PreparedPhoto]) -> str:
    """The page with everything it needs inside."""
    pictures = {key: Resource(photo.data, photo.mime) for key, photo in images.items()}
    css = _ADDRESS.sub(_embedder(style.resources), style.css)
    body = _ADDRESS.sub(_embedder(pictures), html)
    return body.replace("</head>", f"<style>\n{css}</style>\n</head>", 1)


def _embedder(resources: Mapping[str, Resource]) -> Callable[[re.Match[str]], str]:
    def embed(match: re.Match[str]) -> str:
        resource = resources.get(match.group())
        if resource is None:
            return match.group()
        return f"data:{resource.mime};base64,{base64.b64encode(resource.data).decode('ascii')}"

    return embed
