"""The Makefile in a checkout whose folder has a name that people give to folders; what it calls is stood in for."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STANDS_IN = {
    "scripts/bootstrap.sh": "true",
    ".venv/bin/antq-reports": 'mkdir -p out && touch "out/$(basename "$2" .toml).pdf"',
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile."""
    folder = tmp_path / "Bản tin 2026" / "antq reports"
    for name, script in STANDS_IN.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    shutil.copy(ROOT / "Makefile", folder)
    return folder


def test_the_briefs_are_made_and_told_with_their_path(checkout: Path) -> None:
    """`make brief` ends with the two files, listed by a path to click on."""
    bare = {"PATH": os.environ["PATH"]}  # nothing of a `make` that runs these tests
    done = subprocess.run(["make", "brief"], cwd=checkout, check=False, capture_output=True, encoding="utf-8", env=bare)
    assert (0, "") == (done.returncode, done.stderr)
    wanted = [str(checkout / "out" / f"{name}-2024.pdf") for name in ("lam-dong", "quang-nam")]
    assert wanted == [line[line.index("/") :] for line in done.stdout.splitlines() if line.startswith("-rw")]
