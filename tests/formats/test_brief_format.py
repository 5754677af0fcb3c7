"""A format is told by its endings, and takes none that a report's file has."""

from __future__ import annotations

import pytest

from antq_reports.formats import FORMATS, BriefFormat
from antq_reports.formats.brief_format import REPORT_ENDINGS


@pytest.mark.parametrize("ending", sorted(REPORT_ENDINGS))
def test_a_brief_does_not_look_like_a_report(ending: str) -> None:
    """Every report of that ending would be read as a finished brief."""
    with pytest.raises(ValueError, match=f"{ending[1:]} are the endings of report files"):
        BriefFormat(name="x", endings=(".x", ending), write=lambda brief: b"")


def test_no_ending_is_of_two_formats() -> None:
    """The first would always win."""
    endings = [ending for each in FORMATS.values() for ending in each.endings]
    assert len(set(endings)) == len(endings)
