"""The briefs whose words are kept in tests/data/golden/words: what each is made of, by the name of its golden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from example_briefs import STYLES as EXAMPLE_STYLES
from example_briefs import example_report
from fire_example import COMMUNES, FOLDER, add_up, commune, own
from full_catalogue import full_sections

from antq_reports import Report, load_report
from antq_reports.load import read_reports
from antq_reports.report import BaseReport, Completeness, MetricCompleteness, Place
from antq_reports.rollup import roll_up_years

STYLES = ("bao-lam-dong", "bao-quang-nam")
DATA = Path(__file__).resolve().parent.parent / "data"
FIRST = DATA / "first"
TREES = DATA / "trong-cay"
"""A subject that is only a catalogue."""
ONE_FILE: dict[str, Path | None] = {
    "second-figures": None,
    "commune-of-few-figures": None,
    "visit-without-names": None,
    "own-words": None,
    "province-of-units": None,
    "province-of-some-units": None,
    "subject-without-wording": TREES,
    "fire-commune-without-fires": FOLDER,
    "fire-commune-of-few-figures": FOLDER,
    "fire-province-with-own-lead": FOLDER,
}
"""Reports of tests/data/briefs, each with the folder of its subject: what the sentences say when parts are missing."""

MISSING = [
    *("An Hòa", "An Lạc", "An Phú", "An Thạnh", "Bình Hòa", "Bình Lợi", "Bình Sơn", "Bình Thạnh", "Đông Hòa"),
    *("Đông Sơn", "Hòa Bình", "Hòa Lợi", "Hòa Sơn", "Phú An", "Phú Hòa", "Phú Sơn", "Tân An", "Tân Bình"),
    *("Tân Lợi", "Tân Sơn", "Xuân Hòa", "Xuân Sơn"),
]
"""Communes of an invented province that sent nothing."""
LEFT_OUT = {
    "communication.media_items": 61,
    "communication.leaflets_distributed": 64,
    "communication.banners_displayed": 66,
    "tips.valuable_tips": 70,
    "communication.community_meetings": 72,
    "tips.public_tips": 75,
    "communication.outreach_attendance": 78,
}
"""How many of 102 units reported a metric."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenBrief:
    """What a brief is made of."""

    report: BaseReport
    style: str = STYLES[0]
    previous: BaseReport | None = None
    templates: Path | None = None


def full_report(**more: Any) -> Report:
    """A report with every metric and group of the catalogue."""
    head = {"place": {"name": "Lâm Giang", "level": "tỉnh"}, "period": "năm 2026"}
    return Report.model_validate({**head, **full_sections(), **more})


def example(name: str, style: str) -> GoldenBrief:
    """An example in a style."""
    return GoldenBrief(report=example_report(name), style=style)


def everything(style: str) -> GoldenBrief:
    """Every metric and group of the catalogue in a style."""
    return GoldenBrief(report=full_report(), style=style)


def commune_with_last_year() -> GoldenBrief:
    """A commune's form with its last-period column, compared."""
    read = read_reports(FIRST / "bieu-xa.xlsx")
    return GoldenBrief(report=read.reports[0], previous=read.previous[0])


def province_with_last_year() -> GoldenBrief:
    """Twelve units of two years added up, the departments' figures beside them, compared."""
    place = Place(name="Lâm Giang", level="tỉnh", code="97")
    own = load_report(FIRST / "so-nganh-2026.toml")
    now, last = (read_reports(FIRST / name).reports for name in ("bieu-tinh-2026.xlsx", "bieu-tinh.xlsx"))
    years = roll_up_years(now, last, place, own=own)
    assert years.before is not None
    return GoldenBrief(report=years.now.report, previous=years.before.report)


def zeros_and_indefinites() -> GoldenBrief:
    """What did not happen, and what is only known roughly."""
    report = full_report(
        traffic_safety={"traffic_accidents": 0, "traffic_deaths": 0, "traffic_injuries": 0},
        welfare={"festival_sites": "hàng chục điểm"},
        weapons={"firearms_surrendered": 0, "ammunition_surrendered": "hàng trăm viên đạn"},
        crime_results={
            "public_order_cases": 0,
            "suspects_handled": "trên 1.950 đối tượng",
        },
    )
    return GoldenBrief(report=report)


def fire_commune() -> GoldenBrief:
    """A commune of the fire safety example against last year."""
    return GoldenBrief(report=own("xa-an-binh-2026"), previous=own("xa-an-binh-2025"), templates=FOLDER)


def fire_province() -> GoldenBrief:
    """Its province, added up of three communes, against last year."""
    now, last = (add_up([commune(name, year) for name in COMMUNES], year).report for year in (2026, 2025))
    return GoldenBrief(report=now, previous=last, templates=FOLDER)


def fire_commune_worse() -> GoldenBrief:
    """The fire safety example in a year that went the wrong way in all but one thing."""
    fires = {"fires": 9, "fires_put_out_on_site": 1, "deaths": 2, "damage": "900 triệu đồng"}
    now = own("xa-an-binh-2026")
    report = type(now).model_validate({**now.model_dump(), "fires": fires})
    return GoldenBrief(report=report, previous=own("xa-an-binh-2025"), templates=FOLDER)


def fire_province_of_some() -> GoldenBrief:
    """Its province, one commune of which counted no fires last year."""
    now, last = ([commune(name, year) for name in COMMUNES] for year in (2026, 2025))
    last[-1] = type(last[-1]).model_validate({**last[-1].model_dump(), "fires": {}})
    years = roll_up_years(now, last, own("tinh-2026").place, own=own("tinh-2026"))
    assert years.before is not None
    return GoldenBrief(report=years.now.report, previous=years.before.report, templates=FOLDER)


def one_file(name: str) -> GoldenBrief:
    """A report of tests/data/briefs."""
    templates = ONE_FILE[name]
    return GoldenBrief(report=load_report(DATA / "briefs" / f"{name}.toml", templates=templates), templates=templates)


def province_with_gaps() -> GoldenBrief:
    """Units that sent nothing and metrics that others left out, more of both than a brief names."""
    missing = tuple(f"xã {name}" for name in MISSING)
    thin = tuple(
        MetricCompleteness(
            metric=path,
            reported=reported,
            expected=102,
            missing=(*missing, *(f"phường {number}" for number in range(80 - reported))),
        )
        for path, reported in LEFT_OUT.items()
    )
    whole = Completeness(reported=80, expected=102, unit="xã, phường", missing=missing, metrics=thin)
    report = load_report(DATA / "briefs" / "province-with-gaps.toml")
    return GoldenBrief(report=report.model_copy(update={"completeness": whole}))


OWN_LEAD = {"headline": "Tít", "lead": "Mở bài."}
FACTS: dict[str, dict[str, Any]] = {
    "cases-fewer": {"crime_results.public_order_cases": 44, "previous": {"crime_results.public_order_cases": 59}},
    "cases-stated": {
        "crime_results.public_order_cases": 44,
        "crime_results.public_order_cases_change": "giảm 15 vụ so với năm 2025",
        "crime_results.public_order_cases_solved": "40/44 vụ",
        "crime_results.suspects_handled": 61,
    },
    "change-alone": {"crime_results.public_order_cases_change": "giảm 15 vụ so với năm 2025"},
    "cases-none": {"crime_results.public_order_cases": 0},
    "solved-share": {
        "crime_results.public_order_cases_solved": "40/44 vụ",
        "crime_results.suspects_handled": 61,
        "headline": "Tít",
    },
    "solved-in-the-headline": {"crime_results.public_order_cases_solved": 40, "crime_results.suspects_handled": 61},
    "deaths-more": {
        "traffic_safety.traffic_deaths": 9,
        "traffic_safety.traffic_accidents": 12,
        "previous": {"traffic_safety.traffic_deaths": 3, "traffic_safety.traffic_accidents": 12},
    },
    "deaths-none": {"traffic_safety.traffic_deaths": 0, "traffic_safety.traffic_accidents": 12},
    "accidents-fewer": {
        "traffic_safety.traffic_accidents": 12,
        "previous": {"traffic_safety.traffic_accidents": 20},
    },
    "accidents-none": {"traffic_safety.traffic_accidents": 0},
    "tips": {"tips.public_tips": 120, "tips.valuable_tips": 80, "crime_results.cases_solved_by_tips": 30},
    "tips-of-value": {"tips.valuable_tips": 80},
    "cases-by-tips": {"crime_results.cases_solved_by_tips": 30},
    "guns": {
        "weapons.firearms_surrendered": "12 khẩu",
        "weapons.ammunition_surrendered": 53,
        "weapons.grenades_surrendered": 2,
    },
    "grenades": {"weapons.grenades_surrendered": 2},
    "ammunition": {"weapons.ammunition_surrendered": 53},
    "areas": {"standards.safe_residential_areas": "7/8 khu dân cư"},
    "models": {"models.models_active": 12, "models.models_effective": 9},
    "cameras": {"models.security_cameras": 69},
    "teams": {"core_force.security_teams": "8 tổ", "core_force.security_team_members": 27},
    "sessions": {"communication.outreach_sessions": 40, "communication.outreach_attendance": 2_100},
    "houses": {"welfare.houses_built": 3, "welfare.house_value": "240 triệu đồng"},
    "mediation": {"core_force.disputes_mediated": "24/32 vụ việc"},
    "pledges": {"commitments.weapons_pledges": 1_541},
    "ward": {
        "place": {"name": "Cam Ly", "level": "phường"},
        "standards.safe_wards": "1/1 phường",
        "standards.safe_residential_areas": "9/9 khu dân cư",
        "standards.new_rural_security_criterion": "0/1 xã",
        "standards.hotspots_removed": "0/1 xã",
        "core_force.mediation_teams": 12,
        **OWN_LEAD,
    },
    "zone": {
        "place": {"name": "Hòn Mây", "level": "đặc khu"},
        "standards.safe_special_zones": "0/1 đặc khu",
        "standards.safe_organisations": "9/9 cơ quan",
        "standards.hotspots_removed": "1/1 xã",
        "traffic_safety.traffic_injuries": 3,
        **OWN_LEAD,
    },
    "standards-met-together": {
        "place": {"name": "Bình Sơn", "level": "xã"},
        "standards.safe_communes": "1/1 xã",
        "standards.new_rural_security_criterion": "1/1 xã",
        "standards.safe_residential_areas": "7/8 khu dân cư",
        **OWN_LEAD,
    },
    "shares": {
        "crime_results.public_order_cases": 44,
        "crime_results.public_order_cases_solved": "90,9%",
        "crime_results.serious_cases_solved": "100%",
        "tips.crime_reports_resolved": "95%",
        **OWN_LEAD,
    },
    "body": {
        **OWN_LEAD,
        "crime_results.public_order_cases": 44,
        "crime_results.public_order_cases_change": "giảm 15 vụ so với năm 2025",
        "crime_results.suspects_handled": 61,
        "traffic_safety.traffic_accidents": 12,
        "traffic_safety.traffic_accidents_change": "giảm 8 vụ so với năm 2025",
        "traffic_safety.traffic_deaths": 2,
        "traffic_safety.traffic_deaths_change": "tăng 1 người so với năm 2025",
        "traffic_safety.traffic_injuries": 3,
        "traffic_safety.traffic_injuries_change": "giảm 2 người so với năm 2025",
        "tips.valuable_tips": 80,
        "core_force.disputes_mediated": "24/32 vụ việc",
        "models.model_sites": 14,
        "models.model_members": 120,
        "models.model_type": "Tự quản",
        "models.highlighted": "Tiếng kẻng an ninh",
        "models.named": ["Tiếng kẻng an ninh"],
        "weapons.fireworks_kg": "3 kg",
        "standards.safe_communes": "0/1 xã",
        "standards.safe_organisations": "9/9 cơ quan",
        "standards.new_rural_security_criterion": "1/1 xã",
        "welfare.houses_built": 3,
    },
    "body-of-shares": {
        **OWN_LEAD,
        "crime_results.public_order_cases_solved": "90,9%",
        "crime_results.suspects_handled": 61,
        "traffic_safety.traffic_accidents": 12,
        "traffic_safety.traffic_deaths": 0,
        "models.models_active": 12,
        "models.models_new": 2,
        "models.models_strengthened": {"kind": "count", "value": 3, "unit": "mô hình", "period": "quý I năm 2026"},
        "models.model_type": "Tự quản",
        "weapons.weapon_parts": 4,
    },
    "body-of-counts": {
        **OWN_LEAD,
        "place": {"name": "Cam Ly", "level": "phường"},
        "crime_results.public_order_cases_solved": "40/44 vụ",
        "crime_results.suspects_handled": 61,
        "models.models_strengthened": {"kind": "count", "value": 3, "unit": "mô hình", "period": "quý I năm 2026"},
        "models.model_type": "Tự quản",
        "standards.safe_wards": "0/1 phường",
        "standards.safe_organisations": "9/9 cơ quan",
        "communication.community_meetings": "7 cuộc",
        "weapons.grenades_surrendered": "2 quả",
    },
    "zone-that-met-it": {
        **OWN_LEAD,
        "place": {"name": "Hòn Mây", "level": "đặc khu"},
        "standards.safe_special_zones": "1/1 đặc khu",
        "standards.safe_residential_areas": "9/9 khu dân cư",
    },
    "fields-of-crime": {
        "crime_results.results_by_field": [
            {"field": "kinh tế", "cases": 12, "suspects": 15, "prosecuted": 5, "accused": 7, "pending": 1},
            {"field": "ma túy", "cases": "9 vụ", "moved": "giảm 2 vụ so với năm 2025"},
            {"field": "môi trường", "handled": 9, "fine": "120 triệu đồng"},
        ],
        "crime_results.public_order_cases": 44,
        "crime_results.public_order_suspects": 61,
        **OWN_LEAD,
    },
    "reports-received": {
        "tips.crime_reports_received": 60,
        "tips.crime_reports_resolved": "57/60 tin báo",
        **OWN_LEAD,
    },
    "reports-received-share": {"tips.crime_reports_received": 60, "tips.crime_reports_resolved": "95%", **OWN_LEAD},
    "areas-as-counts": {
        "place": {"name": "Lâm Giang", "level": "tỉnh"},
        "standards.safe_residential_areas": "1.361 khu dân cư",
        "standards.safe_communes": "98%",
        "standards.new_rural_security_criterion": "108 xã",
        "standards.advanced_rural_criterion": "45%",
        "standards.hotspots_removed": "50%",
        "standards.drug_free_areas": "61 xã",
        "standards.crime_free_areas": "70,5%",
        "standards.movement_grading": [
            {"label": "xuất sắc", "figure": "30/124 đơn vị"},
            {"label": "khá", "figure": "60%"},
        ],
        "standards.targets_met": "18/20 chỉ tiêu",
        "standards.targets_exceeded": 4,
        "standards.targets_missed": 2,
        **OWN_LEAD,
    },
    "advanced-criterion": {
        "standards.advanced_rural_criterion": "1/1 xã",
        "standards.targets_exceeded": 4,
        **OWN_LEAD,
    },
    "advanced-criterion-missed": {
        "standards.advanced_rural_criterion": "0/1 xã",
        "standards.targets_missed": 2,
        **OWN_LEAD,
    },
    "groups-by-type": {
        "models.groups_by_type": [
            {"type": "câu lạc bộ “Phòng, chống tội phạm”", "number": 12, "members": 360},
            {"type": "nhóm nòng cốt", "number": 4},
        ],
        "models.camera_units": "41/45 xã",
        "models.cases_solved_by_cameras": 7,
        **OWN_LEAD,
    },
    "cameras-in-most": {"models.security_cameras": 69, "models.camera_units": "98%", **OWN_LEAD},
    "patrols": {"core_force.patrols": "120 buổi", "core_force.patrol_participants": 960, **OWN_LEAD},
    "patrols-by-people": {"core_force.patrol_participants": 960, **OWN_LEAD},
    "other-items": {
        "weapons.other_items": [
            {"label": "nỏ", "figure": "3 chiếc"},
            {"label": "tiền chất thuốc nổ", "figure": "5 kg"},
        ],
        "weapons.destroyed_items": ["41 khẩu súng", "120 viên đạn"],
        "welfare.support_by_kind": [
            {"kind": "bò giống", "given": "20 con", "value": "300 triệu đồng"},
            {"kind": "thẻ bảo hiểm y tế", "given": 150},
            {"kind": "học bổng", "value": "25 triệu đồng"},
        ],
        **OWN_LEAD,
    },
    "awards-without-kinds": {
        "rewards.awards_total": "15 tập thể, cá nhân",
        "rewards.commended": ["Công an xã", "thôn Hai"],
        **OWN_LEAD,
    },
    "worse": {
        "crime_results.public_order_cases": 59,
        "tips.public_tips": 120,
        "tips.valuable_tips": 60,
        "models.models_active": 10,
        "previous": {
            "crime_results.public_order_cases": 44,
            "tips.public_tips": 160,
            "tips.valuable_tips": 80,
            "models.models_active": 14,
        },
    },
    "solved-in-full": {"crime_results.public_order_cases_solved": "40/44 vụ"},
    "grenades-alone": {"weapons.grenades_surrendered": 2, "headline": "Tít"},
    "tips-and-cases": {"tips.valuable_tips": 80, "crime_results.cases_solved_by_tips": 30},
    "pledge-of-ones-own": {
        "commitments.weapons_pledges": 41,
        "commitments.qualifiers": {"weapons_pledges": "không cất giữ pháo trong nhà"},
    },
    "pledge-in-the-body": {
        **OWN_LEAD,
        "commitments.weapons_pledges": 41,
        "commitments.qualifiers": {"weapons_pledges": "không cất giữ pháo trong nhà"},
    },
    "cases-by-tips-in-the-body": {**OWN_LEAD, "crime_results.cases_solved_by_tips": 30},
    "type-alone": {
        **OWN_LEAD,
        "models.model_type": "Tự quản",
        "models.models_new": {"kind": "count", "value": 3, "unit": "mô hình", "period": "quý I năm 2026"},
    },
    "without-totals": {
        "models.models_effective": 9,
        "models.model_sites": 14,
        "models.model_members": 120,
        "core_force.covered_residential_units": "8/8 thôn",
        "core_force.security_team_members": 27,
        "communication.outreach_attendance": 2_100,
        "communication.listening_forum_attendance": 210,
        "crime_results.suspects_handled": 61,
        "crime_results.fines": "38,4 triệu đồng",
        "crime_results.property_recovered": "12 triệu đồng",
        "reintegration.offenders_reformed": 5,
        "welfare.gift_value": "30 triệu đồng",
        "welfare.house_value": "240 triệu đồng",
        **OWN_LEAD,
    },
}
"""Reports of a fact or two of a commune: how each is told when it is the best news, and when others are missing."""


VOICES = ("Bắc Giang", "Đồng Tháp", "Gia Lai", "Lào Cai", "Sơn La", "Tây Ninh", "Vĩnh Long")
"""Provinces of one and the same report: each chooses among the wordings."""


def voice(name: str) -> GoldenBrief:
    """Every metric told in the body, by a province of its own."""
    return GoldenBrief(report=full_report(place={"name": name, "level": "tỉnh"}, **OWN_LEAD))


def fact(name: str) -> GoldenBrief:
    """One of them, compared where it has a year before."""
    place = {"place": {"name": "Tân Hà", "level": "xã"}}
    figures = {key: value for key, value in FACTS[name].items() if key != "previous"}
    before = FACTS[name].get("previous")
    now, last = ({"label": f"năm {year}", "start": f"{year}-01-01", "end": f"{year}-12-31"} for year in (2026, 2025))
    return GoldenBrief(
        report=Report.model_validate({**place, "period": now, **figures}),
        previous=Report.model_validate({**place, "period": last, **before}) if before else None,
    )


GOLDEN_BRIEFS: dict[str, Callable[[], GoldenBrief]] = {
    **{f"{name}-{style}": partial(example, name, style) for name in EXAMPLE_STYLES for style in STYLES},
    **{f"full-{style}": partial(everything, style) for style in STYLES},
    "commune-with-last-year": commune_with_last_year,
    "province-with-last-year": province_with_last_year,
    "zeros-and-indefinites": zeros_and_indefinites,
    "province-with-gaps": province_with_gaps,
    "fire-commune": fire_commune,
    "fire-province": fire_province,
    "fire-commune-worse": fire_commune_worse,
    "fire-province-of-some": fire_province_of_some,
    **{name: partial(one_file, name) for name in ONE_FILE},
    **{f"voice-{number}": partial(voice, name) for number, name in enumerate(VOICES, start=1)},
    **{f"fact-{name}": partial(fact, name) for name in FACTS},
}


@cache
def golden_brief(name: str) -> GoldenBrief:
    """What the brief of a golden is made of, read once in a process."""
    return GOLDEN_BRIEFS[name]()
