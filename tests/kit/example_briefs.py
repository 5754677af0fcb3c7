"""The briefs of the examples, each made once in a process, for whatever test reads them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from antq_reports import RenderedReport, Report, load_report, render_report

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
STYLES = {"lam-dong-2024": "bao-lam-dong", "quang-nam-2024": "bao-quang-nam"}
"""The examples, and the style of the paper that each follows."""


@cache
def example_report(name: str) -> Report:
    """An example's report."""
    return load_report(EXAMPLES / f"{name}.toml")


@cache
def example_brief(name: str, style: str | None = None) -> RenderedReport:
    """An example's brief in a style, or in its paper's; its PDF is made when it is first asked for."""
    return render_report(example_report(name), style=style or STYLES[name])
