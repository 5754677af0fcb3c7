"""What a brief was made with, as hashes: the programme and its libraries, the wording, the look.

Where all three are the same, the same data gives the same brief again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from antq_reports.assets import fonts_dir
from antq_reports.catalogue import Catalogue
from antq_reports.prose import StyleFiles
from antq_reports.prose.template_folder import TemplateFolder

ENGINE = ("antq-reports", "weasyprint", "pydyf", "tinycss2", "tinyhtml5", "fonttools", "pillow", "pyphen")
WORDS = ("babel", "jinja2", "markupsafe", "pydantic", "segno")
PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A style's name, and SHA-256 hashes in hexadecimal of everything but the data."""

    subject: str
    """The subject's name."""
    catalogue: str
    """What the subject asks for."""
    style: str
    programme: str
    """Our own source, and the version of every library that has a hand in the bytes."""
    wording: str
    """The wording of the subject: its templates and its words."""
    look: str
    """The style's files, those it shares with others, and its fonts."""
    brand: str = ""
    """The brand of one's own with its logo and typefaces; empty where there is none."""


def setting_of(folder: TemplateFolder, files: StyleFiles, catalogue: Catalogue) -> Setting:
    """The setting of a subject and a style in a template folder."""
    styles = [item for prefix in (f"styles/{files.name}/", "styles/shared/") for item in _style_texts(folder, prefix)]
    fonts = ((font, _font_digest(font)) for font in files.rules.fonts)
    return Setting(
        subject=catalogue.name,
        catalogue=catalogue.digest,
        style=files.name,
        programme=programme_digest(),
        wording=_digest((*sorted(folder.prose_of(catalogue).items()), *folder.words_of(catalogue))),
        look=_digest((*styles, *fonts)),
        brand=files.brand.digest if files.brand is not None else "",
    )


def _style_texts(folder: TemplateFolder, prefix: str) -> Iterable[tuple[str, str]]:
    return [(f"{prefix}{name}", text) for name, text in sorted(folder.styles(prefix).items())]


def _digest(pairs: Iterable[tuple[str, str]]) -> str:
    digest = hashlib.sha256()
    for name, text in pairs:
        digest.update(f"{name}\0{len(text)}\0{text}".encode())
    return digest.hexdigest()


def _font_digest(font: str) -> str:
    """The hash of a font's bytes; a font that is not there is the renderer's to complain about."""
    path = fonts_dir() / font
    try:
        status = path.stat()
    except OSError:
        return "missing"
    return _file_digest(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _file_digest(path: Path, modified: int, size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def programme_digest() -> str:
    """The digest of our own source and of the versions of every library that has a hand in the bytes."""
    digest = hashlib.sha256()
    for name in (*ENGINE, *WORDS):
        digest.update(f"{name} {library_version(name)}\n".encode())
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


@cache
def library_version(name: str) -> str:
    """The installed version of a library; "none" without it."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
