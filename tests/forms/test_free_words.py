"""The free cells of a form become texts of the unit's report, and go into its brief."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from papers_kit import form
from reading import fold

from antq_reports import render_report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.forms.free_words import MAX_CELL, names_of, report_texts
from antq_reports.load import read_reports
from antq_reports.report import Outlook, Place
from antq_reports.report.outlook import MAX_POINTS
from antq_reports.review import check_report
from antq_reports.rollup import roll_up

RESULTS = "- Dân bắt giữ {2 đối tượng} trộm cắp\n- lập thêm {3 tổ} tự quản."
DIFFICULTIES = "Khó khăn: kinh phí hạn hẹp. Lực lượng mỏng\n2. Đề nghị tỉnh cấp thêm loa"
MODELS = "“Camera an ninh”; Tiếng kẻng an ninh\n- Tiếng kẻng an ninh"


def texts(results: Any = None, difficulties: Any = None) -> dict[str, Any]:
    """Return the fields two cells fill."""
    return report_texts({"notes.results": results, "notes.difficulties": difficulties})


def test_each_line_of_the_results_is_a_sentence() -> None:
    """Without its bullet, with a capital and a stop."""
    expected = ("Dân bắt giữ {2 đối tượng} trộm cắp.", "Lập thêm {3 tổ} tự quản.")
    assert {"highlights": expected} == texts(RESULTS)


def test_what_is_asked_for_is_told_from_what_is_wanting() -> None:
    """Sentence by sentence; the cell's own heading is not repeated."""
    wanting = ("Kinh phí hạn hẹp.", "Lực lượng mỏng.")
    assert {"outlook": Outlook(shortcomings=wanting, proposals=("Đề nghị tỉnh cấp thêm loa.",))} == texts(
        difficulties=DIFFICULTIES
    )


@pytest.mark.parametrize("nothing", [None, "", "  ", "Không", "không có", "-", "0", "Không có gì.", "…", "\n\n"])
def test_a_cell_that_says_nothing_fills_nothing(nothing: Any) -> None:
    """However its writer says so."""
    assert {} == texts(nothing, nothing)


@pytest.mark.parametrize("cell", ["Tèt c¶ c¸c x· ®Òu lËp tæ tù qu¶n", "a\u0000b", 5, "x" * (MAX_CELL + 1)])
def test_a_cell_that_cannot_be_read_stops_nothing(cell: Any) -> None:
    """An old font, a control character, a number, a line without end."""
    assert set(texts(cell)) <= {"highlights"}


def test_points_without_end_are_cut() -> None:
    """At what a report takes."""
    assert MAX_POINTS == len(texts("\n".join(["Được việc."] * 99))["highlights"])


def test_names_fill_the_list_that_its_catalogue_says() -> None:
    """Each once, without quotation marks."""
    found = list(names_of({"notes.models": MODELS}, bundled_catalogue()))
    assert [("models", "named", ("Camera an ninh", "Tiếng kẻng an ninh"))] == found


def test_the_cells_of_a_form_are_printed_in_the_units_brief(tmp_path: Path) -> None:
    """Typed figures in the ledger with their cell; the papers keep the remarks; the province's brief has none of it."""
    cells: dict[str, object] = {"notes.results": RESULTS, "notes.difficulties": DIFFICULTIES, "notes.models": MODELS}
    path = form(tmp_path, "Tân Hà", "24823", {"tips.public_tips": 5, **cells})
    [report] = read_reports(path).reports
    brief = render_report(report)
    text = fold(brief.text)
    assert "Dân bắt giữ 2 đối tượng trộm cắp. Lập thêm 3 tổ tự quản." in text
    assert "Kinh phí hạn hẹp. Lực lượng mỏng." in text
    assert "Đề nghị tỉnh cấp thêm loa." in text
    assert "Tiếng kẻng an ninh" in text
    [source] = [entry.source for entry in brief.figures if entry.metric == "highlights[0].typed[0]"]
    assert "ô C" in str(source)
    assert 3 == len(report.sources.remarks)
    whole = roll_up([report], Place(name="Nghệ An", level="tỉnh", code="40"))
    assert ((), None) == (whole.highlights, whole.outlook)


def test_braces_of_a_cell_harm_nothing(tmp_path: Path) -> None:
    """What is no figure is text; a metric that was not reported takes its line along, and the review says so."""
    said = "Có {gì đó}\nCó {{ 7*7 }}\nCó {weapons.detonators} và 5 tổ\nĐược việc,"
    [report] = read_reports(form(tmp_path, "Tân Hà", "24823", {"tips.public_tips": 5, "notes.results": said})).reports
    text = fold(render_report(report).text)
    assert ("Có {gì đó}. Có {{ 7*7 }}." in text, "5 tổ" in text, "Được việc." in text) == (True, False, True)
    assert "text-without-figure" in {finding.code for finding in check_report(report)}
