"""The briefs whose words are kept in tests/data/golden/words: what each is made of, by the name of its golden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from example_briefs import STYLES as EXAMPLE_STYLES
from example_briefs import example_report
from fact_briefs import FACTS, OWN_LEAD
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
