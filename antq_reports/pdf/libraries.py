"""Loads WeasyPrint, and says which system library is missing when it cannot be loaded.

Nothing here runs at import. HarfBuzz's subsetter is required although WeasyPrint can do without it: its substitute
stamps every font with the time of day, and the same input would no longer give the same bytes.
"""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import io
import threading
import warnings
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType

from antq_reports.errors import MissingLibraryError
from antq_reports.pdf import columns
from antq_reports.pdf.fontconfig import bundled_fonts_only

SHARED_LIBRARIES = (
    *("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0"),
    *("libharfbuzz.so.0", "libharfbuzz-subset.so.0", "libfontconfig.so.1"),
)
"""What WeasyPrint opens, by the names of the files on Linux."""
_APT = "hãy chạy: sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@cache
def load_weasyprint() -> ModuleType:
    """Import WeasyPrint (about a second the first time) and check what it found.

    Raises `MissingLibraryError`, with the command that installs what is missing.
    """
    try:
        weasyprint = _import_quietly("weasyprint")
        ffi = _import_quietly("weasyprint.text.ffi")
    except OSError as error:
        raise MissingLibraryError("Pango", f"{_APT} [{error}]") from error
    if ffi.harfbuzz_subset is None or not ffi.harfbuzz.hb_version_atleast(4, 1, 0):
        raise MissingLibraryError("HarfBuzz-Subset (từ bản 4.1)", _APT)
    columns.install()
    return weasyprint


def text_engine() -> str:
    """The library that breaks lines and shapes text, with its version: another one may break a line elsewhere."""
    load_weasyprint()
    return f"pango {import_module('weasyprint.text.ffi').pango.pango_version()}"


def _import_quietly(name: str) -> ModuleType:
    """Import a module whose complaints are answered by our own errors.

    WeasyPrint prints when a library is missing, and warns when no system font is configured, which is the intention.
    """
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(io.StringIO()),
        bundled_fonts_only(),
        libraries_by_file_name(),
    ):
        warnings.simplefilter("ignore")
        return import_module(name)


@contextlib.contextmanager
def libraries_by_file_name() -> Iterator[None]:
    """Have this thread's libraries opened by the names of their files alone, where all of ours can be.

    WeasyPrint tries names of other systems first, and for each of them Python asks the linker and the C compiler where
    it might lie: some twenty processes, a third of the import, to come to the file name that is next on the list.
    """
    search, mine = ctypes.util.find_library, threading.get_ident()

    def find_nothing(name: str) -> str | None:
        return None if threading.get_ident() == mine else search(name)

    if not all(map(_is_at_hand, SHARED_LIBRARIES)):
        yield
        return
    ctypes.util.find_library = find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _is_at_hand(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
