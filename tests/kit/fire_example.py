"""The fire safety example's figures: the reports of its folder, two more communes, the province added up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from antq_reports import load_report
from antq_reports.report import BaseReport
from antq_reports.rollup import RollUp, roll_up_with_findings

FOLDER = Path(__file__).resolve().parent.parent.parent / "examples" / "phong-chay-chua-chay"
SUBJECT = "phong-chay-chua-chay"
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
            "damage": "755 triệu đồng",
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
        "fires": {"fires": 0, "fires_put_out_on_site": 0, "deaths": 0, "damage": "0 đồng"},
    },
}
CODES = {"Hòa An": "97050", "Đạ Tông": "97028"}
COMMUNES = ("An Bình", *CODES)


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


def add_up(reports: Iterable[BaseReport], year: int) -> RollUp:
    """The province of a year, the departments' own figures beside the communes'."""
    departments = own(f"tinh-{year}")
    return roll_up_with_findings(reports, departments.place, own=departments)
