"""No headline breaks inside a word of two syllables."""

from __future__ import annotations

import re

import pytest
from prose_kit import report_of

from antq_reports import render_report
from antq_reports.page.headings import bound_headings


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>Giữ yên từ tổ dân phố</h1>", "<h1>Giữ_yên từ tổ dân_phố</h1>"),
        ('<h2 class="a">Dân phố</h2>', '<h2 class="a">Dân_phố</h2>'),
        ("<h1>Nhân dân phố thị</h1>", "<h1>Nhân dân_phố thị</h1>"),
        ("<h1>dân  phố, dân <b>phố</b></h1>", "<h1>dân  phố, dân <b>phố</b></h1>"),
        ('<h1><data title="dân phố">dân phố</data></h1>', '<h1><data title="dân phố">dân_phố</data></h1>'),
        ("<p>dân phố</p>", "<p>dân phố</p>"),
        ("<h1>cư dân phốp</h1>", "<h1>cư dân phốp</h1>"),
    ],
)
def test_words_stay_together(html: str, expected: str) -> None:
    """In headings alone, in their text alone, whole words alone."""
    assert expected == bound_headings(html, ["dân phố", "giữ yên", "Huế"]).replace("\u00a0", "_")


def test_without_words_nothing_is_bound() -> None:
    """A subject need not name any."""
    assert "<h1>dân phố</h1>" == bound_headings("<h1>dân phố</h1>", [])


def test_the_words_of_the_subject_and_the_place_are_bound() -> None:
    """What readers copy has plain blanks."""
    brief = render_report(report_of(headline="Hà Tĩnh giữ bình yên từ mỗi tổ dân phố"))
    heading = re.findall(r"<h1>(.*?)</h1>", brief.html)[0]
    assert "Hà_Tĩnh giữ bình_yên từ mỗi tổ dân_phố" == heading.replace("\u00a0", "_")
    assert "Hà Tĩnh giữ bình yên từ mỗi tổ dân phố" in brief.text
