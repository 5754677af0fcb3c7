"""HTML: one file, the evidence in one block of JSON at its end, which no browser shows or runs.

The page without the block comes back byte for byte, so that its hash can be told in the block.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from antq_reports.formats.brief_format import BriefFormat

_OPEN = '<script type="application/json" id="antq-evidence">'
_CLOSE = "</script>\n"
_PLACE = "</body>"


def carry(html: str, files: Mapping[str, bytes]) -> str:
    """The page with the files inside; they are UTF-8 texts.

    >>> carried_files(carry("<body></body>", {"a.txt": b"</script>"}))
    ('<body></body>', {'a.txt': b'</script>'})
    """
    texts = {name: data.decode("utf-8") for name, data in files.items()}
    block = json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c")
    place = html.rfind(_PLACE)
    place = len(html) if place < 0 else place
    return f"{html[:place]}{_OPEN}{block}{_CLOSE}{html[place:]}"


def carried_files(html: str) -> tuple[str, dict[str, bytes]]:
    """The page as it was before `carry`, and the files; none where the page carries none.

    Raises `ValueError` for a block that cannot be read.
    """
    start = html.rfind(_OPEN)
    if start < 0:
        return html, {}
    inside = start + len(_OPEN)
    end = html.find(_CLOSE, inside)
    try:
        texts = json.loads(html[inside:end]) if end >= 0 else None
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise ValueError("not a table of texts")
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    return html[:start] + html[end + len(_CLOSE) :], files


HTML = BriefFormat(
    name="html",
    endings=(".html", ".htm"),
    write=lambda brief: brief.html.encode("utf-8"),
    read=lambda data: carried_files(data.decode("utf-8"))[1],
)
