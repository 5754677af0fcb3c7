"""Figures without their elements: the same words, unbroken where they were, and each one's place known."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from antq_reports.pdf.marked_texts import MARK, Mark, draws_marked, lightened, take_marks

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("html", "light"),
    [
        ("<data>a b</data>", "|a b"),
        ('<time class="n" data-metric="x">năm 2025</time>', f"|năm{SPACE}2025"),
        ('<data class="figure"><span class="n">5 vụ</span> án lớn</data>', f"|5{SPACE}vụ án lớn"),
        ('<data class="figure n">a<b>c d</b></data>', '<span class="n">|a<b>c d</b></span>'),
        ('<data class="n">3–5 vụ</data>', '<span class="n">|3–5 vụ</span>'),
        ('<data class="n">12 vụ/ngày</data>', '<span class="n">|12 vụ/ngày</span>'),
        ('<data class="n">229/234 vụ, +4,41%</data>', f"|229/234{SPACE}vụ,{SPACE}+4,41%"),
        ('<data class="noun">a b</data>', "|a b"),
        ("<p>a <data>1</data> b <data class='n'>–</data></p>", '<p>a |1 b<span> </span><span class="n">|–</span></p>'),
        ('<p><span class="n">a b</span></p>', f"<p>a{SPACE}b</p>"),
        ("<p>không có số</p>", "<p>không có số</p>"),
    ],
)  # fmt: skip
def test_elements_go_and_spaces_hold(html: str, light: str) -> None:
    """Where a break is possible beside spaces, an element stays that forbids it."""
    assert light == lightened(html, draws=False).replace(MARK, "|")


def test_a_style_that_draws_figures_keeps_their_elements() -> None:
    """Only the mark is added, and the space before an element stands alone."""
    html = '<p>Thu <data class="figure n" value="5">5 súng</data>, <time>2024</time></p>'
    wanted = '<p>Thu<span> </span><data class="figure n" value="5">|5 súng</data>,<span> </span><time>|2024</time></p>'
    assert wanted == lightened(html, draws=True).replace(MARK, "|")


@pytest.mark.parametrize(
    ("css", "draws"),
    [
        ("", False),
        (".n { white-space: nowrap; } .figures, .number, p.name { color: red }", False),
        ("@page { @top-left { content: counter(page) } } @font-face { font-family: data }", False),
        ("@media screen { .figure { color: red } @media (min-width: 1px) { data { color: red } } }", False),
        (".n { color: red }", True),
        ("p .figure { color: red }", True),
        ("data { color: red }", True),
        ("h1 > time::before { content: '·' }", True),
        ("[data-metric] { color: red }", True),
        ("@media print { p data { color: red } }", True),
        ("@media screen, print { data { color: red } }", True),
        ("p { & data { color: red } }", True),
    ],
)
def test_what_draws_figures_is_seen(css: str, draws: bool) -> None:
    """On paper; what a screen shows is another matter."""
    assert draws is draws_marked(css)


def test_marks_are_taken_out_with_their_places() -> None:
    """The element whose text it is, and the characters before it there that are no spaces."""
    root = ElementTree.fromstring(f"<p>Thu {MARK}5 <b>{MARK}6</b> và {MARK}7 {MARK}8</p>")
    bold = root[0]
    assert (Mark(root, 3), Mark(bold, 0), Mark(root, 6), Mark(root, 7)) == take_marks(root)
    assert "Thu 5 6 và 7 8" == "".join(root.itertext())


def test_a_mark_that_was_in_the_text_is_none() -> None:
    """It becomes a character that no font of ours draws, which is complained about."""
    assert "<p>a\ufffdb</p>" == lightened(f"<p>a{MARK}b</p>", draws=False)
