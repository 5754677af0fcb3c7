"""The template library: which files a brief's words and look come from, read once per content.

Wording comes in layers, each over the one before, file by file: the neutral wording in ``prose/``, that of the subject
in ``subjects/<name>/prose/``, and the user's own ``prose/``. Styles come in two: bundled, and the user's own.
Everything compiled is kept by the hash of what was read, so an edited file is seen at once and one user's templates
never meet another's.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

from antq_reports.assets import templates_dir
from antq_reports.brand import Brand, BrandReading, read_brand
from antq_reports.brand.brand_css import brand_css, contrast_faults
from antq_reports.brand.brand_file import BRAND_FILE
from antq_reports.catalogue import Catalogue
from antq_reports.catalogue.subject import CATALOGUE_FILE, SUBJECTS, own_catalogue
from antq_reports.errors import (
    BrandError,
    FileError,
    FileProblem,
    FramesFileError,
    IntakeError,
    Refusal,
    StyleError,
    TemplateError,
)
from antq_reports.files import read_whole, unix_lines
from antq_reports.intake.toml_values import read_toml
from antq_reports.prose.house_rules import StyleSheetRules, read_style_rules
from antq_reports.prose.sandbox import SealedEnvironment, make_environment
from antq_reports.prose.words import Words, read_words

DEFAULT_STYLE = "bao-lam-dong"
MAX_TEMPLATE_BYTES = 200_000
MAX_TEMPLATE_FILES = 500
MAX_FOLDER_ENTRIES = 5_000
"""Files and folders of any kind that are looked at in a folder of templates."""
FRAMES_FILE = "prose/frames.toml"
WORDS_FILE = "words.toml"
ROOTS = (CATALOGUE_FILE, WORDS_FILE, BRAND_FILE, "prose", "styles", SUBJECTS)
"""What is read of a folder of templates: whatever else lies in it, reports for instance, is none of them."""
_RENAMED = {f"frames/year-end-{part}.j2": f"frames/results-{part}.j2" for part in ("headline", "lead")}
"""Files of a user's folder by the names they had when only a whole year was told."""
_RENAMED_FRAMES = {"year-end": "results"}
_SPOKEN = re.compile(r"(?<![\w.])([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)")
_STYLE_FILE = re.compile(r"styles/([A-Za-z0-9][A-Za-z0-9_-]{0,59})/style\.toml")
"""A style's name stands in pages and in hashes: plain letters, digits and hyphens."""


class Subhead(BaseModel):
    """A subhead and the files it speaks of: printed only over what they say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(description="Tít phụ")
    over: tuple[str, ...] = Field(description="Tên các tệp (không đuôi) mà tít phụ nói tới: phải có chữ thì mới in")


class Part(BaseModel):
    """A stretch of a brief under one subhead: prose files in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    subhead: str = Field("", description="Tít phụ; chỉ in khi bài dài và phần này có chữ")
    subheads: tuple[Subhead, ...] = Field(
        default=(), description="Các tít phụ để chọn: in tít đầu tiên mà mọi tệp nó nói tới đều có chữ"
    )
    files: tuple[str, ...] = Field(description="Các tệp mẫu câu của phần, theo thứ tự in")
    stays: bool = Field(False, description="true: phần đứng yên chỗ; các phần khác xếp theo điều đáng nói nhất")

    def head_over(self, spoken: Sequence[str]) -> str:
        """The subhead over the files that said something."""
        names = {Path(file).stem for file in spoken}
        fitting = (each.text for each in self.subheads if names.issuperset(each.over))
        return next(fitting, self.subhead if names else "")


class Length(BaseModel):
    """How many figures the sentences of a brief tell; the others stand in its table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    commune: int = Field(1_000, ge=1, le=1_000, description="Bài của một xã, phường, đặc khu kể chừng mấy số liệu")
    province: int = Field(1_000, ge=1, le=1_000, description="Bài của một tỉnh, thành phố kể chừng mấy số liệu")


class FramePlan(BaseModel):
    """The plan of one frame: what comes first, in which order, and which figures the strip shows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    headline: str = Field(description="Tệp mẫu của tít mặc định; báo cáo ghi headline thì dùng tít ấy")
    lead: str = Field(description="Tệp mẫu của đoạn mở; báo cáo ghi lead thì dùng đoạn ấy")
    strip: tuple[str, ...] = Field(
        default=(),
        description="Khóa chỉ tiêu cho dải số nổi bật, quan trọng trước; không ghi thì chọn theo điều đáng nói nhất",
    )
    order: Literal["listed", "news"] = Field(
        "listed",
        description="listed: các phần theo thứ tự ở đây; news: theo điều đáng nói nhất, đoạn ngắn được ghép lại",
    )
    length: Length = Field(default_factory=Length, description="Bài kể chừng mấy số liệu: { commune, province }")
    closing: str = Field(
        "Những việc đặt ra", description="Tít phụ của phần kết, khi parts không nhắc tới frames/outlook.j2"
    )
    parts: tuple[Part, ...] = Field(description="Các phần của bài, theo thứ tự in")

    @field_validator("headline", "lead")
    @classmethod
    def _take_new_name(cls, value: str) -> str:
        return _RENAMED.get(value, value)


_FRAMES = TypeAdapter(dict[str, FramePlan])


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """The text of every template file, the bundled ones and the user's own, and the hash of all of it."""

    bundled: Mapping[str, str] = field(repr=False)
    own: Mapping[str, str] = field(repr=False)
    digest: str
    subject: str | None = None
    """The subject that the user's folder is or extends; None where it holds no catalogue."""
    brand: BrandReading | None = None
    """The brand of the user's folder; None where it names none."""

    @property
    def own_files(self) -> dict[str, bytes]:
        """Every file of the user's folder that a brief is made from."""
        texts = {name: text.encode() for name, text in self.own.items()}
        return texts | (dict(self.brand.files) if self.brand is not None else {})

    def styles(self, prefix: str) -> dict[str, str]:
        """The files of a folder of styles, by their path from it."""
        return {**_under(self.bundled, prefix), **_under(self.own, prefix)}

    def prose_of(self, catalogue: Catalogue) -> dict[str, str]:
        """The wording of a subject, by path from ``prose/``."""
        subject = f"{SUBJECTS}/{catalogue.base}/prose/"
        layers = (_under(self.bundled, "prose/"), _under(self.bundled, subject), self.own_prose_of(catalogue))
        return {name: text for layer in layers for name, text in layer.items()}

    def own_prose_of(self, catalogue: Catalogue) -> dict[str, str]:
        """The user's own part of it."""
        return self._own_of(catalogue, "prose/")

    def words_of(self, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
        """The files of words of a subject with their names, the user's last."""
        bundled = f"{SUBJECTS}/{catalogue.base}/{WORDS_FILE}"
        found = [(bundled, self.bundled[bundled])] if bundled in self.bundled else []
        own = self._own_of(catalogue, "").get(WORDS_FILE)
        return (*found, *(((WORDS_FILE, own),) if own is not None else ()))

    def _own_of(self, catalogue: Catalogue, prefix: str) -> dict[str, str]:
        """The user's files that speak of a subject: a folder of another subject has none."""
        own = _under(self.own, prefix) if self.subject in (None, catalogue.name) else {}
        return {_RENAMED.get(name, name): text for name, text in own.items()}


def _under(texts: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {name[len(prefix) :]: text for name, text in texts.items() if name.startswith(prefix)}


def read_templates(user: Path | None = None) -> TemplateFolder:
    """Every template text, bundled and the user's own.

    Raises `TemplateError` when the user's folder or one of its files cannot be read, `IntakeError` for faults of its
    catalogue.
    """
    bundled = templates_dir()
    texts = _read_bundled(bundled, _state(bundled))
    own: Mapping[str, str] = {}
    catalogue = brand = None
    if user is not None:
        if not user.is_dir():
            raise TemplateError(str(user), None, Refusal("không có thư mục mẫu này", "kiểm tra đường dẫn thư mục mẫu"))
        own, catalogue = _read_folder(user), own_catalogue(user)
        brand = read_brand(user, own[BRAND_FILE]) if BRAND_FILE in own else None
    digest = hashlib.sha256()
    for layer in (texts, own):
        for name in sorted(layer):
            digest.update(f"{name}\0{layer[name]}\0".encode())
    if brand is not None:
        digest.update(brand.brand.digest.encode())
    return TemplateFolder(texts, own, digest.hexdigest(), catalogue.name if catalogue is not None else None, brand)


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
            raise TemplateError(
                name.encode("ascii", "replace").decode(), None, Refusal("tên tệp mẫu có ký tự hỏng", "đổi tên")
            )
        if not path.resolve().is_relative_to(root):
            raise TemplateError(
                name, None, Refusal("liên kết tượng trưng dẫn ra ngoài thư mục mẫu", "chép chính tệp đó vào")
            )
        texts[name] = _read_template(path, name)
    return texts


def _template_files(folder: Path) -> list[Path]:
    """The template files below a folder, in order; a folder that cannot be one of templates is refused unread."""
    roots = (folder / name for name in ROOTS)
    entries = list(islice((path for root in roots for path in _entries(root)), MAX_FOLDER_ENTRIES + 1))
    files = sorted(path for path in entries if path.suffix in {".j2", ".toml", ".css"} and path.is_file())
    if len(entries) > MAX_FOLDER_ENTRIES or len(files) > MAX_TEMPLATE_FILES:
        limit = f"quá {MAX_TEMPLATE_FILES} tệp mẫu hoặc quá {MAX_FOLDER_ENTRIES} tệp các loại"
        raise TemplateError(str(folder), None, Refusal(f"thư mục có {limit}", "chỉ đúng thư mục mẫu"))
    return files


def _entries(root: Path) -> Iterator[Path]:
    """A file, or everything below a folder; a link is looked at, never followed into a folder elsewhere."""
    if root.is_file() or root.is_symlink():
        yield root
    elif root.is_dir():
        yield from root.rglob("*")


def _read_template(path: Path, name: str) -> str:
    try:
        data = read_whole(path, limit=MAX_TEMPLATE_BYTES)
        return unix_lines(data.decode("utf-8"))
    except FileError as error:
        raise TemplateError(name, None, error.advised({FileProblem.TOO_LARGE: "tách nhỏ tệp mẫu"})) from error
    except UnicodeDecodeError as error:
        raise TemplateError(name, None, Refusal("tệp mẫu không phải UTF-8", "lưu lại tệp với bảng mã UTF-8")) from error


@dataclass(frozen=True, slots=True)
class ProseLibrary:
    """Compiled prose of one subject, the frames' plans, the subject's words."""

    environment: SealedEnvironment
    names: Mapping[str, str]
    frames: Mapping[str, FramePlan]
    words: Words
    spoken: frozenset[str]
    """Every name that some template says with its root: ``roads.accidents``; what none says is told by its kind."""


@lru_cache(maxsize=8)
def _compile_prose(
    key: tuple[str, str],
    texts: tuple[tuple[str, str], ...],
    own: frozenset[str],
    words_files: tuple[tuple[str, str], ...],
    title: str,
) -> ProseLibrary:
    words = read_words(words_files, title)
    sources = {name: text for name, text in texts if name.endswith(".j2")}
    frames = _read_frames(dict(texts).get("frames.toml", ""))
    for plan in frames.values():
        for name in (plan.headline, plan.lead, *(file for part in plan.parts for file in part.files)):
            if name not in sources:
                raise TemplateError(
                    FRAMES_FILE, None, Refusal(f"nhắc tới tệp “{name}” không có", "sửa tên tệp trong frames.toml")
                )
    spoken = frozenset(name for text in sources.values() for name in _SPOKEN.findall(text))
    return ProseLibrary(make_environment(sources, prose=True, own=own), sources, frames, words, spoken)


def _read_frames(text: str) -> dict[str, FramePlan]:
    """The frames by name. Raises `FramesFileError` with every fault and its line."""
    try:
        frames = read_toml(text, FRAMES_FILE, _FRAMES, FramePlan, f"{FRAMES_FILE} có sẵn")
    except IntakeError as error:
        raise FramesFileError(error.faults) from error
    return {_RENAMED_FRAMES.get(name, name): plan for name, plan in frames.items()}


def prose_library(folder: TemplateFolder, catalogue: Catalogue) -> ProseLibrary:
    """The compiled prose of a subject."""
    texts = tuple(sorted(folder.prose_of(catalogue).items()))
    own, words = frozenset(folder.own_prose_of(catalogue)), folder.words_of(catalogue)
    return _compile_prose((folder.digest, catalogue.digest), texts, own, words, catalogue.title)


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
    brand: Brand | None = None
    """The brand it is printed with, of which the stylesheet has colours and typefaces."""


@lru_cache(maxsize=16)
def _compile_style(
    key: str,
    name: str,
    texts: tuple[tuple[str, str], ...],
    shared: tuple[tuple[str, str], ...],
    own: frozenset[str],
    brand: Brand | None,
) -> StyleFiles:
    files = dict(texts)
    for needed in ("style.toml", "page.html.j2", "style.css"):
        if needed not in files:
            raise StyleError(f"styles/{name}", Refusal(f"thiếu tệp {needed}", "thêm tệp đó vào thư mục của kiểu"))
    if "</style" in files["style.css"].lower():
        reason = "có “</style”, đóng sớm phần kiểu dáng của trang HTML"
        raise StyleError(f"styles/{name}/style.css", Refusal(reason, "xóa đoạn đó"))
    rules = read_style_rules(files["style.toml"], f"styles/{name}/style.toml")
    sources = {f"styles/{name}/{file}": text for file, text in texts if file.endswith(".j2")}
    sources |= {f"styles/shared/{file}": text for file, text in shared if file.endswith(".j2")}
    common = dict(shared)
    css = common.get("base.css", "") + files["style.css"]
    css += brand_css(brand, css) if brand is not None else ""
    environment = make_environment(sources, prose=False, own=own)
    return StyleFiles(name, rules, environment, sources, css, common.get("screen.css", ""), brand)


def style_names(folder: TemplateFolder) -> tuple[str, ...]:
    """The styles a folder holds, by name; a folder with another kind of name is none."""
    names = (*folder.bundled, *folder.own)
    return tuple(sorted({match[1] for name in names if (match := _STYLE_FILE.fullmatch(name))}))


def style_files(folder: TemplateFolder, name: str) -> StyleFiles:
    """The files of one style, with the folder's brand.

    Raises `StyleError` naming the styles there are, `BrandError` with every fault of the brand.
    """
    known = style_names(folder)
    if name not in known:
        raise StyleError(name, Refusal("không có kiểu trình bày này", f"chọn một trong: {', '.join(known)}"))
    texts = tuple(sorted(folder.styles(f"styles/{name}/").items()))
    shared = tuple(sorted(folder.styles("styles/shared/").items()))
    reading = folder.brand
    made = _compile_style(folder.digest, name, texts, shared, frozenset(folder.own), reading.brand if reading else None)
    if reading is not None and (faults := (*reading.faults, *contrast_faults(reading, name, made.css))):
        raise BrandError(faults)
    return made
