"""What the evidence says of itself: files, ledger, text, pictures, values, each difference with its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from prose_kit import report_of

from antq_reports.evidence import Carried, Row
from antq_reports.evidence.carried import lines_of
from antq_reports.figures import parse_figure
from antq_reports.pdf import DrawnPage
from antq_reports.prose import LedgerEntry
from antq_reports.report import BaseReport, Origin, SourceMap
from antq_reports.verification import Difference, PrintedFigure
from antq_reports.verification.ledger_checks import (
    content_differences,
    data_differences,
    file_differences,
    ledger_differences,
    margin_differences,
    page_differences,
    picture_differences,
    text_differences,
    unborne_rows,
    value_differences,
)

PATH = "weapons.firearms_surrendered"
ENTRY = LedgerEntry(
    kind="figure",
    metric=PATH,
    label="súng",
    value=6,
    figure=parse_figure("6 khẩu súng"),
    text="6 khẩu súng",
    paragraph=1,
    offset=3,
)
ROW = Row(1, 1, 3, "số liệu", PATH, "súng", "6 khẩu súng", "6", "", "")
REPORT = report_of(weapons={"firearms_surrendered": "6 khẩu súng"})


def carried(*rows: Row, report: BaseReport | None = REPORT, **other: object) -> Carried:
    """What a brief of one figure carries."""
    values = {"previous": None, "lines": ("Có 6 khẩu súng",), "manifest": None, "altered": (), **other}
    return Carried(report=report, ledger=rows, **values)  # type: ignore[arg-type]


def told(differences: object) -> list[str]:
    """Every difference as its sentence."""
    return [str(each) for each in differences]  # type: ignore[attr-defined]


def test_an_unreadable_file_is_told_once() -> None:
    """With its own reason, not as altered too."""
    found = file_differences(carried(altered=("a.csv", "b.csv"), unreadable=(("a.csv", "không phải CSV"),)))
    assert [
        "tệp mang theo bị thay đổi (a.csv): “không phải CSV”",
        "tệp mang theo bị thay đổi (b.csv): “không khớp mã băm trong bản kê”",
    ] == told(found)


@pytest.mark.parametrize(
    ("loose", "overlays", "expected"),
    [
        (("Đầu trang", "1/2"), (), []),
        (("Đầu trang", "1/2", "Bản 9"), (), ["trang 1: con số không có nguồn: “Bản 9”"]),
        (("Đầu trang", "1/2", "Mật"), (), ["trang 1: lời văn khác: “Mật”"]),
        (("Đầu trang",), (), ["trang 1: lời văn khác: thiếu “1/2”"]),
        (("Đầu trang", "2/2"), (), ["trang 1: lời văn khác: “2/2”, đúng ra là “1/2”"]),
        (("Đầu trang", "1/2"), ("STAMP",), ["trang 1: có vật che lên trang: “STAMP”"]),
    ],
)
def test_margins_hold_running_head_and_number(
    loose: tuple[str, ...], overlays: tuple[str, ...], expected: list[str]
) -> None:
    """A number put there later is nobody's; what lies over the page is named."""
    page = DrawnPage(number=1, blocks=(), loose=loose, overlays=overlays)
    assert expected == told(margin_differences([page], [("Đầu trang", "1/2")]))


def test_a_page_the_manifest_does_not_know_has_no_margins() -> None:
    """Whatever stands there is strange."""
    page = DrawnPage(number=2, blocks=(), loose=("2/2",), overlays=())
    assert ["trang 2: con số không có nguồn: “2/2”"] == told(margin_differences([page], [("1/2",)]))


def test_rows_of_the_ledger_are_those_the_data_give() -> None:
    """A changed row is told as it is and as it should be; a page is compared elsewhere."""
    assert [] == told(ledger_differences(carried(replace(ROW, page=9)), [ENTRY]))
    found = list(ledger_differences(carried(replace(ROW, value="7")), [ENTRY]))
    assert [("ledger", PATH), ("ledger", PATH)] == [(each.kind, each.metric) for each in found]
    assert [("7" in found[0].printed, found[0].expected), ("", "7" in found[1].expected)] == [(True, ""), ("", False)]


def test_text_and_files_are_those_the_data_give() -> None:
    """Byte for byte; a file on one side alone differs."""
    same, other = (carried(lines=lines_of(text)) for text in ("Có 6 khẩu súng", "Có 7 khẩu súng"))
    assert [] == told(text_differences(same, "Có 6 khẩu súng"))
    assert ["không phải lời văn mà số liệu cho ra"] == [
        each.printed for each in text_differences(other, "Có 6 khẩu súng")
    ]
    found = content_differences({"a": b"1", "b": b"2"}, {"b": b"3", "c": b"4", "a": b"1"})
    assert ["b", "c"] == [each.metric for each in found]
    assert [] == told(picture_differences(carried(), [b"x"]))


@pytest.mark.parametrize(
    ("page", "found_on", "expected"),
    [(1, 1, []), (None, 2, [("không ghi trang", "trang 2")]), (1, 2, [("trang 1", "trang 2")]), (1, None, [])],
)
def test_the_ledger_names_the_page_a_figure_stands_on(
    page: int | None, found_on: int | None, expected: list[tuple[str, str]]
) -> None:
    """HTML has none."""
    printed = PrintedFigure(metric=PATH, label="súng", text="6 khẩu súng", page=found_on, found=True)
    found = page_differences(carried(replace(ROW, page=page)), [printed])
    assert expected == [(each.printed, each.expected) for each in found]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (ROW, []),
        (replace(ROW, value="7"), [("7", "6")]),
        (replace(ROW, text="7 khẩu súng"), [("7 khẩu súng", "6")]),
        (replace(ROW, source="a.xlsx, ô B4"), [("a.xlsx, ô B4", "")]),
        (replace(ROW, value="7", source="a.xlsx"), [("7", "6"), ("a.xlsx", "")]),
        (replace(ROW, metric="weapons.ammunition_surrendered"), [("6", "")]),
        (replace(ROW, metric="chưa.biết"), []),
    ],
)
def test_a_row_has_the_value_and_the_source_of_the_data(row: Row, expected: list[tuple[str, str]]) -> None:
    """A metric that was not reported has no row; a path not known here is let be."""
    assert expected == [(each.printed, each.expected) for each in value_differences(carried(row))]
    assert [] == told(value_differences(carried(row, report=None)))


def test_a_figure_typed_in_a_text_has_the_value_and_the_source_of_the_text() -> None:
    """Its origin is the text's."""
    report = report_of(lead="Có {6 khẩu súng}")
    places = {"lead": (Origin(file="a.toml", line=3, path="lead"),)}
    report = report.with_sources(SourceMap(file="a.toml", places=places))
    row = replace(ROW, metric="lead.typed[0]", source="a.toml, dòng 3: lead")
    forged = [(row, []), (replace(row, value="7"), [("7", "6")]), (replace(row, source=""), [("", row.source)])]
    for given, expected in forged:
        found = value_differences(carried(given, report=report))
        assert expected == [(each.printed, each.expected) for each in found]


def test_rows_the_text_does_not_bear_out_are_told() -> None:
    """With the page they name."""
    assert [Difference(kind="ledger", metric=PATH, printed="6 khẩu súng", page=1)] == list(unborne_rows([ROW]))


def test_other_data_are_told_figure_by_figure() -> None:
    """With the page of the first print; not again what was told already."""
    other = report_of(weapons={"firearms_surrendered": 9}, tips={"public_tips": 4})
    found = list(data_differences(carried(ROW, replace(ROW, page=2)), other, frozenset()))
    tips = Difference(kind="data", metric="tips.public_tips", expected="4 tin")
    changed = Difference(kind="data", metric=PATH, printed="6 khẩu súng", expected="9 khẩu súng", page=1)
    assert [changed, tips] == found
    assert [tips] == list(data_differences(carried(ROW), other, frozenset({PATH})))
