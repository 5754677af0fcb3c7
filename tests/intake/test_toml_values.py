"""A TOML text against a model: every fault at once, with its line, in Vietnamese."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import BaseModel, ConfigDict, TypeAdapter

from antq_reports.errors import IntakeError
from antq_reports.intake.toml_values import read_toml, toml_values


class Inner(BaseModel):
    """A table inside."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str


class Outer(BaseModel):
    """A small file."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str
    inner: Inner


def read(text: str) -> Outer:
    """Read a text as the small file."""
    return read_toml(text, "a.toml", TypeAdapter(Outer), Outer, "mau.toml")


def test_a_good_text_is_the_value() -> None:
    """Nothing else happens."""
    assert Outer(title="a", inner=Inner(name="b")) == read('title = "a"\n[inner]\nname = "b"\n')


def test_every_fault_is_told_in_the_order_of_the_file() -> None:
    """With line and path; a key that is nearly right is named."""
    with pytest.raises(IntakeError) as caught:
        read('titel = "a"\n\n[inner]\nname = 5\n')
    found = [(fault.line, fault.path, fault.message) for fault in caught.value.faults]
    assert [
        (None, "title", "thiếu khóa bắt buộc"),
        (1, "titel", "không có khóa “titel”"),
        (4, "inner.name", "phải là chữ"),
    ] == found
    assert "title" == caught.value.faults[1].refusal.suggestion


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title =", "a.toml, dòng 1: TOML sai cú pháp"),
        ("a." * 100 + "b = 1", "hơn 30 phần"),
        ("x = " + "[" * 5_000, "lồng nhau quá sâu"),
        ("x = " + "9" * 5_000, "con số quá lớn"),
        ("x = 0x" + "f" * 300, "con số quá lớn"),
        ("x = " + " " * 1_000_001, "dài hơn 1 triệu ký tự"),
    ],
)
def test_what_no_reader_takes_is_one_fault(text: str, said: str) -> None:
    """Of syntax, or beyond the limits."""
    with pytest.raises(IntakeError, match=said):
        toml_values(text, "a.toml")


def test_numbers_with_a_point_stay_as_written() -> None:
    """1.584 may be a thousand."""
    assert {"x": Decimal("1.584")} == toml_values("x = 1.584", "a.toml")
