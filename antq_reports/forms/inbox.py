"""A folder as units send it: which files are inputs, which were sent and cannot be read, which we wrote ourselves.

Sub-folders are walked. Lock and system files are passed over without a word. What an earlier run wrote is never taken
for what a unit sent, wherever it lies. Nothing here reads a figure.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from antq_reports.errors import Fault, FileError, Refusal
from antq_reports.files import read_whole
from antq_reports.forms.foreign_map import MAP_FOLDER
from antq_reports.vietnamese import sort_key

DATA = frozenset((".xlsx", ".xlsm", ".xls", ".ods", ".xlsb", ".csv", ".toml", ".json"))
"""Endings of files that figures are read from."""
SHOWN = ".xlsx, .xls, .ods, .csv, .toml, .json"
RUN_FILE = "manifest.json"
"""What makes a folder one that a run wrote."""
SUMMARY_MARK = "@antq:tong-hop"
"""What stands in the first cell of a summary that a run wrote."""
PRINT_MARK = b"\n%antq:in-ca-tinh\n"
"""What ends the printer's copy that a run wrote."""
PAPERS = frozenset(("nhac-nop.csv", "thay-doi.csv"))
"""Lists that a run wrote for the office."""
ACCEPTED = "chap-nhan.csv"
"""What a person accepted after asking back: beside the inputs, and none of them."""
MAX_DEPTH = 8
MAX_FILES = 20_000
_MAX_JSON = 20_000_000

_USE_FORM = "điền số liệu vào biểu .xlsx đã phát rồi gửi lại"
_UNREADABLE: dict[str, Refusal] = {
    ending: Refusal(reason, remedy)
    for endings, reason, remedy in (
        ((".doc", ".docx", ".odt", ".rtf"), "tệp Word, không đọc được số liệu", _USE_FORM),
        ((".pdf",), "bản PDF (in hoặc quét), không đọc được số liệu", _USE_FORM),
        ((".jpg", ".jpeg", ".png", ".heic", ".webp", ".tif", ".tiff"), "ảnh chụp, không đọc được số liệu", _USE_FORM),
        ((".zip", ".rar", ".7z"), "tệp nén", "hãy giải nén vào thư mục này rồi chạy lại"),
    )
    for ending in endings
}
_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"))
_NO_DATA = Refusal("tệp không phải số liệu nên không đọc", f"các dạng đọc được: {SHOWN}")
_LEADS_OUT = Refusal("liên kết tượng trưng dẫn ra ngoài thư mục", "chép chính tệp đó vào thư mục")
_EMPTY = Refusal("thư mục không có tệp số liệu nào", f"các dạng đọc được: {SHOWN}")


@dataclass(slots=True)
class Inbox:
    """The files of a folder, sorted. ``is_ours`` tells a finished brief."""

    folder: Path
    is_ours: Callable[[Path], bool]
    files: list[Path] = field(default_factory=list)
    refused: list[Fault] = field(default_factory=list)
    """Files somebody sent that nothing can be read from."""
    warnings: list[Fault] = field(default_factory=list)
    passed_over: list[Path] = field(default_factory=list)
    """Files and folders that an earlier run wrote."""

    def walk(self) -> Inbox:
        """Sort every file."""
        for number, file in enumerate(_files_below(self.folder, self.passed_over)):
            if number >= MAX_FILES:
                self.refused.append(Fault(str(self.folder), "", Refusal(f"thư mục có quá {MAX_FILES} tệp", "tách bớt")))
                break
            self._sort(file)
        if not (self.files or self.refused or self.passed_over):
            self.refused.append(Fault(str(self.folder), "", _EMPTY))
        return self

    def _sort(self, file: Path) -> None:
        ending = file.suffix.lower()
        if not _leads_inside(file, self.folder):
            self.refused.append(Fault(str(file), "", _LEADS_OUT))
        elif file.name.casefold() in PAPERS:
            self.passed_over.append(file)
        elif ending in DATA:
            (self.passed_over if ending == ".json" and _is_summed(file) else self.files).append(file)
        elif ending in (".pdf", ".html") and (_is_printers_copy(file) or self.is_ours(file)):
            self.passed_over.append(file)
        elif ending in _UNREADABLE and not _is_beside_a_report(file, self.folder):
            self.refused.append(Fault(str(file), "", _UNREADABLE[ending]))
        elif ending not in _UNREADABLE:
            self.warnings.append(Fault(str(file), "", _NO_DATA))


def _files_below(folder: Path, written: list[Path], depth: int = 0) -> Iterator[Path]:
    """The files of a folder and of those in it, in Vietnamese order; folders that a run wrote are told and left."""
    entries = sorted(folder.iterdir(), key=lambda entry: sort_key(entry.name))
    records = [entry for entry in entries if entry.name == RUN_FILE and _is_manifest(entry)]
    if records and depth:
        written.append(folder)
        return
    for entry in entries:
        if _is_passed_over(entry.name) or entry in records:
            continue
        if not entry.is_dir():
            yield entry
        elif entry.name == MAP_FOLDER:
            continue
        elif depth < MAX_DEPTH and not entry.is_symlink():
            yield from _files_below(entry, written, depth + 1)


def _is_passed_over(name: str) -> bool:
    """Whether a name is that of a hidden, lock or system file, or of a person's acceptances."""
    low = name.casefold()
    return low.startswith((".", "~$", "__macosx")) or low in _SYSTEM or low == ACCEPTED or low.endswith((".tmp", "~"))


def _is_manifest(file: Path) -> bool:
    data = _json_in(file)
    return isinstance(data, dict) and {"version", "style", "units"} <= data.keys()


def _is_summed(file: Path) -> bool:
    """Whether a report is one that a roll-up wrote: it says how many units it stands on."""
    data = _json_in(file)
    return isinstance(data, dict) and isinstance(data.get("completeness"), dict)


def _is_printers_copy(file: Path) -> bool:
    """Whether a PDF ends as the one a run puts all briefs into."""
    try:
        with file.open("rb") as data:
            data.seek(max(0, file.stat().st_size - len(PRINT_MARK)))
            return data.read() == PRINT_MARK
    except OSError:
        return False


def _json_in(file: Path) -> object:
    try:
        return json.loads(read_whole(file, limit=_MAX_JSON))
    except (FileError, ValueError, RecursionError):
        return None


def _is_beside_a_report(file: Path, inbox: Path) -> bool:
    """Whether a picture lies beside a report typed by hand, whose photo it may be, or in a folder beside it."""
    is_picture = file.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff")
    near = (file.parent,) if file.parent == inbox else (file.parent, file.parent.parent)
    return is_picture and any(any(folder.glob(f"*{ending}")) for folder in near for ending in (".toml", ".json"))


def _leads_inside(file: Path, folder: Path) -> bool:
    """Whether a file of a folder lies in it; a link may lead anywhere."""
    try:
        return not file.is_symlink() or file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a loop of links
        return False
