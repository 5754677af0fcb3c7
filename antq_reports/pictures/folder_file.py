"""A file inside a folder, by a path that a person wrote: relative, forward slashes, exact case, nothing that leads out.

What is refused names the path as it was given and what to do instead. Sizes are bytes.
"""

from __future__ import annotations

import difflib
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from antq_reports.errors import FileError, FileProblem, PlacedError, Refusal
from antq_reports.files import read_whole

_MAX_PATH_CHARS: Final = 400
_MAX_NAMES_COMPARED: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class InnerWords:
    """What is told of a kind of file."""

    copy_in: str
    """What to do about a path that is none inside the folder."""
    home: str = "thư mục của báo cáo"
    remedies: Mapping[FileProblem, str] = field(default_factory=dict)


def inner_bytes(folder: Path, path: str, *, limit: int, words: InnerWords) -> bytes:
    """The file at ``path`` inside ``folder``, not looked into.

    Raises `PlacedError` when the path leaves the folder, names no regular file or one that is empty or larger.
    """
    shown = shown_path(path)
    if reason := _path_fault(path):
        raise PlacedError(shown, Refusal(reason, words.copy_in))
    real = _resolve_inside(folder, _find(folder, path, words), shown, words)
    try:
        data = read_whole(real, limit=limit, follow_links=False)
    except FileError as error:
        raise PlacedError(shown, error.advised(words.remedies)) from error
    if not data:
        raise PlacedError(shown, Refusal("tệp rỗng", "hãy chép lại tệp"))
    return data


def shown_path(path: str) -> str:
    """``path`` as an error may print it: no control characters, no lone surrogates, not endless."""
    text = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in path[:_MAX_PATH_CHARS])
    return text if len(path) <= _MAX_PATH_CHARS else text + "…"


def _path_fault(path: str) -> str:
    """Why ``path`` is not a relative path with forward slashes; empty when it is."""
    parts = path.split("/")
    if not path:
        return "đường dẫn để trống"
    if len(path) > _MAX_PATH_CHARS:
        return f"đường dẫn dài {len(path)} ký tự, tối đa {_MAX_PATH_CHARS}"
    if not path.isprintable():
        return "đường dẫn có ký tự điều khiển hoặc ký tự không hợp lệ"
    if "\\" in path:
        return "đường dẫn dùng dấu “\\”, cần dùng dấu “/”"
    if "://" in path:
        return "đây là địa chỉ mạng, không phải tệp trong thư mục"
    if path.startswith("/") or parts[0].endswith(":") or path[1:2] == ":":
        return "đường dẫn tuyệt đối không được dùng"
    if ".." in parts:
        return "đường dẫn có “..”, đi ra ngoài thư mục"
    if "" in parts or "." in parts:
        return "đường dẫn có phần trống hoặc dấu “.” thừa"
    return ""


def _find(folder: Path, path: str, words: InnerWords) -> Path:
    """The entry a path names, by exact case on every file system; composed and decomposed accents are one name."""
    here = folder
    for part in path.split("/"):
        names = _names_in(here, path, words)
        name = part if part in names else _same_name(part, names)
        if name is None:
            reason = f"không có “{part}” trong thư mục “{here.name}”"
            raise PlacedError(shown_path(path), Refusal(reason, _suggest(part, sorted(names), words)))
        here /= name
    return here


def _same_name(part: str, names: list[str]) -> str | None:
    wanted = unicodedata.normalize("NFC", part)
    return next((name for name in sorted(names) if unicodedata.normalize("NFC", name) == wanted), None)


def _names_in(folder: Path, path: str, words: InnerWords) -> list[str]:
    try:
        return os.listdir(folder)
    except NotADirectoryError:
        reason, remedy = f"“{folder.name}” là một tệp, không phải thư mục", words.copy_in
    except OSError:
        reason, remedy = f"không mở được thư mục “{folder.name}”", "hãy kiểm tra thư mục có tồn tại và quyền đọc"
    raise PlacedError(shown_path(path), Refusal(reason, remedy))


def _suggest(part: str, names: list[str], words: InnerWords) -> str:
    """What to do about a name that is not there: the nearest one that is, if any is near."""
    by_fold = {_fold(name): name for name in reversed(names[:_MAX_NAMES_COMPARED]) if name.isprintable()}
    near = difflib.get_close_matches(_fold(part), by_fold, n=1, cutoff=0.6)
    if not near:
        return words.copy_in
    name = by_fold[near[0]]
    if name.casefold() == part.casefold():
        return f"tên tệp phân biệt chữ hoa, chữ thường: hãy ghi đúng “{name}”"
    return f"có phải là “{name}”? Hãy sửa lại đường dẫn"


def _fold(name: str) -> str:
    """``name`` for likeness only: lower case, no marks; đ, which has no decomposition, becomes d."""
    marked = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(char for char in marked if not unicodedata.combining(char))


def _resolve_inside(folder: Path, target: Path, shown: str, words: InnerWords) -> Path:
    """The real file behind ``target``; a link that leads out of ``folder`` is refused."""
    try:
        root, real = folder.resolve(strict=True), target.resolve(strict=True)
    except (OSError, RuntimeError) as error:  # a broken link; a loop is RuntimeError before Python 3.13
        reason = "liên kết tượng trưng bị hỏng hoặc không mở được"
        raise PlacedError(shown, Refusal(reason, "hãy thay liên kết bằng chính tệp đó")) from error
    if not real.is_relative_to(root):
        reason = f"liên kết tượng trưng dẫn ra ngoài {words.home}"
        raise PlacedError(shown, Refusal(reason, f"hãy chép chính tệp đó vào {words.home}"))
    return real
