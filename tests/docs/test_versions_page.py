"""The page about versions tells of the format that is, its columns, and of the tests that hold its promises."""

from __future__ import annotations

from pathlib import Path

from antq_reports.evidence.ledger_csv import LEDGER_HEAD
from antq_reports.evidence.manifest import FORMAT

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = " ".join((ROOT / "docs" / "versions.md").read_text(encoding="utf-8").split())
EVIDENCE = " ".join((ROOT / "docs" / "evidence.md").read_text(encoding="utf-8").split())


def test_the_format_is_the_one_that_is() -> None:
    """On both pages that name it; a new number is told of in both."""
    assert f"`ban-ke.json`, now {FORMAT}." in TEXT
    assert f"a format number, {FORMAT} now" in EVIDENCE


def test_the_columns_of_the_ledger_are_those_told() -> None:
    """A change of one is a new format."""
    assert f"The ledger of format {FORMAT} has the columns {', '.join(LEDGER_HEAD)}." in TEXT


def test_the_first_versions_files_are_kept() -> None:
    """With the test that holds them."""
    assert (ROOT / "tests" / "data" / "first").is_dir()
    assert (ROOT / "tests" / "test_first_version.py").is_file()
