"""Units and nouns: what a template adds to a figure's unit is said once, wherever the writer has said it already."""

from __future__ import annotations

from collections.abc import Sequence

from antq_reports.figures import Run


def unsaid(noun: str, unit: str) -> str:
    """What of a template's words the unit has not said: none of them, those behind what both share, or all.

    >>> unsaid("tai nạn giao thông", "vụ"), unsaid("tai nạn giao thông", "vụ tai nạn giao thông đường bộ")
    ('tai nạn giao thông', '')
    >>> unsaid("súng các loại", "khẩu súng"), unsaid("đạt tiêu chí về an ninh", "xã đạt tiêu chí")
    ('các loại', 'về an ninh')
    """
    words, said = noun.split(), unit.casefold().split()
    folded = noun.casefold().split()
    if any(said[start : start + len(folded)] == folded for start in range(len(said))):
        return ""
    shared = next((size for size in range(min(len(said), len(folded)), 0, -1) if said[-size:] == folded[:size]), 0)
    return " ".join(words[shared:])


def with_noun(runs: Sequence[Run], noun: str) -> tuple[Run, ...]:
    """A figure's runs with a noun behind its first unit, before any percent or change in brackets."""
    place = next((place for place, run in enumerate(runs) if run.role == "unit"), None)
    if place is None:
        place = next((place for place, run in enumerate(runs) if run.role == "number"), len(runs) - 1)
    rest = unsaid(noun, runs[place].text if runs[place].role == "unit" else "")
    if not rest:
        return tuple(runs)
    return (*runs[: place + 1], Run(f" {rest}", "word"), *runs[place + 1 :])
