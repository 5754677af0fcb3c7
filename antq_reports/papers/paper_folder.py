"""A run's papers in their folder: each is made when what it is made from has changed, and left alone otherwise.

A record beside them holds, for each paper, the digest of what it was made from and of the bytes it has. A paper that
somebody changed or deleted is made again; the record that cannot be read counts as none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from antq_reports.batch.run_manifest import file_digest
from antq_reports.errors import FileError
from antq_reports.files import read_whole, write_whole
from antq_reports.version import __version__

RECORD = ".antq-papers.json"
_MAX_RECORD = 5_000_000


@dataclass(slots=True)
class PaperFolder:
    """The folder of one run."""

    folder: Path
    written: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    _before: dict[str, tuple[str, str]] = field(default_factory=dict)
    _now: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path) -> PaperFolder:
        """The folder with the record of the last run."""
        return cls(folder, _before=_read_record(folder))

    def put(self, name: str, source: object, make: Callable[[], bytes]) -> Path:
        """A paper made from a value whose text tells all that goes into it. Raises `OutputError`."""
        path, made_from = self.folder / name, _digest(f"{__version__}\n{source!r}".encode())
        before = self._before.get(name)
        if before is not None and before[0] == made_from and file_digest(path) == before[1]:
            self._now[name] = before
            self.kept.append(path)
            return path
        data = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
        self._now[name] = made_from, _digest(data)
        self.written.append(path)
        return path

    def keep(self, name: str) -> None:
        """Leave a paper of the last run as it is."""
        if name in self._before:
            self._now[name] = self._before[name]
            self.kept.append(self.folder / name)

    @staticmethod
    def digest(file: Path) -> str:
        """The digest of a file a paper is made from; empty for one that is not there."""
        return file_digest(file) or ""

    def close(self) -> None:
        """Take away the papers of the last run that no unit needs any more, and write the record if it changed."""
        for name in self._before.keys() - self._now.keys():
            path = self.folder / name
            if file_digest(path) == self._before[name][1]:
                path.unlink()
        if self._now != self._before:
            data = json.dumps(self._now, ensure_ascii=False, indent=1, sort_keys=True)
            write_whole(self.folder / RECORD, data.encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read_record(folder: Path) -> dict[str, tuple[str, str]]:
    try:
        data = json.loads(read_whole(folder / RECORD, limit=_MAX_RECORD))
        found = {str(name): (str(source), str(digest)) for name, (source, digest) in data.items()}
    except (FileError, ValueError, TypeError, AttributeError, RecursionError):
        return {}
    return {name: each for name, each in found.items() if not Path(name).is_absolute() and ".." not in Path(name).parts}
