"""The ledger as a table that a spreadsheet opens."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from antq_reports.csvtext import read_csv
from antq_reports.evidence.ledger_csv import LEDGER_HEAD, ledger_csv, ledger_rows
from antq_reports.prose import LedgerEntry
from antq_reports.report import Origin

SHARE = LedgerEntry(
    kind="figure",
    metric="standards.safe_communes.share",
    label="xã đạt chuẩn",
    value=Decimal("0.9730"),
    formula="108/111",
    sources=(Origin(file="a.xlsx", cell="E8"), Origin(file="b.xlsx", cell="E8")),
    text="97,3%",
    paragraph=4,
    offset=17,
)
DAY = LedgerEntry(
    kind="date", metric="period.end", label="kỳ", value=date(2026, 12, 31), text="31/12/2026", paragraph=1
)


def test_a_printed_figure_is_a_row_under_its_headings() -> None:
    """The printed text beside the value a program reads; every place it was added up from."""
    [row] = ledger_rows((SHARE,), (3,))
    assert {
        "STT": "1",
        "Trang": "3",
        "Đoạn": "4",
        "Vị trí": "17",
        "Loại": "số liệu",
        "Mã chỉ tiêu": "standards.safe_communes.share",
        "Chỉ tiêu": "xã đạt chuẩn",
        "In là": "97,3%",
        "Giá trị": "0.9730",
        "Cách tính": "108/111",
        "Nguồn": "a.xlsx, ô E8; b.xlsx, ô E8",
    } == dict(zip(LEDGER_HEAD, row, strict=True))


def test_what_is_not_known_is_empty() -> None:
    """The page of an HTML file, a formula and a source; a place at the start is a number."""
    [row] = ledger_rows((DAY,))
    assert ("1", "", "1", "0", "ngày", "2026-12-31", "", "") == (*row[:5], *row[8:])


def test_rows_are_numbered_through_in_the_order_of_the_text() -> None:
    """A figure that is on no page has none."""
    rows = ledger_rows((SHARE, DAY, SHARE), (3, 0, 4))
    assert [("1", "3", "97,3%"), ("2", "", "31/12/2026"), ("3", "4", "97,3%")] == [(*row[:2], row[7]) for row in rows]


def test_pages_are_those_of_the_figures() -> None:
    """One too few is a mistake of the programme."""
    with pytest.raises(ValueError, match="shorter"):
        ledger_rows((SHARE, DAY), (3,))


def test_the_table_reads_back_as_it_was() -> None:
    """A printed text that begins like a formula stays a text."""
    rows = ledger_rows((LedgerEntry(kind="figure", metric="a", label="=b", value=-1, text="-1%"),))
    data = ledger_csv(rows)
    assert "'-1%" in data.decode("utf-8-sig")
    assert [LEDGER_HEAD, *rows] == [tuple(row) for row in read_csv(data)]
