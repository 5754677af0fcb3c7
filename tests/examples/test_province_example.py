"""The made-up province: what was put in wrong is found, nothing is invented, the sums are the cells' sums."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from antq_reports import Report, load_report, render_report
from antq_reports.forms import Intake, load_units
from antq_reports.load import read_reports
from antq_reports.report import Finding
from antq_reports.review import check_reports
from antq_reports.rollup import RollUp, roll_up_with_findings, roll_up_years

openpyxl: Any = pytest.importorskip("openpyxl")
EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
UNITS = 14
FIGURE_COLUMN, ID_COLUMN = 5, 1
LARGEST_PAGE = 400_000
"""Bytes of an HTML brief without pictures."""
AS_REVIEWED = {"missing-unit": "unit-missing"}


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The province on disk."""
    sys.path.insert(0, str(EXAMPLES))
    try:
        from make_province import make_province
    finally:
        sys.path.remove(str(EXAMPLES))
    folder = tmp_path_factory.mktemp("tinh-gia")
    make_province(folder, seed=2026, units=UNITS)
    return folder


@pytest.fixture(scope="module")
def intake(province: Path) -> Intake:
    """What can be read of the forms."""
    return read_reports(province / "nop-ve")


@pytest.fixture(scope="module")
def rolled(province: Path, intake: Intake) -> RollUp:
    """The province, added up."""
    own = load_report(province / "so-nganh-2026.toml")
    return roll_up_with_findings(intake.reports, own.place, own=own, expected=load_units(province / "don-vi.csv"))


def expected(province: Path, *stages: str) -> list[dict[str, Any]]:
    """Return the faults put in for some stages."""
    faults: list[dict[str, Any]] = json.loads((province / "expected-faults.json").read_text(encoding="utf-8"))
    return [fault for fault in faults if fault["stage"] in stages]


def test_every_fault_of_reading_is_found_and_none_invented(province: Path) -> None:
    """With its file and its cell."""
    intake = read_reports(province / "nop-ve")
    found = {(Path(fault.file).name, fault.where) for fault in intake.faults}
    warned = {(Path(fault.file).name, fault.where) for fault in intake.warnings}
    assert {(fault["file"], fault["cell"]) for fault in expected(province, "intake")} == found
    assert {(fault["file"], fault["cell"]) for fault in expected(province, "warning")} == warned
    assert UNITS - 2 == len(intake.reports)


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


def findings_of(province: Path, intake: Intake, rolled: RollUp) -> list[Finding]:
    """Everything review and roll-up say."""
    units = load_units(province / "don-vi.csv")
    found = check_reports(intake.reports, intake.previous, expected=units)
    return [*found, *rolled.findings, *check_reports((rolled.report,))]


def test_every_fault_is_found_and_none_invented(province: Path, intake: Intake, rolled: RollUp) -> None:
    """Faults of figures, of units and of the province: each planted one is found once, with its unit, and no other."""
    planted = json.loads((province / "expected-faults.json").read_text(encoding="utf-8"))
    refused = {item["unit"] for item in planted if item["kind"] == "corrupt-file"}
    wanted = {
        (AS_REVIEWED.get(item["kind"], item["kind"]), item["unit"].casefold())
        for item in planted
        if item["stage"] in ("review", "completeness")
    }
    wanted |= {("unit-missing", unit.casefold()) for unit in refused}
    wanted |= {("units-missing", "")}
    found = Counter((item.code, item.unit.casefold()) for item in findings_of(province, intake, rolled))
    assert wanted == set(found)
    assert {1} == set(found.values())


def test_one_bad_cell_leaves_the_others_in(province: Path, intake: Intake) -> None:
    """The metrics of the cells that cannot be read are left out, each with its cell; the rest of the unit is used."""
    spoilt = {(item["code"], item["metric"]) for item in expected(province, "intake") if item["metric"]}
    left_out = {(report.place.code, withheld.path) for report in intake.reports for withheld in report.sources.withheld}
    assert spoilt == left_out


@pytest.fixture(scope="module")
def cells(province: Path) -> dict[str, list[int]]:
    """Every metric's whole numbers in the cells of the forms that can be read, read without our reader."""
    spoilt = {(item["file"], item["metric"]) for item in expected(province, "intake")}
    numbers: dict[str, list[int]] = defaultdict(list)
    for path in sorted((province / "nop-ve").glob("*.xlsx")):
        if (path.name, "") in spoilt:
            continue
        for sheet in openpyxl.load_workbook(path):
            for row in range(1, sheet.max_row + 1):
                metric = sheet.cell(row, ID_COLUMN).value
                if metric and (path.name, metric) not in spoilt:
                    numbers[metric].append(whole_number(sheet.cell(row, FIGURE_COLUMN).value))
    return numbers


def whole_number(value: object) -> int:
    """A cell's number: a number, or Vietnamese text such as "1.584 buổi"; nothing written is nothing to add."""
    digits = "".join(char for char in str(value).split(" ")[0] if char.isdigit())
    return int(digits) if digits else 0


@pytest.mark.parametrize(
    "metric",
    [
        "communication.outreach_sessions",
        "communication.leaflets_distributed",
        "commitments.weapons_pledges",
        "weapons.ammunition_surrendered",
        "tips.public_tips",
        "models.security_cameras",
        "core_force.security_team_members",
    ],
)
def test_the_provinces_figures_are_the_sums_of_the_cells(
    metric: str, cells: dict[str, list[int]], rolled: RollUp
) -> None:
    """Counts of the roll-up against a sum taken from the workbooks another way."""
    section, name = metric.split(".")
    figure = getattr(getattr(rolled.report, section), name)
    assert sum(cells[metric]) == figure.value


def test_every_total_names_its_cells(rolled: RollUp) -> None:
    """The ledger entry of a rolled-up figure lists the cells it came from."""
    origins = rolled.report.sources.origins_of("tips.public_tips")
    assert UNITS - 3 == len(origins) == len({origin.unit for origin in origins})
    assert all(origin.cell.startswith("E") and origin.file.endswith(".xlsx") for origin in origins)


def test_the_brief_says_how_many_units_it_covers(rolled: RollUp) -> None:
    """Completeness stands in the text, and its figure in the ledger."""
    brief = render_report(rolled.report)
    assert f"{UNITS - 2}/{UNITS}" in brief.text
    assert any(f"{UNITS - 2}/{UNITS}" in entry.text for entry in brief.figures)


def test_a_page_without_pictures_is_small(province: Path, intake: Intake) -> None:
    """The province compared with last year, each total with its cells, and a commune."""
    own, last = load_report(province / "so-nganh-2026.toml"), read_reports(province / "nam-2025.xlsx").reports
    years = roll_up_years(intake.reports, last, own.place, own=own)
    assert years.before is not None
    briefs = [(years.now.report, years.before.report), (intake.reports[0], intake.previous[0])]
    sizes = [len(render_report(now, previous=before).html.encode()) for now, before in briefs]
    assert all(size <= LARGEST_PAGE for size in sizes), sizes


def test_years_on_either_side_of_a_merger_are_not_compared(province: Path) -> None:
    """2025 of the merged province against 2024 of the old one: refused, with the reason, and nothing is printed."""
    new, old = load_report(province / "so-nganh-2025.toml"), load_report(province / "tinh-2024.toml")
    merged, before = as_lam_dong(new, 2025), as_lam_dong(old, 2024)
    brief = render_report(merged, previous=before)
    assert brief.comparison is not None
    assert "địa giới" in (brief.comparison.refused or "")
    assert "So với" not in brief.text


def as_lam_dong(report: Report, year: int) -> Report:
    """The same figures for a province that was really merged on 1 July 2025."""
    place = report.place.model_copy(update={"name": "Lâm Đồng", "code": "68"})
    assert str(year) in report.period.label
    return report.model_copy(update={"place": place})
