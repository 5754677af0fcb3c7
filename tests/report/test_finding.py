"""A finding in one line: whose it is, where it was read, what is the matter."""

from __future__ import annotations

import pytest

from antq_reports.report import Finding, Origin

CELL, OTHER = Origin(file="a.xlsx", cell="B4"), Origin(file="b.xlsx", cell="C5")
FIVE = tuple(Origin(file="a.xlsx", cell=f"B{row}") for row in range(1, 6))
NOTED = Origin(file="a.xlsx", cell="B4", note="hỏi chị Lan", author="Trần Lan", path="tips.public_tips")


@pytest.mark.parametrize(
    ("path", "unit", "origins", "expected"),
    [
        ("", "", (), "lệch 8"),
        ("tips.public_tips", "", (), "lệch 8"),
        ("", "xã A", (), "xã A: lệch 8"),
        ("tips.public_tips", "xã A", (CELL,), "xã A (a.xlsx, ô B4): lệch 8"),
        ("tips.public_tips", "", (CELL, OTHER), "a.xlsx, ô B4; b.xlsx, ô C5: lệch 8"),
        ("tips.public_tips", "", FIVE, "a.xlsx, ô B1; a.xlsx, ô B2; a.xlsx, ô B3 và 2 chỗ khác: lệch 8"),
        ("tips.public_tips", "xã A", (NOTED,), "xã A (a.xlsx, ô B4): lệch 8"),
    ],
)
def test_unit_and_place_stand_before_the_fact(path: str, unit: str, origins: tuple[Origin, ...], expected: str) -> None:
    """The cells where they are known, three of many; never a path, a note or a person."""
    assert expected == str(Finding("total-differs", "warning", path, "lệch 8", unit, origins))
