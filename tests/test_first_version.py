"""What the first version's files are promised (docs/versions.md), held over files that version wrote and read.

``tests/data/first/doc-duoc.json`` is what it read out of each: per report the figures by path, each with its kind, its
raw value as text, the text it printed and its own period. ``mau`` is its folder of templates, whole.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from antq_reports import Report, format_figure, load_report, render_report, verify
from antq_reports.cli import app, console
from antq_reports.errors import IntakeError
from antq_reports.evidence import TEXT_FILE, read_brief
from antq_reports.load import read_reports
from antq_reports.report import BaseReport, reported_figures

FIRST = Path(__file__).parent / "data" / "first"
TEMPLATES = FIRST / "mau"
READ: dict[str, list[dict[str, list[str | None]]]] = json.loads((FIRST / "doc-duoc.json").read_text(encoding="utf-8"))
LAST_PERIOD = " kỳ trước"
"""Behind a file's name: what its last-period column held."""
BRIEFS = {"lam-dong-2024.pdf": "lam-dong-2024.toml", "ban-tin-xa.pdf": "bieu-xa.xlsx"}
"""Finished briefs, and the file each was made from."""
REFUSED = (
    "số liệu kèm theo ghi theo dạng 1 của phiên bản 0.1; ở đây chỉ đối chiếu dạng 2",
    "dựng lại bản tin từ tệp báo cáo; so-lieu.json kèm theo vẫn lấy ra được bằng lệnh antq-reports extract",
)


@pytest.fixture
def vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line as staff have it; it keeps the language it first spoke."""
    monkeypatch.setenv("LANGUAGE", "vi")
    console.speak_vietnamese()


def figures_of(report: BaseReport) -> dict[str, list[str | None]]:
    """A report's figures as ``doc-duoc.json`` has them."""
    return {
        each.path: [
            each.figure.kind,
            str(each.figure.raw),
            format_figure(each.figure),
            each.figure.period.label if each.figure.period is not None else None,
        ]
        for each in reported_figures(report)
    }


def test_every_file_is_looked_at() -> None:
    """Each form and report file of the folder is in the list, with figures in every report."""
    kept = {path.name for path in FIRST.iterdir() if path.suffix in {".toml", ".json", ".xlsx"}} - {"doc-duoc.json"}
    assert kept == {name.removesuffix(LAST_PERIOD) for name in READ}
    assert 1_378 == sum(len(figures) for reports in READ.values() for figures in reports)


@pytest.mark.parametrize("name", sorted(READ))
def test_a_file_reads_to_the_same_figures(name: str) -> None:
    """Paths, kinds, raw values, printed texts and own periods; nothing refused, nothing passed over.

    Where a unit wrote persons for attendances, that figure alone is asked about since.
    """
    read = read_reports(FIRST / name.removesuffix(LAST_PERIOD))
    reports = read.previous if name.endswith(LAST_PERIOD) else read.reports
    asked = [{each.path for each in report.sources.withheld} for report in reports]
    wanted = [
        {path: told for path, told in figures.items() if path not in out}
        for figures, out in zip(READ[name], asked, strict=True)
    ]
    assert wanted == [figures_of(report) for report in reports]
    assert len(read.questioned) == sum(map(len, asked)) == (1 if name == "bieu-tinh-2026.xlsx" else 0)
    assert ((), ()) == (read.refused, read.warnings)


@pytest.mark.parametrize("name", sorted(BRIEFS))
def test_a_brief_gives_its_figures_back(name: str) -> None:
    """`load_report` of a PDF gives what the file it was made from gives."""
    assert READ[BRIEFS[name]][0] == figures_of(load_report(FIRST / name))


@pytest.mark.parametrize("name", sorted(BRIEFS))
def test_a_brief_is_not_verified_and_the_words_say_what_to_do(name: str) -> None:
    """Its evidence has another format: no verdict is given, in either direction."""
    with pytest.raises(IntakeError) as refused:
        verify(FIRST / name)
    assert [REFUSED] == [(fault.message, fault.remedy) for fault in refused.value.faults]


@pytest.mark.parametrize("command", ["verify", "ledger"])
@pytest.mark.parametrize("name", sorted(BRIEFS))
def test_the_commands_refuse_in_the_same_words(command: str, name: str, vietnamese: None) -> None:
    """`verify` tells it and exits with 1; `ledger` raises it for the command line to tell."""
    done = CliRunner().invoke(app, [command, str(FIRST / name)])
    assert 1 == done.exit_code
    assert " → ".join(REFUSED) in done.output + str(done.exception)


def test_extract_still_gives_the_data_out(tmp_path: Path, vietnamese: None) -> None:
    """What the refusal advises works: the data come out, and are a report file that renders."""
    done = CliRunner().invoke(app, ["extract", str(FIRST / "ban-tin-xa.pdf"), "-o", str(tmp_path)])
    assert 0 == done.exit_code
    taken = load_report(tmp_path / "ban-tin-xa" / "so-lieu.json")
    assert READ["bieu-xa.xlsx"][0] == figures_of(taken)
    assert "Tân Hà" in render_report(taken).text


def carried_text(name: str) -> str:
    """The words of a brief as the first version printed them."""
    return read_brief(FIRST / name).files[TEXT_FILE].decode("utf-8")


def test_its_templates_still_print_its_words() -> None:
    """The whole folder over the bundled one: its ``prose/``, its ``style.toml`` with [house.abbreviations]."""
    brief = render_report(load_report(FIRST / "lam-dong-2024.pdf"), templates=TEMPLATES)
    assert carried_text("lam-dong-2024.pdf") == brief.text


def test_its_templates_still_print_a_commune_compared() -> None:
    """With last year beside it."""
    read = read_reports(FIRST / "bieu-xa.xlsx")
    brief = render_report(read.reports[0], previous=read.previous[0], templates=TEMPLATES)
    assert carried_text("ban-tin-xa.pdf") == brief.text


def test_one_file_of_wording_lies_where_it_lay(tmp_path: Path) -> None:
    """``mau/prose/sections/tips.j2``, copied then and edited, still stands over the bundled wording."""
    copied = tmp_path / "prose" / "sections" / "tips.j2"
    copied.parent.mkdir(parents=True)
    text = (TEMPLATES / "prose" / "sections" / "tips.j2").read_text(encoding="utf-8")
    copied.write_text(text.replace("cung cấp cho cơ quan chức năng", "báo cho công an"), encoding="utf-8")
    assert "Nhân dân báo cho công an 12 tin" in _printed({"tips": {"public_tips": 12}}, tmp_path)


def test_a_style_with_its_own_abbreviations_is_a_style_still(tmp_path: Path) -> None:
    """[house.abbreviations] of a ``style.toml`` wins over the subject's words."""
    style = tmp_path / "styles" / "toa-soan"
    shutil.copytree(TEMPLATES / "styles" / "bao-lam-dong", style)
    rules = (style / "style.toml").read_text(encoding="utf-8")
    (style / "style.toml").write_text(rules.replace('"an ninh, trật tự"', '"an ninh và trật tự"'), encoding="utf-8")
    wording = tmp_path / "prose" / "sections" / "tips.j2"
    wording.parent.mkdir(parents=True)
    wording.write_text(
        '{% sentence %}Giữ {{ "ANTT"|abbr }}: {{ tips.public_tips|figure }}, vì {{ "ANTT"|abbr }}{% endsentence %}',
        encoding="utf-8",
    )
    printed = _printed({"tips": {"public_tips": 12}}, tmp_path, style="toa-soan")
    assert "Giữ an ninh và trật tự (ANTT): 12 tin, vì ANTT." in printed


def _printed(sections: dict[str, Any], templates: Path, style: str = "bao-lam-dong") -> str:
    report = Report.model_validate({"place": {"name": "Hà Tĩnh", "level": "tỉnh"}, "period": "năm 2026", **sections})
    return render_report(report, templates=templates, style=style).text.replace("\u00a0", " ")
