"""The reference of codes: every code of the program, with its grade, and a sentence the program would say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from script_modules import script_module

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
PAGE = DOCS / "tham-chieu-ma.md"
TOLD: dict[str, Any] = tomllib.loads((DOCS / "ma.toml").read_text(encoding="utf-8"))
FEWEST_CODES = 37


@pytest.fixture(scope="module")
def script() -> Any:
    """The script that writes the page."""
    return script_module("code_reference")


def test_the_page_is_what_the_script_writes(script: Any) -> None:
    """Whoever adds a code, a difference, a column or a sheet runs `make docs`."""
    assert PAGE.read_text(encoding="utf-8") == script.page()


def test_every_code_is_found(script: Any) -> None:
    """A search through nothing finds nothing."""
    codes = script.finding_codes()
    assert len(codes) >= FEWEST_CODES
    assert {"error", "warning", "info"} == codes["duplicate-unit"].grades
    assert [] == [code for code, found in codes.items() if found.grades - {"error", "warning", "info"}]


def test_an_example_the_code_would_not_say_stops_the_page(script: Any) -> None:
    """An example is held against the sentences of the code."""
    wrong = {**TOLD["findings"], "unit-missing": {**TOLD["findings"]["unit-missing"], "example": "xã An Phú vắng"}}
    with pytest.raises(SystemExit, match="unit-missing: ví dụ “xã An Phú vắng”"):
        list(script._findings(TOLD["text"], wrong))


@pytest.mark.parametrize(("part", "read"), [("findings", "_findings"), ("differences", "_differences")])
def test_a_code_without_a_meaning_stops_the_page(part: str, read: str, script: Any) -> None:
    """And so does a meaning without a code."""
    told = dict(TOLD[part])
    name = next(iter(told))
    with pytest.raises(SystemExit, match="thừa"):
        list(getattr(script, read)(TOLD["text"], {**told, "no-such-code": told[name]}))
    del told[name]
    with pytest.raises(SystemExit, match=f"thiếu .*{name}"):
        list(getattr(script, read)(TOLD["text"], told))


def test_every_question_of_the_commune_is_listed(script: Any) -> None:
    """By the id of its first cell."""
    questions = script.questions_of(script.bundled_catalogue())
    text = PAGE.read_text(encoding="utf-8")
    assert [] == [each.path for each in questions.of_communes() if f"`{each.slot_ids()[0]}`" not in text]
