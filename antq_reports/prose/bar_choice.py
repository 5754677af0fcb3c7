"""Which shares are worth a bar.

A bar says something where much is left to do, or where the share moved since last year. It says nothing of a unit that
answers for itself (1/1), and a share above its whole is a fault for people to look at, not a picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from antq_reports.figures import PartOfWhole
from antq_reports.prose.views import FigureView

FULL_ENOUGH: Final = Decimal("0.9")
"""A share above this looks full: without last year's beside it the bar is left out."""
MOVED: Final = Decimal("0.02")
"""By so much a share must have moved: two bars of one length say nothing."""


def telling_bars(views: Iterable[FigureView]) -> tuple[FigureView, ...]:
    """The shares that get a bar, in their order."""
    return tuple(view for view in views if is_telling(view))


def is_telling(view: FigureView) -> bool:
    """Whether a figure is a share whose bar says something."""
    ratio = _ratio(view)
    if ratio is None:
        return False
    return ratio <= FULL_ENOUGH or has_moved(view)


def has_moved(view: FigureView) -> bool:
    """Whether last year's share can stand below this year's, and moved by enough to be seen."""
    before = view.previous
    if not isinstance(before, FigureView) or _ratio(before) is None:
        return False
    figure, old = _ratio(view), _ratio(before)
    return figure is not None and old is not None and abs(figure - old) >= MOVED


def _ratio(view: FigureView) -> Decimal | None:
    """The share that a bar can show: of more than one, and not above the whole."""
    figure = view._figure
    if not isinstance(figure, PartOfWhole) or figure.whole <= 1:
        return None
    return figure.ratio if figure.ratio <= 1 else None
