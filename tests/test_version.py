"""One number of the version: pyproject.toml states it, everything else reads it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from click.testing import CliRunner

import antq_reports
from antq_reports.cli import app
from antq_reports.evidence.manifest import libraries

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def test_every_version_is_the_projects() -> None:
    """The package, the command line and the evidence of a brief tell the number of pyproject.toml."""
    stated = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    assert stated == antq_reports.__version__
    assert f"antq-reports {stated}\n" == CliRunner().invoke(app, ["--version"]).stdout
    assert stated == libraries()["antq-reports"]
