"""Which of several reports of one unit holds, and in what they differ."""

from __future__ import annotations

from rollup_kit import commune

from antq_reports import Report
from antq_reports.report import Origin, SourceMap
from antq_reports.rollup.versions import choose_version, differences


def version(tips: int, file: str, returned: str = "", **more: object) -> Report:
    """One version of a commune's report, read from a cell."""
    places = {"tips.public_tips": (Origin(file=file, sheet="Tin báo", cell="E5"),)}
    made = commune("Tân Hà", "24823", tips={"public_tips": tips, **more})
    return made.with_sources(SourceMap(file=file, places=places, returned=returned))


def test_equal_copies_are_one() -> None:
    """And the two files are named."""
    held, finding = choose_version([version(5, "a.xlsx"), version(5, "b.xlsx")])
    assert ("a.xlsx", "warning") == (held.sources.file if held else "", finding.severity)
    assert "(a.xlsx; b.xlsx)" in finding.message


def test_of_different_versions_none_holds() -> None:
    """What differs is told with its cell."""
    held, finding = choose_version([version(5, "a.xlsx"), version(7, "b.xlsx", valuable_tips=2)])
    assert (None, "error") == (held, finding.severity)
    assert "tin do quần chúng cung cấp (trang “Tin báo”, ô E5): 5 tin và 7 tin" in finding.message
    assert "tin có giá trị do quần chúng cung cấp: để trống và 2 tin" in finding.message


def test_the_newest_form_sent_back_holds() -> None:
    """A form that went out for correction replaces what it corrects."""
    same = [version(5, "a.xlsx"), version(7, "b.xlsx", "2026-12-02T08:00"), version(6, "c.xlsx", "2026-12-01T08:00")]
    held, finding = choose_version(same)
    assert (7, "info") == (held.tips.public_tips.raw if held else None, finding.severity)  # type: ignore[attr-defined]


def test_equal_reports_have_no_differences() -> None:
    """Whatever file they come from."""
    assert [] == list(differences(version(5, "a.xlsx"), version(5, "b.xlsx")))
