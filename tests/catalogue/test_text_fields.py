"""Texts cleaned at the boundary, days from text, models that are frozen and strict."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from antq_reports.catalogue.text_fields import (
    LINE_LIMIT,
    NAME_LIMIT,
    PROSE_LIMIT,
    TABLE_LIMIT,
    Day,
    Frozen,
    Line,
    Name,
    Prose,
    TextTable,
)


class Sample(Frozen):
    """One field of each kind of text."""

    name: Name | None = None
    line: Line | None = None
    prose: Prose | None = None
    names: tuple[Name, ...] = ()
    day: Day | None = None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  Lâm \u00a0Đồng ", "Lâm Đồng"),
        ("La\u0302m \u00d0o\u0302\u0300ng", "Lâm Đồng"),
        ("năm\u200b 2024", "năm 2024"),
    ],
)
def test_text_is_cleaned_and_composed(raw: str, expected: str) -> None:
    """Exotic spaces, zero-width characters and decomposed letters are repaired."""
    assert expected == Sample(name=raw).name


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("a\u0007b", "ký tự điều khiển"),
        ("a\u202eb", "ký tự đổi chiều chữ"),
        ("a\u2066b", "ký tự đổi chiều chữ"),
        ("a\ufffdb", "ký tự hỏng"),
        ("a\nb", "dấu xuống dòng"),
        ("   ", "chữ để trống"),
        ("", "chữ để trống"),
    ],
)
def test_what_must_not_reach_a_page_is_refused(raw: str, reason: str) -> None:
    """Control, bidirectional and broken characters and empty texts are refused, with a remedy."""
    with pytest.raises(ValidationError, match=reason) as caught:
        Sample(line=raw)
    assert caught.value.errors()[0]["ctx"]["refusal"].remedy


@pytest.mark.parametrize(("field", "limit"), [("name", NAME_LIMIT), ("line", LINE_LIMIT), ("prose", PROSE_LIMIT)])
def test_length_is_bounded(field: str, limit: int) -> None:
    """A text may be as long as its limit and no longer."""
    assert limit == len(getattr(Sample.model_validate({field: "x" * limit}), field))
    with pytest.raises(ValidationError, match=f"quá giới hạn {limit}"):
        Sample.model_validate({field: "x" * (limit + 1)})


def test_lists_become_tuples() -> None:
    """TOML and JSON know lists only; the value holds a tuple."""
    assert ("a", "b") == Sample.model_validate({"names": ["a", "b"]}).names


@pytest.mark.parametrize("raw", [date(2024, 10, 16), "2024-10-16"])
def test_day_is_a_date_or_its_text(raw: Any) -> None:
    """TOML gives a date, JSON its text."""
    assert date(2024, 10, 16) == Sample.model_validate({"day": raw}).day


@pytest.mark.parametrize("raw", ["16/10/2024", "2024-1-6", "20241016", "2024-W01-1", "2024-02-30", "", "٢٠٢٤-01-01"])
def test_other_texts_are_no_day(raw: str) -> None:
    """One way to write a day, and only days there are."""
    with pytest.raises(ValidationError, match="không phải ngày; hãy viết năm-tháng-ngày"):
        Sample.model_validate({"day": raw})


@pytest.mark.parametrize("raw", [5, True, 1729036800.0])
def test_numbers_are_no_day(raw: object) -> None:
    """Nothing is read as seconds since 1970."""
    with pytest.raises(ValidationError, match="date"):
        Sample.model_validate({"day": raw})


def test_models_are_strict_frozen_and_closed() -> None:
    """No conversion, no assignment, no unknown key."""
    with pytest.raises(ValidationError, match="string"):
        Sample.model_validate({"name": 5})
    with pytest.raises(ValidationError, match="Extra inputs"):
        Sample.model_validate({"nam": "x"})
    with pytest.raises(ValidationError, match="frozen"):
        Sample(name="x").name = "y"  # type: ignore[misc]  # the assignment is what is tested


def test_a_table_of_texts_is_pairs_within_and_a_table_outside() -> None:
    """Frozen and hashable; its texts are cleaned, its lines bounded, a fault stands at its key."""
    adapter = TypeAdapter(TextTable)
    assert (("a", "b c"),) == adapter.validate_python({"a": " b  c "})
    assert {"a": "b"} == adapter.dump_python((("a", "b"),)) == json.loads(adapter.dump_json((("a", "b"),)))
    assert (("a", "b"),) == adapter.validate_python((("a", "b"),))
    assert {"type": "object", "additionalProperties": {"type": "string"}} == adapter.json_schema()
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python({"x": "", "y": 5})
    assert [("x",), ("y",)] == [each["loc"] for each in caught.value.errors()]
    with pytest.raises(ValidationError, match="tối đa"):
        adapter.validate_python({str(place): "a" for place in range(TABLE_LIMIT + 1)})
