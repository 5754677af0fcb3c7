"""Sections, labelled rows and awards."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from antq_reports.catalogue import Award, GroupRow, Section
from antq_reports.figures import Count, Indefinite, Pair, Period


@pytest.mark.parametrize(
    ("short", "label", "figure"),
    [
        ("236 chủ xe", "chủ xe", Count(value=236, unit="chủ xe")),
        ("hàng trăm lái xe", "lái xe", Indefinite(word="hàng trăm", unit="lái xe")),
    ],
)
def test_row_is_labelled_by_its_unit(short: str, label: str, figure: object) -> None:
    """The short form of a row is its figure: the unit is the label, the value that of the full mapping."""
    row = GroupRow.model_validate(short)
    assert (label, figure) == (row.label, row.figure)
    assert GroupRow.model_validate({"label": label, "figure": short}) == row


def test_pair_labels_its_row_whole() -> None:
    """A pair has two units: the row is named by the whole text."""
    row = GroupRow.model_validate("31 vụ, 34 đối tượng")
    assert isinstance(row.figure, Pair)
    assert "31 vụ, 34 đối tượng" == row.label


@pytest.mark.parametrize("short", ["5", "hàng trăm", "5 - 7"])
def test_row_without_a_name_is_refused(short: str) -> None:
    """A number alone names no row: it is never labelled by its digits."""
    with pytest.raises(ValidationError, match="thiếu tên của dòng số liệu"):
        GroupRow.model_validate(short)


@pytest.mark.parametrize("raw", ["86,1%", {"label": "kinh tế", "figure": "1/2 vụ"}, 5])
def test_row_takes_counts_and_money_only(raw: Any) -> None:
    """Ratios and bare numbers are no rows."""
    with pytest.raises(ValidationError):
        GroupRow.model_validate(raw)


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


def test_award_counts_collectives_and_individuals() -> None:
    """Both counts take the short form and their unit."""
    award = Award.model_validate({"form": "Giấy khen", "collectives": 3, "individuals": "trên 10"})
    assert Count(value=3, unit="tập thể") == award.collectives
    assert "cá nhân" == (award.individuals and award.individuals.unit)
