"""The page over a run: everything sent is text, links stay in the folder, no script may run."""

from __future__ import annotations

from papers_kit import HOSTILE

from antq_reports.papers.run_page import PageUnit, RunPage, link_to, run_page


def page(*units: PageUnit) -> str:
    """A page with some units."""
    return run_page(
        RunPage(
            title="Tỉnh Nghệ An",
            subtitle="Số liệu năm 2026",
            numbers=(("2/5", "đơn vị dùng được số liệu"),),
            papers=(link_to("tong-hop.xlsx", "Bảng tổng hợp"),),
            notices=(HOSTILE,),
            changes=(("24823", HOSTILE, "tin", "12 tin", ""),),
            more_changes=3,
            units=units,
        )
    ).decode()


def test_what_units_sent_is_text() -> None:
    """In names, questions and changes alike; the page forbids scripts besides."""
    told = page(PageUnit(name=HOSTILE, code="1", state=HOSTILE, look="used", problems=(HOSTILE,)))
    assert 0 == told.count("<script")
    assert 5 == told.count("&lt;script&gt;")
    assert "default-src &#39;none&#39;" in told or "default-src 'none'" in told


def test_units_have_their_questions_and_papers() -> None:
    """Folded together; links are addresses below the folder."""
    told = page(
        PageUnit(
            name="Xã A",
            code="24823",
            state="đã dùng",
            look="used",
            problems=("x", "y"),
            links=(link_to("a b.pdf", "bản tin"),),
        )
    )
    assert "<summary>2 chỗ</summary>" in told
    assert '<a href="a%20b.pdf">bản tin</a>' in told
    assert "Còn 3 thay đổi khác" in told
