"""A missing system library is named, with the command that installs it."""

from __future__ import annotations

import ctypes.util
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from antq_reports.pdf import libraries

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


def test_weasyprint_is_loaded_without_asking_other_programmes() -> None:
    """Where every library can be opened by its file's name, nobody is asked where it lies."""
    script = """
import subprocess
from antq_reports.pdf.libraries import text_engine
def refuse(*arguments, **options):
    raise AssertionError(arguments)
subprocess.Popen = refuse
print(text_engine())
"""
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.startswith("pango 1")


def test_others_search_libraries_as_ever() -> None:
    """The shortcut is for the thread that loads WeasyPrint, and ends with it."""
    search = ctypes.util.find_library
    with libraries.libraries_by_file_name(), ThreadPoolExecutor(1) as pool:
        assert ctypes.util.find_library("c") is None
        assert search("c") == pool.submit(lambda: ctypes.util.find_library("c")).result()
    assert search is ctypes.util.find_library


def test_a_library_elsewhere_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file's name does not open a library, the ordinary search goes on."""
    monkeypatch.setattr(libraries, "SHARED_LIBRARIES", (*libraries.SHARED_LIBRARIES, "libnone.so.0"))
    search = ctypes.util.find_library
    with libraries.libraries_by_file_name():
        assert search is ctypes.util.find_library
