"""What a PDF really shows, and the files it carries: read back by PDFium, which knows nothing of how it was made.

Text comes from the drawing operators of the page, through the fonts that are embedded, not from anything attached. It
is put in reading order by the structure tree: one block per paragraph, heading or table cell, cut up as it was drawn,
a piece per line or change of font. What stands outside the tree (running heads, page numbers, anything pasted on
later) is listed apart, as are marks and notes laid over the page. PDFium is entered by one thread at a time.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from antq_reports.errors import PdfError
from antq_reports.pdf.ink import MOST_PIXELS, Box, box_of, covers, overdrawn, text_boxes, unseen_texts
from antq_reports.pdf.layout import fold
from antq_reports.pdf.values import DrawnBlock, DrawnPage, PdfContent

LONGEST_FILE = 100_000_000
"""Bytes."""
MOST_PAGES = 500
MOST_FILES = 50
LARGEST_FILES = 50_000_000
"""Bytes of all attached files, unpacked: those of a brief have some ten thousand."""
MOST_ELEMENTS = 200_000
"""Of the structure tree of one page."""
DEEPEST = 200
"""Levels of the structure tree."""

_INLINE = frozenset({"", "Span", "NonStruct", "Link", "Em", "Strong", "Quote", "Code", "Reference"})
_TABLE_HEAD = "THead"
_KIND = re.compile("FPDF_ANNOT_([A-Z0-9]+)")
"""PDFium's names for the kinds of annotation; what has more parts is another list."""
_lock = threading.Lock()


def read_pdf(data: bytes) -> PdfContent:
    """The drawn text, page by page, and the pictures. Raises `PdfError` for what is no readable PDF."""
    with _lock, _opened(data) as document:
        pages = tuple(_page(document[index], index + 1) for index in range(len(document)))
        return PdfContent(pages=pages, pictures=tuple(_pictures(document)))


def read_attached_files(data: bytes) -> dict[str, bytes]:
    """The attached files. Raises `PdfError` for what is no readable PDF."""
    with _lock, _opened(data) as document:
        return _files(document)


def hidden_things(data: bytes) -> list[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """Of every page: its number, the texts that are drawn and cannot be seen, the kinds of things drawn over text."""
    raw = import_module("pypdfium2.raw")
    with _lock, _opened(data) as document:
        numbered = ((index + 1, document[index]) for index in range(len(document)))
        return [(number, _unseen(raw, page), tuple(overdrawn(raw, page))) for number, page in numbered]


def _unseen(raw: Any, page: Any) -> tuple[str, ...]:
    text_page = raw.FPDFText_LoadPage(page)
    try:
        return tuple(unseen_texts(raw, page, text_page))
    finally:
        raw.FPDFText_ClosePage(text_page)


def page_images(data: bytes, scale: float) -> list[bytes]:
    """The pages as pixels, without annotations; `scale` is pixels per point. Comparable within one process."""
    with _lock, _opened(data) as document:
        return [_pixels(document[index], scale) for index in range(len(document))]


def _pixels(page: Any, scale: float) -> bytes:
    if page.get_width() * page.get_height() * scale**2 > MOST_PIXELS:
        raise PdfError((f"trang PDF quá lớn: quá {MOST_PIXELS} điểm ảnh",))
    bitmap = page.render(scale=scale, draw_annots=False, may_draw_forms=False)
    size = f"{bitmap.width}x{bitmap.height}:".encode()
    return size + bytes(bitmap.buffer)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    if len(data) > LONGEST_FILE:
        raise PdfError((f"tệp nặng {len(data)} byte, quá giới hạn {LONGEST_FILE} byte",))
    pdfium = import_module("pypdfium2")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise PdfError(("tệp không phải là PDF đọc được: bị hỏng, bị cắt hoặc có mật khẩu",)) from error
    try:
        if not 0 < len(document) <= MOST_PAGES:
            raise PdfError((f"tệp có {len(document)} trang, chỉ đọc từ 1 đến {MOST_PAGES} trang",))
        yield document
    except pdfium.PdfiumError as error:
        raise PdfError((f"không đọc được hết tệp PDF [{error}]",)) from error
    finally:
        document.close()


# --- text ---------------------------------------------------------------------------------------------------------


def _page(page: Any, number: int) -> DrawnPage:
    raw = import_module("pypdfium2.raw")
    text_page = raw.FPDFText_LoadPage(page)
    try:
        texts = _texts_by_mark(raw, text_page)
    finally:
        raw.FPDFText_ClosePage(text_page)
    blocks: list[DrawnBlock] = []
    for kind, marks in _marks_by_block(raw, page):
        pieces = tuple(text for mark in marks if (text := fold(texts.pop(mark, ""))))
        if pieces:
            blocks.append(DrawnBlock(kind=kind, pieces=pieces))
    loose = tuple(text for text in map(fold, texts.values()) if text)
    return DrawnPage(number=number, blocks=tuple(blocks), loose=loose, overlays=tuple(_overlays(raw, page)))


def _texts_by_mark(raw: Any, text_page: Any) -> dict[int, str]:
    """The characters drawn, by the number of the marked content they belong to; -1 for those in none."""
    texts: dict[int, list[str]] = {}
    for index in range(raw.FPDFText_CountChars(text_page)):
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        drawn = raw.FPDFText_GetTextObject(text_page, index)
        mark = raw.FPDFPageObj_GetMarkedContentID(drawn) if drawn else -1
        hyphen = raw.FPDFText_IsHyphen(text_page, index) == 1
        texts.setdefault(mark, []).append("-" if hyphen else chr(raw.FPDFText_GetUnicode(text_page, index)))
    return {mark: "".join(characters) for mark, characters in texts.items()}


def _marks_by_block(raw: Any, page: Any) -> list[tuple[str, list[int]]]:
    """The marked contents of a page in reading order, gathered by the block of the structure tree they stand in."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    blocks: list[tuple[str, list[int]]] = []
    if not tree:
        return blocks
    try:
        open_block = None
        for kind, key, mark in _leaves(raw, tree):
            if key != open_block:
                blocks.append((kind, []))
                open_block = key
            blocks[-1][1].append(mark)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return blocks


def _leaves(raw: Any, tree: Any) -> Iterator[tuple[str, int, int]]:
    """Every marked content: the kind of block it is in, a number for that block, its own number."""
    count = raw.FPDF_StructTree_CountChildren(tree)
    waiting = [(raw.FPDF_StructTree_GetChildAtIndex(tree, index), "", 0, 1) for index in reversed(range(count))]
    seen = 0
    while waiting:
        element, kind, block, depth = waiting.pop()
        seen += 1
        if seen > MOST_ELEMENTS or depth > DEEPEST:
            raise PdfError((f"cây cấu trúc của trang quá lớn: quá {MOST_ELEMENTS} phần tử hoặc {DEEPEST} tầng",))
        if isinstance(element, int):
            yield kind, block, element
            continue
        found = _text_of(raw.FPDF_StructElement_GetType, element)
        if found not in _INLINE:
            kind, block = _kind_below(found, kind), seen
        waiting += reversed([(child, kind, block, depth + 1) for child in _children(raw, element)])


def _kind_below(found: str, above: str) -> str:
    """The kind of an element within another; the cells of a table's head keep the head's, those of a row their own."""
    in_head = above == _TABLE_HEAD and found in ("TR", "TH")
    return above if in_head else found


def _children(raw: Any, element: Any) -> Iterator[Any]:
    """Child elements, and marked contents as numbers."""
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield child
        elif (mark := raw.FPDF_StructElement_GetChildMarkedContentID(element, index)) >= 0:
            yield mark


def _text_of(function: Any, *given: Any) -> str:
    size = function(*given, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    function(*given, buffer, size)
    return bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace")


# --- what else the file holds ---------------------------------------------------------------------------------------


def _overlays(raw: Any, page: Any) -> Iterator[str]:
    """The kinds of annotation that may hide or add something."""
    names = {value: found[1] for name, value in vars(raw).items() if (found := _KIND.fullmatch(name))}
    count = raw.FPDFPage_GetAnnotCount(page)
    texts = text_boxes(raw, page) if count else []
    for index in range(count):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = names.get(raw.FPDFAnnot_GetSubtype(annotation), "UNKNOWN")
        harmless = _is_harmless(raw, annotation, kind, texts)
        raw.FPDFPage_CloseAnnot(annotation)
        if not harmless:
            yield kind


def _is_harmless(raw: Any, annotation: Any, kind: str, texts: Sequence[Box]) -> bool:
    """A link without a picture of its own, and the field of a signature put on later where there is no text."""
    if kind == "LINK":
        return not raw.FPDFAnnot_HasKey(annotation, b"AP")
    if kind != "WIDGET" or _text_of(raw.FPDFAnnot_GetStringValue, annotation, b"FT") != "Sig":
        return False
    place = raw.FS_RECTF()
    known = raw.FPDFAnnot_GetRect(annotation, place)
    return bool(known) and not covers(box_of(place.left, place.bottom, place.right, place.top), texts)


def _files(document: Any) -> dict[str, bytes]:
    count = document.count_attachments()
    if count > MOST_FILES:
        raise PdfError((f"tệp có {count} tệp đính kèm, quá giới hạn {MOST_FILES}",))
    attachments = [document.get_attachment(index) for index in range(count)]
    names = [attachment.get_name() for attachment in attachments]
    if len(set(names)) < count:
        raise PdfError(("có hai tệp đính kèm cùng tên",))
    size = sum(_size(attachment) for attachment in attachments)
    if size > LARGEST_FILES:
        raise PdfError((f"các tệp đính kèm nặng {size} byte, quá giới hạn {LARGEST_FILES} byte",))
    return {name: bytes(each.get_data()) for name, each in zip(names, attachments, strict=True)}


def _size(attachment: Any) -> int:
    """The bytes of an attached file, unpacked."""
    size = ctypes.c_ulong()
    import_module("pypdfium2.raw").FPDFAttachment_GetFile(attachment, None, 0, size)
    return int(size.value)


def _pictures(document: Any) -> Iterator[bytes]:
    """The embedded pictures as they are stored."""
    image = import_module("pypdfium2.raw").FPDF_PAGEOBJ_IMAGE
    for index in range(len(document)):
        for found in document[index].get_objects(filter=[image]):
            yield bytes(found.get_data(decode_simple=False))
