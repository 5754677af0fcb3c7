"""Which line of a TOML file a table path stands on, so that a fault points at it.

A scan of headers and keys, not a parser: it is asked only about files that parse. Where it is not sure it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_HEADER = re.compile(r"^\s*(\[\[?)([^\[\]]+)\]\]?\s*$")
_KEY = re.compile(r"^\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=")
_WORD = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_PART = r'[\w-]+|"(?:\\.|[^"\\\n]){0,100}"|\'[^\'\n]{0,100}\''
"""One part of a key, bare or in quotes; bounded, so that quotes without an end cost little."""
_TEXT = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'|#[^\n]*", re.DOTALL
)


def line_numbers(text: str) -> dict[str, int]:
    r"""Line numbers (from 1) of tables and keys by table path.

    >>> line_numbers("[roads]\naccidents = 3\n")["roads.accidents"]
    2
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table, depth = "", 0
    for number, line in enumerate(_without_texts(text).split("\n"), start=1):
        header = _HEADER.match(line) if depth == 0 else None
        if header:
            table = _dotted(header.group(2))
            if header.group(1) == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}[{counts[table]}]"
            found.setdefault(table, number)
            continue
        if depth == 0 and (key := _KEY.match(line)):
            name = _dotted(key.group(1))
            found.setdefault(f"{table}.{name}" if table else name, number)
        depth += sum(line.count(sign) for sign in "[{") - sum(line.count(sign) for sign in "]}")
    return found


def has_endless_key(text: str, limit: int) -> bool:
    """Whether a text that may be no TOML at all holds a dotted key of more parts than the limit.

    >>> has_endless_key('a.b."c d".e = 1', 3), has_endless_key('x = "Một câu. Hai câu. Ba câu. Bốn câu."', 3)
    (True, False)
    """
    return re.search(rf"(?<![\w-])(?:(?:{_PART})[ \t]*\.[ \t]*){{{limit}}}", text) is not None


def _without_texts(text: str) -> str:
    """The file with quotes and comments blanked, line ends kept; a key loses quotes it can do without."""

    def blank(match: re.Match[str]) -> str:
        inner = match.group()[1:-1]
        is_key = not match.group().startswith("#") and _WORD.fullmatch(inner)
        return inner if is_key else "\n" * match.group().count("\n") or "·" * (match.group()[0] != "#")

    return _TEXT.sub(blank, text)


def _dotted(name: str) -> str:
    return ".".join(part.strip() for part in name.split("."))


def line_of(path: str, numbers: Mapping[str, int]) -> int | None:
    """The line of a path, or of the nearest thing around it."""
    while path:
        if path in numbers:
            return numbers[path]
        cut = max(path.rfind("."), path.rfind("["))
        path = path[:cut] if cut > 0 else ""
    return None
