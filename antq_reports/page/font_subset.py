"""Fonts cut down to the characters a page shows: a tenth of the bytes, and the same bytes each time.

Every face of a style gets all characters of the page, since only a browser could tell which face draws which. Nearly
every brief is written with one set of characters: the bundled faces come with a cut of it (``scripts/cut_fonts.py``
makes it), another set or face is cut once in a process. Importing this module does not load fontTools.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from antq_reports.assets import fonts_dir

_TRUETYPE: Final = b"\x00\x01\x00\x00"
_CACHED: Final = 64
_KEPT_FEATURES: Final = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "lnum")
_VIETNAMESE: Final = (
    "abcdefghijklmnopqrstuvwxyzàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "0123456789 \u00a0.,:;!?…()“”‘’'/%+-–—·▲▼[]@&²³×÷−°"
    '"#$*<=>^_`{|}~\\'
    "ăĕĭŏŭƀčëïöüñäåæçîûøœšž"
)
"""What nearly every brief is written with: Vietnamese, names of the Highlands and of abroad, the signs of markup."""
_DROPPED_TABLES: Final = ("DSIG", "meta", "STAT")


@dataclass(frozen=True, slots=True)
class FontSubset:
    """A face with some of its glyphs, as WOFF2."""

    data: bytes
    mime: str = "font/woff2"


def characters_of(texts: Iterable[str]) -> frozenset[str]:
    """Every character of some texts, in small and in capitals, and those of all Vietnamese text.

    A stylesheet may set capitals; the letters of Vietnamese are there anyway, so that a night's briefs share one cut.
    """
    found = frozenset("".join((*texts, _VIETNAMESE)))
    return frozenset(char for each in found for char in (each, *each.upper(), *each.lower()) if char.isprintable())


def is_font(data: bytes) -> bool:
    """Whether bytes are a TrueType face."""
    return data.startswith(_TRUETYPE)


@lru_cache(maxsize=_CACHED)
def subset(data: bytes, characters: frozenset[str]) -> FontSubset:
    """A TrueType face with the glyphs of some characters; those it has none for are left out.

    Kept are kerning, marks and figures of one width; hints, which browsers of today do without, are not.
    """
    extra = characters - usual_characters()
    if usual_characters() <= characters and not (extra and extra & _drawn_by(data)) and (ready := cut_file(data)):
        return FontSubset(ready.read_bytes())
    return cut(data, characters)


@lru_cache(maxsize=_CACHED)
def _drawn_by(data: bytes) -> frozenset[str]:
    """The characters a face has glyphs for."""
    from fontTools.ttLib import TTFont

    return frozenset(map(chr, TTFont(io.BytesIO(data), lazy=True).getBestCmap()))


@lru_cache(maxsize=1)
def usual_characters() -> frozenset[str]:
    """The characters that bundled faces are cut to beforehand."""
    return characters_of(())


def cut_file(data: bytes) -> Path | None:
    """The cut that a bundled face comes with, which lies beside it under the digest of its bytes."""
    return next(fonts_dir().glob(f"*/{cut_name(data)}"), None)


def cut_name(data: bytes) -> str:
    """What the file of a face's cut is called."""
    return f"{hashlib.sha256(data).hexdigest()[:16]}.woff2"


def cut(data: bytes, characters: frozenset[str]) -> FontSubset:
    """The face cut now, by fontTools."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(
        hinting=False,
        layout_features=list(_KEPT_FEATURES),
        name_IDs=[1, 2],
        notdef_outline=True,
        recalc_timestamp=False,
        drop_tables=[*Options._drop_tables_default, *_DROPPED_TABLES],
    )
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    subsetter = Subsetter(options=options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return FontSubset(out.getvalue())
