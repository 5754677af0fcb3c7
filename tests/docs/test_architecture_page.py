"""The page about the architecture tells the truth: its files exist, its names resolve, its table is the test's."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

from script_modules import script_module

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "architecture.md"
TEXT = PAGE.read_text(encoding="utf-8")
TASKS = 10
GLOSSARY = ("figure", "metric", "ledger", "fault", "finding", "difference", "unit", "unit of measure", "place", "spot")
OUTSIDE = {"create_model", "lru_cache"}
"""Names of libraries."""


def test_every_file_named_exists() -> None:
    """From the root of a checkout; a placeholder is tried with the bundled subject."""
    named = set(re.findall(r"`((?:antq_reports|templates|tests|scripts|docs)/[^`\s]+)`", TEXT))
    assert len(named) > 70
    real = {name: ROOT / name.replace("<name>", "toan-dan-bao-ve-antq") for name in named}
    assert [] == sorted(name for name, path in real.items() if not path.exists())


def test_every_name_behind_a_file_is_in_it() -> None:
    """``file.py`` (`name`, `Other`): defined there."""
    pairs = re.findall(r"`(antq_reports/[\w/]+\.py)`\s+\(((?:`\w+`(?:, )?)+)\)", TEXT)
    assert len(pairs) >= 9
    told = [(file, name) for file, names in pairs for name in re.findall(r"`(\w+)`", names)]
    assert [] == [(file, name) for file, name in told if name not in defined_in(ROOT / file)]


def test_every_public_name_resolves() -> None:
    """`antq_reports.module.name`, and every class or constant named in code somewhere in the package."""
    for dotted in set(re.findall(r"`(antq_reports(?:\.\w+)+)`", TEXT)):
        import_module(dotted)
    known = {
        name
        for path in (ROOT / "antq_reports").rglob("*.py*")
        if path.suffix in {".py", ".pyi"}
        for name in defined_in(path)
    }
    words = set(re.findall(r"`([A-Z][A-Za-z]+|[A-Z_]{4,}|[a-z]+(?:_[a-z]+)+)`s?", TEXT)) - OUTSIDE
    assert [] == sorted(word for word in words if word not in known)


def defined_in(file: Path) -> set[str]:
    """The names a file defines at its top."""
    found: set[str] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def test_the_import_table_is_the_tests_own() -> None:
    """`make docs` writes it."""
    assert script_module("import_table").with_table(TEXT) == TEXT


def test_every_word_of_the_glossary_is_told() -> None:
    """And the tasks are numbered through."""
    assert [] == [word for word in GLOSSARY if f"\n| {word} | " not in TEXT]
    assert list(map(str, range(1, TASKS + 1))) == re.findall(
        r"^(\d+)\. \*\*", TEXT.split("## Ten tasks")[1], re.MULTILINE
    )
