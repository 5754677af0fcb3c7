"""The fire safety example, the whole way: a subject nobody wrote Python for, from its form to a verified brief."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from reading import drawn_text, holes_in

from antq_reports import RenderedReport, load_report, load_reports, render_report, verify
from antq_reports.catalogue import Group, Metric, find_catalogue
from antq_reports.cli import app
from antq_reports.forms import write_workbook
from antq_reports.load import read_reports
from antq_reports.report import BaseReport
from antq_reports.review import check_reports
from antq_reports.rollup import RollUp, roll_up_with_findings

pytest.importorskip("openpyxl")
FOLDER = Path(__file__).resolve().parent.parent.parent / "examples" / "phong-chay-chua-chay"
SUBJECT = "phong-chay-chua-chay"
STYLES = ("bao-lam-dong", "bao-quang-nam")
YEARS = (2025, 2026)
OTHERS: dict[tuple[str, int], dict[str, Any]] = {
    ("Hòa An", 2025): {
        "outreach": {"outreach_sessions": 30, "outreach_attendance": 3120, "drills": 7},
        "prevention": {
            "inspected_premises": "58/64 cơ sở",
            "civil_defence_teams": "12 đội, 131 thành viên",
            "safe_communes": "1/1 đơn vị cấp xã",
        },
        "fires": {
            "fires": 6,
            "fires_put_out_on_site": 4,
            "deaths": 0,
            "damage": "740 triệu đồng",
            "causes": ["sự cố thiết bị điện: 3 vụ", "đốt thực bì: 2 vụ"],
        },
    },
    ("Hòa An", 2026): {
        "outreach": {"outreach_sessions": 33, "outreach_attendance": 3540, "drills": 8},
        "prevention": {
            "inspected_premises": "63/65 cơ sở",
            "civil_defence_teams": "12 đội, 136 thành viên",
            "safe_communes": "1/1 đơn vị cấp xã",
        },
        "fires": {
            "fires": 5,
            "fires_put_out_on_site": 4,
            "deaths": 1,
            "damage": "560 triệu đồng",
            "causes": ["sự cố thiết bị điện: 3 vụ", "sơ suất khi đun nấu: 1 vụ"],
        },
    },
    ("Đạ Tông", 2025): {
        "outreach": {"outreach_sessions": 14, "outreach_attendance": 1260, "drills": 3},
        "prevention": {
            "inspected_premises": "17/20 cơ sở",
            "civil_defence_teams": "6 đội, 61 thành viên",
            "safe_communes": "1/1 đơn vị cấp xã",
        },
        "fires": {
            "fires": 1,
            "fires_put_out_on_site": 1,
            "deaths": 0,
            "damage": "35 triệu đồng",
            "causes": ["đốt thực bì: 1 vụ"],
        },
    },
    ("Đạ Tông", 2026): {
        "outreach": {"outreach_sessions": 15, "outreach_attendance": 1410, "drills": 3},
        "prevention": {
            "inspected_premises": "19/20 cơ sở",
            "civil_defence_teams": "6 đội, 63 thành viên",
            "safe_communes": "0/1 đơn vị cấp xã",
        },
        "fires": {"fires": 0, "deaths": 0, "damage": "0 đồng"},
    },
}
CODES = {"Hòa An": "97050", "Đạ Tông": "97028"}
Golden = Callable[[str, str], None]


def own(name: str) -> BaseReport:
    """A report of the folder."""
    return load_report(FOLDER / f"{name}.toml", templates=FOLDER)


def commune(name: str, year: int) -> BaseReport:
    """What one commune reports of a year."""
    if name == "An Bình":
        return own(f"xa-an-binh-{year}")
    head = tomllib.loads((FOLDER / f"xa-an-binh-{year}.toml").read_text(encoding="utf-8"))
    place = {"name": name, "level": "xã", "code": CODES[name]}
    return type(own("tinh-2026")).model_validate(
        {"subject": SUBJECT, "place": place, "period": head["period"], **OTHERS[name, year]}
    )


COMMUNES = ("An Bình", "Hòa An", "Đạ Tông")


def write_form(folder: Path, name: str) -> Path:
    """A commune's form with both years filled in."""
    report, last = commune(name, 2026), commune(name, 2025)
    return write_workbook(
        folder / f"{report.place.code}.xlsx",
        unit=f"Xã {name}",
        code=report.place.code,
        period=report.period,
        report=report,
        previous=last,
        templates=FOLDER,
    )


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forms of three communes."""
    folder = tmp_path_factory.mktemp("nop-ve")
    for name in COMMUNES:
        write_form(folder, name)
    return folder


@pytest.fixture(scope="module")
def rolled(forms: Path) -> dict[int, RollUp]:
    """The province of both years, the departments' own figures beside the communes'."""
    read = read_reports(forms, templates=FOLDER)
    sets = {2026: read.reports, 2025: read.previous}
    return {year: roll_up_with_findings(sets[year], own(f"tinh-{year}").place, own=own(f"tinh-{year}")) for year in YEARS}


@pytest.fixture(scope="module")
def briefs(rolled: dict[int, RollUp]) -> dict[str, RenderedReport]:
    """The brief of a commune and the province's, each against last year."""
    return {
        "commune": render_report(own("xa-an-binh-2026"), previous=own("xa-an-binh-2025"), templates=FOLDER),
        "province": render_report(rolled[2026].report, previous=rolled[2025].report, templates=FOLDER),
    }


def run(*arguments: str | Path) -> Result:
    """The command with its arguments."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])
