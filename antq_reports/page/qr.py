"""QR codes: a web address becomes one inline SVG.

Owns the check that an address is one (http or https, a host, no spaces, no password) and the drawing: a single path
of filled runs on a grid of one unit per module, error level M, a quiet zone of two modules. The picture has no size
of its own; the style gives it one. The same address gives the same text. Importing this module does not load segno.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from antq_reports.errors import Refusal, TextError

MAX_URL_CHARS: Final = 500
QUIET_ZONE: Final = 2

_KEPT: Final = "%/:=&?~#+!$,;'@()*[]"


def qr_svg(url: str, title: str) -> Markup:
    """An inline SVG of the QR code of ``url``, whose text alternative is ``title``.

    >>> print(qr_svg("https://baoquangnam.vn/", "Bài gốc")[:89])
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29" shape-rendering="crispEdges">
    >>> qr_svg("javascript:alert(1)", "Bài gốc")
    Traceback (most recent call last):
    antq_reports.errors.TextError: địa chỉ “javascript:alert(1)” không bắt đầu bằng http:// hoặc https://; \
hãy ghi đầy đủ, ví dụ https://baoquangnam.vn
    """
    import segno

    if not title.strip() or not title.isprintable():
        raise TextError(
            Refusal("tên của mã QR để trống hoặc có ký tự điều khiển", "hãy ghi một dòng chữ, ví dụ “Bài gốc”")
        )
    code = segno.make(web_address(url), error="m", boost_error=False, micro=False)
    side = len(code.matrix) + 2 * QUIET_ZONE
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        '<title>{title}</title><path fill="#000" d="{path}"/></svg>'
    ).format(side=side, title=escape(title), path=_path(code.matrix))


def web_address(url: str) -> str:
    """``url`` in ASCII, as phones read it from a QR code; TextError when it is no plain web address.

    >>> web_address("https://baolamdong.vn/tin-tức?p=1")
    'https://baolamdong.vn/tin-t%E1%BB%A9c?p=1'
    """
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in url[:80])
    shown += "…" if len(url) > len(shown) else ""
    reason = _address_fault(url)
    if reason:
        raise TextError(Refusal(f"địa chỉ “{shown}” {reason}", "hãy ghi đầy đủ, ví dụ https://baoquangnam.vn"))
    address = _ascii(url)
    if len(address) > MAX_URL_CHARS:
        reason = f"dài {len(address)} ký tự khi mã hóa, tối đa {MAX_URL_CHARS}"
        raise TextError(Refusal(f"địa chỉ “{shown}” {reason}", "hãy dùng địa chỉ ngắn hơn"))
    return address


def _address_fault(url: str) -> str:
    """Why ``url`` is no plain web address; empty when it is one."""
    if not url.isprintable() or any(char.isspace() for char in url):
        return "có khoảng trắng hoặc ký tự điều khiển"
    if not url.lower().startswith(("http://", "https://")):
        return "không bắt đầu bằng http:// hoặc https://"
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        _ = parts.port
    except ValueError:
        return "không đúng dạng địa chỉ mạng"
    if not host:
        return "thiếu tên máy chủ"
    if "@" in parts.netloc:
        return "có tên đăng nhập hoặc mật khẩu"
    return ""


def _ascii(url: str) -> str:
    """``url`` with its host in IDNA and everything else that is not ASCII percent-encoded."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    netloc = host if parts.port is None else f"{host}:{parts.port}"
    rest = (parts.path, parts.query, parts.fragment)
    path, query, fragment = (quote(text, safe=_KEPT) for text in rest)
    return parts._replace(netloc=netloc, path=path, query=query, fragment=fragment).geturl()


def _path(matrix: Iterable[Iterable[int]]) -> str:
    """The dark modules as path data: one rectangle for each run of neighbours in a row."""
    runs: list[str] = []
    for y, row in enumerate(matrix, start=QUIET_ZONE):
        x = QUIET_ZONE
        for module, group in groupby(row):
            length = sum(1 for _ in group)
            if module:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(runs)
