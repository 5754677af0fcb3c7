"""Which line of a TOML file a table path stands on, so that a fault points at it.

A scan of headers and keys, not a parser: it is asked only about files that parse. Where it is not sure it says nothing.
"""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_-]+(?:\s*\.\s*[A-Za-z0-9_-]+)*)\s*=")


def line_numbers(text: str) -> dict[str, int]:
    r"""Line numbers (from 1) of tables and keys by table path.

    >>> line_numbers("[weapons]\nfirearms_surrendered = 3\n")["weapons.firearms_surrendered"]
    2
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header:
            table = _dotted(header.group(2))
            if header.group(1) == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}[{counts[table]}]"
            found.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key:
            name = _dotted(key.group(1))
            found.setdefault(f"{table}.{name}" if table else name, number)
    return found


def _dotted(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))


def line_of(path: str, numbers: dict[str, int]) -> int | None:
    """The line of a path, or of the nearest thing around it."""
    while path:
        if path in numbers:
            return numbers[path]
        cut = max(path.rfind("."), path.rfind("["))
        path = path[:cut] if cut > 0 else ""
    return None
