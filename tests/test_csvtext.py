"""CSV that a spreadsheet opens, that starts no formula there, and that reads back exactly."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports import csvtext
from antq_reports.csvtext import read_csv, write_csv

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), max_size=6))
def test_what_is_written_reads_back(rows: list[list[str]]) -> None:
    """Commas, quotes, line breaks, apostrophes and signs included."""
    assert rows == read_csv(write_csv(rows))


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_no_cell_starts_a_formula(cell: str) -> None:
    """A spreadsheet takes a text for a formula by its first character."""
    text = write_csv([[cell]]).decode("utf-8-sig")
    assert [[f"'{cell}"]] == list(csv.reader(io.StringIO(text, newline="")))


def test_a_spreadsheet_knows_the_encoding() -> None:
    """Excel takes a file without the mark for another code page."""
    assert write_csv([["Đắk Lắk"]]).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b'"open', b'a"b"c,"d"e'])
def test_what_is_no_csv_is_a_value_error(data: bytes) -> None:
    """Another encoding, an open quote, text after a quote."""
    with pytest.raises(ValueError, match="."):
        read_csv(data)


def test_rows_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file from outside may have any number of them."""
    monkeypatch.setattr(csvtext, "MOST_ROWS", 3)
    with pytest.raises(ValueError, match="more than 3 rows"):
        read_csv(b"a\n" * 4)
