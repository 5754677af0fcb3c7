"""What of a page's text can be seen: the geometry of things over text."""

from __future__ import annotations

import pytest

from antq_reports.pdf.ink import Box, box_of, covers


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ((0, 0, 10, 10), True),
        ((9, 9, 20, 20), True),
        ((9.5, 0, 20, 10), False),
        ((0, 9.6, 10, 20), False),
        ((20, 20, 30, 30), False),
        ((2, 2, 3, 3), True),
    ],
)
def test_things_that_only_touch_do_not_cover(box: Box, expected: bool) -> None:
    """Half a point is a touch."""
    assert expected == covers(box, [(100, 100, 110, 110), (0, 0, 10, 10)])
    assert not covers(box, [])


def test_a_box_has_its_corners_in_order() -> None:
    """Whichever two are given."""
    assert (1, 2, 3, 4) == box_of(3, 4, 1, 2) == box_of(1, 4, 3, 2)
