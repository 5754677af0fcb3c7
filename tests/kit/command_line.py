"""A folder with one good report, and the command line run in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from antq_reports.cli import app, console

SMALL = 'period = "năm 2024"\n[place]\nname = "Lâm Đồng"\n[weapons]\ndetonators = 5\n'


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one good report, ``a.toml``."""
    (folder / "a.toml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LANGUAGE", "vi")
    console.speak_vietnamese()
    return folder


def run(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, arguments)


def run_program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a shell does, with an environment of its own."""
    return subprocess.run(
        [sys.executable, "-m", "antq_reports", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], **environment},
        check=False,
    )


def written(folder: Path) -> list[str]:
    """Return the names of what a run left in the folder's ``out``."""
    return sorted(path.name for path in (folder / "out").glob("**/*"))
