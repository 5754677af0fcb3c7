"""A house's own folder with a brand: a logo that was drawn for these tests, and files that are made to order."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from antq_reports.assets import fonts_dir
from antq_reports.brand.font_file import NEEDED

BRAND = Path(__file__).resolve().parent.parent / "data" / "brand"
BOLD = fonts_dir() / "be-vietnam-pro" / "BeVietnamPro-Bold.ttf"


def brand_folder(folder: Path, *changes: tuple[str, str], addition: str = "") -> Path:
    """The folder with the brand of these tests, some of its lines changed, an addition at its end."""
    shutil.copytree(BRAND, folder, dirs_exist_ok=True)
    file = folder / "brand.toml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text + addition, encoding="utf-8")
    return folder


@cache
def font_with(characters: str = NEEDED, *, weight: int = 700, rights: int = 0) -> bytes:
    """A face that draws these characters and no others."""
    font = TTFont(BOLD)
    options = Options(layout_features=[], notdef_outline=True)
    subsetter = Subsetter(options=options)
    subsetter.populate(text=characters + " ")
    subsetter.subset(font)
    font["OS/2"].usWeightClass, font["OS/2"].fsType = weight, rights
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def write_fonts(folder: Path, fonts: Iterable[tuple[str, bytes]]) -> None:
    """Put font files into the folder's ``fonts``."""
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    for name, data in fonts:
        (folder / "fonts" / name).write_bytes(data)
