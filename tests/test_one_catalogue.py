"""The catalogue stands in its folder alone: no other file names a metric of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from antq_reports.catalogue import bundled_catalogue

ROOT = Path(__file__).resolve().parent.parent
GENERATED = {"antq_reports/bundled.pyi"}
FOLDERS = ("antq_reports", "templates/prose", "templates/styles", "scripts")
OF_PYDANTIC = {"model_type"}
"""A word of pydantic's own that is a key here too."""
SUFFIXES = {".py", ".pyi", ".j2", ".toml", ".css"}
FILES = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*")
    if path.suffix in SUFFIXES and path.relative_to(ROOT).as_posix() not in GENERATED
)
FEWEST_FILES = 190


def named_in(text: str) -> list[str]:
    """The dotted paths and the quoted keys of the catalogue that stand in a text."""
    catalogue = bundled_catalogue()
    keys = {name for section in catalogue.sections.values() for name in section.fields} | set(catalogue.sections)
    dotted = [
        path
        for section in catalogue.sections.values()
        for path in (f"{section.name}.{name}" for name in section.fields)
    ]
    found = [path for path in dotted if re.search(rf"(?<![\w.]){re.escape(path)}(?![\w])", text)]
    quoted = re.findall(r"""(?<![\w=])(["'`]{1,2})([a-z][a-z0-9_]*)\1""", text)
    return sorted({*found, *(word for _, word in quoted if word in keys - OF_PYDANTIC)})


def test_every_file_is_seen() -> None:
    """A search through nothing finds nothing."""
    assert len(FILES) >= FEWEST_FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_names_no_metric(path: Path) -> None:
    """Neither by its dotted path nor by its key in quotes."""
    assert [] == named_in(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    ['x = "weapons"', "see ``tips.public_tips``", "{% if block.section == 'standards' %}", "a.weapons.detonators"],
)
def test_the_search_finds(text: str) -> None:
    """The check itself: quoted keys, dotted paths."""
    assert bool(named_in(text)) == (text[0] != "a")
