"""The two forms, derived from a catalogue: what is asked, in which cell, under which id.

A *question* is a metric or group a form may ask; a *slot* is one cell of its answer. A part of a whole and a pair
take two slots, a row of a group one for each of its columns, everything else one. Ids are those of the hidden row and
column of the workbooks and of the metric column of records: ``roads.accidents``, ``areas.safe#whole``,
``pledges.by_signer[2]``, ``prizes.given[0].individuals``. Nothing here reads or writes a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from antq_reports.catalogue import Catalogue, CatalogueEntry, Group, Metric, MetricPath
from antq_reports.catalogue.group import unit_of
from antq_reports.catalogue.metric import Kinds
from antq_reports.figures import Change, Count, Pair, PartOfWhole, Quantity
from antq_reports.report.place import LEVELS

Shape = Literal["single", "ratio", "pair", "yes-no", "group"]
"""How a question is answered: one cell, part and whole, two counts, yes or no, labelled rows."""

SUBJECT_ID = "subject"
COVER_IDS = {
    SUBJECT_ID: "Chủ đề",
    "unit.name": "Tên đơn vị",
    "unit.level": "Cấp (xã, phường, đặc khu)",
    "unit.code": "Mã đơn vị hành chính",
    "unit.boundaries_as_of": "Địa giới hành chính tính đến ngày",
    "period.label": "Kỳ báo cáo",
    "period.start": "Từ ngày",
    "period.end": "Đến ngày",
    "previous.label": "Kỳ trước",
    "previous.start": "Từ ngày",
    "previous.end": "Đến ngày",
    "filled.by": "Người lập biểu",
    "filled.role": "Chức vụ, đơn vị công tác",
    "filled.phone": "Điện thoại",
    "filled.on": "Ngày lập biểu",
    "notes.results": "Kết quả nổi bật nên kể trong bản tin",
    "notes.models": "Tên mô hình tiêu biểu",
    "notes.difficulties": "Khó khăn, kiến nghị (in cuối bản tin)",
}
NOTE_IDS = tuple(name for name in COVER_IDS if name.startswith("notes."))
"""The cells of the cover for free words: for the statistician's papers and for the unit's own brief."""
UNIT_COLUMNS = ("@code", "@name", "@level", "@note")
"""The columns of the province form that say whose row it is."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """One metric or group as a form asks it."""

    path: str
    section: str
    name: str
    label: str
    unit: str | tuple[str, str] | None
    shape: Shape
    kinds: Kinds
    declaration: Metric | Group

    @property
    def group(self) -> Group:
        """The group it asks for. Raises `TypeError` for a metric."""
        if not isinstance(self.declaration, Group):
            raise TypeError(f"{self.path} is no group")
        return self.declaration

    @property
    def metric(self) -> Metric:
        """The metric it asks for. Raises `TypeError` for a group."""
        if not isinstance(self.declaration, Metric):
            raise TypeError(f"{self.path} is a group")
        return self.declaration

    @property
    def parts(self) -> tuple[str, ...]:
        """The slots of one answer, or of one row, by name; one nameless slot where one cell is enough."""
        if self.shape == "group":
            return ("",) if self.group.is_plain else tuple(self.group.columns)
        return {"ratio": ("part", "whole"), "pair": ("first", "second")}.get(self.shape, ("",))

    @property
    def level(self) -> str | None:
        """The level of the units that answer a yes-or-no question; None where all are asked."""
        return self.unit if self.shape == "yes-no" and self.unit in LEVELS else None

    def slot_ids(self) -> tuple[str, ...]:
        """The ids of its cells in the commune's form, top to bottom."""
        if self.shape == "group":
            rows = range(self.group.rows)
            return tuple(str(MetricPath(self.section, self.name, row, part)) for row in rows for part in self.parts)
        return tuple(f"{self.path}#{part}" if part else self.path for part in self.parts)

    def column_ids(self) -> tuple[str, ...]:
        """The ids of its columns in the province form; a group is one column of short lists."""
        return (self.path,) if self.shape == "group" else self.slot_ids()


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of an answer: the question, which row of a group, which part."""

    question: Question
    part: str = ""
    row: int | None = None

    @property
    def is_first_of_row(self) -> bool:
        """Whether the label of a row with several figures stands beside it."""
        return self.row is not None and self.part != "" and self.part == self.question.parts[0]

    @property
    def unit(self) -> str:
        """The unit printed beside it."""
        unit = self.question.unit
        if self.question.shape == "group" and self.part:
            return unit_of(self.question.group.columns[self.part])
        if isinstance(unit, tuple):
            return unit[1] if self.part == "second" else unit[0]
        return "có / không" if self.question.shape == "yes-no" else unit or ""

    @property
    def label(self) -> str:
        """The label printed beside it: the metric's own, or for a second cell what it adds."""
        if self.part == "whole":
            return f"trên tổng số {self.question.unit or ''}".strip()
        if self.part == "second":
            return f"với số {self.unit}"
        return self.question.label[:1].upper() + self.question.label[1:]


@dataclass(frozen=True, kw_only=True, eq=False)
class Questions:
    """Every question of a catalogue."""

    catalogue: Catalogue
    by_path: Mapping[str, Question]
    """In the order of the catalogue."""
    _slots: dict[str, Slot | None] = field(default_factory=dict, repr=False)
    """Ids met before: the same few hundred come back in every form."""

    @cached_property
    def by_old_path(self) -> Mapping[str, Question]:
        """Questions by the key their metric had in earlier forms."""
        found = ((question.declaration.was, question) for question in self.by_path.values())
        return {f"{question.section}.{old}": question for old, question in found if old is not None}

    @cached_property
    def counted(self) -> Mapping[str, tuple[Question, str | None]]:
        """The questions whose one cell takes a plain count, with the count's unit, by id."""
        return {
            path: (question, question.unit)
            for path, question in self.by_path.items()
            if question.shape == "single" and Count in question.kinds and Quantity not in question.kinds
            if not isinstance(question.unit, tuple)
        }

    def of_communes(self, level: str | None = None) -> tuple[Question, ...]:
        """What a commune is asked; of the yes-or-no questions those of its level, or all when no level is given.

        At the level of a province it is what the departments report themselves. Changes are left out: they are computed
        from this period and the last.
        """
        whose = "commune" if level in PROVINCIAL else "province"
        asked = (question for question in self.by_path.values() if question.declaration.asked)
        asked = (question for question in asked if question.declaration.reporter != whose)
        return tuple(
            question
            for question in asked
            if question.kinds != (Change,) and (level is None or question.level is None or question.level == level)
        )

    def slot_of(self, identifier: str) -> Slot | None:
        """The slot an id names; None when no metric takes it."""
        if identifier not in self._slots:
            if len(self._slots) > MAX_SLOTS:
                self._slots.clear()
            self._slots[identifier] = self._find_slot(identifier)
        return self._slots[identifier]

    def _find_slot(self, identifier: str) -> Slot | None:
        text, mark, part = identifier.partition("#")
        path = MetricPath.parse(text)
        if path is None or path.parts or (mark and not part):
            return None
        question = self.by_path.get(path.declared) or self.by_old_path.get(path.declared)
        if question is None:
            return None
        if question.shape == "group":
            return None if mark else _slot_of_row(question, path)
        is_known = not path.is_row and (not part or part in question.parts)
        return Slot(question, part) if is_known else None


MAX_SLOTS = 20_000
PROVINCIAL = ("tỉnh", "thành phố")
"""The levels whose form asks what the departments report."""


def _slot_of_row(question: Question, path: MetricPath) -> Slot | None:
    """A cell of a group: the whole list without a row, else one of the row's columns."""
    wanted = ("",) if path.row is None else question.parts
    return Slot(question, path.column, path.row) if path.column in wanted else None


@lru_cache(maxsize=16)
def questions_of(catalogue: Catalogue) -> Questions:
    """The questions of a catalogue, made once."""
    return Questions(catalogue=catalogue, by_path={entry.path: _question(entry) for entry in catalogue.entries})


def _question(entry: CatalogueEntry) -> Question:
    declaration = entry.declaration
    metric = declaration if isinstance(declaration, Metric) else None
    return Question(
        path=entry.path,
        section=entry.section,
        name=entry.name,
        label=declaration.label,
        unit=metric.unit if metric is not None else None,
        shape=_shape(declaration),
        kinds=metric.takes if metric is not None else (),
        declaration=declaration,
    )


def _shape(declaration: Metric | Group) -> Shape:
    if isinstance(declaration, Group):
        return "group"
    if PartOfWhole in declaration.takes:
        return "yes-no" if declaration.rollup == "units" else "ratio"
    return "pair" if Pair in declaration.takes and isinstance(declaration.unit, tuple) else "single"
