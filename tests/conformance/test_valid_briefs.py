"""Every brief is PDF/A-3a and PDF/UA-1 at once, in every style; what breaks a rule is seen.

The validator here is page-validation, and of the briefs of many pages only the longest is made, in the default style;
`make conformance` asks the veraPDF engine about all of them in every style.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from conformance_breaks import BREAKS, Break, sound
from conformance_briefs import LONG, PAGES_OF_LONG, Brief, every_brief, every_style
from structure import Tag, attachment_dates_of, dates_of, failed_rules, page_count, tags_of

from antq_reports import RenderedReport
from antq_reports.catalogue import bundled_catalogue
from antq_reports.prose.template_folder import DEFAULT_STYLE
from antq_reports.report import reported_figures

PROFILES = ("3a", "ua1")
BRIEFS: dict[str, Brief] = {brief.name: brief for brief in every_brief()}
CASES = [(name, style) for name in BRIEFS for style in every_style() if not BRIEFS[name].slow]
CASES += [(LONG, DEFAULT_STYLE)]


@cache
def rendered(name: str, style: str) -> RenderedReport:
    """A brief, made once for all tests."""
    return BRIEFS[name].render(style)


@cache
def tags(name: str, style: str) -> tuple[Tag, ...]:
    """Its tags, read once."""
    return tuple(tags_of(rendered(name, style).pdf))


@pytest.mark.parametrize(("name", "style"), CASES)
def test_a_brief_conforms_to_both_standards(name: str, style: str) -> None:
    """No rule of PDF/A-3a and none of PDF/UA-1 is broken."""
    pdf = rendered(name, style).pdf
    assert {"3a": [], "ua1": []} == {profile: failed_rules(pdf, profile) for profile in PROFILES}


@pytest.mark.parametrize(("name", "style"), CASES)
def test_the_dates_are_the_reports_own(name: str, style: str) -> None:
    """Made and changed, in the information dictionary and in the metadata: the day of the report."""
    day = BRIEFS[name].report.date
    assert day is not None
    info, metadata = f"D:{day:%Y%m%d}", day.isoformat()
    wanted = {"CreationDate": info, "ModDate": info, "CreateDate": metadata, "ModifyDate": metadata}
    assert wanted == dates_of(rendered(name, style).pdf)


@pytest.mark.parametrize(("name", "style"), CASES)
def test_attached_files_bear_the_reports_date(name: str, style: str) -> None:
    """Made and changed on the day of the report, each of them."""
    day = f"D:{BRIEFS[name].report.date:%Y%m%d}000000Z"
    assert {(day, day)} == set(attachment_dates_of(rendered(name, style).pdf).values())


def test_a_report_without_a_date_gives_none() -> None:
    """The clock is not asked."""
    assert {} == dates_of(sound())


@pytest.mark.parametrize(("name", "style"), CASES)
def test_headings_begin_at_one_and_never_skip(name: str, style: str) -> None:
    """One H1, first; below it no heading is more than one level deeper than the one before."""
    levels = [int(tag.kind[1:]) for tag in tags(name, style) if tag.kind[0] == "H" and tag.kind[1:].isdigit()]
    assert (1, 1) == (levels[0], levels.count(1))
    assert [] == [(upper, lower) for upper, lower in pairwise(levels) if lower > upper + 1]


@pytest.mark.parametrize(("name", "style"), CASES)
def test_every_picture_and_chart_has_a_text(name: str, style: str) -> None:
    """Photos, drawings and codes: each is tagged as a figure, and each figure says what is to be seen."""
    page = rendered(name, style).html
    alts = [tag.alt.strip() for tag in tags(name, style) if tag.kind == "Figure"]
    assert page.count("<img ") + page.count("<svg ") == len(alts)
    assert "" not in alts


@pytest.mark.parametrize(("name", "style"), CASES)
def test_every_table_has_header_cells(name: str, style: str) -> None:
    """On each page on which a table stands."""
    tables = [tag for tag in tags(name, style) if tag.kind == "Table"]
    assert bool(tables) == ("<table" in rendered(name, style).html)
    assert [] == [table for table in tables if "TH" not in {tag.kind for tag in table.walk()}]


def test_the_briefs_reach_what_they_say() -> None:
    """Five figures; every metric and group of the catalogue; seven pages, compared with last year."""
    assert 5 == len(list(reported_figures(BRIEFS["nam-so-lieu"].report)))
    long = rendered(LONG, DEFAULT_STYLE)
    printed = {entry.metric for entry in long.figures}
    entries = bundled_catalogue().entries
    assert [] == [entry.path for entry in entries if not any(path.startswith(entry.path) for path in printed)]
    assert page_count(long.pdf) >= PAGES_OF_LONG
    assert long.comparison is not None
    assert long.comparison.base is not None


def test_the_brief_to_be_broken_is_sound() -> None:
    """Before anything is broken."""
    assert {"3a": [], "ua1": []} == {profile: failed_rules(sound(), profile) for profile in PROFILES}


@pytest.mark.allow_weasyprint_logs
@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.name)
def test_a_broken_rule_is_seen(broken: Break) -> None:
    """By the profiles whose rule it is, and by no other."""
    pdf = broken.make()
    assert broken.profiles == tuple(profile for profile in PROFILES if failed_rules(pdf, profile))
