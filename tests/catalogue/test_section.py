"""Sections: strict, frozen, closed, empty by default; their models are the declarations and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from antq_reports.catalogue import Group, Metric, NameField, Section, SectionDeclaration, bundled_catalogue
from antq_reports.catalogue import section_models as models_of
from antq_reports.catalogue.section import old_keys
from antq_reports.catalogue.section_texts import SECTION_TEXTS
from antq_reports.figures import Period

CATALOGUE = bundled_catalogue()
SECTIONS = models_of(CATALOGUE).values()
every_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.__name__)


@every_section
def test_section_is_strict_frozen_and_closed(section: type[Section]) -> None:
    """Every section says no to unknown keys and changes."""
    assert {"strict": True, "frozen": True, "extra": "forbid"}.items() <= section.model_config.items()
    with pytest.raises(ValidationError, match="Extra inputs"):
        section.model_validate({"khong_co": 1})
    with pytest.raises(ValidationError, match="frozen"):
        section().period = None  # type: ignore[misc]  # the assignment is what is tested


@every_section
def test_nothing_is_reported_by_default(section: type[Section]) -> None:
    """A section left out holds no figure and no row."""
    empty = section()
    for name, declared in section.declaration.fields.items():
        if not isinstance(declared, NameField):
            expected = None if isinstance(declared, Metric) else ()
            assert expected == getattr(empty, name)


@every_section
def test_every_field_of_figures_is_declared(section: type[Section]) -> None:
    """A field whose schema takes figures or rows has a declaration; none is forgotten."""
    schema = section.model_json_schema()["properties"]
    figures = {name for name, field in schema.items() if "$ref" in str(field)}
    figures -= {"period", *SECTION_TEXTS}
    key = section.declaration.name
    declared = {entry.name for entry in CATALOGUE.entries if models_of(CATALOGUE)[entry.section] is section}
    assert declared == figures == {entry.name for entry in CATALOGUE.entries if entry.section == key}


def test_a_declaration_sorts_its_fields() -> None:
    """Metrics, groups and names, each by key in order."""
    metric, group, name = Metric(label="vụ"), Group(label="nhóm"), NameField()
    section = SectionDeclaration(name="x", title="X", fields={"a": metric, "b": group, "c": name, "d": metric})
    assert ({"a": metric, "d": metric}, {"b": group}) == (section.metrics, section.groups)


def test_groups_hold_rows() -> None:
    """A group's declaration has a label and says how it rolls up."""
    groups = [entry.declaration for entry in CATALOGUE.entries if isinstance(entry.declaration, Group)]
    assert groups
    assert all(group.label and group.rollup for group in groups)


@pytest.mark.parametrize(
    "raw",
    [
        {"label": "đến nay", "start": "2024-01-01", "end": "2024-10-16"},
        {"label": "đến nay", "start": date(2024, 1, 1), "end": date(2024, 10, 16)},
    ],
)
def test_section_has_a_period_of_its_own(raw: Any) -> None:
    """A section's period takes dates and their JSON texts alike."""
    expected = Period(label="đến nay", start=date(2024, 1, 1), end=date(2024, 10, 16))
    assert expected == Section.model_validate({"period": raw}).period


def test_section_period_may_be_its_label() -> None:
    """A label alone is a period."""
    assert Period(label="6 tháng đầu năm 2024") == Section.model_validate({"period": "6 tháng đầu năm 2024"}).period


class Renamed(Section):
    """A section one of whose metrics had another key."""

    declaration = SectionDeclaration(
        name="x", title="X", fields={"now": Metric(label="vụ", was="then"), "other": NameField()}
    )
    now: int | None = None


def test_a_renamed_key_is_still_read() -> None:
    """Under its old name; the new one wins where both are written, and then the old is no key."""
    assert [("now", "then")] == list(old_keys(Renamed.declaration))
    assert (3, 4) == (Renamed.model_validate({"then": 3}).now, Renamed.model_validate({"now": 4}).now)
    with pytest.raises(ValidationError, match="then"):
        Renamed.model_validate({"then": 3, "now": 4})
