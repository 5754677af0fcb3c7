"""The pydantic models of a catalogue's sections and rows: made once per content, and picklable.

A model made while a programme runs cannot be imported by another process; an instance therefore travels with its
catalogue, and the class is made again there. The bundled subject's classes can also be imported, from
`antq_reports.bundled`.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, Field, create_model

from antq_reports.catalogue.catalogue import Catalogue
from antq_reports.catalogue.group import Group, Head, Row
from antq_reports.catalogue.metric import Metric
from antq_reports.catalogue.section import NameField, Section, SectionDeclaration
from antq_reports.catalogue.text_fields import Name

MODULE_OF_BUNDLED = "antq_reports.bundled"


def class_name(key: str) -> str:
    """The name of the class made for a key.

    >>> class_name("road_safety")
    'RoadSafety'
    """
    return "".join(part.capitalize() for part in key.split("_"))


def row_class_name(key: str) -> str:
    """The name of the class made for a group's rows."""
    return f"{class_name(key)}Row"


@lru_cache(maxsize=16)
def section_models(catalogue: Catalogue) -> Mapping[str, type[Section]]:
    """The class of each section, by key."""
    return {name: _section_model(catalogue, section) for name, section in catalogue.sections.items()}


def section_model(catalogue: Catalogue, section: str) -> type[Section]:
    """The class of one section."""
    return section_models(catalogue)[section]


@lru_cache(maxsize=512)
def row_model(catalogue: Catalogue, section: str, group: str) -> type[Row]:
    """The class of a group's rows."""
    declared = catalogue.sections[section].groups[group]
    fields: dict[str, Any] = {name: _head_field(head) for name, head in declared.heads.items()}
    fields |= {name: (column.field_type, None) for name, column in declared.columns.items()}
    made: type[Row] = create_model(
        row_class_name(group), __base__=Row, __module__=_module(catalogue), __doc__=declared.label, **fields
    )
    made.group = declared
    make_picklable(made, row_model, catalogue, section, group)
    return made


def _head_field(head: Head) -> tuple[Any, Any]:
    about = head.about or None
    return (Name | None, Field(default=None, description=about)) if head.optional else (Name, Field(description=about))


def _section_model(catalogue: Catalogue, section: SectionDeclaration) -> type[Section]:
    fields: dict[str, Any] = {name: _field(catalogue, section, name) for name in section.fields}
    made: type[Section] = create_model(
        class_name(section.name),
        __base__=Section,
        __module__=_module(catalogue),
        __doc__=section.about or section.title,
        **fields,
    )
    made.declaration = section
    make_picklable(made, section_model, catalogue, section.name)
    return made


def _field(catalogue: Catalogue, section: SectionDeclaration, name: str) -> tuple[Any, Any]:
    declared = section.fields[name]
    if isinstance(declared, Metric):
        return declared.field_type, None
    if isinstance(declared, Group):
        return tuple[row_model(catalogue, section.name, name), ...], ()  # type: ignore[misc]  # made while running
    return _name_field(declared)


def _name_field(declared: NameField) -> tuple[Any, Any]:
    about = declared.about or None
    if declared.is_list:
        return tuple[Name, ...], Field(default=(), description=about)
    if declared.default is not None:
        return Name, Field(default=declared.default, description=about)
    return Name | None, Field(default=None, description=about)


def _module(catalogue: Catalogue) -> str:
    return MODULE_OF_BUNDLED if catalogue.is_bundled else __name__


def make_picklable(made: type[BaseModel], again: Callable[..., type[BaseModel]], *about: Any) -> None:
    """Let instances of a class travel as what it is made from anew, ``again(*about)``, and their state."""

    def reduce(self: BaseModel) -> tuple[Callable[..., BaseModel], tuple[Any, ...]]:
        if type(self) is not made:  # a class that somebody derived can be imported
            return copyreg.__newobj__, (type(self),), self.__getstate__()  # type: ignore[attr-defined,return-value]
        return restore, (again, about, self.__getstate__())

    setattr(made, "__reduce__", reduce)  # noqa: B010 - pydantic's classes take no plain assignment of methods


def restore(again: Callable[..., type[BaseModel]], about: tuple[Any, ...], state: dict[Any, Any]) -> BaseModel:
    """An instance that travelled, as it was."""
    model = again(*about)
    made = model.__new__(model)
    made.__setstate__(state)
    return made
