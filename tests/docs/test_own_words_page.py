"""The page on one's own words: every example is a report, and prints what the page says it prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reading import fold

from antq_reports import read_report, render_report
from antq_reports.catalogue.section_texts import SECTION_TEXTS
from antq_reports.errors import IntakeError
from antq_reports.report import Outlook

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "chu-cua-minh.md").read_text(encoding="utf-8")
HEAD = 'place = "tỉnh Hà Tĩnh"\nperiod = "năm 2026"\n'
EXAMPLES = re.split(r"^```toml\n", PAGE, flags=re.MULTILINE)[1:]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_prints_what_follows_it(example: str) -> None:
    """Paragraph by paragraph."""
    toml, _, rest = example.partition("```")
    text = fold(render_report(read_report(HEAD + toml)).text)
    told = re.findall(r"^> (.*)$", rest, re.MULTILINE)
    assert told
    assert [] == [line for line in told if fold(line) not in text]


def test_the_fault_is_the_one_shown() -> None:
    """With the name that is near."""
    with pytest.raises(IntakeError) as caught:
        read_report(f'{HEAD}headline = "A"\nlead = "Có {{tips.public_tip}}"\n')
    shown = re.findall(r"^Lỗi: [^:]*, (dòng 4: .*)$", PAGE, re.MULTILINE)
    assert shown == [str(caught.value).partition(", ")[2]]


def test_every_field_is_told_of() -> None:
    """Those of a section, those of the report, the kinds of closing points."""
    names = {*SECTION_TEXTS, *Outlook.model_fields, "highlights", "subheads", "deeds", "outlook", "extra", "sentence"}
    assert set() == {name for name in names if name not in PAGE}
