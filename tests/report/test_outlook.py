"""What closes a report: points and deeds, cleaned and bounded like every text."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from antq_reports.report import Deed, Outlook
from antq_reports.report.outlook import MAX_POINTS


def test_an_outlook_is_empty_by_default() -> None:
    """Nothing has to be said."""
    assert {"shortcomings": (), "causes": (), "lessons": (), "tasks": (), "proposals": ()} == dict(Outlook())


@pytest.mark.parametrize("name", Outlook.model_fields)
def test_points_are_cleaned_and_bounded(name: str) -> None:
    """Blanks at the ends go, an empty point and a list without end are refused."""
    assert ("mở thêm tổ",) == getattr(Outlook.model_validate({name: ["  mở thêm tổ "]}), name)
    for wrong in ([""], ["a\u0000b"], ["a"] * (MAX_POINTS + 1)):
        with pytest.raises(ValidationError):
            Outlook.model_validate({name: wrong})


def test_a_deed_needs_who_and_what() -> None:
    """Where may be left out."""
    assert Deed.model_validate({"who": "ông An", "what": "giữ trộm"}).where is None
    with pytest.raises(ValidationError):
        Deed.model_validate({"who": "ông An"})
