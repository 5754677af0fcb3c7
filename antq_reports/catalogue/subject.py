"""Subjects: which there are, and the catalogue of each.

A subject is a folder of data. The bundled ones lie in ``templates/subjects/``; a user's own lies in the folder named
for whatever is one's own: its ``catalogue.toml`` either extends a subject or is one. A report names its subject; one
that names none is of the default subject.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from antq_reports.assets import templates_dir
from antq_reports.catalogue.catalogue import Catalogue
from antq_reports.catalogue.catalogue_file import merge, read_catalogue
from antq_reports.catalogue.declaration_faults import DeclarationReader, Place
from antq_reports.errors import Fault, FileError, FileProblem, IntakeError, Refusal, SubjectError
from antq_reports.files import read_text
from antq_reports.intake.toml_values import toml_table

DEFAULT_SUBJECT = "toan-dan-bao-ve-antq"
CATALOGUE_FILE = "catalogue.toml"
SUBJECTS = "subjects"
MAX_CATALOGUE_BYTES = 200_000


def subject_names() -> tuple[str, ...]:
    """The bundled subjects, by name."""
    root = templates_dir() / SUBJECTS
    return tuple(sorted(path.parent.name for path in root.glob(f"*/{CATALOGUE_FILE}")))


def find_catalogue(name: str | None = None, templates: str | Path | None = None) -> Catalogue:
    """The catalogue of the subject a report names, the default one where it names none.

    ``templates`` is the user's own folder: its catalogue wins over a bundled one of the same name. Raises
    `SubjectError` for a name nobody has, `IntakeError` with every fault of a catalogue.
    """
    wanted = name or DEFAULT_SUBJECT
    own = own_catalogue(templates) if templates is not None else None
    if own is not None and own.name == wanted:
        return own
    if wanted in subject_names():
        return bundled_catalogue(wanted)
    known = (*subject_names(), *((own.name,) if own is not None else ()))
    raise SubjectError(wanted, known, str(templates or ""))


def folder_catalogue(templates: str | Path | None = None) -> Catalogue:
    """The catalogue that a user's folder holds, else the default one: for what is made before any report names one."""
    own = own_catalogue(templates) if templates is not None else None
    return own or bundled_catalogue()


def own_catalogue(templates: str | Path) -> Catalogue | None:
    """The catalogue of a user's folder; None where it holds none."""
    file = Path(templates) / CATALOGUE_FILE
    try:
        status = os.stat(file)
    except (OSError, ValueError):
        return None
    return _read_own(file, status.st_mtime_ns, status.st_size, status.st_ino)


@lru_cache(maxsize=32)
def _read_own(file: Path, modified: int, size: int, inode: int) -> Catalogue:
    if not file.resolve().is_relative_to(file.parent.resolve()):
        fault = Fault(str(file), "", Refusal("liên kết tượng trưng dẫn ra ngoài thư mục mẫu", "chép chính tệp đó vào"))
        raise IntakeError((fault,))
    return read_catalogue_text(_read_text(file), str(file))


def _read_text(file: Path) -> str:
    try:
        return read_text(file, limit=MAX_CATALOGUE_BYTES)
    except FileError as error:
        raise error.of_input({FileProblem.TOO_LARGE: "tách thành nhiều chủ đề"}) from error


def read_catalogue_text(text: str, file: str) -> Catalogue:
    """The catalogue that a ``catalogue.toml`` declares, the one it extends merged in."""
    values, lines = toml_table(text, file)
    reader = DeclarationReader(file, lines)
    extended = values.get("extends")
    if extended is None:
        return _one_of_a_kind(read_catalogue(merge({}, values), reader))
    if extended not in subject_names():
        message = f"không có chủ đề “{str(extended)[:60]}”"
        reader.refuse_unknown(Place(("extends",)), message, str(extended), subject_names())
        reader.finish()
    base = bundled_catalogue(str(extended))
    return read_catalogue(merge(base.data, values), reader)


def bundled_catalogue(name: str = DEFAULT_SUBJECT) -> Catalogue:
    """A bundled subject's catalogue, read once in a process."""
    return _read_bundled(name)


@lru_cache(maxsize=8)
def _read_bundled(name: str) -> Catalogue:
    file = templates_dir() / SUBJECTS / name / CATALOGUE_FILE
    values, lines = toml_table(_read_text(file), str(file))
    reader = DeclarationReader(str(file), lines)
    if values.get("name") != name:
        reader.refuse(Place(("name",)), f"thư mục tên là “{name}”, chủ đề phải cùng tên", f'viết name = "{name}"')
    return read_catalogue(values, reader, is_bundled=True)


def bundled_of_digest(name: str, digest: str) -> Catalogue:
    """A bundled catalogue that another process speaks of. Raises `SubjectError` where this one has another content."""
    found = bundled_catalogue(name)
    if found.digest != digest:
        raise SubjectError(name, subject_names())
    return found


@lru_cache(maxsize=32)
def catalogue_of_json(data: bytes, file: str = "danh-muc.json") -> Catalogue:
    """The catalogue that a brief or another process carries as data. Raises `IntakeError` with every fault."""
    try:
        tables: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        refusal = Refusal("danh mục mang theo bị hỏng", "lấy lại bản tin gốc")
        raise IntakeError((Fault(file, "", refusal),)) from error
    reader = DeclarationReader(file)
    if not reader.check_table(Place(()), tables):
        reader.finish()
    return _one_of_a_kind(read_catalogue(tables, reader))


def _one_of_a_kind(made: Catalogue) -> Catalogue:
    """The bundled catalogue of the same content, where there is one: whatever is kept by content is that one's."""
    if made.name in subject_names() and bundled_catalogue(made.name) == made:
        return bundled_catalogue(made.name)
    return made
