"""The table of sources: what is written reads back equal, what is not such a table is refused."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from batch_units import commune
from hypothesis import given
from hypothesis import strategies as st
from sampling import tried

from antq_reports.csvtext import read_csv, write_csv
from antq_reports.errors import IntakeError
from antq_reports.evidence.sources_csv import LAST, MAX_CELL_LENGTH, SOURCES_HEAD, THIS, read_sources, sources_csv
from antq_reports.report import Origin, SourceMap

FILE = Path("a.pdf") / "nguon.csv"
HARD = ";,\"'“”=+-@():. \\" + string.ascii_letters + "đắơ漢🙂"
TEXT = st.one_of(st.text(alphabet=HARD, max_size=30), st.text(max_size=30).filter(str.isprintable))
NUMBER = st.none() | st.integers(0, 999_999_999)
ORIGINS = st.builds(
    Origin,
    file=TEXT,
    sheet=TEXT,
    cell=TEXT,
    line=NUMBER,
    column=NUMBER,
    record=NUMBER,
    path=TEXT,
    unit=TEXT,
    note=TEXT,
    author=TEXT,
)
PATHS = st.sampled_from(["tips.public_tips", "weapons.detonators", "rewards.awards[0].individuals", "place"])
MAPS = st.builds(
    SourceMap,
    file=TEXT,
    places=st.dictionaries(PATHS, st.lists(ORIGINS, min_size=1, max_size=4).map(tuple), max_size=4),
)


@tried(100)
@given(this=MAPS, last=MAPS)
def test_what_is_written_reads_back_equal(this: SourceMap, last: SourceMap) -> None:
    """Whatever a note or a file's name holds: semicolons, quotes, signs of a formula."""
    report, previous = commune(0).with_sources(this), commune(0).with_sources(last)
    assert {THIS: this, LAST: last} == read_sources(sources_csv(report, previous), FILE)


def test_every_origin_is_a_row_with_a_column_for_each_part() -> None:
    """The report's own file stands in the first."""
    origin = Origin(file="a.xlsx", sheet="Tin báo", cell="E8", unit="xã A", note="tạm; hỏi lại")
    report = commune(0).with_sources(SourceMap(file="a.xlsx", places={"tips.public_tips": (origin, origin)}))
    head, first, *others = read_csv(sources_csv(report, None))
    assert SOURCES_HEAD == tuple(head)
    assert [THIS, "", "a.xlsx"] == first[:3]
    row = [THIS, "tips.public_tips", "a.xlsx", "Tin báo", "E8", "", "", "", "", "xã A", "tạm; hỏi lại", ""]
    assert [row, row] == others


def row_of(**cells: str) -> list[str]:
    """A row about one figure, with some cells filled in by their headings."""
    known = {"Báo cáo": THIS, "Mã chỉ tiêu": "tips.public_tips", **cells}
    return [known.get(heading, "") for heading in SOURCES_HEAD]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "không đọc được bảng nguồn"),
        (b"\xff", "không đọc được bảng nguồn"),
        (write_csv([("Báo cáo", "Mã chỉ tiêu", "Nguồn")]), "cần đúng các cột"),
        (write_csv([SOURCES_HEAD, (THIS, "a")]), "cần đúng các cột"),
        (write_csv([SOURCES_HEAD, row_of(**{"Ghi chú": "một\nhai"})]), "ký tự điều khiển"),
        (write_csv([SOURCES_HEAD, row_of(Tệp="\x1b[31m đỏ")]), "ký tự điều khiển"),
        (write_csv([SOURCES_HEAD, row_of(Tệp="x" * (MAX_CELL_LENGTH + 1))]), "dài quá"),
        (write_csv([SOURCES_HEAD, row_of(Dòng="ba")]), "không phải là số"),
        (write_csv([SOURCES_HEAD, row_of(Cột="9" * 5_000)]), "dài quá"),
        (write_csv([SOURCES_HEAD, row_of(Cột="9" * 50)]), "không phải là số"),
        (write_csv([SOURCES_HEAD, row_of(**{"Bản ghi số": "-1"})]), "không phải là số"),
    ],
)
def test_what_is_no_such_table_is_refused(data: bytes, said: str) -> None:
    """It was anybody's to edit; the fault names the table."""
    with pytest.raises(IntakeError, match=said) as caught:
        read_sources(data, FILE)
    assert str(FILE) == caught.value.faults[0].file
