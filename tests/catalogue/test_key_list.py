"""The list of keys: complete, and every example it shows is accepted where it says so."""

from __future__ import annotations

import pytest

from antq_reports import Report
from antq_reports.catalogue import CatalogueEntry, Metric, bundled_catalogue
from antq_reports.catalogue.key_list import example_of, key_lines

CATALOGUE = bundled_catalogue()
HEAD = {"place": {"name": "Lâm Giang"}, "period": "năm 2026"}


def test_every_key_is_listed_once() -> None:
    """Metrics, groups and names, in the order of the catalogue."""
    fields = [f"{section.name}.{name}" for section in CATALOGUE.sections.values() for name in section.fields]
    assert fields == [line.key for line in key_lines(CATALOGUE)]


@pytest.mark.parametrize("entry", CATALOGUE.entries, ids=lambda entry: entry.path)
def test_every_example_is_accepted_by_its_key(entry: CatalogueEntry) -> None:
    """As it is written in a report file; a metric's with its own unit."""
    declared = entry.declaration
    value = example_of(declared) if isinstance(declared, Metric) else [declared.example]
    report = Report.model_validate({**HEAD, entry.section: {entry.name: value}})
    assert getattr(getattr(report, entry.section), entry.name)


def test_one_section_is_listed_alone() -> None:
    """By its key; another key is an error."""
    assert {"Vũ khí"} == {line.section for line in key_lines(CATALOGUE, "weapons")}
    with pytest.raises(KeyError):
        list(key_lines(CATALOGUE, "weapon"))


def test_a_line_is_one_line() -> None:
    """Its texts go into a table and a CSV file."""
    assert all("\n" not in text for line in key_lines(CATALOGUE) for text in (line.key, line.label, line.example))
