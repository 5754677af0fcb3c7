"""What a brief is made from, gathered and hashed: everything that can change a byte of its PDF.

The setting (our programme, the libraries under it, the style's files really loaded, the fonts' bytes) is one digest;
a unit's own input is its data with their sources, last year's, the photos' bytes and the setting.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath
from typing import Any

from antq_reports.assets import fonts_dir
from antq_reports.batch.task import Task
from antq_reports.document.photos import MAX_FILE_BYTES, read_photo
from antq_reports.errors import PhotoError
from antq_reports.models import Report, SourceMap
from antq_reports.prose import StyleFiles, read_templates, style_files
from antq_reports.prose.library import TemplateFolder

ENGINE = ("antq-reports", "weasyprint", "pydyf", "tinycss2", "tinyhtml5", "fonttools", "pillow", "pyphen")
WORDS = ("babel", "jinja2", "markupsafe", "pydantic", "segno")
PACKAGE = Path(__file__).resolve().parent.parent


def setting_digest(style: str, templates: Path | None) -> str:
    """The digest of everything but the data: programme, libraries, wording, style and fonts.

    Raises `StyleError` and `TemplateError` for a style or a template folder that cannot be used.
    """
    folder = read_templates(templates)
    files = style_files(folder, style)
    digest = hashlib.sha256(f"{programme_digest()}\0{style}\0".encode())
    for name, text in sorted(_loaded_texts(folder, style)):
        digest.update(f"{name}\0{len(text)}\0{text}".encode())
    for font in files.rules.fonts:
        digest.update(f"{font}\0{_font_digest(files, font)}\0".encode())
    return digest.hexdigest()


def _loaded_texts(folder: TemplateFolder, style: str) -> list[tuple[str, str]]:
    prefixes = ("prose/", f"styles/{style}/", "styles/shared/")
    return [(name, text) for name, text in folder.texts.items() if name.startswith(prefixes)]


def _font_digest(style: StyleFiles, font: str) -> str:
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
        digest.update(f"{name} {_version(name)}\n".encode())
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def own_templates(templates: Path | None) -> tuple[tuple[str, str], ...] | None:
    """The user's template files as a worker needs them; the bundled ones it has itself."""
    if templates is None:
        return None
    bundled = read_templates().texts
    return tuple(item for item in sorted(read_templates(templates).texts.items()) if bundled.get(item[0]) != item[1])


def input_digest(task: Task) -> str:
    """The digest of everything that can change a byte of a task's PDF."""
    photos = [(path, hashlib.sha256(data).hexdigest()) for path, data in task.photos]
    previous = _data(task.previous) if task.previous is not None else None
    whole = {
        "setting": task.setting,
        "style": task.style,
        "strict": task.strict,
        "report": _data(task.report),
        "previous": previous,
        "photos": photos,
    }
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def _data(report: Report) -> dict[str, Any]:
    """The report and where its figures came from, which the ledger of a brief may carry; not where its folder lies."""
    sources = report.sources
    return {
        "data": report.model_dump(mode="json"),
        "file": sources.file,
        "places": {path: list(report.sources.places_of(path)) for path in sources.places},
    }


def portable(report: Report) -> Report:
    """The report without the path of its folder: photos travel as bytes."""
    sources = report.sources
    return report.with_sources(SourceMap(file=sources.file, folder=None, places=dict(sources.places)))


def photo_files(report: Report) -> tuple[tuple[str, bytes], ...]:
    """The files of the report's photos. Raises `PhotoError` as a render would."""
    folder = report.sources.folder
    if not report.photos:
        return ()
    if folder is None:
        path = report.photos[0].path
        raise PhotoError(path, "báo cáo không cho biết ảnh nằm ở thư mục nào", "đọc báo cáo bằng load_report")
    return tuple((path, _photo_bytes(folder, path)) for path in dict.fromkeys(photo.path for photo in report.photos))


def _photo_bytes(folder: Path, path: str) -> bytes:
    """A photo's file as it lies there; whatever is odd about it is left to `read_photo` to refuse."""
    parts = PurePosixPath(path).parts
    plain = folder.joinpath(*parts)
    if ".." in parts or not _is_plain(plain, folder):
        read_photo(folder, path)
        plain = _other_spelling(folder, path)
    return plain.read_bytes()


def _is_plain(file: Path, folder: Path) -> bool:
    try:
        inside = file.resolve().is_relative_to(folder.resolve())
        return inside and file.is_file() and file.stat().st_size <= MAX_FILE_BYTES
    except (OSError, RuntimeError, ValueError):
        return False


def _other_spelling(folder: Path, path: str) -> Path:
    """The file whose name has its accents composed differently."""
    wanted = unicodedata.normalize("NFC", path)
    found = (
        file for file in folder.rglob("*") if unicodedata.normalize("NFC", str(file.relative_to(folder))) == wanted
    )
    return next(found)
