"""Write the import table into ``docs/architecture.md``, off the table that ``tests/test_imports.py`` holds.

python scripts/import_table.py
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from markdown_text import mono, mono_list, table

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- import table: made by `make docs` -->", "<!-- end of the import table -->"
_BETWEEN = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
FACE = ("__init__", "__main__")
"""The public face and the command, which stand above all parts."""


def main() -> None:
    """Write the table between its marks."""
    TARGET.write_text(with_table(TARGET.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    print(TARGET)


def with_table(page: str) -> str:
    """The page with the table as it is now."""
    return _BETWEEN.sub(f"{BEGIN}\n{import_table()}\n{END}", page)


def import_table() -> str:
    """What each part of the package may import, lowest first, and who owns which library."""
    held = _held()
    allowed = {part: parts for part, parts in held.ALLOWED.items() if part not in FACE}
    order = list(allowed)
    rows = [(mono(part), mono_list(sorted(parts, key=order.index)) or "nothing") for part, parts in allowed.items()]
    libraries = [(mono(name), mono_list(sorted(parts))) for name, parts in held.OWNERS.items()]
    return f"{table(('part', 'may import'), rows)}\n\n{table(('library', 'imported by'), libraries)}"


def _held() -> Any:
    """The test that holds the table, as a module."""
    sys.path.insert(0, str(ROOT / "tests"))
    try:
        return import_module("test_imports")
    finally:
        sys.path.remove(str(ROOT / "tests"))


if __name__ == "__main__":
    main()
