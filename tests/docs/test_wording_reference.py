"""The reference for those who edit wording: made from the code, and nothing left out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from script_modules import script_module

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
PAGE = DOCS / "tham-chieu-loi-van.md"


@pytest.fixture(scope="module")
def script() -> Any:
    """The script that writes the page."""
    return script_module("wording_reference")


def test_the_page_is_what_the_script_writes(script: Any) -> None:
    """Whoever changes a tag, a filter, a name or a key runs `make docs`."""
    assert PAGE.read_text(encoding="utf-8") == script.page()


def test_a_name_without_its_meaning_stops_the_page(script: Any) -> None:
    """And so does a meaning of a name that is no more."""
    data = tomllib.loads((DOCS / "loi-van.toml").read_text(encoding="utf-8"))
    text, told = data["text"], data["names"]
    found = dict(script.names_in_templates())
    with pytest.raises(SystemExit, match=r"tên của place: thiếu \['tên_mới'\], thừa \[\]"):
        list(script._names(text, told, {**found, "place": found["place"] | {"tên_mới"}}))
    with pytest.raises(SystemExit, match=r"tên của place: thiếu \[\], thừa \['code'\]"):
        list(script._names(text, told, {**found, "place": found["place"] - {"code"}}))


def test_every_metric_is_listed(script: Any) -> None:
    """By its key, in the table of its section."""
    text = PAGE.read_text(encoding="utf-8")
    assert [] == [entry.path for entry in script.bundled_catalogue().entries if f"\n| `{entry.path}` |" not in text]


def test_every_example_prints_something_or_says_so(script: Any) -> None:
    """One of them alone prints nothing, on purpose."""
    text = PAGE.read_text(encoding="utf-8")
    data = tomllib.loads((DOCS / "loi-van.toml").read_text(encoding="utf-8"))
    filters = [each for each in data["filters"].values() if "template" in each]
    examples = len(filters) + sum(len(tag["examples"]) for tag in data["tags"].values())
    assert (1, examples - 1) == (text.count("In ra: *không có gì.*"), text.count("In ra: **"))


def test_every_tag_and_filter_has_an_example(script: Any) -> None:
    """Run for real; ``iso`` prints no text."""
    text = PAGE.read_text(encoding="utf-8")
    filters = [name for name in script.FIGURE_FILTERS if name != "iso"]
    assert [] == [name for name in filters if f"\n### `|{name}`\n" not in text]
    assert [] == [name for name in script.ProseTags.tags if f"\n### `{{% {name} %}}`" not in text]
