"""Imports go one way: every module's imports are read and compared with the table of the design."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "antq_reports"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What each part of the package imports from the package, low to high; a part may always import from itself.
ALLOWED: dict[str, frozenset[str]] = {
    "csvtext": frozenset(),
    "errors": frozenset(),
    "assets": frozenset({"errors"}),
    "files": frozenset({"errors"}),
    "pdf": frozenset({"errors"}),
    "vietnamese": frozenset({"errors"}),
    "figures": frozenset({"errors", "vietnamese"}),
    "formats": frozenset({"pdf"}),
    "intake": frozenset({"errors", "vietnamese", "figures"}),
    "catalogue": frozenset({"errors", "assets", "files", "vietnamese", "figures", "intake"}),
    "report": frozenset({"errors", "files", "vietnamese", "figures", "intake", "catalogue"}),
    "bundled": frozenset({"catalogue", "report"}),
    "comparison": frozenset({"vietnamese", "figures", "catalogue", "report"}),
    "rollup": frozenset({"vietnamese", "figures", "catalogue", "report"}),
    "forms": frozenset({"errors", "files", "vietnamese", "figures", "intake", "catalogue", "report", "bundled"}),
    "prose": frozenset(
        {"errors", "assets", "files", "vietnamese", "figures", "intake", "catalogue", "report", "comparison"}
    ),
    "review": frozenset({"vietnamese", "figures", "catalogue", "report", "comparison"}),
    "page": frozenset({"errors", "files", "prose"}),
    "evidence": frozenset(
        {"csvtext", "errors", "assets", "files", "pdf", "formats", "catalogue", "report", "prose", "page"}
    ),
    "load": frozenset({"errors", "vietnamese", "formats", "catalogue", "report", "bundled", "forms", "evidence"}),
    "render": frozenset(
        {"errors", "assets", "files", "pdf", "formats", "report", "comparison", "prose", "page", "evidence"}
    ),
    "batch": frozenset(
        {
            "errors",
            "files",
            "pdf",
            "vietnamese",
            "catalogue",
            "report",
            "rollup",
            "forms",
            "prose",
            "review",
            "page",
            "evidence",
            "load",
            "render",
        }
    ),
    "verification": frozenset(
        {
            "errors",
            "pdf",
            "vietnamese",
            "figures",
            "formats",
            "catalogue",
            "report",
            "prose",
            "page",
            "evidence",
            "render",
        }
    ),
    "__init__": frozenset(
        {"errors", "figures", "bundled", "rollup", "forms", "review", "load", "render", "batch", "verification"}
    ),
    "cli": frozenset(
        {
            "csvtext",
            "errors",
            "files",
            "formats",
            "catalogue",
            "report",
            "rollup",
            "forms",
            "prose",
            "review",
            "evidence",
            "load",
            "render",
            "batch",
            "verification",
        }
    ),
    "__main__": frozenset({"cli"}),
}
PARTS_TO_SEE = set(ALLOWED) - {"__init__", "__main__"}
FEWEST_MODULES = 110

# Outside libraries that one part alone may import.
OWNERS: dict[str, frozenset[str]] = {
    "babel": frozenset({"vietnamese"}),
    "weasyprint": frozenset({"pdf"}),
    "pypdfium2": frozenset({"pdf"}),
    "click": frozenset({"cli"}),
    "rich": frozenset({"cli"}),
    "openpyxl": frozenset({"forms"}),
}


def part_of(path: Path) -> str:
    """Return the part of the package that a file belongs to: its package folder or its own name."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_names(path: Path) -> Iterator[str]:
    """Yield the full dotted name of everything a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_parts(path: Path) -> set[str]:
    """Return the parts of the package that a file imports; `__init__` for the public face itself."""
    names = [name.split(".") for name in imported_names(path)]
    parts = {name[1] if len(name) > 1 else "__init__" for name in names if name[0] == "antq_reports"}
    return {part if part in ALLOWED else "__init__" for part in parts} - {part_of(path)}


def test_every_module_is_seen() -> None:
    """A check that reads nothing finds nothing: the modules and every part of the design are there."""
    parts = {part_of(path) for path in MODULES}
    assert set() == PARTS_TO_SEE - parts
    assert len(MODULES) >= FEWEST_MODULES


def test_every_part_is_in_the_table() -> None:
    """A new module or folder takes its place in the design first."""
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.rglob("*.py"))}
    assert set() == ({part_of(path) for path in MODULES} | folders) - set(ALLOWED)


def test_every_folder_is_a_package() -> None:
    """A folder without __init__.py is missed by tools without a word."""
    assert [] == sorted({str(path.parent) for path in MODULES if not (path.parent / "__init__.py").is_file()})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_downwards_only(path: Path) -> None:
    """Its imports from the package are within the table's row."""
    assert set() == imported_parts(path) - ALLOWED[part_of(path)]


def test_the_table_allows_what_is_used_and_no_more() -> None:
    """A row that allowed more would let an import in that nobody thought about."""
    used: dict[str, set[str]] = {part: set() for part in ALLOWED}
    for path in MODULES:
        used[part_of(path)] |= imported_parts(path)
    assert {} == {part: allowed - used[part] for part, allowed in ALLOWED.items() if allowed - used[part]}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_library_has_one_owner(path: Path) -> None:
    """Babel, WeasyPrint and their like are behind one door each."""
    libraries = {name.split(".")[0] for name in imported_names(path)} & set(OWNERS)
    assert set() == {library for library in libraries if part_of(path) not in OWNERS[library]}


@pytest.mark.parametrize("name", ["helpers", "utils", "util", "common", "core", "misc"])
def test_there_is_no_catch_all_module(name: str) -> None:
    """A helper lives in the file of the thing it helps."""
    assert [] == [path for path in MODULES if name in path.relative_to(PACKAGE).with_suffix("").parts]


def test_the_table_has_no_way_back() -> None:
    """The rows stand low to high: each imports from rows above it in the table alone."""
    order = list(ALLOWED)
    assert [] == [(part, lower) for part in order for lower in ALLOWED[part] if order.index(lower) > order.index(part)]


@pytest.fixture(scope="module")
def loaded() -> frozenset[str]:
    """The modules of a Python that imported the package and nothing else."""
    check = "import sys, antq_reports; print(*sys.modules)"
    command = [sys.executable, "-P", "-c", check]
    return frozenset(
        subprocess.run(command, check=True, cwd=ROOT / "tests", stdout=subprocess.PIPE).stdout.decode().split()
    )


@pytest.mark.parametrize("module", ["weasyprint", "pypdfium2", "click", "openpyxl", "PIL", "segno", "rich"])
def test_importing_the_package_does_not_load(module: str, loaded: frozenset[str]) -> None:
    """`import antq_reports` is cheap: engines and faces are loaded when they are used."""
    assert "antq_reports" in loaded
    assert module not in loaded


def test_the_reader_finds_imports_everywhere(tmp_path: Path) -> None:
    """The check itself: plain, aliased, from-imports, and those inside functions."""
    source = "import babel.numbers as b\nfrom antq_reports import figures\ndef f():\n    from weasyprint import HTML\n"
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert ["babel.numbers", "antq_reports.figures", "weasyprint.HTML"] == list(imported_names(module))
