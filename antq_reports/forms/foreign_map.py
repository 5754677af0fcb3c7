"""A map of somebody else's form: which of its labels and cells are which metrics, which columns hold what.

It is a file ``anh-xa/<name>.toml`` beside the inputs or in the folder of templates, written by a person (or proposed by
``check``): keys and texts alone, no programme. What it names that nobody has is a fault with its key and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from antq_reports.errors import Fault, FileError, IntakeError, Refusal
from antq_reports.files import read_text
from antq_reports.forms.questions import Questions
from antq_reports.forms.sheet import Sheet
from antq_reports.intake.toml_json import read_values
from antq_reports.vietnamese import fold_name

MAP_FOLDER = "anh-xa"
PASSED = "-"
"""The metric of a line that is passed over on purpose."""
_COLUMNS = {"nhan": "@label", "don_vi": "@unit", "so": "@value", "ky_truoc": "@previous", "ghi_chu": "@note"}
_COVER = {"ten": "unit.name", "cap": "unit.level", "ma": "unit.code", "ky": "period.label", "nguoi_lap": "filled.by"}
_TABLES = ("nhan_biet", "cot", "bia", "chi_tieu", "o")
_CELL = re.compile(r"[A-Z]{1,2}[1-9]\d{0,3}")
_MAX_BYTES = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignMap:
    """One map."""

    file: str
    marks: tuple[str, ...]
    """Texts that are all in a form of this kind, folded."""
    columns: Mapping[str, str]
    """Headings, folded, with what their column holds: ``@label``, ``@value``..."""
    cover: Mapping[str, str]
    """Ids of the cover with the cell that holds it, or the text that stands before it, or the text itself after "="."""
    labels: Mapping[str, str]
    """Labels, folded, with the id of the cell that answers them."""
    cells: Mapping[str, str]
    """Cells with the id of what they answer."""

    def fits(self, sheets: Sequence[Sheet]) -> bool:
        """Whether sheets are a form of this kind."""
        held = {fold_name(raw) for sheet in sheets for row in sheet.rows for raw in row if isinstance(raw, str)}
        return bool(self.marks) and all(any(mark in text for text in held) for mark in self.marks)


def maps_beside(file: Path, templates: str | Path | None, questions: Questions) -> tuple[ForeignMap, ...]:
    """The maps beside a file, in the folders above it up to two, and among the templates. Raises `IntakeError`."""
    folders = [parent / MAP_FOLDER for parent in file.resolve().parents[:3]]
    folders += [Path(templates) / MAP_FOLDER] if templates is not None else []
    found = (path for folder in folders if folder.is_dir() for path in folder.glob("*.toml"))
    files = sorted({path for path in found if path.stat().st_size})  # an empty one is about to be written
    return tuple(_map_in(path, path.stat().st_mtime_ns, questions) for path in files)


@lru_cache(maxsize=64)
def _map_in(file: Path, changed: int, questions: Questions) -> ForeignMap:
    """The map in a file as it was at a time."""
    del changed
    try:
        values, lines = read_values(file, read_text(file, limit=_MAX_BYTES))
    except FileError as error:
        raise error.of_input({}) from error
    faults = list(_faults(file, values, lines, questions))
    if faults:
        raise IntakeError(tuple(faults))
    return ForeignMap(
        file=file.name,
        marks=tuple(map(fold_name, values["nhan_biet"])),
        columns={fold_name(text): _COLUMNS[name] for name, text in values.get("cot", {}).items()},
        cover={_COVER[name]: text for name, text in values.get("bia", {}).items()},
        labels={fold_name(text): identifier for text, identifier in values.get("chi_tieu", {}).items()},
        cells=values.get("o", {}),
    )


def _faults(file: Path, values: Mapping[str, Any], lines: Mapping[str, int], questions: Questions) -> Iterator[Fault]:
    for path, refusal in (*_unknown_keys(values), *_unknown_metrics(values, questions)):
        yield Fault(str(file), path, refusal, lines.get(path))


def _unknown_keys(values: Mapping[str, Any]) -> Iterator[tuple[str, Refusal]]:
    for name in values.keys() - set(_TABLES):
        yield name, Refusal(f"không có phần “{name}”", f"các phần: {', '.join(_TABLES)}")
    marks = values.get("nhan_biet")
    if not isinstance(marks, list) or not marks or not all(isinstance(each, str) for each in marks):
        remedy = 'ghi như nhan_biet = ["Biểu số 05", "Nội dung"]'
        yield "nhan_biet", Refusal("thiếu các chữ để nhận ra biểu", remedy)
    for table, known in (("cot", _COLUMNS), ("bia", _COVER)):
        for name, text in _table(values, table).items():
            if name not in known or not isinstance(text, str):
                remedy = f"các khóa, giá trị là chữ: {', '.join(known)}"
                yield f"{table}.{name}", Refusal(f"không có khóa “{name}”", remedy)


def _unknown_metrics(values: Mapping[str, Any], questions: Questions) -> Iterator[tuple[str, Refusal]]:
    for table in ("chi_tieu", "o"):
        for name, identifier in _table(values, table).items():
            if identifier != PASSED and (not isinstance(identifier, str) or questions.slot_of(identifier) is None):
                remedy = "xem lệnh keys, hoặc ghi “-” để bỏ qua"
                yield f"{table}.{name}", Refusal(f"không có chỉ tiêu “{identifier}”", remedy)
    for name in _table(values, "o"):
        if not _CELL.fullmatch(name):
            yield f"o.{name}", Refusal(f"“{name}” không phải tên ô", 'ghi như "D12"')


def _table(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = values.get(name, {})
    return found if isinstance(found, dict) else {}
