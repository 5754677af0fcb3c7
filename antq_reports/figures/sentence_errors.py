"""Refusals as pydantic errors, so that they pass through a model's validation whole. A leaf within this package."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from antq_reports.errors import Refusal

REFUSAL_KEY = "refusal"
"""Where the context of a pydantic error of ours keeps its refusal."""
PLACE_KEY = "at"
"""Where it keeps the place of the fault below the model that raised it."""


def refused(code: str, refusal: Refusal, at: str = "") -> PydanticCustomError:
    """A pydantic error that carries a refusal; its message is the refusal's words, without pydantic's English.

    ``at`` is where below the model that raises it the fault lies, which pydantic cannot know: ``photos[0].after``.

    >>> str(refused("unit", Refusal("đơn vị còn trống", "hãy bỏ hẳn")))
    'đơn vị còn trống; hãy bỏ hẳn'
    """
    return PydanticCustomError(code, "{refusal}", {REFUSAL_KEY: refusal, PLACE_KEY: at})


def fault(code: str, reason: str, remedy: str) -> PydanticCustomError:
    """The same from the words alone."""
    return refused(code, Refusal(reason, remedy))


def refusal_in(context: Mapping[str, Any] | None) -> Refusal | None:
    """The refusal that the context of a pydantic error carries; None for an error of pydantic's own."""
    found = (context or {}).get(REFUSAL_KEY)
    return found if isinstance(found, Refusal) else None
