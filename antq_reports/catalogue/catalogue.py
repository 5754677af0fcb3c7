"""A catalogue: everything a subject asks for, as one frozen value addressed by its content.

Two catalogues of the same content are the same: the models made from them, and whatever else is kept by catalogue, is
made once. A catalogue crosses to another process as its data, the bundled ones as their name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from antq_reports.catalogue.group import Group
from antq_reports.catalogue.metric import Metric
from antq_reports.catalogue.metric_path import MetricPath
from antq_reports.catalogue.section import SectionDeclaration


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One declared metric or group, by its path."""

    path: str
    section: str
    name: str
    declaration: Metric | Group


@dataclass(frozen=True, kw_only=True, eq=False)
class Catalogue:
    """The sections of one subject, by key, in the order a brief takes them."""

    name: str
    """What reports name it by: ``toan-dan-bao-ve-antq``."""
    title: str
    sections: Mapping[str, SectionDeclaration]
    data: Mapping[str, Any] = field(repr=False)
    """What it was read from, extended catalogues merged in: plain tables, texts and numbers."""
    digest: str
    """SHA-256 of the data, in hexadecimal."""
    base: str = ""
    """The bundled subject whose wording it starts from: itself, or the one it extends."""
    is_bundled: bool = False
    """Whether it comes with the library, and need not travel."""

    @cached_property
    def entries(self) -> tuple[CatalogueEntry, ...]:
        """Every metric and group."""
        return tuple(
            CatalogueEntry(path=f"{section.name}.{name}", section=section.name, name=name, declaration=declaration)
            for section in self.sections.values()
            for name, declaration in section.fields.items()
            if isinstance(declaration, Metric | Group)
        )

    @cached_property
    def by_path(self) -> Mapping[str, Metric | Group]:
        """The declarations by path."""
        return {entry.path: entry.declaration for entry in self.entries}

    def is_metric(self, path: str) -> bool:
        """Whether a path is a figure's own address: a metric, a row's figure, or an extra; not a part of one."""
        parsed = MetricPath.parse(path)
        if parsed is None or parsed.parts:
            return False
        if parsed.is_extra:
            return not parsed.is_row
        return self.answers(parsed)

    def answers(self, path: MetricPath) -> bool:
        """Whether there is such a metric, group, row or column here."""
        declared = self.by_path.get(path.declared)
        if isinstance(declared, Group):
            return not path.column or path.column in declared.columns
        return declared is not None and not path.is_row

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Catalogue) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[Callable[..., Catalogue], tuple[Any, ...]]:
        from antq_reports.catalogue.subject import bundled_of_digest, catalogue_of_json  # they make catalogues

        if self.is_bundled:
            return bundled_of_digest, (self.name, self.digest)
        return catalogue_of_json, (to_json(self.data),)


def to_json(data: Mapping[str, Any]) -> bytes:
    """A catalogue's data as JSON, in the order of the catalogue: what travels, and what is hashed."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def digest_of(data: Mapping[str, Any]) -> str:
    """The hash a catalogue is known by."""
    return sha256(to_json(data)).hexdigest()
