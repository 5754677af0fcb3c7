"""What a unit is asked to mend: each thing once, where it stands, as it was typed."""

from __future__ import annotations

from papers_kit import HOSTILE, standing

from antq_reports.papers.asked_back import problems_of


def test_a_unit_that_is_well_has_none() -> None:
    """Nothing to mend."""
    assert () == problems_of(standing("Tân Hà"))


def test_cells_are_told_with_their_place_and_text() -> None:
    """Two cells nothing was read from, and a part above its whole."""
    texts = [str(problem) for problem in problems_of(standing("Nam Ban"))]
    assert 3 == len(texts)
    assert ["Trang “Biểu 1”, ô E"] * 3 == [text[:19] for text in texts]
    assert any("đọc được “mười hai”" in text and " → " in text for text in texts)
    assert any("phần 9 lớn hơn tổng 7" in text for text in texts)
    assert any(HOSTILE[:20] in text for text in texts)


def test_versions_and_files_nobody_reads_are_told() -> None:
    """With the cells in which the versions differ, and what kind of file it is."""
    [twice], [word] = problems_of(standing("Đạ Tẻh")), problems_of(standing("Di Linh"))
    assert "5 tin và 6 tin" in twice.message
    assert ("24826 bao cao.docx", True) == (word.file, "Word" in word.message)
