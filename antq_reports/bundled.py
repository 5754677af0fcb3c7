"""The bundled subject's models by name: `Report`, `Weapons`, `AwardsRow`.

They are made from ``templates/subjects/toan-dan-bao-ve-antq/catalogue.toml`` when first asked for. What type checkers
know of them stands in ``bundled.pyi``, which is written from the same catalogue (``make stub``).
"""

from __future__ import annotations

from typing import Any

from antq_reports.catalogue.made_models import class_name, row_class_name, row_model, section_models
from antq_reports.catalogue.subject import bundled_catalogue
from antq_reports.report.report_class import report_class

REPORT = "Report"


def model_names() -> dict[str, str]:
    """Every model's name, with the key of its section or group; the report's key is empty."""
    names = {REPORT: ""}
    for section in bundled_catalogue().sections.values():
        names[class_name(section.name)] = section.name
        names |= {row_class_name(group): f"{section.name}.{group}" for group in section.groups}
    return names


def __getattr__(name: str) -> Any:
    key = model_names().get(name)
    if key is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    section, _, group = key.partition(".")
    catalogue = bundled_catalogue()
    if group:
        return row_model(catalogue, section, group)
    return section_models(catalogue)[section] if section else report_class(catalogue)


def __dir__() -> list[str]:
    return sorted(model_names())
