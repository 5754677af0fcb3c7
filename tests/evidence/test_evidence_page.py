"""The page about the evidence names every file, difference and column there is."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from antq_reports.evidence import (
    CATALOGUE_FILE,
    LEDGER_FILE,
    MANIFEST_FILE,
    PREVIOUS_CATALOGUE_FILE,
    PREVIOUS_FILE,
    REPORT_FILE,
    SOURCES_FILE,
    TEXT_FILE,
)
from antq_reports.verification.verdict import KIND_WORDS, DifferenceKind

DOCUMENT = (Path(__file__).resolve().parent.parent.parent / "docs" / "evidence.md").read_text(encoding="utf-8")


def test_every_file_is_told_of() -> None:
    """By its name."""
    reports = (REPORT_FILE, PREVIOUS_FILE, CATALOGUE_FILE, PREVIOUS_CATALOGUE_FILE)
    names = (*reports, SOURCES_FILE, LEDGER_FILE, TEXT_FILE, MANIFEST_FILE)
    assert [] == [name for name in names if f"`{name}`" not in DOCUMENT]


def test_every_difference_is_told_of() -> None:
    """And has words in Vietnamese."""
    assert [] == [kind for kind in get_args(DifferenceKind) if f"`{kind}`" not in DOCUMENT]
    assert set(get_args(DifferenceKind)) == set(KIND_WORDS)
