"""A map proposed for a form nobody knows: it reads that form once a person kept it."""

from __future__ import annotations

from pathlib import Path

from foreign_sheet import foreign_form

from antq_reports.catalogue import bundled_catalogue
from antq_reports.forms.map_proposal import proposed_map
from antq_reports.forms.questions import questions_of
from antq_reports.forms.sheet import Sheet
from antq_reports.load import propose_map, read_reports


def test_a_proposal_reads_the_form_it_was_made_for(tmp_path: Path) -> None:
    """Kept as it is: title, columns, unit and period are found, the nearest metrics named."""
    inbox = foreign_form(tmp_path, map_text="")
    text = propose_map(inbox / "bieu 05.xlsx")
    assert text is not None
    assert '"Số vụ tai nạn giao thông" = "traffic_safety.traffic_accidents"' in text
    assert '"Xe mô tô tạm giữ" = "-"' in text
    (tmp_path / "anh-xa").mkdir()
    (tmp_path / "anh-xa" / "bieu-05.toml").write_text(text, encoding="utf-8")
    [report] = read_reports(inbox).reports
    assert ("xã Tân Hà", "năm 2026") == (report.place.full_name, report.period.label)


def test_nothing_is_proposed_for_a_form_that_is_known(tmp_path: Path) -> None:
    """Nor for a file that is no spreadsheet."""
    inbox = foreign_form(tmp_path)
    assert propose_map(inbox / "bieu 05.xlsx") is None
    assert propose_map(tmp_path / "anh-xa" / "bieu-05.toml") is None


def test_a_sheet_without_headings_has_no_proposal() -> None:
    """Where no row names labels and figures."""
    questions = questions_of(bundled_catalogue())
    assert proposed_map(Path("a.xlsx"), [Sheet("a", [["Nội dung"], [1, 2]])], questions) is None
