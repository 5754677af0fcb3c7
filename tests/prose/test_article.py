"""Where the parts of an article go: a figure a caption would have printed is not lost with the caption."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from prose_kit import report_of

from antq_reports import Report, render_report

EXTRA = {"id": "boats", "label": "tàu cá", "section": "weapons", "figure": "12 tàu cá"}


@pytest.mark.parametrize(
    "caption", ["Bàn giao {extra.boats}, {weapons.detonators}", "Bàn giao {extra.boats} và {không có}"]
)
def test_an_extra_figure_of_a_caption_that_is_not_printed_stays_in_its_section(caption: str, tmp_path: Path) -> None:
    """A caption that names something not reported gives way to the description; its other figure is still printed."""
    Image.new("RGB", (320, 200)).save(tmp_path / "anh.png")
    photo = {"path": "anh.png", "caption": caption, "alt": "Tàu cá ở cảng"}
    brief = render_report(report_of(extra=[EXTRA], photos=[photo]), folder=tmp_path)
    assert () == brief.unprinted
    assert "Toàn tỉnh có 12 tàu cá." in brief.text.replace("\u00a0", " ")


def test_an_extra_figure_of_a_printed_caption_is_printed_there_alone(tmp_path: Path) -> None:
    """The caption has it: the section does not say it again."""
    Image.new("RGB", (320, 200)).save(tmp_path / "anh.png")
    photo = {"path": "anh.png", "caption": "Bàn giao {extra.boats}", "alt": "Tàu cá ở cảng"}
    brief = render_report(report_of(extra=[EXTRA], photos=[photo]), folder=tmp_path)
    text = brief.text.replace("\u00a0", " ")
    assert (True, False) == ("Bàn giao 12 tàu cá" in text, "Địa phương ghi nhận" in text)


def test_a_number_too_long_for_its_place_is_not_in_the_strip() -> None:
    """It would run into the next; the others move up."""
    tips = {"public_tips": 1_430, "valuable_tips": "khoảng 1.190/1.430 tin"}
    sections = {"tips": tips, "weapons": {"firearms_surrendered": 9}, "headline": "Tít", "lead": "Mở bài."}
    report = Report.model_validate({"place": "xã Tân Hà", "period": 2026, **sections})
    article = render_report(report).text
    strip = article.split("Số liệu trong bài")[0]
    assert "\ntin do quần chúng cung cấp\n" in strip
    assert "\ntin có giá trị do quần chúng cung cấp\n" not in strip
