"""The page on security tells the truth: its tests exist, its limits are the code's."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_every_test_named_exists() -> None:
    """File and function."""
    named = set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", TEXT))
    assert len(named) > 40
    missing = [
        f"{file}::{name}"
        for file, name in sorted(named)
        if not (ROOT / file).is_file() or (name and f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8"))
    ]
    assert [] == missing


def test_every_limit_is_the_codes_own() -> None:
    """Constant by constant."""
    rows = re.findall(r"\| `(antq_reports[\w.]+)\.([A-Z_]+)` \| ([\d,]+) \|", TEXT)
    assert len(rows) > 30
    told = {f"{module}.{name}": float(value.replace(",", "")) for module, name, value in rows}
    assert {f"{module}.{name}": float(getattr(import_module(module), name)) for module, name, _ in rows} == told
