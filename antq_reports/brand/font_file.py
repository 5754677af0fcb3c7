"""A font file from outside: a whole, static TrueType face that may be embedded and draws all of Vietnamese.

The bytes are embedded as they are; what is looked into here keeps a broken file from the libraries that draw.
"""

from __future__ import annotations

import hashlib
import io
from functools import lru_cache
from typing import Any, Final

from antq_reports.brand.brand import Typeface
from antq_reports.errors import Refusal, RefusalError

MAX_FONT_BYTES: Final = 3_000_000
MAX_TABLES: Final = 64

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_SIGNS: Final = "0123456789.,:;!?%()/+-–—“”‘’…·"
NEEDED: Final = _LETTERS + _LETTERS.upper() + _SIGNS
"""What a Vietnamese brief cannot do without; whatever else it prints comes from the style's own face."""
_TABLES: Final = frozenset(("cmap", "glyf", "loca", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"))
_FORBIDS_EMBEDDING: Final = 0x0002
_ITALIC: Final = 0x0001
_MAX_SHOWN: Final = 30
_OTHER: Final = "dùng tệp .ttf tĩnh (mỗi độ đậm một tệp), thử mở bằng trình xem phông"


@lru_cache(maxsize=32)
def read_typeface(data: bytes, name: str) -> Typeface:
    """The face in a font file called ``name``. Raises `RefusalError`, which names the characters that are missing."""
    _check_tables(data)
    try:
        weight, is_italic, missing = _looked_into(data)
    except RefusalError:
        raise
    except Exception as error:  # fontTools fed hostile bytes raises nearly anything; all of it means: unreadable
        raise _refused("tệp phông bị hỏng", "chép lại tệp phông") from error
    if missing:
        shown = " ".join(missing[:_MAX_SHOWN])
        more = f" và {len(missing) - _MAX_SHOWN} ký tự nữa" if len(missing) > _MAX_SHOWN else ""
        raise _refused(f"phông thiếu {len(missing)} ký tự: {shown}{more}", "chọn phông có đủ chữ Việt")
    digest = hashlib.sha256(data).hexdigest()
    return Typeface(name=name, data=data, weight=weight, is_italic=is_italic, digest=digest)


def _refused(reason: str, remedy: str) -> RefusalError:
    return RefusalError(Refusal(reason, remedy))


def _check_tables(data: bytes) -> None:
    """Refuse by the head of the file what is no static TrueType face, or ends before its tables do."""
    if not data.startswith(b"\x00\x01\x00\x00"):
        raise _refused("không phải phông TrueType (.ttf)", _OTHER)
    count = int.from_bytes(data[4:6], "big")
    entries = [data[at : at + 16] for at in range(12, 12 + 16 * min(count, MAX_TABLES), 16)]
    tags = {entry[:4].decode("latin-1").strip() for entry in entries}
    ends = [int.from_bytes(entry[8:12], "big") + int.from_bytes(entry[12:16], "big") for entry in entries]
    if "fvar" in tags:
        raise _refused("đây là phông biến thiên", _OTHER)
    if not 0 < count <= MAX_TABLES or len(entries[-1]) < 16 or max(ends) > len(data) or _TABLES - tags:
        raise _refused("tệp phông thiếu dữ liệu", "chép lại tệp phông")


def _looked_into(data: bytes) -> tuple[int, bool, list[str]]:
    """Weight, slant, and the needed characters that the face has no drawing for."""
    from fontTools.pens.boundsPen import ControlBoundsPen
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(data), lazy=True) as font:
        about: Any = font["OS/2"]
        if about.fsType & _FORBIDS_EMBEDDING:
            raise _refused("giấy phép của phông không cho nhúng vào tài liệu", "chọn phông khác")
        if not 1 <= about.usWeightClass <= 1000 or not 16 <= font["head"].unitsPerEm <= 16384:
            raise _refused("tệp phông ghi sai độ đậm hoặc cỡ ô chữ", "chép lại tệp phông")
        glyphs, characters = font.getGlyphSet(), font.getBestCmap() or {}
        missing = [] if ord(" ") in characters else ["dấu cách"]
        for character in NEEDED:
            pen = ControlBoundsPen(glyphs)
            if ord(character) in characters:
                glyphs[characters[ord(character)]].draw(pen)
            if pen.bounds is None:
                missing.append(character)
        weight = min(900, max(100, round(about.usWeightClass, -2)))
        return weight, bool(about.fsSelection & _ITALIC), missing
