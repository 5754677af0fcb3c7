"""Where a figure came from: a value, told in words when it is printed."""

from __future__ import annotations

import pickle

import pytest

from antq_reports.report import Origin, SourceMap, words_of
from antq_reports.report.origin import MAX_NOTE, one_line


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (Origin(file="tan-ha.xlsx", sheet="Vũ khí", cell="E11"), "tan-ha.xlsx, trang “Vũ khí”, ô E11"),
        (Origin(file="a.xlsx", cell="B4", note="tạm; hỏi lại"), "a.xlsx, ô B4 (ghi chú: tạm; hỏi lại)"),
        (Origin(file="a.csv", line=2, column=4), "a.csv, dòng 2, cột 4"),
        (Origin(file="bản ghi", record=1), "bản ghi, số 1"),
        (Origin(file="a.toml", line=78, path="tips.public_tips"), "a.toml, dòng 78: tips.public_tips"),
        (Origin(file="a.json", path="tips.public_tips"), "a.json: tips.public_tips"),
        (Origin(unit="xã B", path="tips.public_tips"), "xã B: tips.public_tips"),
        (Origin(file="b.xlsx", cell="E8", unit="xã B"), "b.xlsx, ô E8"),
        (Origin(file="a.xlsx", cell="C5", author="Trần Thị B"), "a.xlsx, ô C5 (người lập biểu: Trần Thị B)"),
        (Origin(file="a.xlsx"), "a.xlsx"),
        (Origin(), ""),
    ],
)
def test_an_origin_is_told_as_a_person_finds_it(origin: Origin, words: str) -> None:
    """File or unit, sheet, cell or line, path, note: what there is of them."""
    assert words == str(origin)


def test_several_origins_are_told_one_after_the_other() -> None:
    """A note's own semicolons stand among those between: nobody takes the words apart."""
    first, second = Origin(file="a.xlsx", cell="B4", note="tạm; hỏi lại"), Origin(file="b.xlsx", cell="B4")
    assert "a.xlsx, ô B4 (ghi chú: tạm; hỏi lại); b.xlsx, ô B4" == words_of((first, second))


def test_the_place_within_a_file_leaves_file_path_and_note_out() -> None:
    """A fault says the file as it was given, and no note."""
    assert "trang “Bìa”, ô C5" == Origin(file="a.xlsx", sheet="Bìa", cell="C5", note="x", path="tips").within


@pytest.mark.parametrize(
    ("path", "metric", "told"),
    [
        ("tips.public_tips", "tips.public_tips", "a.toml"),
        ("tips.public_tips", "tips.public_tips.change", "a.toml"),
        ("tips.pledges", "tips.pledges[2]", "a.toml"),
        ("tips.public", "tips.public_tips", "a.toml: tips.public"),
    ],
)
def test_beside_its_metric_an_origin_needs_no_path(path: str, metric: str, told: str) -> None:
    """Another path than the metric's stays."""
    assert told == str(Origin(file="a.toml", path=path).beside(metric))


def test_an_origin_that_is_a_path_alone_keeps_it() -> None:
    """Else nothing would be left to tell."""
    assert "tips.public_tips" == str(Origin(path="tips.public_tips").beside("tips.public_tips"))


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("một\nhai", "một hai"),
        ("  a\u00a0 b\t", "a b"),
        ("a\x1b[31mb", "a [31mb"),
        ("x" * 5_000, "x" * MAX_NOTE),
        ("", ""),
    ],
)
def test_a_note_is_one_printable_line(note: str, line: str) -> None:
    """So that it can travel with a brief and be shown on any screen."""
    assert line == one_line(note)


def test_a_map_knows_every_origin_of_a_path() -> None:
    """Its own, else its path in the file, else none."""
    origin = Origin(file="a.xlsx", cell="B4")
    sources = SourceMap(file="a.xlsx", places={"tips.public_tips": (origin, origin)})
    assert (origin, origin) == sources.origins_of("tips.public_tips")
    assert (Origin(file="a.xlsx", path="weapons"),) == sources.origins_of("weapons")
    assert () == SourceMap().origins_of("weapons")


def test_an_origin_survives_pickling() -> None:
    """Reports travel to worker processes."""
    origin = Origin(file="a.xlsx", cell="B4", note="tạm")
    assert origin == pickle.loads(pickle.dumps(origin))
