"""What the pages show is real: links lead somewhere, commands exist, README's example prints what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from antq_reports import load_report, render_report
from antq_reports.cli import app, console

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
SUBJECT = README[README.index("## Thêm chỉ tiêu") : README.index("## Changing the wording")]
HEAD = 'subject = "antq-ha-tinh"\nplace = { name = "Hà Tĩnh", level = "tỉnh" }\nperiod = "năm 2026"\n'


def named(path: Path) -> str:
    """A page's name, for the test's."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Inside the repository."""
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [] == [link for link in inside if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_exists(page: Path) -> None:
    """As ``antq-reports NAME``; the pages on versions tell of one that is gone."""
    gone = {"schema"} if page.name == "CHANGELOG.md" else set()
    found = re.findall(r"(?:^|[`/ ])antq-reports ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set() == set(found) - set(app.list_commands(Context(app))) - gone


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_target_of_make_exists(page: Path) -> None:
    """As ``make NAME`` in code."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    found = re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set() == set(found) - set(targets)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The catalogue that README shows, in a folder of one's own."""
    catalogue, _ = re.findall(r"```toml\n(.*?)```", SUBJECT, re.DOTALL)
    (tmp_path / "catalogue.toml").write_text(catalogue, encoding="utf-8")
    return tmp_path


def test_the_keys_are_those_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line, spaces at the ends apart."""
    shown = re.findall(r"```\n( *Tin báo.*?)```", SUBJECT, re.DOTALL)[0]
    monkeypatch.setenv("LANGUAGE", "vi")
    console.speak_vietnamese()
    done = CliRunner().invoke(app, ["keys", "tips", "--templates", str(folder)])
    assert shown.split("\n")[:-1] == [line.rstrip() for line in done.stdout.rstrip("\n").split("\n")][:7]


def test_the_sentence_is_that_shown(folder: Path) -> None:
    """The report that README shows, rendered."""
    _, report = re.findall(r"```toml\n(.*?)```", SUBJECT, re.DOTALL)
    (folder / "a.toml").write_text(HEAD + report, encoding="utf-8")
    text = render_report(load_report(folder / "a.toml", templates=folder), templates=folder).text
    (sentence,) = re.findall(r"^> (.*)$", SUBJECT, re.MULTILINE)
    assert sentence in text.replace("\u00a0", " ")
