"""A working visit."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from antq_reports.report import Person, Programme, Visit


def test_only_the_delegation_is_required() -> None:
    """Everything else of a visit may be unknown."""
    assert Visit(delegation="đoàn công tác") == Visit.model_validate({"delegation": "đoàn công tác"})
    with pytest.raises(ValidationError, match="delegation"):
        Visit.model_validate({})


def test_lists_persons_and_programme_are_read() -> None:
    """Lists become tuples, tables become values, JSON dates become dates; a number keeps its zero."""
    visit = Visit.model_validate(
        {
            "delegation": "đoàn công tác",
            "date": "2024-10-16",
            "head": {"name": "Bùi Hoàng Phương"},
            "requests": ["dựa vào dân", "làm thật"],
            "programme": {"title": "Chương trình", "number": "07", "date": "2023-10-17", "between": ["A", "B"]},
        }
    )
    assert date(2024, 10, 16) == visit.date
    assert Person(name="Bùi Hoàng Phương") == visit.head
    assert ("dựa vào dân", "làm thật") == visit.requests
    expected = Programme(title="Chương trình", number="07", date=date(2023, 10, 17), between=("A", "B"))
    assert expected == visit.programme


def test_part_of_day_is_one_of_three() -> None:
    """Morning, afternoon or evening."""
    with pytest.raises(ValidationError):
        Visit.model_validate({"delegation": "đoàn", "part_of_day": "đêm"})
