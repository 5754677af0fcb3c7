"""PDF briefs whose text stays: figures hidden from the eye; files saved anew or signed, which changes nothing."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pikepdf
from mutating import DIGITS, DrawnBrief, Glyph, Mutation, saved
from pikepdf import Pdf

WHITE_PATCH = b"q 0.75 0 0 0.75 0 0 cm /a1.0 gs 1 1 1 rg %f %f %f %f re f Q"


# --- what is there and cannot be seen -------------------------------------------------------------------------------


def hidings(brief: DrawnBrief) -> Iterator[Mutation]:
    """A figure is in the file and not on the page: covered, white, invisible, elsewhere."""
    for site in brief.sites:
        if not any(glyph.char in DIGITS for glyph in site.glyphs):
            continue
        first = site.glyphs[0]
        for name, way in _WAYS.items():
            data = _hidden(brief, first, way)
            yield Mutation(name=f"hide: {name}", data=data, claim="look", kinds=(), page=first.page + 1)


def _hidden(brief: DrawnBrief, glyph: Glyph, way: Callable[[Pdf, list[Any], int], None]) -> bytes:
    with Pdf.open(io.BytesIO(brief.data)) as pdf:
        page = pdf.pages[glyph.page]
        instructions = list(pikepdf.parse_content_stream(page))
        way(pdf, instructions, glyph.instruction)
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
        return saved(pdf)


def _operator(source: bytes) -> list[Any]:
    with Pdf.new() as scratch:
        return list(pikepdf.parse_content_stream(scratch.make_stream(source)))


def _covered(_: Pdf, instructions: list[Any], index: int) -> None:
    matrix = next(each for each in reversed(instructions[:index]) if str(each.operator) == "Tm")
    size = next(each for each in reversed(instructions[:index]) if str(each.operator) == "Tf")
    x, y, height = float(matrix.operands[4]), float(matrix.operands[5]), float(size.operands[1])
    instructions += _operator(WHITE_PATCH % (x - 1, y - height, 300, height * 1.3))


def _around(before: bytes, after: bytes) -> Callable[[Pdf, list[Any], int], None]:
    def way(_: Pdf, instructions: list[Any], index: int) -> None:
        instructions[index : index + 1] = [*_operator(before), instructions[index], *_operator(after)]

    return way


def _moved(_: Pdf, instructions: list[Any], index: int) -> None:
    place = max(number for number in range(index) if str(instructions[number].operator) == "Tm")
    matrix = [float(number) for number in instructions[place].operands]
    instructions[place] = _operator(b"%f %f %f %f %f %f Tm" % (*matrix[:4], matrix[4] + 5000, matrix[5]))[0]


_WAYS: dict[str, Callable[[Pdf, list[Any], int], None]] = {
    "covered": _covered,
    "white": _around(b"1 1 1 rg", b"0 0 0 rg"),
    "mode 3": _around(b"3 Tr", b"0 Tr"),
    "moved": _moved,
}


# --- what changes nothing -------------------------------------------------------------------------------------------


def resaved(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The same brief, written by another programme, or signed afterwards."""
    ways: dict[str, dict[str, Any]] = {
        "plain": {},
        "linearised": {"linearize": True},
        "object streams": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        "recompressed": {"recompress_flate": True},
        "uncompressed": {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
    }
    for name, options in ways.items():
        with Pdf.open(io.BytesIO(data)) as pdf:
            yield name, saved(pdf, **options)
    yield "signed", signed(data, (420, 20, 520, 40))


def signed(data: bytes, rectangle: tuple[int, int, int, int]) -> bytes:
    """The file with an update appended as a signature does it: a form, a field of it on the first page, its picture."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        page, root, size = pdf.pages[0].obj, pdf.Root, int(pdf.trailer.Size)
        shown = b"0.2 0.2 0.8 rg 0 0 100 20 re f"
        objects = {
            size: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ky) /F 132 /Rect [%d %d %d %d] /P %d 0 R /V %d 0 R "
            b"/AP << /N %d 0 R >> >>" % (*rectangle, page.objgen[0], size + 1, size + 2),
            size + 1: b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "
            b"/ByteRange [0 0 0 0] /Contents <00> >>",
            size + 2: b"<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Length %d >>\nstream\n%s\nendstream"
            % (len(shown), shown),
            page.objgen[0]: _with_entry(page, b"/Annots", b"[%s %d 0 R]" % (_references(page), size)),
            root.objgen[0]: _with_entry(root, b"/AcroForm", b"<< /Fields [%d 0 R] /SigFlags 3 >>" % size),
        }
        return _appended(data, objects, root.objgen[0], size + 3)


def _references(page: Any) -> bytes:
    return b" ".join(b"%d 0 R" % each.objgen[0] for each in page.get("/Annots", []))


def _with_entry(thing: Any, key: bytes, value: bytes) -> bytes:
    kept = [name.encode() + b" " + _written(each) for name, each in thing.items() if name.encode() != key]
    return b"<< %s %s %s >>" % (b" ".join(kept), key, value)


def _written(thing: Any) -> bytes:
    if isinstance(thing, pikepdf.Object) and thing.is_indirect:
        return b"%d %d R" % thing.objgen
    return bytes(thing.unparse(resolved=False)) if isinstance(thing, pikepdf.Object) else str(thing).lower().encode()


def _appended(data: bytes, objects: Mapping[int, bytes], root: int, size: int) -> bytes:
    """An incremental update with a cross-reference table of its own."""
    whole, places = data if data.endswith(b"\n") else data + b"\n", dict[int, int]()
    for number, content in objects.items():
        places[number] = len(whole)
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    before = int(data.rsplit(b"startxref", 1)[1].split()[0])
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(places.items()))
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n" % (size, root, before)
    return whole + b"xref\n" + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(whole)
