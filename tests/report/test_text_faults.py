"""What is wrong with the figures in texts is told with file, line, key and remedy, all of it at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from faulty_files import Write, faults_in, only_fault, writer

from antq_reports import load_report, load_reports
from antq_reports.report import unreported_names

HEAD = 'place = "tỉnh Hà Tĩnh"\nperiod = 2026\n'
TIPS = '[tips]\npublic_tips = "3.602 tin"\nvaluable_tips = 0\n'
PLACES = {
    "headline": 'headline = "{text}"\n' + TIPS,
    "lead": 'lead = "{text}"\n' + TIPS,
    "highlights[0]": 'highlights = ["{text}"]\n' + TIPS,
    "subheads.tips": TIPS + '[subheads]\ntips = "{text}"\n',
    "tips.opening": TIPS + 'opening = "{text}"\n',
    "tips.closing": TIPS + 'closing = "{text}"\n',
    "tips.paragraphs[0].text": TIPS + '[[tips.paragraphs]]\ntext = "{text}"\n',
    "tips.quote.text": TIPS + 'quote.text = "{text}"\nquote.who = "bà Hoa"\n',
    "tips.qualifiers.public_tips": TIPS + 'qualifiers.public_tips = "{text}"\n',
    "outlook.tasks[0]": TIPS + '[outlook]\ntasks = ["{text}"]\n',
    "deeds[0].what": TIPS + '[[deeds]]\nwho = "ông An"\nwhat = "{text}"\n',
}
everywhere = pytest.mark.parametrize("place", PLACES)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Make files of a text in a folder of the test."""
    return writer(tmp_path)


def report_with(place: str, text: str) -> str:
    """Return a report with a text at a place."""
    return HEAD + PLACES[place].replace("{text}", text)


@everywhere
@pytest.mark.parametrize("text", ["Có {tips.public_tips}", "Có {1.204 tin} và {giảm 12 vụ so với cùng kỳ}"])
def test_a_reported_or_typed_figure_is_taken(place: str, text: str, write: Write) -> None:
    """In every text."""
    assert load_report(write("a.toml", report_with(place, text))).place.name == "Hà Tĩnh"


@everywhere
@pytest.mark.parametrize(
    ("text", "reason", "remedy"),
    [
        ("Có {tips.public_tip}", "không có chỉ tiêu “tips.public_tip”", "có phải “tips.public_tips”?"),
        ("Có {12.34 vụ}", "“12.34 vụ” trong dấu { }: dấu chấm chỉ", '"12,34'),
        ("Có {chẳng rõ}", "“chẳng rõ” trong dấu { }", ""),
        ("Có {5 xã", "không đi thành cặp", "viết {tên_chỉ_tiêu} hoặc {số liệu}"),
        ("Có {weapons.detonators}", "chỉ tiêu “weapons.detonators” chưa có số liệu", "ghi số liệu ấy"),
        ("Có {extra.boats}", "chỉ tiêu “extra.boats” chưa có số liệu", "ghi số liệu ấy"),
        ("Có {tips.valuable_tips}", "chỉ tiêu “tips.valuable_tips” bằng không", "bằng chữ"),
        ("Có {0 vụ}", "số 0", "bằng chữ"),
    ],
)
def test_what_cannot_be_printed_is_a_fault(place: str, text: str, reason: str, remedy: str, write: Write) -> None:
    """At its key and line, with what to write."""
    path = write("a.toml", report_with(place, text))
    fault = only_fault(path)
    line = next(number for number, each in enumerate(path.read_text("utf-8").split("\n"), 1) if text in each)
    assert (place, line) == (fault.path, fault.line)
    assert reason in fault.message
    assert remedy in fault.remedy


def test_every_fault_of_every_text_is_told_at_once(write: Write) -> None:
    """In the order of the file."""
    text = HEAD + 'headline = "{x} {y}"\nlead = "{12.34 vụ}"\n[tips]\nopening = "{tips.publi_tips}"\n'
    assert ["headline", "headline", "lead", "tips.opening"] == [each.path for each in faults_in(write("a.toml", text))]


def test_jinja_in_a_text_is_refused(write: Write) -> None:
    """As lone braces around no figure."""
    messages = {fault.message for fault in faults_in(write("a.toml", report_with("lead", "Số {{ tips }}")))}
    assert "dấu { } không đi thành cặp" in messages


def test_the_sentence_of_an_extra_figure_names_it(write: Write) -> None:
    """Or the figure would be lost behind its own sentence."""
    extra = '[[extra]]\nid = "boats"\nlabel = "tàu cá"\nsection = "tips"\nfigure = "12 tàu"\n'
    assert load_report(write("a.toml", f'{HEAD}{extra}sentence = "Có {{extra.boats}}"\n')).extra
    fault = only_fault(write("b.toml", f'{HEAD}{extra}sentence = "Có {{12 tàu}}"\n'))
    assert ("extra[0].sentence", "đặt {extra.boats} vào câu") == (fault.path, fault.remedy)


def test_the_report_of_departments_may_name_what_is_still_to_be_added_up(write: Write) -> None:
    """Asked for so, and in a set of reports; a name that nobody has stays a fault."""
    path = write("a.toml", report_with("lead", "Có {weapons.detonators}"))
    report = load_report(path, allow_unreported=True)
    assert (report,) == load_reports([path])
    assert [("lead", ("weapons.detonators",))] == [(own.path, names) for own, names in unreported_names(report)]
    assert "nobody" in str(faults_in(write("b.toml", report_with("lead", "{weapons.nobody}")))[0])


def test_a_printable_report_names_nothing_that_is_missing(write: Write) -> None:
    """Nothing to tell."""
    assert [] == list(unreported_names(load_report(write("a.toml", report_with("lead", "{tips.public_tips}")))))
