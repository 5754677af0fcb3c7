"""Files that are written to be refused, and the faults they are refused with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from antq_reports.errors import Fault, IntakeError
from antq_reports.load import load_report

Write = Callable[[str, str | bytes], Path]


def writer(folder: Path) -> Write:
    """Return ``write(name, content)``, which makes a file and returns its path."""

    def make(name: str, content: str | bytes) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return make


def faults_in(path: Path) -> tuple[Fault, ...]:
    """Return the faults of a file that cannot be read."""
    with pytest.raises(IntakeError) as caught:
        load_report(path)
    return caught.value.faults


def only_fault(path: Path) -> Fault:
    """Return the one fault of a file, which names the file and a remedy."""
    (fault,) = faults_in(path)
    assert str(path) == fault.file
    assert fault.remedy
    return fault
