"""A finding in one line: whose it is, where it was read, what is the matter."""

from __future__ import annotations

import pytest

from antq_reports.report import Finding, Origin

CELL, OTHER = Origin(file="a.xlsx", cell="B4"), Origin(file="b.xlsx", cell="C5")


@pytest.mark.parametrize(
    ("path", "unit", "origins", "expected"),
    [
        ("", "", (), "lệch 8"),
        ("tips.public_tips", "", (), "tips.public_tips: lệch 8"),
        ("", "xã A", (), "xã A: lệch 8"),
        ("tips.public_tips", "xã A", (), "xã A: tips.public_tips: lệch 8"),
        ("tips.public_tips", "xã A", (CELL,), "xã A: a.xlsx, ô B4: lệch 8"),
        ("tips.public_tips", "", (CELL, OTHER), "a.xlsx, ô B4; b.xlsx, ô C5: lệch 8"),
    ],
)
def test_unit_and_place_stand_before_the_fact(path: str, unit: str, origins: tuple[Origin, ...], expected: str) -> None:
    """The cell where it is known, else the path; nothing where neither is."""
    assert expected == str(Finding("total-differs", "warning", path, "lệch 8", unit, origins))
