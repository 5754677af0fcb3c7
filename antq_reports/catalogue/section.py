"""A section of a catalogue: its declaration, and the base of the pydantic models made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import Field, model_validator

from antq_reports.catalogue.group import Group
from antq_reports.catalogue.metric import Metric
from antq_reports.catalogue.rule import Rule
from antq_reports.catalogue.text_fields import Frozen
from antq_reports.figures import AnyFigure, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class NameField:
    """A name, or a list of names, that a section holds beside its figures."""

    about: str = ""
    is_list: bool = False
    default: str | None = None


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
