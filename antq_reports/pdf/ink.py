"""What of a page's text can be seen: letters that left no ink, and things drawn over letters later.

Text can be in a PDF and not before the reader's eyes: covered, white on white, transparent, invisible, cropped away, in
a layer that is off. Every letter's box must hold two colours; and no picture or area may be drawn after a text and over
it. A picture of other words in an empty place is not found here.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

SCALE = 1.5
"""Pixels per point: the hyphen of the smallest print still leaves its mark."""
MOST_PIXELS = 20_000_000
CONTRAST = 16
"""Steps of 256 between the lightest and the darkest pixel of a letter; the palest legible print has some forty."""
MOST_OBJECTS = 20_000
"""On one page: what is compared with every text before it."""
MOST_OVERLAPS = 2_000_000
_FINE = 1000
"""PDFium tells places in whole pixels: those of a picture so many times as large are exact enough."""
_FAR = 1e6
_TOUCH = 0.5
"""Points by which two things may overlap and still only touch."""
_INKLESS = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Mn"})
"""Spaces, controls, and marks that stand over another letter."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""


def unseen_texts(raw: Any, page: Any, text_page: Any) -> list[str]:
    """The stretches of letters that are drawn and cannot be seen."""
    scale = min(SCALE, (MOST_PIXELS / max(1.0, page.get_width() * page.get_height())) ** 0.5)
    picture = page.render(scale=scale, draw_annots=False, may_draw_forms=False).to_pil().convert("RGB")
    places = _Picture(raw, page, picture.size)
    stretches: list[str] = []
    going_on = False
    for index in range(raw.FPDFText_CountChars(text_page)):
        char = chr(raw.FPDFText_GetUnicode(text_page, index))
        if unicodedata.category(char) in _INKLESS or raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        is_unseen = not _has_ink(picture, places.pixels(text_page, index))
        if is_unseen and going_on:
            stretches[-1] += char
        elif is_unseen:
            stretches.append(char)
        going_on = is_unseen
    return stretches


def _has_ink(picture: Any, box: tuple[int, int, int, int]) -> bool:
    return any(high - low >= CONTRAST for low, high in picture.crop(box).getextrema())


class _Picture:
    """Where the points of a page are among the pixels of its picture, whichever way it is turned or cropped."""

    def __init__(self, raw: Any, page: Any, size: tuple[int, int]) -> None:
        self._raw, self._size = raw, size
        fine = size[0] * _FINE, size[1] * _FINE
        origin, right, up = (self._device(page, fine, x, y) for x, y in ((0, 0), (_FINE, 0), (0, _FINE)))
        self._origin = origin[0] / _FINE, origin[1] / _FINE
        self._right = (right[0] - origin[0]) / _FINE**2, (right[1] - origin[1]) / _FINE**2
        self._up = (up[0] - origin[0]) / _FINE**2, (up[1] - origin[1]) / _FINE**2

    def _device(self, page: Any, size: tuple[int, int], x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
        return across.value, down.value

    def pixels(self, text_page: Any, index: int) -> tuple[int, int, int, int]:
        """The pixels of a letter's box and those around it; a corner of the page where it stands outside."""
        numbers = [ctypes.c_double() for _ in range(4)]
        self._raw.FPDFText_GetCharBox(text_page, index, *numbers)
        left, right, bottom, top = (max(-_FAR, min(_FAR, number.value)) for number in numbers)
        (x1, y1), (x2, y2) = self._place(left, bottom), self._place(right, top)
        width, height = self._size
        box = (
            max(0, min(x1, x2) - 1),
            max(0, min(y1, y2) - 1),
            min(width, max(x1, x2) + 2),
            min(height, max(y1, y2) + 2),
        )
        return box if box[0] < box[2] and box[1] < box[3] else (0, 0, 1, 1)

    def _place(self, x: float, y: float) -> tuple[int, int]:
        across, down = (self._origin[axis] + x * self._right[axis] + y * self._up[axis] for axis in (0, 1))
        return int(across), int(down)


def overdrawn(raw: Any, page: Any) -> Iterator[str]:
    """The kinds of object that lie over text drawn before them; "OBJECTS" where there are too many to tell."""
    names = {raw.FPDF_PAGEOBJ_PATH: "PATH", raw.FPDF_PAGEOBJ_IMAGE: "IMAGE", raw.FPDF_PAGEOBJ_SHADING: "SHADING"}
    names[raw.FPDF_PAGEOBJ_FORM] = "FORM"
    count = raw.FPDFPage_CountObjects(page)
    texts: list[Box] = []
    compared = 0
    for index in range(count):
        thing = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind not in names:
            texts += [box for box in (_bounds(raw, thing),) if box is not None]
            continue
        compared += len(texts)
        if count > MOST_OBJECTS or compared > MOST_OVERLAPS:
            yield "OBJECTS"
            return
        box = _visible(raw, thing)
        if box is not None and covers(box, texts):
            yield names[kind]


def text_boxes(raw: Any, page: Any) -> list[Box]:
    """Where the texts of a page are drawn."""
    things = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
    boxes = (_bounds(raw, each) for each in things if raw.FPDFPageObj_GetType(each) == raw.FPDF_PAGEOBJ_TEXT)
    return [box for box in boxes if box is not None]


def covers(box: Box, texts: Iterable[Box]) -> bool:
    """Whether a box lies over one of the texts."""
    return any(_overlap(box, text) for text in texts)


def box_of(left: float, bottom: float, right: float, top: float) -> Box:
    """A box from two corners, whichever they are."""
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > _TOUCH and min(one[3], other[3]) - max(one[1], other[1]) > _TOUCH


def _bounds(raw: Any, thing: Any) -> Box | None:
    numbers = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(thing, *numbers):
        return None
    left, bottom, right, top = (number.value for number in numbers)
    return left, bottom, right, top


def _visible(raw: Any, thing: Any) -> Box | None:
    """The bounds of an object as far as its clipping lets it be seen."""
    box = _bounds(raw, thing)
    clip = raw.FPDFPageObj_GetClipPath(thing)
    for path in range(max(0, raw.FPDFClipPath_CountPaths(clip)) if clip else 0):
        points = list(_points(raw, clip, path))
        if box is None or not points:
            return None
        across, up = [x for x, _ in points], [y for _, y in points]
        box = max(box[0], min(across)), max(box[1], min(up)), min(box[2], max(across)), min(box[3], max(up))
    return box


def _points(raw: Any, clip: Any, path: int) -> Iterator[tuple[float, float]]:
    for index in range(max(0, raw.FPDFClipPath_CountPathSegments(clip, path))):
        x, y = ctypes.c_float(), ctypes.c_float()
        if raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, index), x, y):
            yield x.value, y.value
