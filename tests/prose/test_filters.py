"""The figure filters where a number is nothing: a zero says so in words, or in the form that reads well."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose_kit import print_with, report_of

from antq_reports import render_report
from antq_reports.errors import TemplateError


@pytest.mark.parametrize("form", ["0/217 khu dân cư", "0 khu dân cư trong tổng số 217 khu dân cư"])
def test_no_part_of_a_whole_is_printed_as_a_fraction(form: str) -> None:
    """The prose says “0/217 khu dân cư”, never “có 0 khu dân cư trên tổng số 217 khu dân cư”."""
    brief = render_report(report_of(standards={"safe_residential_areas": form}))
    entry = next(entry for entry in brief.figures if entry.metric == "standards.safe_residential_areas")
    assert ("0/217 khu dân cư", (0, 217)) == (entry.text, entry.value)
    assert "0 khu dân cư" not in brief.text.replace("\u00a0", " ")


def test_a_part_of_a_whole_keeps_its_form() -> None:
    """What is not zero is printed as it was written."""
    text = "218 khu dân cư trong tổng số 342 khu dân cư"
    brief = render_report(report_of(standards={"safe_residential_areas": text}))
    assert text in brief.text.replace("\u00a0", " ")


ANSWER = """
{% sentence %}
Mở: xã {{ standards.safe_communes|answer("đạt", "chưa đạt") }} tiêu chuẩn
{% else %}
Mở: {{ standards.safe_communes|figure }} đạt tiêu chuẩn
{% endsentence %}
"""


@pytest.mark.parametrize(
    ("written", "sentence", "text"),
    [
        ("1/1 xã", "Mở: xã đạt tiêu chuẩn.", "đạt"),
        ("0/1 xã", "Mở: xã chưa đạt tiêu chuẩn.", "chưa đạt"),
        ("2/3 xã", "Mở: 2/3 xã đạt tiêu chuẩn.", "2/3 xã"),
    ],
)
def test_a_units_answer_for_itself_is_words(written: str, sentence: str, text: str, tmp_path: Path) -> None:
    """One of one and none of one are yes and no, in the ledger too; a share of many is left to another sentence."""
    brief = print_with(tmp_path, ANSWER, report_of(standards={"safe_communes": written}), "sections/standards.j2")
    assert sentence in brief.text.replace("\u00a0", " ")
    assert text in {entry.text for entry in brief.figures if entry.metric == "standards.safe_communes"}


def test_an_answer_takes_words_that_the_template_writes(tmp_path: Path) -> None:
    """Another text of the report could hold digits that no ledger knows."""
    template = "{% sentence %}Mở: {{ standards.safe_communes|answer(place.name, place.name) }}{% endsentence %}"
    report = report_of(standards={"safe_communes": "1/1 xã"})
    with pytest.raises(TemplateError, match="hai chữ viết sẵn"):
        print_with(tmp_path, template, report, "sections/standards.j2")


COUNTED = """
{% with all = crime_results.public_order_cases %}
{% sentence %}
Mở: {{ all|told }}; làm rõ {{ crime_results.public_order_cases_solved|within(all, "đạt") }}
{% endsentence %}
{% endwith %}
"""
OWN = {"headline": "Tít.", "lead": "Mở bài."}
"""Headline and lead tell none of it, so that the section has it to tell."""


@pytest.mark.parametrize(
    ("cases", "solved", "said"),
    [
        ("39 vụ", "37/39 vụ", "37 vụ, đạt 94,87%"),
        ("44 vụ", "40/44 vụ (đạt 90,9%)", "40 vụ, đạt 90,9%"),
        ("40 vụ", "37/39 vụ", "37/39 vụ"),
        ("hơn 39 vụ", "37/39 vụ", "37/39 vụ"),
        ("39 vụ", "37 vụ", "37 vụ"),
    ],
)
def test_a_part_of_what_was_just_counted_is_said_alone(cases: str, solved: str, said: str, tmp_path: Path) -> None:
    """Only of exactly that number; the ledger has the number that is printed."""
    figures = {"public_order_cases": cases, "public_order_cases_solved": solved}
    report = report_of(crime_results=figures, **OWN)
    brief = print_with(tmp_path, COUNTED, report, "sections/crime_results.j2")
    assert f"Mở: {cases}; làm rõ {said}." in brief.text.replace("\u00a0", " ")


def test_a_qualifier_is_not_lost(tmp_path: Path) -> None:
    """What a report puts behind a figure is its own words: then the figure is printed as ever."""
    name = "public_order_cases_solved"
    figures = {"public_order_cases": "39 vụ", name: "37/39 vụ", "qualifiers": {name: "đã kết luận"}}
    brief = print_with(tmp_path, COUNTED, report_of(crime_results=figures, **OWN), "sections/crime_results.j2")
    assert "làm rõ 37/39 vụ đã kết luận." in brief.text.replace("\u00a0", " ")
