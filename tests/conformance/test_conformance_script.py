"""`make conformance` fails when it should: an engine that is missing, answers in part, or lets a break pass."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "scripts"


@pytest.fixture(scope="module")
def script() -> Any:
    """The script as a module."""
    sys.path.insert(0, str(SCRIPTS))
    try:
        return import_module("conformance")
    finally:
        sys.path.remove(str(SCRIPTS))


def faults(script: Any, verdict: str, checks: int, *broken_for: str) -> list[str]:
    """What is found wrong with a file when the engine says the same under both profiles."""
    specimen = script.Specimen(name="a", path=Path("a.pdf"), pages=1, broken_for=broken_for)
    answer = script.Answer(verdict=verdict, checks=checks, failed="7.3-1=1" if verdict == "invalid" else "")
    return list(script.faults_of(specimen, dict.fromkeys(script.PROFILES, answer)))


def test_a_valid_brief_is_no_fault(script: Any) -> None:
    """Checked and found valid."""
    assert [] == faults(script, "valid", 9)


@pytest.mark.parametrize("verdict", ["invalid", "unreadable"])
def test_a_brief_that_is_not_valid_is_a_fault(script: Any, verdict: str) -> None:
    """With the profile and the rules."""
    found = faults(script, verdict, 9)
    assert len(script.PROFILES) == len(found)
    assert f"a, 3a: {verdict}" in found[0]


def test_a_brief_on_which_nothing_was_checked_is_a_fault(script: Any) -> None:
    """Valid without a check is no verdict."""
    assert ["a, 3a: nothing was checked", "a, ua1: nothing was checked"] == faults(script, "valid", 0)


def test_a_break_that_was_seen_is_no_fault(script: Any) -> None:
    """Under the profile whose rule it breaks; the other may say what it will."""
    assert [] == faults(script, "invalid", 9, "ua1")


@pytest.mark.parametrize("verdict", ["valid", "unreadable"])
def test_a_break_that_was_not_seen_is_a_fault(script: Any, verdict: str) -> None:
    """A file the engine could not read is no broken rule either."""
    assert [f"a, ua1: broken on purpose, and found {verdict}"] == faults(script, verdict, 9, "ua1")


def test_every_answer_is_read(script: Any) -> None:
    """One for each file and profile, the failed rules with it."""
    output = "1\t3a\tvalid\t7\t\n1\tua1\tinvalid\t8\t5-1=1 7.3-1=2\nend\t2\n"
    (answers,) = script.read_answers(output, 1)
    assert script.Answer(verdict="valid", checks=7, failed="") == answers["3a"]
    assert script.Answer(verdict="invalid", checks=8, failed="5-1=1 7.3-1=2") == answers["ua1"]


@pytest.mark.parametrize(
    "output",
    ["", "1\t3a\tvalid\t7\t\n", "1\t3a\tvalid\t7\t\nend\t1\n", "1\t3a\tvalid\t7\t\n1\t3a\tvalid\t7\t\nend\t2\n"],
)
def test_an_answer_in_part_is_refused(script: Any, output: str) -> None:
    """Nothing at all, no end, one profile of two, one profile twice."""
    with pytest.raises(script.EngineError, match="did not answer for each of the 1 files"):
        script.read_answers(output, 1)


def test_a_machine_without_java_is_told_how_to_get_it(
    script: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the run fails."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert 2 == script.main()
    assert "there is no java on this machine: install a JDK" in capsys.readouterr().err


def test_a_java_that_cannot_compile_is_refused(script: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A JRE lists no compiler among its modules."""
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho java.base@17.0.15\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(script.EngineError, match="cannot compile"):
        script.find_java()


def test_a_short_long_brief_is_a_fault(script: Any) -> None:
    """The long brief must reach its pages."""
    assert 1 == len(list(script.length_faults([])))
