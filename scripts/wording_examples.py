"""The examples of the wording reference, run for real: a template and a few figures in, the sentences out."""

from __future__ import annotations

import html
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from antq_reports.catalogue import bundled_catalogue, find_catalogue
from antq_reports.comparison import compare
from antq_reports.prose import compose, prose_library, read_templates, settle, style_files
from antq_reports.prose.template_folder import DEFAULT_STYLE
from antq_reports.report import BaseReport
from antq_reports.report.report_file import read_report
from antq_reports.review import check_report

PLACE = 'place = { name = "Hà Tĩnh", level = "tỉnh" }\nlead = "Mở bài."\n'
PERIOD = 'period = {{ label = "năm {year}", start = {year}-01-01, end = {year}-12-31 }}\n'
YEAR = 2026
FILE = "vi-du.j2"
FRAMES = f"""
["results"]
order = "news"
headline = "frames/results-headline.j2"
lead = "frames/results-lead.j2"

[["results".parts]]
files = ["{FILE}"]
"""
_TAG = re.compile(r"<[^>]+>")


def sentences_of(example: Mapping[str, Any]) -> list[str]:
    """The paragraphs that an example's template prints for its report, and for the one of the year before."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "prose" / "frames.toml", FRAMES)
        _write(folder / "prose" / FILE, example["template"])
        for section in bundled_catalogue().sections:  # the frame does not name them: each would tell its figures too
            _write(folder / "prose" / "sections" / f"{section}.j2", "")
        previous = report_of(example["previous"], YEAR - 1) if "previous" in example else None
        return printed(report_of(example["report"]), folder, previous)


def sentences_of_catalogue(catalogue: str, report: str) -> list[str]:
    """The paragraphs below the lead that the bundled wording prints for a report of a catalogue of one's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "catalogue.toml", catalogue)
        return printed(report_of(report, templates=folder), folder)


def printed(report: BaseReport, folder: Path, previous: BaseReport | None = None) -> list[str]:
    """The paragraphs of a report's article."""
    library = read_templates(folder)
    catalogue = find_catalogue(report.subject, folder)
    house = style_files(library, DEFAULT_STYLE).rules.house
    comparison = compare(report, previous) if previous is not None else None
    article = compose(report, prose_library(library, catalogue), house, comparison)
    content = "\n".join(str(block.content) for block in article.blocks if block.kind == "paragraph")
    text = html.unescape(_TAG.sub("", settle(content, article.book).html)).replace("\u00a0", " ")
    return [line for line in text.split("\n") if line]


def findings_of(report: str) -> list[str]:
    """What review says of a report."""
    return [f"{finding.path}: {finding.message}" for finding in check_report(report_of(report))]


def report_of(text: str, year: int = YEAR, templates: Path | None = None) -> BaseReport:
    """A report of Hà Tĩnh with what an example writes."""
    return read_report(PLACE + PERIOD.format(year=year) + text, templates=templates)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
