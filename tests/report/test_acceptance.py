"""Whose figure an acceptance is of, and for which value."""

from __future__ import annotations

import pytest

from antq_reports.figures import parse_figure
from antq_reports.report import Place
from antq_reports.report.acceptance import Acceptance

PLACE = Place(name="Tân Hà", level="xã", code="04823")


def acceptance(value: str = "5", code: str = "", unit: str = "") -> Acceptance:
    """One line."""
    return Acceptance(code=code, unit=unit, metric="x", value=value, who="a", when="b", why="c")


@pytest.mark.parametrize(
    ("code", "unit", "expected"),
    [
        ("04823", "", True),
        ("4823", "khác", True),
        ("", "XÃ TÂN HÀ", True),
        ("", "Tân Hà", True),
        ("04824", "Tân Hà", False),
    ],
)
def test_a_unit_is_known_by_its_code_else_by_its_name(code: str, unit: str, expected: bool) -> None:
    """A spreadsheet may have dropped the code's first zero."""
    assert expected == acceptance(code=code, unit=unit).is_of(PLACE)


@pytest.mark.parametrize(
    ("value", "figure", "expected"),
    [
        ("1.584", "1.584 vụ", True),
        ("1584 vụ", "1.584 vụ", True),
        ("26/19", "26/19 khu dân cư", True),
        ("26/20", "26/19 khu dân cư", False),
        ("13,85", "13,85 kg", True),
        ("1385", "13,85 kg", False),
    ],
)
def test_it_holds_for_its_value_alone(value: str, figure: str, expected: bool) -> None:
    """However the number is grouped, with its unit or without."""
    assert expected == acceptance(value).is_for(parse_figure(figure))
