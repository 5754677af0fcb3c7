"""The font configuration of a style: its own ``@font-face`` fonts and no font of the system.

WeasyPrint asks Fontconfig for a fresh configuration each time a ``FontConfiguration`` is made, and Fontconfig reads
``FONTCONFIG_FILE`` at that moment alone. So the variable is set around that call and put back; what the host process
did with Fontconfig before or does after is neither seen nor touched. The variable is the process's: the caller holds
the engine's lock meanwhile.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from antq_reports.errors import OutputError, Refusal

_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir>{folder}/cache</cachedir>
  <match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""

_VARIABLES = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "G_SLICE")
"""Every variable that decides which configuration file Fontconfig reads, and the one that chooses GLib's allocator."""

GENERIC_FAMILIES = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math", "emoji", "fangsong"}
    | {"ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"}
)
"""CSS Fonts 4, section 2.1.3. An ``@font-face`` of such a name has crashed Pango (WeasyPrint#2684)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFace:
    """One ``@font-face`` that was loaded: as it is named in CSS, and the file that draws it."""

    family: str
    weight: int
    italic: bool
    path: Path


@contextmanager
def bundled_fonts_only() -> Iterator[None]:
    """Let Fontconfig read the private configuration file; the environment is put back afterwards."""
    before = {name: os.environ.pop(name, None) for name in _VARIABLES}
    os.environ["FONTCONFIG_FILE"] = str(private_folder(os.getpid()) / "fonts.conf")
    # Pango frees memory in a thread of its own. A process forked at that moment would inherit the lock of GLib's slice
    # allocator and wait for it for ever; malloc's own locks are made anew in the child.
    os.environ["G_SLICE"] = "always-malloc"
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@cache
def private_folder(process: int) -> Path:
    """Make the folder of this process for fonts and their configuration; it is removed when the process ends.

    The number of the process is asked for because a forked child inherits the cache of this function.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=f"antq-reports-pdf-{process}-"))
        (folder / "fonts.conf").write_text(_CONFIGURATION.format(folder=folder), encoding="utf-8")
    except OSError as error:
        raise _no_room(error) from error
    # Not `atexit` alone: a forked worker of multiprocessing ends without it.
    Finalize(None, shutil.rmtree, args=(folder,), kwargs={"ignore_errors": True}, exitpriority=0)
    return folder


def _no_room(error: OSError) -> OutputError:
    """The temporary folder is full, missing or read only: said by its name, for it is not where the brief goes."""
    reason = "đĩa đầy" if error.errno == errno.ENOSPC else error.strerror or "lỗi hệ thống"
    place = tempfile.tempdir or os.environ.get("TMPDIR", "/tmp")
    return OutputError(
        place, Refusal(f"không ghi được thư mục tạm ({reason})", "dọn bớt tệp, hoặc đặt TMPDIR sang nơi khác")
    )


def new_font_configuration() -> Any:
    """Return a fresh `FontConfiguration` of WeasyPrint that knows no font and takes some until it is sealed."""
    if not private_folder(os.getpid()).is_dir():
        private_folder.cache_clear()
    with bundled_fonts_only():
        try:
            return _font_configuration_class()()
        except OSError as error:
            raise _no_room(error) from error


@cache
def _font_configuration_class() -> Any:
    """Make the class only when WeasyPrint is wanted: its base class lives there."""
    base = import_module("weasyprint.text.fonts").FontConfiguration

    class SealedFontConfiguration(base):  # type: ignore[misc, valid-type]  # WeasyPrint ships no types
        """Takes the fonts of one stylesheet and, once sealed, of no document: documents share it."""

        def __init__(self) -> None:
            super().__init__()
            self.folder = Path(tempfile.mkdtemp(prefix="fonts-", dir=private_folder(os.getpid())))
            self._folder: Path | None = self.folder  # where the base class writes, and what it deletes in the end
            self.faces: list[FontFace] = []
            self.complaints: list[str] = []
            self.sealed = False

        def add_font_face(self, rule_descriptors: Mapping[str, Any], url_fetcher: object) -> None:
            """Load one face of the stylesheet; note why a face is refused."""
            family = rule_descriptors["font_family"]
            if complaint := _refusal(family, sealed=self.sealed):
                self.complaints.append(complaint)
                return
            before = set(self.folder.iterdir())
            super().add_font_face(rule_descriptors, url_fetcher)
            for path in set(self.folder.iterdir()) - before:
                face = _face(rule_descriptors, path)
                self.complaints.extend(_clash(face, self.faces))
                self.faces.append(face)

        def forget_folder(self) -> None:
            """Leave the folder to the process that made it: a forked child must not delete it."""
            self._folder = None

    return SealedFontConfiguration


def _refusal(family: str, *, sealed: bool) -> str:
    """Say why a face may not be loaded, or nothing."""
    if sealed:
        return f"phông “{family}” được khai báo trong trang HTML hoặc trong hình SVG: chỉ khai báo @font-face trong CSS"
    if family.lower() in GENERIC_FAMILIES:
        return f"@font-face không được mang tên họ phông chung “{family}”: hãy đặt tên riêng"
    return ""


def _face(descriptors: Mapping[str, Any], path: Path) -> FontFace:
    weight = descriptors.get("font_weight", 400)
    return FontFace(
        family=descriptors["font_family"],
        weight={"normal": 400, "bold": 700}.get(weight) or int(weight),
        italic=descriptors.get("font_style", "normal") != "normal",
        path=path,
    )


def _clash(face: FontFace, others: list[FontFace]) -> Iterator[str]:
    """WeasyPrint embeds one file per family, weight and slant: of two, the second prints wrong glyphs."""
    key = (face.family.lower(), face.weight, face.italic)
    if key in {(other.family.lower(), other.weight, other.italic) for other in others}:
        yield f"họ phông “{face.family}” có hai tệp cho cùng độ đậm và kiểu đứng/nghiêng: chỉ giữ một tệp đầy đủ"
