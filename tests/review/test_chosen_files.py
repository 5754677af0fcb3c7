"""Which of several files of one unit counts: the one a person chose, by name."""

from __future__ import annotations

import pytest
from rollup_kit import commune

from antq_reports import Report
from antq_reports.report import SourceMap
from antq_reports.report.acceptance import Acceptance
from antq_reports.review.chosen_files import choose_files


def sent(file: str, tips: int, name: str = "A", code: str = "00001") -> Report:
    """A commune's report in a file."""
    return commune(name, code, tips={"public_tips": tips}).with_sources(SourceMap(file=file))


def choice(value: str, metric: str = "tệp") -> Acceptance:
    """A line that chooses a file of A."""
    return Acceptance(code="00001", metric=metric, value=value, who="Lan", when="1/12/2026", why="đã hỏi", line=2)


REPORTS = (sent("a.xlsx", 1), sent("cu/a.xlsx", 2), sent("b.xlsx", 3, "B", "00002"))


@pytest.mark.parametrize("metric", ["tệp", "Tệp", "tệp số liệu"])
def test_the_other_files_are_set_aside(metric: str) -> None:
    """Of that unit alone; it is told which."""
    kept, [finding] = choose_files(REPORTS, [choice("cu/a.xlsx", metric)])
    assert ["cu/a.xlsx", "b.xlsx"] == [report.sources.file for report in kept]
    assert ("version-chosen", "info") == (finding.code, finding.severity)
    assert "dùng tệp cu/a.xlsx theo lời chấp nhận; không dùng a.xlsx" in finding.message


def test_a_file_that_is_not_there_settles_nothing() -> None:
    """It is told, and nothing is set aside."""
    kept, [finding] = choose_files(REPORTS, [choice("c.xlsx")])
    assert (REPORTS, "acceptance-unused") == (kept, finding.code)


def test_acceptances_of_figures_choose_no_file() -> None:
    """A value that happens to be a file's name is none."""
    assert (REPORTS, ()) == choose_files(REPORTS, [choice("a.xlsx", "tin do quần chúng cung cấp")])
