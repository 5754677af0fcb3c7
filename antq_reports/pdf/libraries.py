"""Loads WeasyPrint, and says which system library is missing when it cannot be loaded.

Nothing here runs at import. HarfBuzz's subsetter is required although WeasyPrint can do without it: its substitute
stamps every font with the time of day, and the same input would no longer give the same bytes.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from functools import cache
from importlib import import_module
from types import ModuleType

from antq_reports.errors import MissingLibraryError
from antq_reports.pdf.fontconfig import bundled_fonts_only

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
    return weasyprint


def text_engine() -> str:
    """The library that breaks lines and shapes text, with its version: another one may break a line elsewhere."""
    load_weasyprint()
    return f"pango {import_module('weasyprint.text.ffi').pango.pango_version()}"


def _import_quietly(name: str) -> ModuleType:
    """Import a module whose complaints are answered by our own errors.

    WeasyPrint prints when a library is missing, and warns when no system font is configured, which is the intention.
    """
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), bundled_fonts_only():
        warnings.simplefilter("ignore")
        return import_module(name)
