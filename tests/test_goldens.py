"""The words of whole briefs, kept: a change of wording shows as a change of these texts, line by line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from golden_briefs import GOLDEN_BRIEFS, golden_brief

from antq_reports import render_report

Golden = Callable[[str, str], None]


def plain(text: str) -> str:
    """A brief's text with plain spaces and a line's end at its end."""
    return text.replace("\u00a0", " ").rstrip("\n") + "\n"


@pytest.mark.parametrize("name", GOLDEN_BRIEFS)
def test_a_brief_says_what_it_said(name: str, golden: Golden) -> None:
    """Examples, everything at once, last year, zeros, and what is said when parts are missing."""
    brief = golden_brief(name)
    made = render_report(brief.report, style=brief.style, previous=brief.previous, templates=brief.templates)
    golden(f"words/{name}.txt", plain(made.text))
