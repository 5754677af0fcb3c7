"""The plain text of a page."""

from __future__ import annotations

import pytest

from antq_reports.page import page_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Một</p><p>Hai</p>", "Một\n\nHai\n"),
        ("<p>Có <b>526</b>&nbsp;khẩu \n  súng</p>", "Có 526 khẩu súng\n"),
        ("<p>a &lt;b&gt; &amp; c</p>", "a <b> & c\n"),
        ("<p>Một<br>hai</p>", "Một hai\n"),
        ("<ul><li>Một</li><li>Hai</li></ul>", "Một\n\nHai\n"),
        ("<figure><img alt='không đọc'><figcaption>Chú thích</figcaption></figure>", "Chú thích\n"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "A\tB\n\n1\t2\n"),
        ("<table>\n <tr>\n  <td>1</td>\n  <td>2</td>\n </tr>\n</table>", "1\t2\n"),
        ("<table><tr><td></td><td>Năm</td></tr></table>", "\tNăm\n"),
        ("<table><tr><td>a</td><td></td><td>b</td></tr></table>", "a\t\tb\n"),
        ("<table><tr><td></td><td></td></tr></table>", "\n"),
        ("", "\n"),
    ],
)
def test_text_is_what_a_reader_reads(html: str, text: str) -> None:
    """Blocks are parted by a blank line, cells by a tab, spaces are single and plain."""
    assert text == page_text(html)


@pytest.mark.parametrize("tag", ["style", "script", "svg", "template"])
def test_what_is_not_read_is_left_out(tag: str) -> None:
    """Styles, scripts, drawings and templates hold no words, whatever stands in them."""
    assert "ab\n" == page_text(f"<p>a<{tag}>p {{ x: <b>y</b> }}</{tag}>b</p>")


def test_head_is_left_out() -> None:
    """A page's title is not part of its text."""
    html = "<html><head><title>Tít</title><style>p{}</style></head><body><svg><title>Mã QR</title></svg><p>a</p></body>"
    assert "a\n" == page_text(html)
