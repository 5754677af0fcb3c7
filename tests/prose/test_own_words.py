"""A person's own texts in print: figures in the ledger, absent texts gone whole, hostile ones harmless."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from prose_kit import report_of
from reading import fold

from antq_reports import RenderedReport, load_report, render_report, verify

BRIEF = Path(__file__).resolve().parent.parent / "data" / "briefs" / "own-words.toml"
TIPS = {"public_tips": "3.602 tin", "valuable_tips": 0}


def brief_of(**fields: Any) -> RenderedReport:
    """Return the brief of a report with tips and a lead of its own: the body tells all."""
    return render_report(report_of(**{"tips": TIPS, "lead": "Mở bài.", **fields}))


def entries(brief: RenderedReport, metric: str) -> list[tuple[str, object]]:
    """Return printed text and value of every entry of a metric."""
    return [(entry.text, entry.value) for entry in brief.figures if entry.metric == metric]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"headline": "Có {24.075 tin}"}, "headline"),
        ({"lead": "Có {24.075 tin}"}, "lead"),
        ({"highlights": ("Có {24.075 tin}",)}, "highlights[0]"),
        ({"subheads": {"tips": "Có {24.075 tin}"}}, "subheads.tips"),
        ({"tips": {**TIPS, "opening": "Có {24.075 tin}"}}, "tips.opening"),
        ({"tips": {**TIPS, "closing": "Có {24.075 tin}"}}, "tips.closing"),
        ({"tips": {**TIPS, "paragraphs": ({"text": "Có {24.075 tin}"},)}}, "tips.paragraphs[0].text"),
        ({"tips": {**TIPS, "quote": {"text": "Có {24.075 tin}", "who": "bà Hoa"}}}, "tips.quote.text"),
        ({"tips": {**TIPS, "qualifiers": {"public_tips": "hơn {24.075 tin}"}}}, "tips.qualifiers.public_tips"),
        ({"outlook": {"tasks": ("tiếp nhận {24.075 tin}",)}}, "outlook.tasks[0]"),
        ({"outlook": {"causes": ("Có {24.075 tin}.",)}}, "outlook.causes[0]"),
        ({"deeds": ({"who": "ông An", "what": "báo {24.075 tin}"},)}, "deeds[0].what"),
    ],
)
def test_a_typed_figure_is_in_the_ledger_and_the_page_verifies(
    fields: dict[str, Any], path: str, tmp_path: Path
) -> None:
    """With a path below its text; not among the digits that are nobody's."""
    brief = brief_of(**fields)
    assert ("24.075 tin", 24075) in entries(brief, f"{path}.typed[0]")
    assert not [each for each in brief.unsourced if "24.075" in each.text]
    brief.save(tmp_path / "a.html")
    assert verify(tmp_path / "a.html").ok


def test_a_typed_figure_that_was_changed_on_the_page_is_told(tmp_path: Path) -> None:
    """By its path, with what it should be."""
    brief_of(lead="Có {24.075 tin}").save(tmp_path / "a.html")
    html = (tmp_path / "a.html").read_text(encoding="utf-8")
    place = html.index("24.075", html.index('class="lead"'))
    (tmp_path / "b.html").write_text(html[:place] + "24.076" + html[place + 6 :], encoding="utf-8")
    [found] = [each for each in verify(tmp_path / "b.html").differences if each.metric]
    assert ("lead.typed[0]", "24.076 tin", "24.075 tin") == (found.metric, found.printed, found.expected)


def test_a_named_figure_is_the_reports_own_and_in_the_table() -> None:
    """Though only the headline names it."""
    zero = {"public_order_cases": "120 vụ"}
    brief = brief_of(headline="Cả năm {crime_results.public_order_cases}", crime_results=zero)
    assert ("120 vụ", 120) in entries(brief, "crime_results.public_order_cases")
    assert "xảy ra\t120" in brief.text
    assert () == brief.unprinted


def test_digits_outside_braces_are_nobodys() -> None:
    """As they always were."""
    found = [(each.path, each.text) for each in brief_of(lead="Có {5 xã} và 6 thôn").unsourced]
    assert [("lead", "6")] == found


@pytest.mark.parametrize("name", ["weapons.detonators", "tips.valuable_tips", "extra.khong_co"])
def test_a_text_that_names_what_is_not_there_is_gone_whole(name: str) -> None:
    """The lead and headline of the templates stand in; other texts leave no trace."""
    said = f"§ có {{{name}}} và {{5 xã}}"
    own = {"opening": said, "closing": said, "paragraphs": ({"text": said},), "quote": {"text": said, "who": "bà Hoa"}}
    brief = brief_of(
        headline=said,
        lead=said,
        highlights=(said,),
        subheads={"tips": said},
        tips={**TIPS, **own, "qualifiers": {"public_tips": said}},
        outlook={"tasks": (said,), "lessons": (f"{said}.",)},
        deeds=({"who": "ông An", "what": said},),
    )
    assert "§" not in brief.text
    assert "Hà Tĩnh: Nhân dân cung cấp 3.602 tin" in brief.text
    assert not [entry for entry in brief.figures if "typed" in entry.metric]


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "{% for x in y %}", "{config}", "<b onclick=a()>", "{<i>}", "a { b } c }"]
)
def test_hostile_text_stays_text(text: str) -> None:
    """Braces that hold no figure are printed as they are written, markup is escaped."""
    brief = brief_of(lead=f"Mở {text}.", tips={**TIPS, "opening": f"Mở {text}.", "qualifiers": {"public_tips": text}})
    assert 2 == fold(brief.text).count(f"Mở {text}.")
    assert "<b onclick" not in brief.html
    assert "<i>" not in brief.html


def test_a_figure_that_opens_a_text_takes_its_capital() -> None:
    """And one within it does not."""
    text = brief_of(lead="{hơn 30 mô hình} và {hơn 20 tổ}", tips={**TIPS, "opening": "{hơn 5 xã} tốt"}).text
    assert "Hơn 30 mô hình và hơn 20 tổ" in fold(text)
    assert "Hơn 5 xã tốt." in fold(text)


def test_a_figure_that_opens_a_clause_takes_none() -> None:
    """The sentence around it is the template's, or the figure's it stands behind."""
    more = {
        "outlook": {"shortcomings": ("{hơn 20 xã} thiếu người",)},
        "deeds": ({"who": "ông An", "what": "{hơn 5 lần} bắt trộm", "where": "{hơn 2 xã}"},),
        "tips": {**TIPS, "qualifiers": {"public_tips": "{trên 80%} là tin tốt"}},
    }
    text = fold(brief_of(**more).text)
    assert "Hạn chế là hơn 20 xã thiếu người." in text
    assert "Ở hơn 2 xã, ông An hơn 5 lần bắt trộm." in text
    assert "3.602 tin về an ninh, trật tự trên 80% là tin tốt" in text


def test_words_that_open_a_sentence_of_the_body_take_their_capital() -> None:
    """As typed figures do."""
    text = fold(brief_of(tips={**TIPS, "opening": "người dân tin"}).text)
    assert "Người dân tin. Nhân dân" in text


def test_an_extra_figure_that_a_text_of_the_body_names_is_told_there_alone() -> None:
    """Headline and lead say what the body says again."""
    extra = ({"id": "boats", "label": "tàu tuần tra", "section": "tips", "figure": "12 tàu"},)
    told = fold(brief_of(extra=extra, tips={**TIPS, "opening": "Có {extra.boats}"}).text)
    assert (1, 0) == (told.count("Có 12 tàu."), told.count("có 12 tàu tuần tra"))
    above = {"lead": "Có {extra.boats}", "subheads": {"models": "Có {extra.boats}"}}
    tips = {**TIPS, "qualifiers": {"valuable_tips": "({extra.boats})"}}
    visit = {"delegation": "đoàn", "praise": ("{extra.boats}",)}
    for more in (above, {"tips": tips}, {"visit": visit}):
        brief = brief_of(extra=extra, **more)
        assert ("12 tàu tuần tra" in fold(brief.text), ()) == (True, brief.unprinted)


def test_a_qualifier_stands_right_behind_its_figure_and_before_the_period() -> None:
    """In sentences and in one's own texts that name it; not in the strip, nor twice."""
    figure = {"kind": "count", "value": 526, "unit": "súng", "period": "6 tháng đầu năm 2026"}
    weapons = {"firearms_surrendered": figure, "qualifiers": {"firearms_surrendered": "các loại"}}
    brief = brief_of(weapons=weapons)
    assert "526 súng các loại (6 tháng đầu năm 2026)." in fold(brief.text)
    assert ("526 súng", 526) in entries(brief, "weapons.firearms_surrendered")


def test_a_qualifier_may_name_its_own_figure() -> None:
    """Which is then printed without one."""
    weapons = {
        "firearms_surrendered": "5 súng",
        "qualifiers": {"firearms_surrendered": "({weapons.firearms_surrendered})"},
    }
    assert "5 súng (5 súng)." in fold(brief_of(weapons=weapons).text)


def test_what_a_pledge_is_about_stands_where_its_sentence_has_it() -> None:
    """The template places the qualifier itself; without one it says what the law is."""
    pledges = {"weapons_pledges": "12 người"}
    own = {**pledges, "qualifiers": {"weapons_pledges": "không đốt pháo"}}
    assert "12 người ký cam kết không đốt pháo." in fold(brief_of(commitments=own).text)
    assert "12 người ký cam kết chấp hành quy định về vũ khí" in fold(brief_of(commitments=pledges).text)


def test_the_source_of_a_typed_figure_is_its_text(tmp_path: Path) -> None:
    """File and line of the key it is typed under, near enough for a list of texts."""
    brief = render_report(load_report(BRIEF))
    sources = {entry.metric: entry.source for entry in brief.figures}
    assert "own-words.toml, dòng 6: lead" == sources["lead.typed[0]"]
    assert str(sources["outlook.tasks[0].typed[0]"]).endswith(": outlook.tasks")


def test_a_report_in_own_words_comes_back_from_its_brief(tmp_path: Path) -> None:
    """Equal to what it was made of, and the page agrees with it."""
    report = load_report(BRIEF)
    render_report(report).save(tmp_path / "a.pdf")
    assert report == load_report(tmp_path / "a.pdf")
    found = verify(tmp_path / "a.pdf", report=report)
    assert ((), True) == (found.differences, found.identical)
