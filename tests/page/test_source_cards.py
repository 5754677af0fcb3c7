"""Sources on the page: one card per figure, in order, without text, and nothing gets out of its attribute."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import accumulate
from typing import Any

import pytest
from example_briefs import STYLES, example_brief
from prose_kit import report_of

from antq_reports import RenderedReport, render_report
from antq_reports.errors import TemplateError
from antq_reports.page import page_lines, page_text
from antq_reports.page.source_cards import card_of, readable_formula, show_sources
from antq_reports.prose import LedgerEntry, read_templates
from antq_reports.report import Origin

HOSTILE = '“Vũ khí”" onfocus="alert(1)\' <b>&amp;\nhai dòng</data><script>'


def entry_of(**fields: Any) -> LedgerEntry:
    """A ledger entry of 526 guns."""
    known: dict[str, Any] = {"kind": "figure", "metric": "weapons.firearms_surrendered", "label": "súng", "text": "526"}
    return LedgerEntry(
        **{**known, "value": 526, "sources": (Origin(file="a.xlsx", sheet="Vũ khí", cell="C7"),), **fields}
    )


def element(metric: str = "weapons.firearms_surrendered", text: str = "526") -> str:
    """The element of a figure as the ledger writes it."""
    return f'<data class="figure n" value="526" data-metric="{metric}">{text}</data>'


class Elements(HTMLParser):
    """Every element met, with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.met: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an element down."""
        self.met.append((tag, dict(attrs)))

    def values(self, attribute: str) -> list[str | None]:
        """The values of an attribute, in the order of the page."""
        return [attributes[attribute] for _, attributes in self.met if attribute in attributes]


@pytest.fixture(scope="module", params=sorted(STYLES))
def brief(request: pytest.FixtureRequest) -> RenderedReport:
    """Both examples, each in its style."""
    return example_brief(request.param)


def test_every_figure_has_its_card_in_the_order_of_the_page(brief: RenderedReport) -> None:
    """One card per figure of the ledger, and it is that figure's."""
    figures = [entry for entry in brief.figures if entry.kind == "figure"]
    elements = Elements(brief.html)
    assert [entry.metric for entry in figures] == elements.values("data-path")
    assert [
        "\n".join(card_of(entry).places).replace(", dòng ", ", dòng\u00a0") for entry in figures
    ] == elements.values("data-source")


def test_every_figure_and_date_can_be_reached_and_is_described(brief: RenderedReport) -> None:
    """Tab stops on each in turn, and a screen reader says where it comes from."""
    reached = [attributes for tag, attributes in Elements(brief.html).met if "tabindex" in attributes]
    assert [entry.metric for entry in brief.figures] == [attributes["data-metric"] for attributes in reached]
    assert [card_of(entry).said for entry in brief.figures] == [
        attributes["aria-description"] for attributes in reached
    ]
    assert {"0"} == {attributes["tabindex"] for attributes in reached}


def test_cards_add_no_text(brief: RenderedReport) -> None:
    """The page reads as it does without them: nothing for a copy, a search or a comparison to stumble over."""
    assert page_lines(brief._page.html) == page_lines(brief.html)


def test_the_file_holds_no_script_and_fetches_nothing(brief: RenderedReport) -> None:
    """No event handler, and every address a browser would follow by itself is inside the file."""
    met = Elements(brief.html).met
    kinds = {attributes.get("type") for tag, attributes in met if tag == "script"}
    assert kinds <= {"application/zlib"}
    assert [] == [name for _, attributes in met for name in attributes if name.startswith("on")]
    assert [] == [a["src"] for _, a in met if not (a.get("src") or "data:").startswith("data:")]
    assert [] == [address for address in re.findall(r"url\(([^)]*)\)", brief.html) if not address.startswith("data:")]
    assert "@import" not in brief.html


def test_the_same_report_gives_the_same_file(brief: RenderedReport) -> None:
    """Byte for byte."""
    style = STYLES[brief.report.sources.file.removesuffix(".toml")]
    assert brief.html == render_report(brief.report, style=style).html


def test_cards_cost_little(brief: RenderedReport) -> None:
    """Less than 500 bytes for a figure read from one place."""
    page = brief._page.html
    added = len(show_sources(page, brief.figures).encode()) - len(page.encode())
    assert 0 < added < 500 * len(brief.figures)


def test_the_pdf_knows_nothing_of_cards() -> None:
    """Its bytes are the same whether the HTML was asked for or not."""
    report = report_of(weapons={"firearms_surrendered": 526})
    asked, unasked = render_report(report), render_report(report)
    assert "provenance" in asked.html
    assert unasked.pdf == asked.pdf
    assert "provenance" not in asked._page.html + asked._style.css


def test_cards_are_for_screens_alone() -> None:
    """Outside `@media screen` the sheet says nothing: a browser prints the page without cards."""
    sheet = re.sub(r"/\*.*?\*/", "", read_templates().bundled["styles/shared/screen.css"], flags=re.DOTALL).strip()
    assert sheet.startswith("@media screen {")
    opened = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in sheet))
    assert len(sheet) - 1 == opened.index(0, sheet.index("{"))


def test_hostile_words_stay_in_their_attributes() -> None:
    """Quotes, angle brackets and newlines of a file's name make no element and no attribute."""
    entry = entry_of(label=HOSTILE, sources=(Origin(file=HOSTILE),), formula=HOSTILE, metric='a"><script>')
    html = show_sources(element("a&#34;&gt;&lt;script&gt;"), [entry])
    met = Elements(html).met
    assert ["data", *["span"] * 5] == [tag for tag, _ in met]
    assert {"class", "value", "data-metric", "tabindex", "aria-description"} == set(met[0][1])
    assert "526\n" == page_text(html)
    assert '“Vũ khí”" onfocus="alert(1)\' <b>&amp; hai dòng</data><script>' == met[-1][1]["data-source"]


def test_overlong_words_are_cut() -> None:
    """A name of thousands of characters makes no card of thousands of characters."""
    card = card_of(entry_of(label="a" * 5000, sources=(Origin(file="b" * 5000),)))
    assert (200, 200) == (len(card.name), len(card.places[0]))
    assert card.name.endswith("…")


def test_many_places_are_counted() -> None:
    """Of a total over many cells a card names one, and says how many more there are and where they stand."""
    origins = tuple(Origin(file=f"{number}.xlsx", sheet="Vũ khí", cell="C7") for number in range(124))
    card = card_of(entry_of(sources=origins))
    assert ("124 nơi:", str(origins[0]), "và 123 nơi khác; xem sổ số liệu kèm theo") == card.places
    assert card.said.endswith("Nguồn: 124 nơi; xem sổ số liệu kèm theo")


def test_few_places_are_all_named() -> None:
    """Nobody is sent elsewhere for one place more."""
    assert ("a", "b", "c", "d") == card_of(entry_of(sources=tuple(Origin(file=name) for name in "abcd"))).places


def test_a_note_is_part_of_its_place() -> None:
    """Semicolons in it make no places of their own."""
    noted = Origin(file="a.xlsx", cell="C7", note="tạm tính; chờ công văn; sẽ sửa; hỏi lại xã; gọi sau")
    assert (str(noted),) == card_of(entry_of(sources=(noted,))).places


@pytest.mark.parametrize(
    ("metric", "origin", "shown"),
    [
        ("tips.public_tips", Origin(file="a.toml", line=7, path="tips.public_tips"), "a.toml, dòng 7"),
        ("tips.public_tips.change.percent", Origin(file="a.toml", line=7, path="tips.public_tips"), "a.toml, dòng 7"),
        ("commitments.pledges[2]", Origin(file="a.toml", path="commitments.pledges"), "a.toml"),
        ("tips.public_tips", Origin(file="a.toml", path="tips.public"), "a.toml: tips.public"),
        ("tips.public_tips", Origin(file="báo cáo: quý I.xlsx", cell="C7"), "báo cáo: quý I.xlsx, ô C7"),
    ],
)
def test_a_path_is_told_once(metric: str, origin: Origin, shown: str) -> None:
    """The card shows the figure's path; its place need not repeat it, another path stays."""
    assert (shown,) == card_of(entry_of(metric=metric, sources=(origin,))).places


def test_a_card_says_how_a_figure_was_computed() -> None:
    """Label, formula, source: in this order."""
    card = card_of(entry_of(label="số vụ", formula="(526 - 480) / 480", sources=(Origin(file="a.xlsx", cell="C7"),)))
    assert "Số vụ. Cách tính: (526 − 480) ÷ 480. Nguồn: a.xlsx, ô C7" == card.said


def test_a_figure_as_reported_has_no_formula() -> None:
    """No empty row is drawn for it."""
    assert "data-formula" not in show_sources(element(), [entry_of()])


@pytest.mark.parametrize(
    ("formula", "readable"),
    [
        ("1010/1173 - 900/1100", "1.010 ÷ 1.173 − 900 ÷ 1.100"),
        ("2709614 - 2605398", "2.709.614 − 2.605.398"),
        ("526.0875 / 1480", "526,0875 ÷ 1.480"),
        ("18/18", "18 ÷ 18"),
    ],
)
def test_formulas_are_written_as_in_vietnamese(formula: str, readable: str) -> None:
    """Dots for thousands, a comma for decimals, and no digit changed."""
    assert readable == readable_formula(formula)
    assert re.sub(r"\D", "", formula) == re.sub(r"\D", "", readable)


def test_a_figure_without_a_source_says_so() -> None:
    """It has a card all the same."""
    html = show_sources(element(), [entry_of(sources=())])
    assert ["không ghi"] == Elements(html).values("data-source")


def test_a_date_without_a_source_stays_as_it_is() -> None:
    """There is nothing to tell about it."""
    date = '<time class="n" data-metric="period">năm 2026</time>'
    assert date == show_sources(date, [entry_of(kind="date", metric="period", sources=())])


@pytest.mark.parametrize(
    ("html", "figures"),
    [
        (element() * 2, [entry_of()]),
        (element(), [entry_of(), entry_of()]),
        (element(), []),
        ("", [entry_of()]),
        (element("tips.public_tips"), [entry_of()]),
        (element(), [replace(entry_of(), kind="date")]),
    ],
    ids=["one too many", "one too few", "no ledger", "no page", "another figure", "another kind"],
)
def test_a_page_that_is_not_its_ledger_is_refused(html: str, figures: list[LedgerEntry]) -> None:
    """A source beside the wrong figure is worse than none."""
    with pytest.raises(TemplateError, match="không khớp sổ số liệu"):
        show_sources(html, figures)
