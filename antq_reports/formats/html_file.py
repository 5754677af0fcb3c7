"""HTML: one file, the evidence in one block at its end, which no browser shows or runs.

The block is JSON, deflated and in Base64: a fifth of its length. Briefs of before have the JSON itself. The page
without the block comes back byte for byte, so that its hash can be told in the block.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping

from antq_reports.formats.brief_format import BriefFormat

_PLAIN_OPEN = '<script type="application/json" id="antq-evidence">'
_OPEN = '<script type="application/zlib" id="antq-evidence">'
MAX_EVIDENCE_BYTES = 100_000_000
"""What a block may unfold to: no brief carries a hundredth of it."""
_CLOSE = "</script>\n"
_PLACE = "</body>"


def carry(html: str, files: Mapping[str, bytes]) -> str:
    """The page with the files inside; they are UTF-8 texts.

    >>> carried_files(carry("<body></body>", {"a.txt": b"</script>"}))
    ('<body></body>', {'a.txt': b'</script>'})
    """
    texts = {name: data.decode("utf-8") for name, data in files.items()}
    block = base64.b64encode(zlib.compress(json.dumps(texts, ensure_ascii=False).encode("utf-8"), 9)).decode("ascii")
    place = html.rfind(_PLACE)
    place = len(html) if place < 0 else place
    return f"{html[:place]}{_OPEN}{block}{_CLOSE}{html[place:]}"


def carried_files(html: str) -> tuple[str, dict[str, bytes]]:
    """The page as it was before `carry`, and the files; none where the page carries none.

    Raises `ValueError` for a block that cannot be read.
    """
    start, opening = max((html.rfind(each), each) for each in (_OPEN, _PLAIN_OPEN))
    if start < 0:
        return html, {}
    inside = start + len(opening)
    end = html.find(_CLOSE, inside)
    try:
        block = html[inside:end] if end >= 0 else "null"
        texts = json.loads(block if opening == _PLAIN_OPEN else _unfolded(block))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise ValueError("not a table of texts")
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    return html[:start] + html[end + len(_CLOSE) :], files


def _unfolded(block: str) -> bytes:
    """What was deflated. Raises `ValueError` for what was not, or unfolds to more than a brief can carry."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(base64.b64decode(block, validate=True), MAX_EVIDENCE_BYTES)
    except zlib.error as error:
        raise ValueError("not deflated") from error
    if not unpacking.eof:
        raise ValueError("cut short, or longer than a brief can carry")
    return data


HTML = BriefFormat(
    name="html",
    endings=(".html", ".htm"),
    write=lambda brief: brief.html.encode("utf-8"),
    read=lambda data: carried_files(data.decode("utf-8"))[1],
)
