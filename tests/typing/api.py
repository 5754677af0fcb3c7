"""The public calls as a user writes them, checked by mypy --strict; nothing here runs."""

from __future__ import annotations

import sqlite3
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

from antq_reports import (
    AntqReportsError,
    BatchResult,
    RenderedReport,
    Report,
    approximate,
    format_figure,
    load_report,
    load_reports,
    parse_figure,
    read_report,
    render_many,
    render_report,
    reports_from_records,
    roll_up,
)
from antq_reports.figures import AnyFigure, Count, Money, PartOfWhole, Percent, Period, Quantity, Span
from antq_reports.prose import LedgerEntry, Unsourced
from antq_reports.report import (
    BaseReport,
    Completeness,
    Outlook,
    Person,
    Photo,
    Place,
    Programme,
    Source,
    SteeringCommittee,
    Video,
    Visit,
)


def read_reports() -> None:
    """Files are text or paths; a report is typed down to its figures."""
    report = load_report("lam-dong-2024.toml")
    assert_type(report, Report)
    assert_type(report.place.name, str)
    assert_type(load_report("so-nganh.toml", allow_unreported=True), Report)
    assert_type(report.outlook, Outlook | None)
    assert_type(report.weapons.opening, str | None)
    assert_type(load_reports([Path("a.toml"), "b.json"]), tuple[Report, ...])
    assert_type(load_report("pccc.toml", templates="phong-chay"), BaseReport)
    assert_type(Report.model_validate({"place": {"name": "Lâm Đồng"}, "period": "năm 2024"}), Report)
    assert_type(read_report({"place": "tỉnh Lâm Đồng", "period": 2024, "tips.public_tips": 5}), Report)
    assert_type(read_report(b"{}", folder="anh"), Report)
    assert_type(read_report("", templates=Path("phong-chay")), BaseReport)


def read_rows(connection: sqlite3.Connection, frame: list[dict[str, Any]]) -> None:
    """Rows are mappings or `sqlite3.Row`."""
    connection.row_factory = sqlite3.Row
    row: sqlite3.Row = connection.execute("SELECT 1").fetchone()
    assert_type(reports_from_records([row]), tuple[Report, ...])
    assert_type(reports_from_records(frame, allow_unknown=True), tuple[Report, ...])
    assert_type(reports_from_records(frame, templates="phong-chay"), tuple[BaseReport, ...])


def make_values() -> Report:
    """Fields that have a default may be left out, of every model."""
    period = Period(label="năm 2024", start=date(2024, 1, 1))
    whole = (PartOfWhole(part=1, whole=2), Span(low=1, high=2), Percent(value=Decimal("0.5")))
    amounts = (Count(value=5, period=period), Quantity(value=Decimal("1.5"), unit="kg"), Money(value=Decimal(5)))
    texts = (Source(name="Báo Lâm Đồng"), Video(caption="a"), SteeringCommittee(short="BCĐ"))
    assert all((*whole, *amounts, *texts))
    report = Report(
        place=Place(name="Lâm Đồng"),
        period=period,
        weapons={"firearms_surrendered": 12, "ammunition_surrendered": "hàng trăm viên đạn"},
        photos=(Photo(path="a.jpg", caption="a", alt="a"),),
        visit=Visit(delegation="Đoàn", head=Person(name="A"), programme=Programme(title="Chương trình")),
        completeness=Completeness(reported=1, expected=2, unit="xã"),
    )
    assert_type(report.weapons.firearms_surrendered is None, bool)
    return report


def render_all(reports: tuple[Report, ...]) -> None:
    """Photos may be bytes."""
    assert_type(render_many(reports, "out", photos={"a.jpg": b""}), BatchResult)
    assert_type(roll_up(reports, Place(name="Lâm Đồng")), Report)
    render_report(reports[0], photos={"a.jpg": b""})


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
    report.headline = "x"  # type: ignore[misc, unused-ignore]  # only the pydantic plugin knows it is frozen
    parse_figure(5)  # type: ignore[arg-type]


def catch_errors() -> str:
    """One base class for every error."""
    try:
        load_report("none.toml")
    except AntqReportsError as error:
        return str(error)
    return approximate.__name__
