"""Vietnamese sentences as pydantic errors. A leaf within this package."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def fault(code: str, sentence: str) -> PydanticCustomError:
    """Make an error whose message is the sentence alone, without pydantic's English prefix."""
    return PydanticCustomError(code, "{sentence}", {"sentence": sentence})
