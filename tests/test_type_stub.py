"""What type checkers know of the bundled models is what the catalogue says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from own_subject import EXTENSION, catalogue_of
from script_modules import script_module

from antq_reports.catalogue import bundled_catalogue


@pytest.fixture(scope="module")
def script() -> Any:
    """The script that writes the stub."""
    return script_module("type_stub")


def _formatted(text: str) -> str:
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", "bundled.pyi", "-"]
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True).stdout


def test_the_stub_is_what_the_script_writes(script: Any) -> None:
    """Whoever adds, renames or retypes a metric runs `make stub`."""
    assert Path(script.TARGET).read_text(encoding="utf-8") == _formatted(script.stub_of(bundled_catalogue()))


def test_a_stub_tells_every_metric_a_catalogue_adds(script: Any) -> None:
    """As a field with the kinds it takes, and as a keyword."""
    more = set(script.stub_of(catalogue_of(EXTENSION)).splitlines()) - set(
        script.stub_of(bundled_catalogue()).splitlines()
    )
    assert {
        "    homemade_guns: Count | Span | Indefinite | None",
        "        homemade_guns: FigureInput | None = ...,",
    } <= more
    assert "class Forests(Section):" in more
