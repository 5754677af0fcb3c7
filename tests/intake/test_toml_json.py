"""TOML and JSON to plain values: the same values, every key's line, and no text that makes reading fail otherwise."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.errors import Fault, IntakeError
from antq_reports.intake.toml_json import read_values
from antq_reports.intake.toml_values import MAX_DIGITS, MAX_KEY_PARTS, MAX_TOML_CHARS, toml_table

TOML, JSON = Path("a.toml"), Path("a.json")


def only_fault(file: Path, text: str) -> Fault:
    """Return the one fault of a text, which names the file and a remedy."""
    with pytest.raises(IntakeError) as caught:
        read_values(file, text)
    (fault,) = caught.value.faults
    assert str(file) == fault.file
    assert fault.remedy
    return fault


def test_toml_has_values_and_lines() -> None:
    """Lines are counted from one, by table path."""
    values, lines = toml_table('a = "x"\n\n[b]\nc = [1, 2]\n[[d]]\ne = 1\n', "a.toml")
    assert {"a": "x", "b": {"c": [1, 2]}, "d": [{"e": 1}]} == values
    assert {"a": 1, "b.c": 4, "d[0].e": 6}.items() <= lines.items()


def test_json_gives_the_same_values_without_lines() -> None:
    """JSON has no line numbers."""
    assert ({"a": "x", "b": {"c": [1, 2]}}, {}) == read_values(JSON, '{"a": "x", "b": {"c": [1, 2]}}')


@pytest.mark.parametrize(("file", "text"), [(TOML, "a = 1.584"), (JSON, '{"a": 1.584}')])
def test_a_number_with_a_point_is_kept_as_written(file: Path, text: str) -> None:
    """Never a float: 1.584 is asked about later."""
    (value,) = read_values(file, text)[0].values()
    assert (Decimal, "1.584") == (type(value), str(value))


@pytest.mark.parametrize("suffix", [".TOML", ".Toml"])
def test_capitals_in_an_ending_mean_the_same(suffix: str) -> None:
    """As other systems write them."""
    assert {"a": 1} == read_values(Path(f"a{suffix}"), "a = 1")[0]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.yaml", "a: 1", "đuôi “.yaml”"),
        ("a", "a = 1", "đuôi “”"),
        ("zeros.toml", "\0" * 100, "sai cú pháp"),
        ("zeros.json", "\0" * 100, "sai cú pháp"),
        ("syntax.toml", 'a = "x', "TOML sai cú pháp"),
        ("syntax.json", '{"a": }', "JSON sai cú pháp"),
        ("list.json", "[]", "phải là một bảng"),
        ("text.json", '"x"', "phải là một bảng"),
        ("doubled.toml", "a = 1\na = 2", "sai cú pháp"),
        ("doubled.json", '{"b": {"a": 1, "a": 2}}', "khóa “a” viết hai lần"),
        ("nan.json", '{"x": NaN}', "“NaN” không phải số"),
        ("infinity.json", '{"x": -Infinity}', "“-Infinity” không phải số"),
        ("deep.toml", "x = " + "[" * 100_000, "lồng nhau quá sâu"),
        ("deep.json", "[" * 100_000, "lồng nhau quá sâu"),
        ("digits.toml", "x = " + "9" * 5000, "số quá lớn hoặc quá dài"),
        ("digits.json", '{"x": ' + "9" * 5000 + "}", "số quá lớn hoặc quá dài"),
        ("hexadecimal.toml", "x = 0x" + "f" * 500, "số quá lớn hoặc quá dài"),
        ("power.toml", "x = 1e" + "9" * 30, "số quá lớn hoặc quá dài"),
        ("power.json", '{"x": 1e' + "9" * 30 + "}", "số quá lớn hoặc quá dài"),
        ("half.json", '{"x": "Lâm \\ud800"}', "ký tự hỏng sau “{"),
        ("long.toml", "#" * (MAX_TOML_CHARS + 1), "dài hơn 1 triệu ký tự"),
        ("keys.toml", ".".join("a" * (MAX_KEY_PARTS + 1)) + " = 1", f"hơn {MAX_KEY_PARTS} phần"),
    ],
)
def test_a_text_that_cannot_be_read_is_one_clear_fault(name: str, text: str, message: str) -> None:
    """Whatever it is, the answer says what is wrong and what to do."""
    assert message in only_fault(Path(name), text).message


@pytest.mark.parametrize(("file", "text"), [(TOML, "a = {}"), (JSON, '{{"a": {}}}')])
def test_the_longest_number_is_read(file: Path, text: str) -> None:
    """As many digits as are allowed, and not one more."""
    assert int("9" * MAX_DIGITS) == read_values(file, text.format("9" * MAX_DIGITS))[0]["a"]
    assert "số quá lớn" in only_fault(file, text.format("1" + "0" * MAX_DIGITS)).message


@given(text=st.text(max_size=60), file=st.sampled_from([TOML, JSON]))
def test_any_text_is_values_or_a_fault(text: str, file: Path) -> None:
    """Nothing else comes out."""
    try:
        outcome: Any = read_values(file, text)[0]
    except IntakeError as error:
        outcome = {fault.path: fault.remedy for fault in error.faults}
        assert all(outcome.values())  # either outcome is right, each has its promise
    assert isinstance(outcome, dict)
