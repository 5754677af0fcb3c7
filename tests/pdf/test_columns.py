"""Columns dealt from one layout: nothing lost, nothing twice, in order, even, and cut only where a break is allowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_reports.assets import fonts_dir
from antq_reports.pdf import PdfStyle, Resource, columns, engine
from antq_reports.pdf.fetcher import new_fetcher
from antq_reports.pdf.stylesheet import load_style

FONT = Resource((fonts_dir() / "ibm-plex-sans" / "IBMPlexSans-Regular.ttf").read_bytes(), "font/ttf")
CSS = """@font-face { font-family: "Plex"; src: url(antq:font/f.ttf) }
@page { size: 120mm 100mm; margin: 10mm }
html { font: 9pt/12pt "Plex" } body, p, h2 { margin: 0; font-size: inherit; line-height: inherit }
p { margin-bottom: 4pt; orphans: 2; widows: 2 } h2 { break-after: avoid; margin-top: 8pt }
.whole, tr { break-inside: avoid }
.two { columns: 2; column-gap: 6mm } table { border-collapse: collapse; width: 100%; table-layout: fixed }
td, th { padding: 0; border-bottom: 1pt solid black; text-align: left; vertical-align: top }"""
LOADED = load_style(PdfStyle(CSS, {"antq:font/f.ttf": FONT}))
COLUMN_TOP = 10 * 96 / 25.4


def laid_out(body: str) -> Any:
    """WeasyPrint's document."""
    html = f"<!DOCTYPE html><html><head><title>a</title></head><body>{body}</body></html>"
    return engine._lay_out(html, LOADED, new_fetcher({}))[1]


def lines_of(body: str) -> list[tuple[int, int, float, str, str]]:
    """Every line as it stands: page, column, top, element, text; in the order of the tree."""
    return [
        (number, int(box.position_x > 60 * 96 / 25.4), box.position_y, box.element_tag, line_text(box))
        for number, page in enumerate(laid_out(body).pages, start=1)
        for box in page._page_box.descendants(placeholders=True)
        if type(box).__name__ == "LineBox"
    ]


def line_text(line: Any) -> str:
    """The words of a line."""
    return "".join(box.text for box in line.descendants() if getattr(box, "text", None)).strip()


def words(lines: list[tuple[int, int, float, str, str]], leave: str = "") -> list[str]:
    """All words of the lines, without those of an element."""
    return [word for *_, tag, text in lines if tag != leave for word in text.split()]


def numbered(count: int, start: int = 0) -> str:
    """Words that are all different."""
    return " ".join(f"chữ{number}" for number in range(start, start + count))


def test_two_columns_are_as_even_as_lines_allow() -> None:
    """The first is not lower; both begin at the same height."""
    lines = lines_of(f'<div class="two">{"".join(f"<p>{numbered(9, 9 * n)}</p>" for n in range(7))}</div><p>sau</p>')
    first, second = ([line for line in lines[:-1] if line[1] == column] for column in (0, 1))
    assert first[0][2] == pytest.approx(COLUMN_TOP) == second[0][2]
    assert 0 <= len(first) - len(second) <= 2
    assert words(lines[:-1]) == numbered(63).split()
    assert lines[-1][2] > max(line[2] for line in lines[:-1])


def test_weasyprints_own_columns_hold_the_same_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is broken elsewhere because it moves."""
    body = f'<div class="two"><p>{numbered(40)}</p><p>{numbered(40, 40)}</p></div>'
    ours = [text for *_, text in lines_of(body)]
    monkeypatch.setattr(columns, "_is_plain", lambda context, box: False)
    assert ours == [text for *_, text in lines_of(body)]


@given(sizes=st.lists(st.tuples(st.integers(5, 40), st.integers(5, 40)), min_size=2, max_size=5))
@settings(max_examples=25, deadline=None)
def test_a_break_is_where_it_may_be(sizes: list[tuple[int, int]]) -> None:
    """No heading ends a column, what is whole stays whole, and no line of a paragraph stands alone."""
    parts = "".join(
        f'<h2>đầu{n}</h2><p>{numbered(one, 100 * n)}</p><div class="whole"><p>{numbered(two, 100 * n + 50)}</p></div>'
        for n, (one, two) in enumerate(sizes)
    )
    lines = lines_of(f'<div class="two">{parts}</div>')
    for _, column in groupby(lines, key=lambda line: line[:2]):
        assert "h2" != list(column)[-1][3]
    for n, (one, two) in enumerate(sizes):
        for first, count in ((100 * n, one), (100 * n + 50, two)):
            names = set(numbered(count, first).split())
            places = [line[:2] for line in lines if names & set(line[4].split())]
            assert len(places) == 1 or 1 not in Counter(places).values()
            assert first % 100 == 0 or len(set(places)) == 1


def test_of_a_table_every_piece_has_the_head_and_every_row_stands_once() -> None:
    """Over columns and over pages; the rows' rule is drawn under the head of each piece."""
    rows = "".join(f"<tr><th>việc{n}</th><td>{n}</td></tr>" for n in range(60))
    lines = lines_of(
        f'<p>trước</p><div class="two"><table><thead><tr><th>Chỉ tiêu</th><th>Số</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
    pieces = {line[:2] for line in lines[1:]}
    assert [(1, 0), (1, 1), (2, 0), (2, 1)] == sorted(pieces)
    heads = [line for line in lines if "Chỉ tiêu" == line[4]]
    assert sorted(pieces) == [line[:2] for line in heads]
    assert [f"việc{n}" for n in range(60)] == [line[4] for line in lines if line[4].startswith("việc")]
    assert len({round(line[2], 2) for line in heads if line[0] == 2}) == 1


def test_shared_borders_are_those_of_the_rows_in_the_piece() -> None:
    """A table tells its drawing how many rows stand before."""
    rows = "".join(f"<tr><td>{n}</td></tr>" for n in range(10))
    table = f"<table><thead><tr><th>a</th></tr></thead><tbody>{rows}</tbody></table>"
    document = laid_out(f'<div class="two">{table}</div>')
    tables = [box for box in document.pages[0]._page_box.descendants() if type(box).__name__ == "TableBox"]
    assert [0, 6] == [table.skipped_rows for table in tables]
    assert [6, 6] == [sum(len(group.children) for group in table.children) for table in tables]


@pytest.mark.parametrize(
    "body",
    [
        '<div class="two"><p>{a}</p><h2 style="column-span: all">{b}</h2><p>{c}</p></div>',
        '<div class="two"><p>{a} <span style="float: footnote">{b}</span></p><p>{c}</p></div>',
        '<div class="two"><p>{a}</p><p style="break-before: column">{b}</p><p>{c}</p></div>',
        '<div class="two" style="height: 40mm"><p>{a}</p><p>{b}</p><p>{c}</p></div>',
        '<div class="two"><p>{a}</p><p>{b}<b style="position: absolute">x</b></p><p>{c}</p></div>',
    ],
)
def test_what_is_not_plain_is_left_to_weasyprint(body: str) -> None:
    """Every word is there."""
    lines = lines_of(body.format(a=numbered(20), b=numbered(5, 20), c=numbered(20, 25)))
    assert {*numbered(45).split(), *(["x"] if "absolute" in body else [])} <= set(words(lines))


def blocks() -> st.SearchStrategy[list[tuple[str, int]]]:
    """Paragraphs, headings and tables of all sizes."""
    return st.lists(
        st.tuples(st.sampled_from(["p", "h2", "whole", "table"]), st.integers(1, 60)), min_size=1, max_size=9
    )


def written(parts: list[tuple[str, int]]) -> Iterator[str]:
    """Their HTML, each word another."""
    start = 0
    for kind, length in parts:
        size = min(length, 12) if kind == "h2" else length
        text = numbered(size, start)
        start += size
        if kind == "table":
            rows = "".join(f"<tr><td>{word}</td></tr>" for word in text.split())
            yield f"<table><thead><tr><th>Đầu</th></tr></thead><tbody>{rows}</tbody></table>"
        elif kind == "whole":
            yield f'<div class="whole"><p>{text}</p></div>'
        else:
            yield f"<{kind}>{text}</{kind}>"


@settings(max_examples=25, deadline=None)
@given(parts=blocks())
def test_nothing_is_lost_or_doubled_or_out_of_order(parts: list[tuple[str, int]]) -> None:
    """Whatever stands in the columns and wherever it breaks; nothing stands below the page."""
    lines = [
        line for line in lines_of(f'<p>trước</p><div class="two">{"".join(written(parts))}</div>') if line[4] != "Đầu"
    ]
    found = words(lines)[1:]
    assert found == numbered(len(found)).split()
    assert len(found) == sum(min(size, 12) if kind == "h2" else size for kind, size in parts)
    assert all(line[2] < 90 * 96 / 25.4 for line in lines)
    for before, after in pairwise(lines[1:]):
        assert before[:3] <= after[:3]
