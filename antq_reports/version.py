"""The number of this version: `pyproject.toml` alone states it, and what is installed knows it from there. A leaf."""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("antq-reports")
