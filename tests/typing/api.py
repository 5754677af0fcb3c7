"""The public calls as a user writes them, checked by mypy --strict; nothing here runs."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from antq_reports import (
    AntqReportsError,
    RenderedReport,
    Report,
    approximate,
    format_figure,
    load_report,
    load_reports,
    parse_figure,
    render_report,
)
from antq_reports.figures import AnyFigure
from antq_reports.prose import LedgerEntry, Unsourced


def read_reports() -> None:
    """Files are text or paths; a report is typed down to its figures."""
    report = load_report("lam-dong-2024.toml")
    assert_type(report, Report)
    assert_type(report.place.name, str)
    assert_type(load_reports([Path("a.toml"), "b.json"]), tuple[Report, ...])
    assert_type(Report.model_validate({"place": {"name": "Lâm Đồng"}, "period": "năm 2024"}), Report)


def render_one(report: Report) -> None:
    """Options are named; the brief's parts are typed."""
    brief = render_report(report, style="bao-quang-nam", templates=Path("mau"), folder="anh", strict=False)
    assert_type(brief, RenderedReport)
    assert_type(brief.pdf, bytes)
    assert_type(brief.html, str)
    assert_type(brief.text, str)
    assert_type(brief.figures, tuple[LedgerEntry, ...])
    assert_type(brief.unsourced, tuple[Unsourced, ...])
    assert_type(brief.unprinted, tuple[str, ...])
    assert_type(brief.problems, tuple[str, ...])
    assert_type(brief.save("a.pdf"), Path)
    for entry in brief.figures:
        assert_type(entry.metric, str)
        assert_type(entry.text, str)


def read_figures() -> None:
    """Text to figure and back."""
    figure = parse_figure("trên 550 lượt")
    assert_type(figure, AnyFigure)
    assert_type(format_figure(figure), str)


def use_wrongly(report: Report) -> None:
    """What mypy must refuse: an ignore that is not needed is an error."""
    render_report(report, "bao-lam-dong")  # type: ignore[call-arg]
    render_report(report, styl="bao-lam-dong")  # type: ignore[call-arg]
    render_report({"place": "Lâm Đồng"})  # type: ignore[arg-type]
    report.headline = "x"  # type: ignore[misc]
    parse_figure(5)  # type: ignore[arg-type]


def catch_errors() -> str:
    """One base class for every error."""
    try:
        load_report("none.toml")
    except AntqReportsError as error:
        return str(error)
    return approximate.__name__
