"""A refusal goes through a model's validation whole, and comes out as it went in."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, TypeAdapter, ValidationError

from antq_reports.errors import Refusal
from antq_reports.figures.sentence_errors import PLACE_KEY, fault, refusal_in, refused

REFUSAL = Refusal.respelled("thiếu dấu chấm {x}", "1.584")


def _refuse(_: Any) -> Any:
    raise refused("grouping", REFUSAL, "photos[0]")


def test_a_refusal_passes_through_a_model() -> None:
    """Reason, remedy and suggestion apart, the place beside them; braces of the text mean nothing."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Annotated[str, AfterValidator(_refuse)]).validate_python("1584")
    (error,) = caught.value.errors()
    assert (REFUSAL, "photos[0]") == (refusal_in(error["ctx"]), error["ctx"][PLACE_KEY])
    assert ("grouping", str(REFUSAL)) == (error["type"], error["msg"])


def test_words_alone_make_the_same() -> None:
    """With no place below the model."""
    made = fault("unit", "đơn vị còn trống", "hãy bỏ hẳn")
    assert (Refusal("đơn vị còn trống", "hãy bỏ hẳn"), "") == (
        refusal_in(made.context),
        (made.context or {})[PLACE_KEY],
    )


@pytest.mark.parametrize("context", [None, {}, {"refusal": "chữ"}, {"error": ValueError("x")}])
def test_an_error_of_pydantics_own_carries_none(context: dict[str, Any] | None) -> None:
    """Its words are English and told another way."""
    assert refusal_in(context) is None
