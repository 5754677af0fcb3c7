"""The evidence of a brief, read back and held against its own manifest."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from batch_units import commune

from antq_reports import RenderedReport, render_report
from antq_reports.csvtext import read_csv, write_csv
from antq_reports.evidence import LEDGER_FILE, MANIFEST_FILE, REPORT_FILE, SOURCES_FILE, TEXT_FILE, Brief
from antq_reports.evidence.carried import lines_of, read_carried
from antq_reports.formats import carried_files


@cache
def brief() -> RenderedReport:
    """A small brief, this year against last."""
    return render_report(commune(3), previous=commune(3, year=2025))


@cache
def files() -> dict[str, bytes]:
    """What its HTML carries."""
    return carried_files(brief().html)[1]


def carried(changes: dict[str, bytes | None]) -> Brief:
    """The brief with some of its files changed or left out."""
    changed = {**files(), **changes}
    return Brief(Path("a.html"), "html", b"", {name: data for name, data in changed.items() if data is not None})


def ledger_with(column: int, cell: str) -> bytes:
    """The ledger with one cell of its second row written over."""
    head, *rows = read_csv(files()[LEDGER_FILE])
    rows[1][column] = cell
    return write_csv([head, *rows])


def test_a_sound_brief_reads_back_whole() -> None:
    """Nothing altered, nothing unreadable."""
    found = read_carried(carried({}))
    assert ((), ()) == (found.altered, found.unreadable)
    assert (brief().report, commune(3, year=2025).place) == (found.report, found.previous and found.previous.place)
    assert lines_of(brief().text) == found.lines
    assert found.ledger is not None
    assert [entry.text for entry in brief().figures] == [row.text for row in found.ledger]


@pytest.mark.parametrize("name", [SOURCES_FILE, REPORT_FILE, LEDGER_FILE, TEXT_FILE])
def test_an_altered_file_is_named(name: str) -> None:
    """By its hash in the manifest."""
    assert (name,) == read_carried(carried({name: files()[name] + b" "})).altered


def test_a_file_too_many_and_one_too_few_are_named() -> None:
    """The manifest knows them all."""
    assert ("la.txt", TEXT_FILE) == read_carried(carried({"la.txt": b"", TEXT_FILE: None})).altered


@pytest.mark.parametrize("name", [REPORT_FILE, LEDGER_FILE, TEXT_FILE, MANIFEST_FILE])
@pytest.mark.parametrize("data", [None, b"\xff", b"{", b"[" * 100_000], ids=["missing", "bytes", "cut", "deep"])
def test_what_cannot_be_read_is_a_finding(name: str, data: bytes | None) -> None:
    """Not an exception: the rest is still held against the page."""
    found = read_carried(carried({name: data}))
    expected = set() if (name, data) in {(TEXT_FILE, b"{"), (TEXT_FILE, b"[" * 100_000)} else {name}
    assert expected == {each for each, _ in found.unreadable}


@pytest.mark.parametrize(
    ("column", "cell"),
    [(0, "3"), (0, ""), (1, "trang 3"), (2, ""), (3, "x")],
    ids=["count", "none", "page", "place", "offset"],
)
def test_a_ledger_with_a_hole_is_not_read(column: int, cell: str) -> None:
    """Rows are numbered through, and places are numbers; what is left of it is not believed."""
    found = read_carried(carried({LEDGER_FILE: ledger_with(column, cell)}))
    assert (None, ((LEDGER_FILE, "không đọc được"),)) == (found.ledger, found.unreadable)


def test_the_page_of_a_row_is_known_or_none_and_is_not_compared() -> None:
    """An HTML file has no pages; the same brief as a PDF has the same rows."""
    found = read_carried(carried({LEDGER_FILE: ledger_with(1, "2")})).ledger
    assert found is not None
    assert (None, 2) == (found[0].page, found[1].page)
    plain = read_carried(carried({})).ledger
    assert plain is not None
    assert [row.cells() for row in plain] == [row.cells() for row in found]


def test_why_a_file_cannot_be_read_is_told() -> None:
    """Missing, no such table, or a fault of the data in the words of any input."""
    found = read_carried(carried({TEXT_FILE: None, LEDGER_FILE: b"a,b", REPORT_FILE: b"{"}))
    told = dict(found.unreadable)
    assert ("thiếu tệp này", "không đọc được") == (told[TEXT_FILE], told[LEDGER_FILE])
    assert told[REPORT_FILE].startswith(f"a.html/{REPORT_FILE}, dòng 1: ")
    assert (None, None, None, None) == (found.report, found.previous, found.ledger, found.lines)


def test_without_a_manifest_nothing_is_known_to_be_altered() -> None:
    """That there is none is told by itself."""
    found = read_carried(carried({MANIFEST_FILE: None, TEXT_FILE: b"khac"}))
    assert ((), [MANIFEST_FILE]) == (found.altered, [name for name, _ in found.unreadable])


def test_blank_lines_are_no_paragraphs() -> None:
    """Only line feeds end one."""
    assert ("một", "hai\u2028ba") == lines_of("một\n\nhai\u2028ba\n")
