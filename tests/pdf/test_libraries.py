"""A missing system library is named, with the command that installs it."""

from __future__ import annotations

import subprocess
import sys

import pytest

WITHOUT = """
import cffi, warnings
real = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if {missing!r} in name:
        raise OSError(f"cannot load library {{name!r}}")
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
warnings.simplefilter("error")
from antq_reports.errors import MissingLibraryError
from antq_reports.pdf import PdfStyle, render_pdf
try:
    render_pdf("<p>", PdfStyle(""), {{}})
except MissingLibraryError as error:
    print(error)
"""

APT = "hãy chạy: sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("pango-1", f"thiếu thư viện Pango → {APT}"),
        ("pangoft2", f"thiếu thư viện Pango → {APT}"),
        ("harfbuzz-subset", f"thiếu thư viện HarfBuzz-Subset (từ bản 4.1) → {APT}"),
    ],
)
def test_a_missing_library_is_named_with_the_remedy(missing: str, sentence: str) -> None:
    """Without HarfBuzz's subsetter WeasyPrint would go on, and stamp fonts with the time of day."""
    script = WITHOUT.format(missing=missing)
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.startswith(sentence)
    assert 1 == len(done.stdout.splitlines())
