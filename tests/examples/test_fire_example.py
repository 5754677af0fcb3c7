"""The fire safety example, the whole way: a subject nobody wrote Python for, from its form to a verified brief."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fire_example import COMMUNES, FOLDER, OTHERS, SUBJECT, YEARS, add_up, commune, own
from reading import drawn_text, fold, holes_in

from antq_reports import RenderedReport, load_reports, render_report, verify
from antq_reports.catalogue import Group, Metric, find_catalogue
from antq_reports.cli import app
from antq_reports.figures import format_figure
from antq_reports.forms import write_workbook
from antq_reports.load import read_reports
from antq_reports.report import BaseReport, ReportedFigure, reported_figures
from antq_reports.review import check_reports
from antq_reports.rollup import RollUp

pytest.importorskip("openpyxl")
STYLES = ("bao-lam-dong", "bao-quang-nam")
Golden = Callable[[str, str], None]


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
    return {year: add_up(sets[year], year) for year in YEARS}


@pytest.fixture(scope="module")
def briefs(rolled: dict[int, RollUp]) -> dict[tuple[str, str], RenderedReport]:
    """The brief of a commune and the province's, each against last year, in both styles."""
    pairs = {
        "commune": (own("xa-an-binh-2026"), own("xa-an-binh-2025")),
        "province": (rolled[2026].report, rolled[2025].report),
    }
    return {
        (name, style): render_report(now, style=style, previous=last, templates=FOLDER)
        for name, (now, last) in pairs.items()
        for style in STYLES
    }


def run(*arguments: str | Path) -> Result:
    """The command with its arguments."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_it_is_a_folder_of_data() -> None:
    """Twelve metrics in a catalogue, words and prose, and no line of Python."""
    catalogue = find_catalogue(SUBJECT, FOLDER)
    assert 12 == len(catalogue.entries)
    assert {".toml", ".j2", ".md"} == {path.suffix for path in FOLDER.rglob("*") if path.is_file()}


def test_its_metrics_are_of_many_kinds() -> None:
    """A part of a whole, a pair, money, a group, answers that are counted, a metric the province alone reports."""
    declared = [entry.declaration for entry in find_catalogue(SUBJECT, FOLDER).entries]
    metrics = [each for each in declared if isinstance(each, Metric)]
    kinds = {kind.model_fields["kind"].default for metric in metrics for kind in metric.takes}
    assert {"count", "part_of_whole", "pair", "money"} <= kinds
    assert {"sum", "units", "province"} == {metric.rollup for metric in metrics}
    assert 1 == sum(isinstance(each, Group) for each in declared)


@pytest.mark.parametrize("name", COMMUNES)
def test_a_filled_form_reads_back_equal(name: str, forms: Path) -> None:
    """Both years of each commune, every figure."""
    read = read_reports(forms / f"{commune(name, 2026).place.code}.xlsx", templates=FOLDER)
    assert ((), ()) == (read.faults, read.warnings)
    assert [dict(commune(name, 2026).sections())] == [dict(report.sections()) for report in read.reports]
    assert [dict(commune(name, 2025).sections())] == [dict(report.sections()) for report in read.previous]


def test_the_province_is_added_up_by_each_metrics_own_rule(forms: Path, rolled: dict[int, RollUp]) -> None:
    """Sums, shares, pairs, answers counted, money, rows by cause; the rescued are the province's own figure."""
    assert 3 == len(load_reports(forms, templates=FOLDER))
    report = rolled[2026].report
    text = {path: format_figure(found.figure) for path, found in by_path(report).items()}
    assert {
        "outreach.outreach_sessions": "72 buổi",
        "outreach.outreach_attendance": "7.260 lượt người",
        "outreach.drills": "17 phương án",
        "prevention.inspected_premises": "123/131 cơ sở",
        "prevention.civil_defence_teams": "27 đội, 291 thành viên",
        "prevention.safe_communes": "2/3 đơn vị cấp xã",
        "fires.fires": "8 vụ",
        "fires.fires_put_out_on_site": "6 vụ",
        "fires.deaths": "1 người",
        "fires.damage": "680.000.000 đồng",
        "fires.people_rescued": "31 người",
        "fires.causes[0].cases": "5 vụ",
        "fires.causes[1].cases": "2 vụ",
    } == text


def by_path(report: BaseReport) -> dict[str, ReportedFigure]:
    """A report's figures by their paths."""
    return {found.path: found for found in reported_figures(report)}


@pytest.mark.parametrize("name", ["commune", "province"])
def test_the_brief_says_what_it_said(name: str, briefs: dict[tuple[str, str], RenderedReport], golden: Golden) -> None:
    """The words of both briefs, against last year."""
    text = briefs[name, STYLES[0]].text.replace("\u00a0", " ")
    golden(f"words/fire-{name}.txt", text.rstrip("\n") + "\n")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["commune", "province"])
def test_every_figure_is_printed_and_no_hole_is_left(
    name: str, style: str, briefs: dict[tuple[str, str], RenderedReport]
) -> None:
    """All twelve metrics have their words, in text and HTML."""
    brief = briefs[name, style]
    assert () == brief.unprinted
    sentences = [line for line in brief.text.split("\n") if line.endswith(".")]
    assert [] == [hole for line in sentences for hole in holes_in(line)]
    shown = fold(html_text(brief.html))
    assert [] == [entry.text for entry in brief.figures if fold(entry.text) not in shown]


def html_text(html: str) -> str:
    """An HTML page's text without its tags."""
    return re.sub(r"<[^>]*>", "", html).replace("&nbsp;", " ")


@pytest.mark.parametrize("suffix", ["pdf", "html"])
def test_a_brief_is_verified_by_the_folder(
    suffix: str, briefs: dict[tuple[str, str], RenderedReport], tmp_path: Path
) -> None:
    """The province's brief is made again from what it carries; its figures are drawn."""
    brief = briefs["province", STYLES[0]]
    file = tmp_path / f"tinh.{suffix}"
    brief.save(file)
    found = verify(file, templates=FOLDER)
    assert (True, "rerendered", ()) == (found.ok, found.method, tuple(found.differences))
    if suffix == "pdf":
        assert "Lâm Giang" in drawn_text(brief.pdf)


def test_check_finds_nothing_on_clean_data(forms: Path) -> None:
    """Three communes of two years, by hand and by the command."""
    read = read_reports(forms, templates=FOLDER)
    assert [] == check_reports(read.reports, read.previous)
    result = run("check", forms, "--templates", FOLDER)
    assert (0, True) == (result.exit_code, "không thấy gì bất thường" in result.stderr)


def test_check_finds_deaths_without_fires(tmp_path: Path) -> None:
    """The rule that the catalogue states is told with the commune's file."""
    text = (FOLDER / "xa-an-binh-2026.toml").read_text(encoding="utf-8")
    broken = text.replace('fires = "3 vụ"', "fires = 0").replace("deaths = 0", 'deaths = "1 người"')
    (tmp_path / "an-binh.toml").write_text(broken, encoding="utf-8")
    found = check_reports(read_reports(tmp_path, templates=FOLDER).reports)
    assert "fires.deaths" in {finding.path for finding in found if "người chết do cháy" in finding.message}
    assert 1 == run("check", tmp_path, "--templates", FOLDER).exit_code


@pytest.mark.parametrize("level", ["xã", "tỉnh"])
def test_what_is_missing_leaves_no_hole(level: str) -> None:
    """Without any one metric, with any other but it, the sentences stay whole."""
    full = {**OTHERS["Hòa An", 2026], "fires": {**OTHERS["Hòa An", 2026]["fires"], "people_rescued": 4}}
    names = [(section, name) for section, fields in full.items() for name in fields]
    place = {"name": "An Bình", "level": level}
    for chosen in [[name for name in names if name != left] for left in names] + [[name] for name in names]:
        sections = {section: {name: full[section][name] for at, name in chosen if at == section} for section in full}
        report = type(own("tinh-2026")).model_validate({"place": place, "period": "năm 2026", **sections})
        brief = render_report(report, templates=FOLDER)
        lines = [line for line in brief.text.split("\n") if line.endswith(".")]
        assert [] == [hole for line in lines for hole in holes_in(line)]
        assert () == brief.unprinted
