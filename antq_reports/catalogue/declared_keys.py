"""The keys of a ``catalogue.toml``: what a catalogue may say, listed once; its reader refuses every other. A leaf."""

from __future__ import annotations

HEADER_KEYS = ("name", "title", "extends")
"""Keys at the head of the file."""
SECTION_KEYS = ("title", "about", "bars", "checks", "after")
"""Keys of a section that are no metric."""
METRIC_KEYS = (
    *("label", "unit", "same", "takes", "reporter", "rollup", "polarity"),
    *("part_of", "zero", "verb", "subject", "change_of", "was", "size"),
    *("weight", "beside", "nouns", "by_unit", "asked"),
)
"""Keys of a metric, and of a group's column."""
GROUP_KEYS = (
    *("group", "label", "takes", "reporter", "rollup", "polarity", "weight"),
    *("heads", "row_label", "columns", "rows", "hint", "example", "was", "asked"),
)
"""Keys of a group."""
HEAD_KEYS = ("about", "optional")
"""Keys of a text that names a group's row."""
NAME_KEYS = ("holds", "about", "default", "cell")
"""Keys of a name, or a list of names, beside the figures."""
FREE_CELLS = ("notes.results", "notes.models", "notes.difficulties")
"""The cells of a form for free words, one of which may fill a list of names."""
