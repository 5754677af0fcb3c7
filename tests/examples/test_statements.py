"""The examples say in words of our own what stands behind their figures: each statement in the brief, by its key."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from example_briefs import example_brief, example_report
from reading import fold

STATEMENTS = tomllib.loads((Path(__file__).parent.parent / "data" / "statements.toml").read_text(encoding="utf-8"))
ALL = [(name, each) for name, statements in STATEMENTS.items() for each in statements]
FEWEST = {"lam-dong-2024": 18, "quang-nam-2024": 18}


@pytest.mark.parametrize(("name", "statement"), ALL, ids=[each["says"] for _, each in ALL])
def test_a_statement_is_in_the_brief(name: str, statement: dict[str, str]) -> None:
    """In its words, and because of the key that holds it."""
    assert fold(statement["read"]) in fold(example_brief(name, "bao-lam-dong").text)
    assert example_report(name).model_dump()[statement["key"].partition(".")[0].partition("[")[0]]


@pytest.mark.parametrize("name", FEWEST)
def test_none_is_forgotten(name: str) -> None:
    """Both articles have so many."""
    assert len(STATEMENTS[name]) >= FEWEST[name]
