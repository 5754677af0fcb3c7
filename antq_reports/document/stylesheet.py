"""A style's stylesheet with the fonts it names, made once per content and process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from antq_reports.assets import fonts_dir
from antq_reports.errors import StyleError
from antq_reports.pdf import PdfStyle, Resource
from antq_reports.prose import StyleFiles


def pdf_style(style: StyleFiles) -> PdfStyle:
    """The stylesheet and fonts of a style. Raises `StyleError` for a font that is not bundled."""
    return _load(style.name, style.css, style.rules.fonts)


@lru_cache(maxsize=16)
def _load(name: str, css: str, fonts: tuple[str, ...]) -> PdfStyle:
    return PdfStyle(css, {f"antq:font/{Path(font).name}": _font(name, font) for font in fonts})


def _font(style: str, font: str) -> Resource:
    root = fonts_dir().resolve()
    file = (root / font).resolve()
    if not file.is_relative_to(root) or file.suffix != ".ttf" or not file.is_file():
        known = ", ".join(sorted(path.relative_to(root).as_posix() for path in root.rglob("*.ttf")))
        raise StyleError(f"styles/{style}/style.toml", f"không có phông “{font}”", f"các phông có sẵn: {known}")
    return Resource(file.read_bytes(), "font/ttf")
