"""What changed since the last run: states and figures, old and new."""

from __future__ import annotations

from pathlib import Path

from papers_kit import year

from antq_reports.csvtext import read_csv
from antq_reports.papers.run_changes import (
    FIGURES_FILE,
    UnitFigures,
    changed_rows,
    changes_csv,
    figures_of,
    keep_figures,
    last_figures,
)

A = UnitFigures("xã A", "đã dùng", {"x.y": ("vụ", "12 vụ"), "x.z": ("tin", "3 tin")})
NONE = UnitFigures("xã A", "chưa gửi", {})


def test_a_run_without_changes_has_no_rows(tmp_path: Path) -> None:
    """What is kept reads back equal."""
    now = figures_of(year())
    keep_figures(tmp_path, now)
    before = last_figures(tmp_path)
    assert before == now
    assert [] == changed_rows(now, now)


def test_states_and_figures_that_are_others() -> None:
    """Old and new side by side; what is gone has a blank."""
    new = UnitFigures("xã A", "đã dùng", {"x.y": ("vụ", "14 vụ")})
    assert [("24823", "xã A", "vụ", "12 vụ", "14 vụ"), ("24823", "xã A", "tin", "3 tin", "")] == changed_rows(
        {"24823": A}, {"24823": new}
    )
    assert ("24823", "xã A", "tình trạng", "chưa gửi", "đã dùng") == changed_rows({"24823": NONE}, {"24823": A})[0]
    assert ("", "xã A", "tình trạng", "đã dùng", "không có trong danh sách") == changed_rows({"xã a": A}, {})[0]


def test_a_record_nobody_can_read_is_none(tmp_path: Path) -> None:
    """Then there is nothing to compare with."""
    assert last_figures(tmp_path) is None
    for text in ("", "[]", '{"a": 1}', '{"a": {"name": "x", "state": "y", "figures": [1]}}'):
        (tmp_path / FIGURES_FILE).write_text(text, encoding="utf-8")
        assert last_figures(tmp_path) is None


def test_the_table_is_a_table_of_texts() -> None:
    """With a heading; nothing in it starts a formula."""
    rows = read_csv(changes_csv([("", "=A", "x", "1", "2")]))
    assert ["=A", "x", "1", "2"] == rows[1][1:]
    assert b"'=A" in changes_csv([("", "=A", "x", "1", "2")])
