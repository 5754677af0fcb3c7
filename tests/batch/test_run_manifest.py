"""The manifest: whole on the disk, often, and believed only as far as it can be checked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from antq_reports.batch.run_manifest import NAME, Entry, Manifest, file_digest, leftovers, read_entries
from antq_reports.report import Finding

FINDING = Finding("part-above-whole", "error", "tips.valuable_tips", "phần 12 lớn hơn tổng 9", "xã Tân Hà")
ENTRY = Entry(key="24823", unit="xã Tân Hà", code="24823", file="24823-xa-tan-ha.pdf", input="i", findings=(FINDING,))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Findings and all."""
    Manifest(folder=tmp_path, style="bao-lam-dong").put(ENTRY)
    assert {"24823": ENTRY} == read_entries(tmp_path)


def test_vietnamese_is_readable_in_it(tmp_path: Path) -> None:
    """A person may open it."""
    Manifest(folder=tmp_path, style="bao-lam-dong").put(ENTRY)
    assert "xã Tân Hà" in (tmp_path / NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"version": 2}', '{"version": 1, "units": [{}]}'])
def test_a_manifest_that_cannot_be_read_counts_as_none(tmp_path: Path, text: str) -> None:
    """Everything is made again then."""
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert {} == read_entries(tmp_path)


def test_a_file_outside_the_folder_is_not_believed(tmp_path: Path) -> None:
    """Somebody may have edited it."""
    Manifest(folder=tmp_path, style="bao-lam-dong").put(replace(ENTRY, file="../x.pdf"))
    assert {} == read_entries(tmp_path)


def test_a_file_stands_when_its_bytes_are_the_recorded_ones(tmp_path: Path) -> None:
    """Not when it is gone, cut short, or not yet made."""
    path = tmp_path / ENTRY.file
    path.write_bytes(b"%PDF")
    made = replace(ENTRY, state="rendered", output=file_digest(path) or "")
    assert made.stands(tmp_path)
    assert not replace(made, state="failed").stands(tmp_path)
    path.write_bytes(b"%PD")
    assert not made.stands(tmp_path)
    path.unlink()
    assert not made.stands(tmp_path)


def test_writing_takes_a_small_share_of_the_time(tmp_path: Path) -> None:
    """Thousands of units do not write thousands of manifests; the last word is written all the same."""
    manifest = Manifest(folder=tmp_path, style="bao-lam-dong")
    for number in range(500):
        manifest.put(replace(ENTRY, key=str(number)))
    assert len(json.loads((tmp_path / NAME).read_bytes())["units"]) < 500
    manifest.write()
    assert 500 == len(json.loads((tmp_path / NAME).read_bytes())["units"])


def test_leftovers_are_files_of_units_that_are_gone(tmp_path: Path) -> None:
    """Only those that are still there."""
    (tmp_path / "cu.pdf").write_bytes(b"")
    before = [ENTRY, replace(ENTRY, file="cu.pdf"), replace(ENTRY, file="mat.pdf")]
    assert (tmp_path / "cu.pdf",) == leftovers(tmp_path, before, frozenset({ENTRY.file}))
