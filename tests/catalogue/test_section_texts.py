"""A section's own words: known metrics, cleaned texts, frozen values that travel."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from pydantic import ValidationError

from antq_reports.bundled import Tips, Weapons
from antq_reports.catalogue.section_texts import SECTION_TEXTS

OWN: dict[str, Any] = {
    "opening": "Mở đầu.",
    "closing": "Kết.",
    "paragraphs": [{"text": "Riêng.", "after": "public_tips"}, {"text": "Cuối."}],
    "quote": {"text": "Tôi gọi ngay.", "who": "bà Hoa"},
    "qualifiers": {"public_tips": "qua điện thoại"},
}


def test_the_fields_are_those_of_every_section() -> None:
    """None has a name of its own for them."""
    assert set(SECTION_TEXTS) == set(OWN)
    assert set(SECTION_TEXTS) < set(Tips.model_fields) & set(Weapons.model_fields)


def test_own_words_are_frozen_equal_and_travel() -> None:
    """As JSON, as a dictionary and in a pickle."""
    section = Tips.model_validate(OWN)
    assert (("public_tips", "qua điện thoại"),) == section.qualifiers
    assert hash(section) == hash(Tips.model_validate(OWN))
    assert section == pickle.loads(pickle.dumps(section))
    assert section == Tips.model_validate(section.model_dump())
    assert section == Tips.model_validate_json(section.model_dump_json())
    assert {"public_tips": "qua điện thoại"} == section.model_dump()["qualifiers"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"qualifiers": {"public_tip": "a"}}, "có phải “public_tips”?"),
        ({"paragraphs": [{"text": "a", "after": "valuable_tip"}]}, "có phải “valuable_tips”?"),
        ({"qualifiers": {"public_tips": ""}}, "chữ để trống"),
        ({"opening": "a" * 20_001}, ""),
        ({"quote": {"text": "a"}}, ""),
        ({"closing": "a\u0007b"}, ""),
    ],
)
def test_what_nobody_could_print_is_refused(wrong: dict[str, Any], told: str) -> None:
    """A metric the section has not, an empty text, one without end."""
    with pytest.raises(ValidationError) as caught:
        Tips.model_validate(wrong)
    assert told in str(caught.value)
