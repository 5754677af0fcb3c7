"""A short run of every fuzz target, the same inputs every time, and what the long run promises."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import fuzzing
import pytest
from fuzz_choices import Choices
from fuzz_inputs import figure_text, report_file
from fuzz_targets import TARGETS, Target, TookTooLongError, scratch

from antq_reports import load_report, parse_figure
from antq_reports.errors import FigureSyntaxError, IntakeError

SHORT = {"figure": 2500, "intake": 80, "prose": 20, "fetcher": 1500, "page": 4}
"""How many inputs of each target `make test` tries: about a second or two of each."""


def first_inputs(count: int) -> list[bytes]:
    """So many inputs, the same every time."""
    source = random.Random(2026)
    return [fuzzing.random_input(source) for _ in range(count)]


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_no_input_breaks_a_target(target: Target) -> None:
    """Each door keeps its promise for the first inputs; one that does not is shown."""
    for data in first_inputs(SHORT[target.name]):
        try:
            target.run(data)
        except Exception as error:
            error.add_note(f"input: {target.make(Choices(data))!r}")
            raise


def test_figure_texts_are_neither_all_right_nor_all_wrong() -> None:
    """A good part of the texts are figures, of every kind, and a good part are refused."""
    kinds: Counter[str] = Counter()
    for data in first_inputs(2000):
        try:
            kinds[parse_figure(figure_text(Choices(data))).kind] += 1
        except FigureSyntaxError:
            kinds["refused"] += 1
    wanted = ("count", "part_of_whole", "pair", "percent", "quantity", "money", "span", "indefinite", "change")
    assert [] == [kind for kind in wanted if kinds[kind] < 5]
    assert 500 < kinds["refused"] < 1900


def test_files_are_neither_all_right_nor_all_wrong(tmp_path: Path) -> None:
    """Some spoiled files are still reports; most are refused, some for their syntax and some for what they say."""
    outcomes: Counter[str] = Counter()
    for data in first_inputs(60):
        file = report_file(Choices(data))
        path = tmp_path / f"a{file.suffix}"
        path.write_bytes(file.content)
        try:
            load_report(path)
            outcomes["read"] += 1
        except IntakeError as error:
            outcomes["syntax" if "cú pháp" in str(error) else "content"] += 1
    assert [] == [kind for kind in ("read", "syntax", "content") if outcomes[kind] < 3]


# --- the machinery -----------------------------------------------------------------------------------------------


def break_at_seven(number: int) -> None:
    """Fail for one input of a hundred."""
    if number == 7:
        raise RuntimeError("seven")


def work_and_swallow(_number: int) -> None:
    """Work for ever, and never let on that something interrupted."""
    try:
        while True:
            pass
    except Exception:
        return


def wait_for_ever(_number: int) -> None:
    """Wait without working."""
    time.sleep(60)


def planted(check: Callable[[int], None], seconds: float = 5) -> Target:
    """A target with a fault put in on purpose; its input is a number under a hundred."""
    return Target("planted", lambda choices: choices.pick(range(100)), check, seconds, scratch)


def test_a_planted_fault_is_found_once_and_made_small(tmp_path: Path) -> None:
    """The long run finds it, keeps one input of its kind, cut down to one byte, and writes down what was seen."""
    tally = fuzzing.hunt(planted(break_at_seven), 0.3, seed=1)
    (found,) = tally.found.values()
    assert 1 == len(found.data)
    found.save(tmp_path)
    shown = (tmp_path / f"planted-{found.signature}.txt").read_text(encoding="utf-8")
    assert shown.startswith("7\n")
    assert "RuntimeError: seven" in shown


@pytest.mark.parametrize(("check", "seconds"), [(work_and_swallow, 0.1), (wait_for_ever, 0.01)])
def test_an_input_that_takes_too_long_is_a_fault(check: Callable[[int], None], seconds: float) -> None:
    """Whether it works or waits, and also where the code under test swallows the interruption."""
    with pytest.raises(TookTooLongError, match="longer than"):
        planted(check, seconds).run(b"")


def test_a_long_run_ends_in_time_and_tells_of_every_target(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line per target, no file when nothing broke, exit code 0."""
    code = fuzzing.main(
        ["--seconds", "0.2", "--out", str(tmp_path), "--target", "figure", "--seed", "1", "--jobs", "1"]
    )
    assert (0, []) == (code, list(tmp_path.iterdir()))
    assert "figure " in capsys.readouterr().out


def test_a_run_with_a_fault_exits_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The inputs that broke a target lie in the folder, and `make fuzz` fails."""
    found = fuzzing.Found("figure", "abc", b"\x01", "shown\n")
    tallies = {"figure": fuzzing.Tally(inputs=1, found={"abc": found})}
    monkeypatch.setattr(fuzzing, "run_rounds", lambda *_: tallies)
    assert 1 == fuzzing.main(["--seconds", "0", "--out", str(tmp_path)])


def test_a_saved_input_is_run_again(tmp_path: Path) -> None:
    """Replaying an input that no longer breaks its target says so."""
    file = tmp_path / "figure-abc.bin"
    file.write_bytes(b"\x01\x02")
    assert 0 == fuzzing.main(["--replay", str(file)])
