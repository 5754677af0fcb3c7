"""What every section of the catalogue is: frozen, closed, empty by default."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from antq_reports.catalogue import Group, Metric, Section
from antq_reports.report import catalogue, section_types


@pytest.mark.parametrize("section", section_types().values(), ids=lambda section: section.__name__)
def test_section_is_strict_frozen_and_closed(section: type[Section]) -> None:
    """Every section says no to unknown keys and changes."""
    assert {"strict": True, "frozen": True, "extra": "forbid"}.items() <= section.model_config.items()
    with pytest.raises(ValidationError, match="Extra inputs"):
        section.model_validate({"khong_co": 1})
    with pytest.raises(ValidationError, match="frozen"):
        section().period = None  # type: ignore[misc]  # the assignment is what is tested


@pytest.mark.parametrize("section", section_types().values(), ids=lambda section: section.__name__)
def test_nothing_is_reported_by_default(section: type[Section]) -> None:
    """A section left out holds no figure and no row."""
    empty = section()
    for entry in catalogue():
        if section_types()[entry.section] is section:
            expected = None if isinstance(entry.declaration, Metric) else ()
            assert expected == getattr(empty, entry.name)


@pytest.mark.parametrize("section", section_types().values(), ids=lambda section: section.__name__)
def test_every_field_of_figures_is_declared(section: type[Section]) -> None:
    """A field whose schema takes figures or rows has a declaration; none is forgotten."""
    schema = section.model_json_schema()["properties"]
    figures = {name for name, field in schema.items() if "$ref" in str(field) and name != "period"}
    declared = {entry.name for entry in catalogue() if section_types()[entry.section] is section}
    assert declared == figures


def test_groups_hold_rows() -> None:
    """A group's declaration has a label and says how it rolls up."""
    groups = [entry.declaration for entry in catalogue() if isinstance(entry.declaration, Group)]
    assert groups
    assert all(group.label and group.rollup for group in groups)
