"""The manifest of a folder of briefs: which unit, which file, from what input, with which bytes, in which state.

Written whole or not at all, and often: a run that is killed loses the record of the last moment, never more, and what
is not recorded is made again. A manifest that cannot be read counts as none.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from antq_reports.files import write_whole
from antq_reports.report import Finding, Origin

NAME = "manifest.json"
VERSION = 2
SHARE = 20
"""Writing takes at most a twentieth of the time."""

State = Literal["pending", "rendered", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One unit's line."""

    key: str
    unit: str
    code: str | None
    file: str
    state: State = "pending"
    input: str = ""
    output: str = ""
    others: tuple[tuple[str, str], ...] = ()
    """The brief's files in further formats, by name and digest."""
    reason: str = ""
    findings: tuple[Finding, ...] = ()

    def stands(self, folder: Path) -> bool:
        """Whether its files lie there with exactly the recorded bytes."""
        files = ((self.file, self.output), *self.others)
        return self.state == "rendered" and all(file_digest(folder / name) == digest for name, digest in files)


def file_digest(path: Path) -> str | None:
    """The hash of a file's bytes; None when there is no such file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


@dataclass(slots=True, kw_only=True)
class Manifest:
    """The manifest of a run in progress."""

    folder: Path
    style: str
    entries: dict[str, Entry] = field(default_factory=dict)
    _due: float = 0.0

    def put(self, entry: Entry) -> None:
        """Record a unit, and write the manifest if it is time."""
        self.entries[entry.key] = entry
        if time.monotonic() >= self._due:
            self.write()

    def write(self) -> None:
        """Write the manifest now, unless it says this already. Raises `OutputError`."""
        start = time.monotonic()
        data = {"version": VERSION, "style": self.style, "units": [asdict(entry) for entry in self.entries.values()]}
        text = json.dumps(data, ensure_ascii=False, indent=1).encode()
        if hashlib.sha256(text).hexdigest() != file_digest(self.folder / NAME):
            write_whole(self.folder / NAME, text)
        now = time.monotonic()
        self._due = now + SHARE * (now - start)


def read_entries(folder: Path) -> dict[str, Entry]:
    """The entries of a folder's manifest by unit; none when there is no readable one."""
    try:
        data = json.loads((folder / NAME).read_bytes())
        if data["version"] != VERSION:
            return {}
        entries = [_entry(item) for item in data["units"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {entry.key: entry for entry in entries if _is_plain_name(entry.file)}


def _entry(item: Mapping[str, Any]) -> Entry:
    others = tuple((str(name), str(digest)) for name, digest in item.get("others", ()))
    if any(name != Path(name).name for name, _ in others):
        raise ValueError("a file outside the folder")
    return Entry(**{**item, "others": others, "findings": tuple(map(_finding, item["findings"]))})


def _finding(item: Mapping[str, Any]) -> Finding:
    origins = tuple(Origin(**origin) for origin in item["origins"])
    return Finding(**{**item, "origins": origins, "others": tuple(item.get("others", ()))})


def _is_plain_name(name: object) -> bool:
    return isinstance(name, str) and name == Path(name).name and name.endswith(".pdf")


def leftovers(folder: Path, before: Iterable[Entry], files: frozenset[str]) -> tuple[Path, ...]:
    """Files that an earlier run recorded and that belong to no unit of this one."""
    names = sorted({entry.file for entry in before} - files)
    return tuple(folder / name for name in names if (folder / name).is_file())
