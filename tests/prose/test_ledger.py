"""The ledger cannot lie: what is not printed is not in it, and nothing is printed past it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from prose_kit import print_with, report_of

from antq_reports import RenderedReport
from antq_reports.errors import AntqReportsError, FigureMisuseError, TemplateError
from antq_reports.figures import AnyFigure, Run, format_runs, parse_figure
from antq_reports.prose import LedgerEntry
from antq_reports.prose.ledger import machine_value, settle
from antq_reports.prose.tokens import CAPITAL, FIRST_TOKEN, AbbreviationToken, FigureToken, TextToken, TokenBook
from antq_reports.report import Origin

REPORT = report_of(
    weapons={"firearms_surrendered": "526 súng", "grenades_surrendered": "48 lựu đạn"}, headline="Tít", lead="Mở bài."
)


def metrics(brief: RenderedReport) -> list[str]:
    """The metric paths of the printed figures, in order: strip, sentences, table."""
    return [entry.metric for entry in brief.figures if entry.kind == "figure"]


def said(brief: RenderedReport) -> list[str]:
    """Those of the sentences: strip and table print the number alone."""
    return [entry.metric for entry in brief.figures if entry.kind == "figure" and " " in entry.text]


def test_a_figure_in_an_unprinted_clause_is_not_in_the_ledger(tmp_path: Path) -> None:
    """A token minted in a clause that died is nowhere: not on the page, not in the ledger, but among the unprinted."""
    template = (
        "{% sentence %}thu {{ weapons.firearms_surrendered|figure }}"
        '{% clause ", cùng" %}{{ weapons.grenades_surrendered|figure }} và {{ weapons.support_tools|figure }}'
        "{% endclause %}{% endsentence %}"
    )
    brief = print_with(tmp_path, template, REPORT)
    assert "48 lựu đạn" not in brief.text
    assert ["weapons.firearms_surrendered"] == said(brief)
    assert ("weapons.grenades_surrendered",) == brief.unprinted


def test_a_figure_that_a_macro_drops_is_not_in_the_ledger(tmp_path: Path) -> None:
    """Captured and never printed: only the table has it."""
    template = (
        "{% set kept %}{{ weapons.grenades_surrendered|figure }}{% endset %}"
        "{% sentence %}thu {{ weapons.firearms_surrendered|figure }}{% endsentence %}"
    )
    assert ["weapons.firearms_surrendered"] == said(print_with(tmp_path, template, REPORT))


def test_a_figure_printed_twice_has_two_entries(tmp_path: Path) -> None:
    """The ledger follows the page."""
    loop = "{% for i in [weapons, weapons] %}{{ i.firearms_surrendered|figure }} {% endfor %}"
    template = "{% sentence %}" + loop + "{% endsentence %}"
    once = "{% sentence %}{{ weapons.firearms_surrendered|figure }}{% endsentence %}"
    twice = metrics(print_with(tmp_path, template, REPORT)).count("weapons.firearms_surrendered")
    assert twice == 1 + metrics(print_with(tmp_path, once, REPORT)).count("weapons.firearms_surrendered")


@pytest.mark.parametrize(
    "way",
    [
        "{{ weapons.firearms_surrendered }}",
        "{{ weapons.firearms_surrendered|figure|upper }}",
        "{{ weapons.firearms_surrendered|figure|replace('5', '9') }}",
        "{{ weapons.firearms_surrendered|string }}",
        "{{ weapons.firearms_surrendered|int }}",
        "{{ weapons.firearms_surrendered|figure|length }}",
        "{{ weapons.firearms_surrendered|figure|first }}",
        "{{ weapons.firearms_surrendered|figure|list }}",
        "{{ '%s'|format(weapons.firearms_surrendered) }}",
        "{{ '%s' % weapons.firearms_surrendered }}",
        "{{ weapons.firearms_surrendered ~ '' }}",
        "{{ weapons.firearms_surrendered + weapons.grenades_surrendered }}",
        "{{ weapons.firearms_surrendered * 2 }}",
        "{{ -weapons.firearms_surrendered }}",
        "{{ weapons.firearms_surrendered > weapons.grenades_surrendered }}",
        "{{ weapons.firearms_surrendered._figure.value }}",
        "{{ weapons.firearms_surrendered._book.mint }}",
        "{{ weapons.firearms_surrendered.extent }}",
        "{{ weapons.firearms_surrendered['_figure'] }}",
        "{{ [1, 2]|length }}",
        "{{ 526 }}",
        "{{ '526' }}",
        "526",
        "{{ period.label }}",
        "{{ period }}",
        "{{ weapons }}",
        "{{ place.name|upper }}",
        "{{ weapons.firearms_surrendered|unit|figure }}",
        "{{ place.name|figure }}",
        "{{ weapons.firearms_surrendered|date }}",
        "{% for char in weapons.firearms_surrendered|figure %}{{ char }}{% endfor %}{{ loop.index }}",
        "{{ config }}",
        "{{ range(3) }}",
        "{{ lipsum() }}",
    ],
)
def test_no_way_round_the_figure_filters(way: str, tmp_path: Path) -> None:
    """Every other way to print a number ends in an error, never on the page."""
    with pytest.raises(AntqReportsError):
        print_with(tmp_path, "{% sentence %}thu " + way + " rồi{% endsentence %}", REPORT)


def token_of(path: str, figure: AnyFigure) -> FigureToken:
    """The token of a figure under a metric's path."""
    entry = LedgerEntry(kind="figure", metric=path, label="x", value=figure.raw, figure=figure)
    return FigureToken(entry=entry, runs=format_runs(figure))


def test_settling_adds_nothing_but_the_printed_text() -> None:
    """Every other field of the ledger is what the token's entry has, each time it is printed."""
    book = TokenBook()
    token = replace(token_of("a.b", parse_figure("hơn 526 súng")), runs=(Run("hơn 526", "number"),))
    origin = Origin(file="a.xlsx", cell="B4")
    entry = replace(token.entry, formula="1 + 525", operands=(1, 525), sources=(origin,))
    settled = settle(f"<p>{CAPITAL}{book.mint(replace(token, entry=entry))}</p>", book)
    assert (replace(entry, text="Hơn 526"),) == settled.figures


def test_a_figure_in_an_attribute_is_refused() -> None:
    """Where no reader sees it, a figure may not stand."""
    book = TokenBook()
    figure = parse_figure("526 súng")
    token = book.mint(token_of("x.y", figure))
    with pytest.raises(FigureMisuseError, match="thuộc tính"):
        settle(f'<p title="{token}">x</p>', book)


def test_digits_that_no_token_stands_for_are_refused() -> None:
    """A page template cannot type a number into the text either."""
    with pytest.raises(TemplateError, match="chữ số “Có 526 súng”"):
        settle("<p>Có 526 súng</p>", TokenBook())


def test_free_text_keeps_its_digits_and_they_are_listed() -> None:
    """Digits and indefinite words of free text are printed, escaped, and listed with their path."""
    book = TokenBook()
    token = book.mint(TextToken(path="headline", text="Đề án 06 <b> và hàng trăm"))
    settled = settle(f"<h1>{token}</h1>", book)
    assert "Đề án\u00a006 &lt;b&gt; và hàng trăm" in settled.html
    assert {("headline", "06"), ("headline", "hàng trăm")} == {(item.path, item.text) for item in settled.unsourced}
    assert () == settled.figures


def test_an_abbreviation_is_written_out_first() -> None:
    """In full with the short form in brackets, then short; in full alone when it comes once."""
    book = TokenBook()
    token = book.mint(AbbreviationToken(short="ANTT", text="an ninh, trật tự"))
    assert "<p>an ninh, trật tự</p>" == settle(f"<p>{token}</p>", book).html
    twice = settle(f"<p>{token} và {token}</p>", book).html
    assert "<p>an ninh, trật tự (ANTT) và ANTT</p>" == twice


def test_a_figure_carries_its_value_and_metric_into_the_page() -> None:
    """``<data>`` says the raw value and the metric; hedge, digits and the unit's first word do not part."""
    book = TokenBook()
    figure = parse_figure("hơn 102.700 lượt người")
    token = book.mint(token_of("a.b", figure))
    html = settle(f"<p>{token}</p>", book).html
    assert 'value="102700"' in html
    assert 'data-metric="a.b"' in html
    assert '<span class="n">hơn 102.700</span>\u00a0lượt người' in html


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1584, "1584"), (Decimal("0.8610"), "0.8610"), ((1010, 1173), "1010/1173"), (Decimal("1E+3"), "1000")],
)
def test_machine_values_are_plain(value: object, expected: str) -> None:
    """No grouping, a point for decimals, no exponents."""
    assert expected == machine_value(value)


def test_tokens_are_single_private_characters() -> None:
    """So that no text operation can change one into another."""
    book = TokenBook()
    first, second = (book.mint(TextToken(path=path, text=path)) for path in "ab")
    assert (chr(FIRST_TOKEN), chr(FIRST_TOKEN + 1)) == (str(first), str(second))
    assert str(first) == str(book.mint(TextToken(path="a", text="a")))
