"""The template library: which files a brief's words and look come from, read once per content.

A user's folder lies over the bundled one, file by file. Everything compiled is kept by the hash of what was read, so an
edited file is seen at once and one user's templates never meet another's.
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, Field

from antq_reports.assets import templates_dir
from antq_reports.errors import FileError, FileProblem, StyleError, TemplateError
from antq_reports.files import read_whole
from antq_reports.prose.house_rules import StyleSheetRules, read_style_rules
from antq_reports.prose.sandbox import SealedEnvironment, make_environment

MAX_TEMPLATE_BYTES = 200_000
MAX_TEMPLATE_FILES = 500
MAX_FOLDER_ENTRIES = 5_000
"""Files and folders of any kind that are looked at in a folder of templates."""
FRAMES_FILE = "prose/frames.toml"
_STYLE_FILE = re.compile(r"styles/([A-Za-z0-9][A-Za-z0-9_-]{0,59})/style\.toml")
"""A style's name stands in pages and in hashes: plain letters, digits and hyphens."""


class Part(BaseModel):
    """A stretch of a brief under one subhead: prose files in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    subhead: str = ""
    files: tuple[str, ...]


class FramePlan(BaseModel):
    """The plan of one frame: what comes first, in which order, and which figures the strip shows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    headline: str
    lead: str
    strip: tuple[str, ...] = Field(default=())
    """Metric paths by importance; the first four that a report has are shown."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """The text of every template file, user's over bundled, and the hash of all of it."""

    texts: Mapping[str, str]
    digest: str

    def under(self, prefix: str) -> dict[str, str]:
        """The files below a folder, by their path from it."""
        return {name[len(prefix) :]: text for name, text in self.texts.items() if name.startswith(prefix)}


def read_templates(user: Path | None = None) -> TemplateFolder:
    """Every template text, the user's files over the bundled ones.

    Raises `TemplateError` when the user's folder or one of its files cannot be read.
    """
    bundled = templates_dir()
    texts = dict(_read_bundled(bundled, _state(bundled)))
    if user is not None:
        if not user.is_dir():
            raise TemplateError(str(user), None, "không có thư mục mẫu này", "kiểm tra đường dẫn thư mục mẫu")
        texts |= _read_folder(user)
    digest = hashlib.sha256()
    for name in sorted(texts):
        digest.update(f"{name}\0{texts[name]}\0".encode())
    return TemplateFolder(texts, digest.hexdigest())


def _state(folder: Path) -> tuple[tuple[str, int, int, int], ...]:
    """What tells an edited folder: every entry's path, size and times. Some twenty times cheaper than reading it."""
    entries: list[tuple[str, int, int, int]] = []
    waiting = [os.fspath(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as found:
            for entry in found:
                status = entry.stat()
                entries.append((entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns))
                if entry.is_dir():
                    waiting.append(entry.path)
    return tuple(sorted(entries))


@lru_cache(maxsize=2)
def _read_bundled(folder: Path, state: tuple[tuple[str, int, int, int], ...]) -> Mapping[str, str]:
    """The bundled files, which hardly ever change while a programme runs."""
    return MappingProxyType(_read_folder(folder))


def _read_folder(folder: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    root = folder.resolve()
    for path in _template_files(folder):
        name = path.relative_to(folder).as_posix()
        if not name.isprintable():
            raise TemplateError(name.encode("ascii", "replace").decode(), None, "tên tệp mẫu có ký tự hỏng", "đổi tên")
        if not path.resolve().is_relative_to(root):
            raise TemplateError(name, None, "liên kết tượng trưng dẫn ra ngoài thư mục mẫu", "chép chính tệp đó vào")
        texts[name] = _read_template(path, name)
    return texts


def _template_files(folder: Path) -> list[Path]:
    """The template files below a folder, in order; a folder that cannot be one of templates is refused unread."""
    entries = list(islice(folder.rglob("*"), MAX_FOLDER_ENTRIES + 1))
    files = sorted(path for path in entries if path.suffix in {".j2", ".toml", ".css"} and path.is_file())
    if len(entries) > MAX_FOLDER_ENTRIES or len(files) > MAX_TEMPLATE_FILES:
        limit = f"quá {MAX_TEMPLATE_FILES} tệp mẫu hoặc quá {MAX_FOLDER_ENTRIES} tệp các loại"
        raise TemplateError(str(folder), None, f"thư mục có {limit}", "chỉ đúng thư mục mẫu")
    return files


def _read_template(path: Path, name: str) -> str:
    try:
        data = read_whole(path, limit=MAX_TEMPLATE_BYTES)
        return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except FileError as error:
        raise TemplateError(
            name, None, error.reason, error.remedy({FileProblem.TOO_LARGE: "tách nhỏ tệp mẫu"})
        ) from error
    except UnicodeDecodeError as error:
        raise TemplateError(name, None, "tệp mẫu không phải UTF-8", "lưu lại tệp với bảng mã UTF-8") from error


@dataclass(frozen=True, slots=True)
class ProseLibrary:
    """Compiled prose and the frames' plans."""

    environment: SealedEnvironment
    names: Mapping[str, str]
    frames: Mapping[str, FramePlan]


@lru_cache(maxsize=8)
def _compile_prose(key: str, texts: tuple[tuple[str, str], ...]) -> ProseLibrary:
    sources = {name: text for name, text in texts if name.endswith(".j2")}
    frames = _read_frames(dict(texts).get("frames.toml", ""))
    for plan in frames.values():
        for name in (plan.headline, plan.lead, *(file for part in plan.parts for file in part.files)):
            if name not in sources:
                raise TemplateError(
                    FRAMES_FILE, None, f"nhắc tới tệp “{name}” không có", "sửa tên tệp trong frames.toml"
                )
    return ProseLibrary(make_environment(sources, prose=True), sources, frames)


def _read_frames(text: str) -> dict[str, FramePlan]:
    try:
        return {name: FramePlan.model_validate(plan) for name, plan in tomllib.loads(text).items()}
    except (ValueError, RecursionError) as error:  # of TOML, of the plan, of numbers and lists beyond what Python reads
        raise TemplateError(FRAMES_FILE, None, f"không đọc được ({error})", "sửa lại frames.toml") from error


def prose_library(folder: TemplateFolder) -> ProseLibrary:
    """The compiled prose of a template folder."""
    texts = tuple(sorted(folder.under("prose/").items()))
    return _compile_prose(folder.digest, texts)


@dataclass(frozen=True, slots=True)
class StyleFiles:
    """One style: its rules, its page template compiled, its stylesheet's text."""

    name: str
    rules: StyleSheetRules
    environment: SealedEnvironment
    names: Mapping[str, str]
    css: str
    screen: str
    """The stylesheet of what only a page on a screen shows."""


@lru_cache(maxsize=16)
def _compile_style(
    key: str, name: str, texts: tuple[tuple[str, str], ...], shared: tuple[tuple[str, str], ...]
) -> StyleFiles:
    files = dict(texts)
    for needed in ("style.toml", "page.html.j2", "style.css"):
        if needed not in files:
            raise StyleError(f"styles/{name}", f"thiếu tệp {needed}", "thêm tệp đó vào thư mục của kiểu")
    if "</style" in files["style.css"].lower():
        reason = "có “</style”, đóng sớm phần kiểu dáng của trang HTML"
        raise StyleError(f"styles/{name}/style.css", reason, "xóa đoạn đó")
    rules = read_style_rules(files["style.toml"], f"styles/{name}/style.toml")
    sources = {f"styles/{name}/{file}": text for file, text in texts if file.endswith(".j2")}
    sources |= {f"styles/shared/{file}": text for file, text in shared if file.endswith(".j2")}
    common = dict(shared)
    css = common.get("base.css", "") + files["style.css"]
    environment = make_environment(sources, prose=False)
    return StyleFiles(name, rules, environment, sources, css, common.get("screen.css", ""))


def style_names(folder: TemplateFolder) -> tuple[str, ...]:
    """The styles a folder holds, by name; a folder with another kind of name is none."""
    return tuple(sorted({match[1] for name in folder.texts if (match := _STYLE_FILE.fullmatch(name))}))


def style_files(folder: TemplateFolder, name: str) -> StyleFiles:
    """The files of one style. Raises `StyleError` naming the styles there are."""
    known = style_names(folder)
    if name not in known:
        raise StyleError(name, "không có kiểu trình bày này", f"chọn một trong: {', '.join(known)}")
    texts = tuple(sorted(folder.under(f"styles/{name}/").items()))
    return _compile_style(folder.digest, name, texts, tuple(sorted(folder.under("styles/shared/").items())))
