"""How far down a document's last page goes. Fractions of the type area's height, from its top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

LEAST_DEPTH: Final = 0.28
"""What a last page has to fill: a quarter, measured generously, for a layout editor measures by eye."""


def is_thin(pages: Sequence[Any]) -> bool:
    """Whether a document of several pages ends on one that is nearly empty."""
    return len(pages) > 1 and depth_of(pages[-1]) < LEAST_DEPTH


def depth_of(page: Any) -> float:
    """Where the last text or picture of a WeasyPrint page ends."""
    box = page._page_box
    roots = (child for child in box.children if child.element_tag == "html")
    drawn = (
        each for root in roots for each in root.descendants() if hasattr(each, "text") or hasattr(each, "replacement")
    )
    end = max((each.position_y + each.height for each in drawn), default=box.content_box_y())
    return float((end - box.content_box_y()) / box.height)
