"""An inbox as communes send it: every figure of the province's brief is the sum over the units it covers.

The inbox and what is true of it come from the kit, which knows nothing of how forms are read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from inbox_habits import Inbox, make_inbox, write_list
from inbox_units import AWARD, VALUABLE, Commune, communes, labels_and_paths
from sampling import whole_only

from antq_reports import read_report, render_report

NAMES = (
    *("Tân Hà", "Đạ Tẻh", "Cát Tiên", "Bảo Lâm", "Đơn Dương", "Lạc Dương", "Di Linh", "Đức Trọng", "Hòa Ninh"),
    *("Nam Ban", "Đinh Văn", "Phú Sơn", "Đam Rông", "Hiệp Thạnh", "Tà Hine", "Ninh Gia", "Tà Năng", "Ka Đô"),
    *("Quảng Lập", "D'Ran", "Xuân Trường", "Bảo Thuận", "Sơn Điền", "Gia Hiệp", "Tân Hội", "Phúc Thọ", "Đạ Huoai"),
    *("Bình Thuận", "Hàm Thạnh", "Tuy Phong", "Lương Sơn", "Hòa Thắng", "Nhân Cơ", "Quảng Tín"),
)
OTHERS = (
    *("Kim Liên", "Vạn An", "Nam Đàn", "Đại Huệ", "Thiên Nhẫn", "Yên Thành", "Quan Thành", "Hợp Minh", "Vân Tụ"),
    *("Vân Du", "Quang Đồng", "Giai Lạc", "Bình Minh", "Đông Thành", "Nghĩa Đàn", "Nghĩa Thọ", "Nghĩa Lâm"),
    *("Nghĩa Mai", "Nghĩa Hưng", "Nghĩa Khánh", "Nghĩa Lộc", "Nghi Lộc", "Phúc Lộc", "Đông Lộc", "Trung Lộc"),
    *(
        "Thần Lĩnh",
        "Hải Lộc",
        "Văn Kiều",
        "Anh Sơn",
        "Yên Xuân",
        "Nhân Hòa",
        "Anh Sơn Đông",
        "Vĩnh Tường",
        "Thành Bình Thọ",
    ),
)


@dataclass(frozen=True)
class Run:
    """What the commands made of an inbox."""

    inbox: Inbox
    paths: dict[str, str]
    report: Any
    told: list[str]
    code: int

    def figure(self, label: str) -> Any:
        """The province's figure under a printed label."""
        section, _, key = self.paths[label].partition(".")
        return self.report.get(section, {}).get(key)


def _run(folder: Path, names: tuple[str, ...], seed: int, shift: int, *, with_last: bool) -> Run:
    inbox = make_inbox(folder, communes(names, 24_800, seed), shift, with_last=with_last)
    units, out = write_list(inbox, folder / "don-vi.csv"), folder / "tinh.json"
    last = ("--previous", str(inbox.sent)) if with_last else ()
    place = ("--units", str(units), "--place", "Lâm Đồng")
    result = run("rollup", str(inbox.folder), "-o", str(out), *place, *last)
    report = json.loads(out.read_text(encoding="utf-8"))
    told = [*result.stderr.splitlines(), *result.stdout.splitlines()]
    return Run(inbox, labels_and_paths(folder / "mau.xlsx"), report, told, result.exit_code)


@pytest.fixture(
    scope="module", params=["with last year", pytest.param("without", marks=whole_only("one inbox is tried"))]
)
def province(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Two inboxes: other names, other places for the habits, without a year before."""
    folder = tmp_path_factory.mktemp("inbox")
    if request.param == "without":
        return _run(folder, OTHERS, 2, 11, with_last=False)
    return _run(folder, NAMES, 1, 0, with_last=True)


def _counting(province: Run, label: str) -> list[Commune]:
    return [unit for unit in province.inbox.units if unit.counts and label in unit.truth]


def test_every_figure_is_the_sum_of_the_units_it_covers(province: Run) -> None:
    """Of every metric the forms were filled in with."""
    wrong = {}
    for label in province.inbox.units[0].now:
        units, figure = _counting(province, label), province.figure(label)
        wanted = round(sum(unit.truth[label] for unit in units), 3)
        found = figure and float(figure.get("value", figure.get("part")))
        if found != wanted:
            wrong[label] = (found, wanted)
    assert {} == wrong


def test_every_figure_of_the_brief_is_that_sum(province: Run) -> None:
    """Wherever the brief prints it: in a sentence, in the strip, in the table."""
    brief = render_report(read_report(json.dumps(province.report)))
    printed: dict[str, set[float]] = {}
    for entry in brief.figures:
        if isinstance(entry.value, int | float | Decimal):
            printed.setdefault(entry.metric, set()).add(float(entry.value))
        elif isinstance(entry.value, tuple):
            printed.setdefault(entry.metric, set()).add(float(entry.value[0]))
    for label in province.inbox.units[0].now:
        wanted = round(sum(unit.truth[label] for unit in _counting(province, label)), 3)
        assert {wanted} == printed[province.paths[label]], label


def test_wholes_are_those_of_the_same_units(province: Run) -> None:
    """A share loses no unit on one side alone."""
    for label in province.inbox.units[0].wholes:
        wanted = sum(unit.wholes[label] for unit in _counting(province, label))
        assert wanted == province.figure(label)["whole"], label


def test_a_hedge_is_kept_and_an_indefinite_word_is_above(province: Run) -> None:
    """So "khoảng" stays of one whole, and "hàng trăm" makes a "trên"."""
    assert "khoảng" == province.figure(VALUABLE)["hedge"]
    [label] = province.inbox.hedged
    assert "trên" == province.figure(label)["hedge"]


def test_each_figure_says_how_many_units_it_covers(province: Run) -> None:
    """And so does the whole."""
    whole = province.report["completeness"]
    assert sum(unit.counts for unit in province.inbox.units) == whole["reported"]
    covered = {each["metric"]: each["reported"] for each in whole["metrics"]}
    for label in province.inbox.units[0].now:
        wanted = len(_counting(province, label)) + (label in province.inbox.hedged)
        assert wanted == covered.get(province.paths[label], whole["reported"]), label


def test_awards_of_one_name_are_one_row_and_new_ones_their_own(province: Run) -> None:
    """What is nearly another's name waits."""
    rows = {row["form"]: row["collectives"]["value"] for row in province.report["rewards"]["awards"]}
    wanted = sum(unit.award for unit in province.inbox.units if unit.counts)
    assert {AWARD.split(" của ")[0]: wanted, "Bằng khen": province.inbox.new_award} == rows


def test_no_habit_ends_silent(province: Run) -> None:
    """Whatever does not simply count is told in one line, with its file or unit; the run does not end well."""
    lines = [line.casefold() for line in province.told]
    silent = [
        (number, words)
        for number, words in province.inbox.told
        if not any(all(re.search(rf"(?<!\w){re.escape(word.casefold())}", line) for word in words) for line in lines)
    ]
    assert ([], 1) == (silent, province.code)


def test_who_sent_is_not_who_is_missing(province: Run) -> None:
    """Nobody of this inbox is said to have sent nothing."""
    assert not [line for line in province.told if "chưa gửi" in line]
    assert not province.report["completeness"].get("missing")
