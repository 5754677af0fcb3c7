"""What the long run promises: it finds what is broken behind every door, ends in time, and keeps what it found."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import long_run
import pytest
import test_targets
from figure_texts import figure_texts
from hypothesis import given, settings
from hypothesis import strategies as st
from report_files import ReportFile, report_files
from sampling import register_profiles
from test_targets import TARGETS, TookTooLongError, time_limit

from antq_reports import RenderedReport, Report, load_report, parse_figure, render_report
from antq_reports.errors import FigureSyntaxError, IntakeError
from antq_reports.pdf import Resource
from antq_reports.pdf.fetcher import new_fetcher

# --- the inputs --------------------------------------------------------------------------------------------------


def outcomes(strategy: st.SearchStrategy[Any], count: int, outcome_of: Callable[[Any], str]) -> Counter[str]:
    """What comes of so many inputs of a strategy, made as the long run makes them."""
    seen: Counter[str] = Counter()

    @given(strategy)
    def see(value: Any) -> None:
        seen[outcome_of(value)] += 1

    long_run.hunt(see, 2026, lambda tally: tally.inputs < count)
    return seen


def test_figure_texts_are_neither_all_right_nor_all_wrong() -> None:
    """A good part of the texts are figures, of every kind, and a good part are refused."""

    def outcome(text: str) -> str:
        try:
            return parse_figure(text).kind
        except FigureSyntaxError:
            return "refused"

    kinds = outcomes(figure_texts(), 1200, outcome)
    wanted = ("count", "part_of_whole", "pair", "percent", "quantity", "money", "span", "indefinite", "change")
    assert [] == [kind for kind in wanted if kinds[kind] < 5]
    assert 300 < kinds["refused"] < 1140


def test_files_are_neither_all_right_nor_all_wrong(tmp_path: Path) -> None:
    """Some spoiled files are still reports; most are refused, some for their syntax and some for what they say."""

    def outcome(file: ReportFile) -> str:
        path = tmp_path / f"a{file.suffix}"
        path.write_bytes(file.content)
        try:
            load_report(path)
        except IntakeError as error:
            return "syntax" if "cú pháp" in str(error) else "content"
        return "read"

    found = outcomes(report_files(), 60, outcome)
    assert [] == [kind for kind in ("read", "syntax", "content") if found[kind] < 3]


@pytest.mark.parametrize("work", [True, False])
def test_an_input_that_takes_too_long_is_a_fault(work: bool) -> None:
    """Whether it works or waits, and also where the code under test swallows the interruption."""

    def swallow() -> None:
        try:
            while work:
                pass
            time.sleep(60)
        except Exception:
            return

    with pytest.raises(TookTooLongError, match="longer than"), time_limit(0.05):
        swallow()


# --- faults planted behind each door -----------------------------------------------------------------------------


def forget_hedge(text: str) -> Any:
    """Reading of figures that loses a word."""
    figure = parse_figure(text)
    return figure.model_copy(update={"hedge": None}) if figure.kind == "money" else figure


def forget_photos(path: Path) -> Report:
    """Reading of files that loses something in one format."""
    report = load_report(path)
    return report.model_copy(update={"photos": ()}) if path.suffix == ".json" else report


def leave_a_hole(*given: Any, **more: Any) -> RenderedReport:
    """Prose that forgets what stands before a comma, in the section on weapons."""
    with TemporaryDirectory() as folder:
        prose = Path(folder) / "prose" / "sections" / "weapons.j2"
        prose.parent.mkdir(parents=True)
        prose.write_text("{% sentence %}Qua vận động, , thu hồi vũ khí{% endsentence %}", encoding="utf-8")
        return render_report(*given, **more, templates=folder)


def lose_a_letter(*given: Any, **more: Any) -> Any:
    """A PDF that breaks on something in a text."""
    brief = render_report(*given, **more)
    if "đậm" in brief.text:
        raise RuntimeError("đậm")
    return brief


def serve_more(bundle: dict[str, Resource]) -> Any:
    """A bundle that answers to a key it does not have."""
    return new_fetcher({**bundle, "antq:": Resource(b"", "font/ttf")})


PLANTS: dict[str, tuple[str, Callable[..., Any]]] = {
    "figure": ("parse_figure", forget_hedge),
    "intake": ("load_report", forget_photos),
    "prose": ("render_report", leave_a_hole),
    "page": ("render_report", lose_a_letter),
    "fetcher": ("new_fetcher", serve_more),
}


@pytest.mark.parametrize("name", TARGETS)
def test_a_planted_fault_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind every door, within a few hundred inputs."""
    monkeypatch.setattr(test_targets, *PLANTS[name])
    tally = long_run.hunt(TARGETS[name], 2026, lambda tally: tally.inputs < 300 and not tally.faults)
    assert 1 == len(tally.faults)


def planted() -> Any:
    """A target that one input of a hundred breaks."""

    @given(st.integers(0, 99))
    def check(number: int) -> None:
        assert 7 != number

    return check


def test_what_broke_is_kept_and_seen_again(tmp_path: Path) -> None:
    """The long run's profile keeps it, the profile ``replay`` shows it, without looking for anything new."""
    before = settings.get_current_profile_name()
    register_profiles(tmp_path)
    try:
        settings.load_profile("fuzz")
        assert 1 == len(long_run.hunt(planted(), 1, lambda tally: tally.inputs < 500).faults)
        settings.load_profile("replay")
        with pytest.raises(AssertionError, match="7"):
            planted()()
    finally:
        register_profiles()
        settings.load_profile(before)


def test_a_long_run_ends_in_time_and_tells_of_every_target(tmp_path: Path) -> None:
    """As a command: one line per target, nothing kept when nothing broke, exit code 0."""
    command = [sys.executable, long_run.__file__, "--seconds", "0", "--saved", "fuzz", "--jobs", "1", "--seed", "1"]
    done = subprocess.run(
        [*command, "--target", "figure", "--target", "fetcher"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (0, "") == (done.returncode, done.stderr)
    assert ["seed", "figure", "fetcher", "--", "nothing"] == [line.split()[0] for line in done.stdout.splitlines()]
    assert [] == list((tmp_path / "fuzz").iterdir())


def test_a_run_with_a_fault_exits_1_and_says_how_to_see_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Where it is kept, and the command."""
    tallies = {"figure": long_run.Tally(inputs=1, faults={"ValueError in a.py:1": "Traceback"})}
    assert 1 == long_run.report(tallies, Path("out/fuzz"))
    said = capsys.readouterr().out
    assert all(words in said for words in ("figure", "ValueError in a.py:1", "Traceback", "out/fuzz", long_run.REPLAY))


def test_every_target_has_its_name_in_the_long_run() -> None:
    """The command knows the names without reading the targets."""
    assert long_run.NAMES == tuple(TARGETS)
