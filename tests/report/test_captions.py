"""Captions that name metrics: what the report can hold is accepted, anything else is a fault where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from faulty_files import Write, faults_in, only_fault, writer

from antq_reports.load import load_report

SMALL = 'period = "năm 2024"\nplace.name = "Lâm Đồng"\n'


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Make files of a text in a folder of the test."""
    return writer(tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "weapons.firearms_surrendered",
        "commitments.transport_pledges_by_group[0]",
        "rewards.awards[0].individuals",
        "extra.own",
        "weapons.detonators",
    ],
)
def test_caption_may_name_what_the_report_can_hold(name: str, write: Write) -> None:
    """Metrics, reported or not, rows and extras of the report are names a caption may use."""
    assert load_report(write("a.toml", captioned(f"Có {{{name}}}"))).photos


@pytest.mark.parametrize(
    "name",
    [
        "weapons.firearms",
        "weapons",
        "commitments.transport_pledges_by_group",
        "commitments.transport_pledges_by_group[1]",
        "rewards.awards[0]",
        "rewards.awards[0].form",
        "extra.owm",
        "x",
        "",
    ],
)
def test_caption_naming_an_unknown_metric_is_a_fault(name: str, write: Write) -> None:
    """A name that nothing answers to is a fault at the caption, not a hole in print."""
    fault = only_fault(write("a.toml", captioned(f"Có {{{name}}}")))
    assert f"không có chỉ tiêu “{name}”" == fault.message
    assert ("photos[0].caption", 15) == (fault.path, fault.line)


def test_misspelt_name_in_a_caption_suggests_the_nearest(write: Write) -> None:
    """The metric meant is named."""
    fault = only_fault(write("a.toml", captioned("Có {weapons.firearm_surrendered}")))
    assert "có phải “weapons.firearms_surrendered”?" == fault.remedy


@pytest.mark.parametrize("caption", ["Có {weapons.detonators", "Có weapons.detonators}", "{{weapons.detonators}}"])
def test_brace_without_its_pair_is_a_fault(caption: str, write: Write) -> None:
    """A brace never reaches print."""
    assert "dấu { } không đi thành cặp" in {fault.message for fault in faults_in(write("a.toml", captioned(caption)))}


def captioned(caption: str) -> str:
    """Return a report's text whose one photo bears a caption, on line 15."""
    return f"""{SMALL}
[commitments]
transport_pledges_by_group = ["86 doanh nghiệp"]
[[rewards.awards]]
form = "Giấy khen"
[[extra]]
id = "own"
label = "Số khác"
section = "tips"
figure = 5
[[photos]]
path = "a.png"
caption = "{caption}"
alt = "a"
"""


def test_extra_figure_that_is_not_reported_is_no_fault(tmp_path: Path) -> None:
    """A caption may outlive the extra figure it names: the photo's description is printed in its place."""
    file = tmp_path / "bao-cao.toml"
    file.write_text(
        '[place]\nname = "Hà Tĩnh"\n[period]\nlabel = "năm 2026"\n'
        '[[photos]]\npath = "a.png"\ncaption = "Người dân nộp {extra.homemade}"\nalt = "Người dân nộp súng"\n',
        encoding="utf-8",
    )
    assert load_report(file).photos[0].caption == "Người dân nộp {extra.homemade}"
