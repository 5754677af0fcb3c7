"""The two forms, derived from the metric declarations: what is asked, in which cell, under which id.

A *question* is a metric or group a form may ask; a *slot* is one cell of its answer. A part of a whole and a pair
take two slots, everything else one. Ids are those of the hidden row and column of the workbooks and of the metric
column of records: ``weapons.firearms_surrendered``, ``standards.safe_residential_areas#whole``,
``commitments.transport_pledges_by_group[2]``, ``rewards.awards[0].individuals``. Nothing here reads or writes a
file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel

from antq_reports.catalogue import Award, Group, Metric, metrics_of
from antq_reports.catalogue.metric import kinds_of
from antq_reports.figures import Change, Pair, PartOfWhole
from antq_reports.report import CatalogueEntry, catalogue, section_types

Shape = Literal["single", "ratio", "pair", "yes-no", "group", "awards"]
"""How a question is answered: one cell, part and whole, two counts, yes or no, labelled rows, awards."""

GROUP_ROWS = 6
AWARD_ROWS = 4

SECTION_TITLES = {
    "context": "Tình hình chung",
    "political_security": "An ninh chính trị",
    "communication": "Tuyên truyền",
    "commitments": "Ký cam kết",
    "traffic_safety": "An toàn giao thông",
    "weapons": "Vũ khí",
    "tips": "Tin báo",
    "crime_results": "Phòng, chống tội phạm",
    "standards": "Tiêu chuẩn an toàn",
    "models": "Mô hình",
    "core_force": "Lực lượng nòng cốt",
    "reintegration": "Tái hòa nhập",
    "welfare": "Ngày hội, an sinh",
    "rewards": "Khen thưởng",
}
"""The sheets' names, in the order of the catalogue: short, and without the signs a sheet name may not hold."""

COVER_IDS = {
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
}
UNIT_COLUMNS = ("@code", "@name", "@level", "@note")
"""The columns of the province form that say whose row it is."""

_ID = re.compile(r"(?P<path>[a-z_]+\.[a-z_]+)(?:\[(?P<row>\d{1,2})\])?(?:(?:#|\.)(?P<part>[a-z]+))?")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """One metric or group as a form asks it."""

    path: str
    section: str
    name: str
    label: str
    unit: str | tuple[str, str] | None
    shape: Shape
    kinds: tuple[type[BaseModel], ...]
    declaration: Metric | Group

    @property
    def parts(self) -> tuple[str, ...]:
        """The slots of one answer, by name; one nameless slot where one cell is enough."""
        return {"ratio": ("part", "whole"), "pair": ("first", "second"), "awards": ("collectives", "individuals")}.get(
            self.shape, ("",)
        )

    @property
    def level(self) -> str | None:
        """The level of the units that answer a yes-or-no question, if only one does."""
        return self.unit if self.shape == "yes-no" and isinstance(self.unit, str) else None


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of an answer: the question, which row of a group, which part."""

    question: Question
    part: str = ""
    row: int | None = None


@cache
def questions() -> dict[str, Question]:
    """Every metric and group of the catalogue by its path, in the catalogue's order."""
    return {entry.path: _question(entry) for entry in catalogue()}


@cache
def commune_questions(level: str | None = None) -> tuple[Question, ...]:
    """What a commune is asked; of the yes-or-no questions those of its level, or all when no level is given.

    Changes are left out: they are computed from this period and the last.
    """
    asked = (question for question in questions().values() if question.declaration.reporter != "province")
    return tuple(
        question
        for question in asked
        if question.kinds != (Change,) and (level is None or question.level is None or question.level == level)
    )


@cache
def slot_of(identifier: str) -> Slot | None:
    """The slot an id names; None when no metric takes it.

    >>> slot_of("standards.safe_residential_areas#whole").part, slot_of("weapons.tanks") is None
    ('whole', True)
    """
    match = _ID.fullmatch(identifier)
    question = questions().get(match["path"]) if match else None
    if match is None or question is None:
        return None
    row, part = (int(match["row"]) if match["row"] else None), match["part"] or ""
    is_listed = question.shape in ("group", "awards")
    if (row is not None and not is_listed) or (part and part not in question.parts):
        return None
    if question.shape == "awards" and (row is None) != (part == ""):
        return None
    return Slot(question, part, row)


def slot_ids(question: Question) -> tuple[str, ...]:
    """The ids of a question's cells in the commune's form, top to bottom."""
    if question.shape == "group":
        return tuple(f"{question.path}[{row}]" for row in range(GROUP_ROWS))
    if question.shape == "awards":
        return tuple(f"{question.path}[{row}].{part}" for row in range(AWARD_ROWS) for part in question.parts)
    return tuple(f"{question.path}#{part}" if part else question.path for part in question.parts)


def column_ids(question: Question) -> tuple[str, ...]:
    """The ids of a question's columns in the province form; a group is one column of short lists."""
    return (question.path,) if question.shape in ("group", "awards") else slot_ids(question)


def slot_unit(slot: Slot) -> str:
    """The unit printed beside a slot."""
    unit = slot.question.unit
    if slot.question.shape == "awards":
        unit = metrics_of(Award)[slot.part].unit if slot.part else None
    if isinstance(unit, tuple):
        return unit[1] if slot.part == "second" else unit[0]
    return "có / không" if slot.question.shape == "yes-no" else unit or ""


def slot_label(slot: Slot) -> str:
    """The label printed beside a slot: the metric's own, or for a second cell what it adds."""
    question = slot.question
    label = question.label[:1].upper() + question.label[1:]
    if slot.part == "whole":
        return f"trên tổng số {question.unit or ''}".strip()
    if slot.part == "second":
        return f"với số {slot_unit(slot)}"
    return label


def _question(entry: CatalogueEntry) -> Question:
    field = section_types()[entry.section].model_fields[entry.name]
    kinds = kinds_of(field.annotation)
    declaration = entry.declaration
    return Question(
        path=entry.path,
        section=entry.section,
        name=entry.name,
        label=declaration.label,
        unit=declaration.unit if isinstance(declaration, Metric) else None,
        shape=_shape(declaration, kinds, field.annotation),
        kinds=kinds,
        declaration=declaration,
    )


def _shape(declaration: Metric | Group, kinds: tuple[type[BaseModel], ...], annotation: object) -> Shape:
    if isinstance(declaration, Group):
        return "awards" if "Award" in str(annotation) else "group"
    if PartOfWhole in kinds:
        return "yes-no" if declaration.rollup == "units" else "ratio"
    return "pair" if Pair in kinds and isinstance(declaration.unit, tuple) else "single"
