"""The bundled subject's models by name: importable, called what they are called, and no others."""

from __future__ import annotations

import importlib
import pickle

import pytest

import antq_reports
from antq_reports import bundled
from antq_reports.catalogue import bundled_catalogue, section_models
from antq_reports.catalogue.made_models import row_model
from antq_reports.report import BaseReport, report_class

NAMES = bundled.model_names()


@pytest.mark.parametrize("name", NAMES)
def test_every_model_can_be_imported(name: str) -> None:
    """By its name from this module, which is what it says of itself."""
    model = getattr(importlib.import_module("antq_reports.bundled"), name)
    assert ("antq_reports.bundled", name, name) == (model.__module__, model.__name__, model.__qualname__)
    assert model is pickle.loads(pickle.dumps(model))


def test_the_names_are_those_of_the_catalogue() -> None:
    """The report, a class a section, a class a group; `dir` tells them in order."""
    sections = bundled_catalogue().sections.values()
    expected = 1 + len(sections) + sum(len(section.groups) for section in sections)
    assert (expected, sorted(NAMES)) == (len(NAMES), dir(bundled))
    assert {"Report", "Weapons", "CoreForce", "AwardsRow", "TransportPledgesByGroupRow"} <= set(NAMES)


def test_a_name_gives_the_model_its_catalogue_gives() -> None:
    """The very class, not one like it."""
    catalogue = bundled_catalogue()
    assert bundled.Report is report_class(catalogue) is antq_reports.Report
    assert bundled.CoreForce is section_models(catalogue)["core_force"]
    assert bundled.AwardsRow is row_model(catalogue, "rewards", "awards")
    assert issubclass(bundled.Report, BaseReport)


@pytest.mark.parametrize("name", ["Tanks", "weapons", "Awards", "__path__", ""])
def test_another_name_is_no_attribute(name: str) -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match=f"has no attribute '{name}'"):
        getattr(bundled, name)
