"""The figures of a place's units as a report holds them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from antq_reports import Report
from antq_reports.figures import format_figure
from antq_reports.report import UnitFigures, figures_of_units

UNITS = ({"name": "xã Tân Hà", "figures": {"tips.public_tips": "35 tin", "models.models_active": 3}}, {"name": "xã An"})


def test_units_survive_a_file() -> None:
    """Short forms are read, and what is written is read back."""
    report = Report.model_validate({"place": "tỉnh Lâm Giang", "period": 2026, "units": UNITS})
    assert report == Report.model_validate_json(report.model_dump_json())
    figures = {format_figure(figure) for _, _, figure in figures_of_units(report.units)}
    assert figures == {"35 tin", "3"}


def test_a_figure_is_found_by_its_metric() -> None:
    """And one nobody gave is none."""
    unit = UnitFigures.model_validate(UNITS[0])
    assert unit.figure("models.models_active") is not None
    assert unit.figure("models.models_new") is None


def test_a_figure_that_does_not_parse_is_told_with_its_place() -> None:
    """As any other figure is."""
    wrong = {"name": "xã Tân Hà", "figures": {"tips.public_tips": "rất nhiều"}}
    with pytest.raises(ValidationError, match=r"units\.0\.figures"):
        Report.model_validate({"place": "tỉnh Lâm Giang", "period": 2026, "units": [wrong]})
