"""The synthetic province: same seed, same figures; the faults put in are found by reading, and no others."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from antq_reports.intake import load_report, load_units, read_reports

UNITS = 14


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small province once."""
    out = tmp_path_factory.mktemp("province")
    examples = str(Path(__file__).resolve().parent.parent / "examples")
    sys.path.insert(0, examples)
    try:
        from make_province import make_province

        make_province(out, seed=2026, units=UNITS)
    finally:
        sys.path.remove(examples)
    return out


def expected(province: Path, *stages: str) -> list[dict[str, Any]]:
    """Return the faults put in for some stages."""
    faults: list[dict[str, Any]] = json.loads((province / "expected-faults.json").read_text(encoding="utf-8"))
    return [fault for fault in faults if fault["stage"] in stages]


def test_every_fault_of_reading_is_found_and_none_invented(province: Path) -> None:
    """With its file and its cell."""
    intake = read_reports(province / "nop-ve")
    found = {(Path(fault.file).name, fault.path) for fault in intake.faults}
    warned = {(Path(fault.file).name, fault.path) for fault in intake.warnings}
    assert {(fault["file"], fault["cell"]) for fault in expected(province, "intake")} == found
    assert {(fault["file"], fault["cell"]) for fault in expected(province, "warning")} == warned
    assert UNITS - 3 == len(intake.reports)


def test_the_last_period_columns_are_last_years_reports(province: Path) -> None:
    """The province form of 2025 and the communes' own columns hold the same figures."""
    year = {report.place.code: report for report in read_reports(province / "nam-2025.xlsx").reports}
    columns = read_reports(province / "nop-ve").previous
    assert UNITS == len(year)
    assert [] == [report.place.name for report in columns if year[report.place.code] != report]


def test_the_list_of_units_and_the_departments_reports_are_read(province: Path) -> None:
    """A unit that sent nothing is on the list."""
    codes = {unit.code for unit in load_units(province / "don-vi.csv")}
    (missing,) = expected(province, "completeness")
    assert (UNITS, True) == (len(codes), missing["code"] in codes)
    for name in ("so-nganh-2026", "so-nganh-2025", "tinh-2024"):
        assert "Lâm Giang" == load_report(province / f"{name}.toml").place.name
