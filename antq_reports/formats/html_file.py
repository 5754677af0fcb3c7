"""HTML: one file, the evidence packed in one block at its end, which no browser shows or runs.

The block is JSON: a string, the table of the files packed (xz, base64); the first version wrote the table itself, ten
times as long. The page without the block comes back byte for byte, so that its hash can be told in the block.
"""

from __future__ import annotations

import base64
import json
import lzma
from collections.abc import Mapping

from antq_reports.formats.brief_format import BriefFormat
from antq_reports.pdf.drawn_content import LARGEST_FILES

_OPEN = '<script type="application/json" id="antq-evidence">'
_CLOSE = "</script>\n"
_PLACE = "</body>"
_PRESET = 3
"""Half of what zlib makes of a province's ledger, in the same time."""
_MOST_MEMORY = 64_000_000
"""Bytes that unpacking may take; what is packed here takes a tenth."""


def carry(html: str, files: Mapping[str, bytes]) -> str:
    """The page with the files inside; they are UTF-8 texts.

    >>> carried_files(carry("<body></body>", {"a.txt": b"</script>"}))
    ('<body></body>', {'a.txt': b'</script>'})
    """
    texts = {name: data.decode("utf-8") for name, data in files.items()}
    table = json.dumps(texts, ensure_ascii=False).encode("utf-8")
    block = json.dumps(base64.b64encode(lzma.compress(table, preset=_PRESET)).decode("ascii"))
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
        block = json.loads(html[inside:end]) if end >= 0 else None
        texts = json.loads(_unpacked(block)) if isinstance(block, str) else block
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise ValueError("not a table of texts")
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    return html[:start] + html[end + len(_CLOSE) :], files


def _unpacked(block: str) -> bytes:
    """The bytes packed in a text; never more than a PDF may carry."""
    unpacker = lzma.LZMADecompressor(memlimit=_MOST_MEMORY)
    try:
        data = unpacker.decompress(base64.b64decode(block, validate=True), LARGEST_FILES + 1)
    except lzma.LZMAError as error:
        raise ValueError("not packed") from error
    if len(data) > LARGEST_FILES or not unpacker.eof or unpacker.unused_data:
        raise ValueError("too large, or cut short")
    return data


HTML = BriefFormat(
    name="html",
    endings=(".html", ".htm"),
    write=lambda brief: brief.html.encode("utf-8"),
    read=lambda data: carried_files(data.decode("utf-8"))[1],
)
