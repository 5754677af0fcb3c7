"""Whom to ask for what: who sent nothing first, with how to reach them, and no cell a formula."""

from __future__ import annotations

from papers_kit import HOSTILE, year

from antq_reports.csvtext import read_csv
from antq_reports.papers.chase_list import CHASE_HEAD, chase_csv, chase_rows


def test_every_unit_that_something_is_wanted_from() -> None:
    """By what is wanted; the one that is well is not there."""
    rows = chase_rows(year().standings, "năm 2026")
    assert ["xã Bảo Lâm", "xã Di Linh", "xã Đạ Tẻh", "xã Nam Ban"] == [row[1] for row in rows]
    assert ["chưa gửi", "đã gửi, chưa dùng được", "gửi nhiều bản khác nhau", "đã dùng"] == [row[2] for row in rows]
    assert "gửi biểu số liệu năm 2026" == rows[0][3]
    assert rows[3][3].startswith("kiểm tra lại 3 chỗ: ")


def test_no_text_of_the_list_becomes_a_formula() -> None:
    """What begins like one has an apostrophe before it, and reads back."""
    data = chase_csv(chase_rows(year().standings, "năm 2026"))
    assert "'=HYPERLINK" in data.decode()
    head, *rows = read_csv(data)
    assert (list(CHASE_HEAD), HOSTILE) == (head, rows[3][4])
