"""The command that lists styles: those of the house, and one's own beside them."""

from __future__ import annotations

import os
import subprocess
import sys

from click.testing import CliRunner, Result
from plainest_locale import PLAINEST

from antq_reports.cli import app


def run(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, ["styles", *arguments])


def test_styles_lists_both_newspapers() -> None:
    """A line a style, with its title."""
    result = run()
    assert 0 == result.exit_code
    assert {"bao-lam-dong", "bao-quang-nam"} <= set(result.stdout.split())


def test_tables_are_printed_in_the_locale_c() -> None:
    """In Vietnamese, where Python would write ASCII."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    command = [sys.executable, "-m", "antq_reports", "styles"]
    done = subprocess.run(command, env=inherited | PLAINEST, capture_output=True, check=False)
    assert (0, True) == (done.returncode, "lối trình bày" in done.stdout.decode())
