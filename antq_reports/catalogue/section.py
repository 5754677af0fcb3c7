"""A section of a catalogue: its declaration, and the base of the pydantic models made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from antq_reports.catalogue.extra_phrase import ExtraTable
from antq_reports.catalogue.group import Group
from antq_reports.catalogue.metric import Metric
from antq_reports.catalogue.metric_path import KEY
from antq_reports.catalogue.rule import Rule
from antq_reports.catalogue.section_texts import MAX_PARAGRAPHS, Paragraph, Quote
from antq_reports.catalogue.text_fields import Frozen, Prose, TextTable
from antq_reports.errors import Refusal
from antq_reports.figures import AnyFigure, Period
from antq_reports.figures.sentence_errors import refused


@dataclass(frozen=True, slots=True, kw_only=True)
class NameField:
    """A name, or a list of names, that a section holds beside its figures."""

    about: str = ""
    is_list: bool = False
    default: str | None = None
    cell: str | None = None
    """The form's free cell that fills a list, by its id."""


Declaration = Metric | Group | NameField


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionDeclaration:
    """What one section asks for, in order."""

    name: str
    title: str
    """The name of its sheet in a form, and its heading in lists."""
    about: str = ""
    bars: str | None = None
    """The title of its bar chart."""
    fields: Mapping[str, Declaration]
    rules: tuple[Rule, ...] = ()

    @property
    def metrics(self) -> dict[str, Metric]:
        """Its metrics by key."""
        return {name: each for name, each in self.fields.items() if isinstance(each, Metric)}

    @property
    def groups(self) -> dict[str, Group]:
        """Its groups by key."""
        return {name: each for name, each in self.fields.items() if isinstance(each, Group)}


class Section(Frozen):
    """One section of a report. Every metric is optional: `None` means not reported, which is not zero."""

    declaration: ClassVar[SectionDeclaration] = SectionDeclaration(name="", title="", fields={})

    period: Period | None = Field(default=None, description="Kỳ số liệu riêng của mục, nếu khác kỳ của báo cáo")
    opening: Prose | None = Field(default=None, description="Câu của mình, in trước các câu soạn sẵn của mục")
    closing: Prose | None = Field(default=None, description="Câu của mình, in sau các câu soạn sẵn của mục")
    paragraphs: tuple[Paragraph, ...] = Field(
        default=(), description="Đoạn văn của mình trong mục", max_length=MAX_PARAGRAPHS
    )
    quote: Quote | None = Field(default=None, description="Lời một người nói, in cuối mục")
    qualifiers: TextTable = Field(
        default=(), description='Chữ đi liền sau một số liệu, theo khóa chỉ tiêu: "các loại", "tự nguyện giao nộp"'
    )
    extra: ExtraTable = Field(
        default=(),
        description='Số liệu ngoài danh mục, mỗi số một dòng: tieu_chi_19 = "10/10 huyện đạt tiêu chí"',
    )

    @model_validator(mode="after")
    def _know_what_is_named(self) -> Self:
        """A qualifier belongs to a metric of the section, a paragraph follows one of its metrics or groups."""
        metrics = tuple(self.declaration.metrics)
        for key, _ in self.extra:
            if re.fullmatch(KEY, key) is None:
                remedy = "viết chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ"
                raise refused("section", Refusal(f"khóa “{key[:80]}” sai dạng", remedy), f"extra.{key[:80]}")
        for name, _ in self.qualifiers:
            if name not in metrics:
                raise _unknown(name, metrics, f"qualifiers.{name}")
        fields = (*metrics, *self.declaration.groups)
        for place, paragraph in enumerate(self.paragraphs):
            if paragraph.after is not None and paragraph.after not in fields:
                raise _unknown(paragraph.after, fields, f"paragraphs[{place}].after")
        return self

    def figures(self) -> Iterator[AnyFigure]:
        """Every figure reported, those of rows among them, without its path."""
        for name in self.declaration.metrics:
            figure = getattr(self, name)
            if figure is not None:
                yield figure
        for name in self.declaration.groups:
            for row in getattr(self, name):
                yield from (figure for _, figure in row.figures())

    @model_validator(mode="before")
    @classmethod
    def _take_old_keys(cls, data: Any) -> Any:
        """A key that was renamed is still read, where the new one is not there."""
        if not isinstance(data, dict):
            return data
        renamed = {old: name for name, old in old_keys(cls.declaration) if name not in data}
        return {renamed.get(key, key): value for key, value in data.items()}


def old_keys(section: SectionDeclaration) -> Iterator[tuple[str, str]]:
    """The keys that were renamed: as they are, and as they were."""
    for name, declared in section.fields.items():
        if not isinstance(declared, NameField) and declared.was is not None:
            yield name, declared.was


def _unknown(name: str, known: tuple[str, ...], at: str) -> PydanticCustomError:
    otherwise = f"các chỉ tiêu của mục: {', '.join(known)}"
    reason = f"mục này không có chỉ tiêu “{name[:80]}”"
    return refused("section", Refusal.of_unknown(reason, name, known, otherwise), at)
