"""The scripts of ``scripts/`` as modules, for tests of what they write."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "scripts"


def script_module(name: str) -> Any:
    """One script, imported as it is when run from the command line."""
    sys.path.insert(0, str(SCRIPTS))
    try:
        return import_module(name)
    finally:
        sys.path.remove(str(SCRIPTS))
