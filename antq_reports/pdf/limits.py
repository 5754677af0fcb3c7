"""What is refused before WeasyPrint sees it: too much, of the wrong kind, or not what it says it is.

A guard against accidents and plain denial of service. It bounds neither time nor memory: run untrusted stylesheets
and templates in a worker process that has limits of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from antq_reports.errors import PdfError
from antq_reports.pdf.fetcher import SCHEME
from antq_reports.pdf.values import PdfAttachment, Resource

LONGEST_HTML = 5_000_000
"""Bytes of UTF-8."""
LONGEST_CSS = 1_000_000
"""Bytes of UTF-8."""
LARGEST_RESOURCE = 20_000_000
"""Bytes, of one font, picture or attachment."""

_SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/webp": (b"RIFF",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/svg+xml": (b"<svg", b"<?xml", b"<!--"),
    "font/ttf": (b"\x00\x01\x00\x00",),
    "font/otf": (b"OTTO",),
    "font/woff2": (b"wOF2",),
}
"""The media types served, and how their files begin. WOFF 1 is left out: it is stamped with the time when loaded."""


def check_inputs(html: str, css: str, resources: Iterable[tuple[str, Resource]]) -> None:
    """Raise `PdfError` with everything that is too large, of an unknown kind or mislabelled."""
    problems = [*_text_problems("trang HTML", html, LONGEST_HTML), *_text_problems("CSS", css, LONGEST_CSS)]
    for key, resource in resources:
        problems.extend(_resource_problems(key, resource))
    _refuse(problems)


def check_attachments(attachments: Iterable[PdfAttachment]) -> None:
    """Raise `PdfError` with every attachment that is too large or has no name of its own."""
    _refuse(list(_attachment_problems(attachments)))


def _refuse(problems: list[str]) -> None:
    if problems:
        raise PdfError(tuple(problems))


def merged(first: Mapping[str, Resource], second: Mapping[str, Resource]) -> dict[str, Resource]:
    """Put two bundles together; raise `PdfError` where one key stands for two contents.

    >>> merged({"antq:img/a": Resource(b"1", "image/png")}, {"antq:img/a": Resource(b"1", "image/png")})
    {'antq:img/a': Resource(mime='image/png')}
    """
    clashes = [key for key in first.keys() & second.keys() if first[key] != second[key]]
    if clashes:
        raise PdfError(tuple(f"khóa “{key}” chỉ hai nội dung khác nhau" for key in sorted(clashes)))
    return {**first, **second}


def _text_problems(name: str, text: str, longest: int) -> Iterator[str]:
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        yield f"{name} có mã Unicode hỏng ở vị trí {error.start}: hãy làm sạch văn bản nguồn"
        return
    if size > longest:
        yield f"{name} dài {size} byte, quá giới hạn {longest} byte"


def _resource_problems(key: str, resource: Resource) -> Iterator[str]:
    if not key.startswith(SCHEME):
        yield f"khóa tài nguyên “{key}” phải bắt đầu bằng “{SCHEME}”"
    if len(resource.data) > LARGEST_RESOURCE:
        yield f"tài nguyên “{key}” nặng {len(resource.data)} byte, quá giới hạn {LARGEST_RESOURCE} byte"
    signatures = _SIGNATURES.get(resource.mime)
    if signatures is None:
        yield f"tài nguyên “{key}”: kiểu “{resource.mime}” không được phép, chỉ dùng {', '.join(_SIGNATURES)}"
    elif not resource.data.startswith(signatures):
        yield f"tài nguyên “{key}” không phải là tệp kiểu “{resource.mime}”"
    elif resource.mime in {"font/ttf", "font/otf"} and _is_cut_short(resource.data):
        yield f"phông “{key}” bị thiếu dữ liệu: hãy chép lại tệp phông, hoặc cài lại antq-reports"
    elif resource.mime in {"font/ttf", "font/otf"} and b"fvar" in _table_tags(resource.data):
        yield f"phông “{key}” là phông biến thiên: hãy dùng tệp tĩnh, mỗi kiểu chữ một tệp"


def _table_tags(font: bytes) -> set[bytes]:
    """Read the table directory of an OpenType font: 12 bytes of header, then 16 bytes a table."""
    count = int.from_bytes(font[4:6], "big")
    return {font[12 + 16 * number : 16 + 16 * number] for number in range(count)}


def _is_cut_short(font: bytes) -> bool:
    """Whether an OpenType font has no tables, or one ending beyond the file: Pango ends the process on such a font."""
    count = int.from_bytes(font[4:6], "big")
    ends = (
        int.from_bytes(font[at + 8 : at + 12], "big") + int.from_bytes(font[at + 12 : at + 16], "big")
        for at in range(12, 12 + 16 * count, 16)
    )
    return count == 0 or len(font) < 12 + 16 * count or any(end > len(font) for end in ends)


def _attachment_problems(attachments: Iterable[PdfAttachment]) -> Iterator[str]:
    names: set[str] = set()
    for attachment in attachments:
        if attachment.name in names or not attachment.name:
            yield f"tên tệp đính kèm “{attachment.name}” bị trống hoặc trùng"
        names.add(attachment.name)
        if len(attachment.data) > LARGEST_RESOURCE:
            yield f"tệp đính kèm “{attachment.name}” nặng quá giới hạn {LARGEST_RESOURCE} byte"
