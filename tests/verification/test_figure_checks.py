"""Figures against the data: a page that says otherwise than a report never passes, whatever made it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from antq_reports import Report, read_report, render_report, verify
from antq_reports.evidence import setting
from antq_reports.verification.figure_checks import reads_alike

TRUE: dict[str, str] = {
    "date": "2026-12-25",
    "period": '"năm 2026"',
    "weapons.firearms_surrendered": '"526 khẩu súng"',
    "crime_results.public_order_cases_solved": '"1.010/1.173 vụ (đạt 86,1%)"',
    "crime_results.suspects_handled": '"1.954 đối tượng"',
    "crime_results.fines": '"38,4 tỷ đồng"',
    "crime_results.public_order_cases_change": '"tăng 12 vụ so với cùng kỳ"',
    "political_security.dignitaries_engaged": '"trên 550 lượt"',
    "communication.member_organisation_sessions": '"hàng trăm buổi"',
    "tips.public_tips": '"3.602 tin"',
    "models.security_cameras": '"5.869 mắt camera"',
    "welfare.gifts": '"168 suất quà"',
    "standards.safe_residential_areas": '"98% số khu dân cư"',
}
LIES = {
    "a digit": {"weapons.firearms_surrendered": '"586 khẩu súng"'},
    "a percent": {"crime_results.public_order_cases_solved": '"1.010/1.173 vụ (đạt 81,6%)"'},
    "a part": {"crime_results.public_order_cases_solved": '"1.110/1.173 vụ (đạt 86,1%)"'},
    "a whole": {"crime_results.public_order_cases_solved": '"1.010/1.137 vụ (đạt 86,1%)"'},
    "a date": {"date": "2026-12-26"},
    "a year": {"period": '"năm 2025"'},
    "a hedge gone": {"political_security.dignitaries_engaged": '"550 lượt"'},
    "another hedge": {"political_security.dignitaries_engaged": '"gần 550 lượt"'},
    "another unit": {"crime_results.suspects_handled": '"1.954 người"'},
    "money scaled": {"crime_results.fines": '"38,4 triệu đồng"'},
    "an indefinite": {"communication.member_organisation_sessions": '"hàng nghìn buổi"'},
    "a direction": {"crime_results.public_order_cases_change": '"giảm 12 vụ so với cùng kỳ"'},
    "a change": {"crime_results.public_order_cases_change": '"tăng 21 vụ so với cùng kỳ"'},
    "digits swapped": {"tips.public_tips": '"3.206 tin"'},
    "a zero more": {"welfare.gifts": '"1.680 suất quà"'},
    "a figure left out": {"models.security_cameras": ""},
    "a share": {"standards.safe_residential_areas": '"89% số khu dân cư"'},
    "a figure more": {"rewards.awards_total": '"15 tập thể, cá nhân"'},
}


def report(**other: str) -> Report:
    """The true report, or one that lies."""
    figures = {**TRUE, **other}
    heads = [f"{name} = {text}" for name, text in figures.items() if "." not in name]
    sections: dict[str, list[str]] = {}
    for path, text in figures.items():
        section, _, name = path.partition(".")
        if name and text:
            sections.setdefault(section, []).append(f"{name} = {text}")
    tables = [f"[{section}]\n" + "\n".join(lines) for section, lines in sections.items()]
    return read_report("\n".join(['place = "tỉnh Lâm Đồng"', *heads, *tables]))


@pytest.mark.parametrize("lie", LIES)
def test_a_page_that_lies_differs_from_the_report(lie: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though page, text, ledger and data of the file agree with each other; in the same version and in another."""
    file = render_report(report(**LIES[lie]), strict=False).save(tmp_path / "a.html")
    answers = [verify(file, report(), appearance=False).answer]
    monkeypatch.setattr(setting, "programme_digest", lambda: "0" * 64)
    answers.append(verify(file, report(), appearance=False).answer)
    assert ["differs", "differs"] == answers


@pytest.mark.parametrize(("version", "answer"), [("same", "matches"), ("another", "figures agree")])
def test_a_true_page_agrees_with_the_report(
    version: str, answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is called no more than it is."""
    file = render_report(report()).save(tmp_path / "a.html")
    if version == "another":
        monkeypatch.setattr(setting, "programme_digest", lambda: "0" * 64)
    found = verify(file, report())
    assert (answer, ()) == (found.answer, found.differences)
    assert ("file" in [name for name, done in found.compared.items() if done]) is (version == "same")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("526", "526 khẩu súng", True),
        ("526 khẩu", "526 khẩu súng", True),
        ("526 người", "526 đối tượng", False),
        ("trên 550", "550", False),
        ("1,2 tỷ đồng", "1.200 triệu đồng", True),
        ("1,2 tỷ đồng", "1,2 triệu đồng", False),
        ("tăng 12 vụ", "giảm 12 vụ", False),
        ("hàng trăm", "hàng nghìn", False),
        ("nhiều", "526", False),
    ],
)
def test_two_prints_are_of_one_figure(one: str, other: str, *, alike: bool) -> None:
    """As far as both say it."""
    assert alike is reads_alike(one, other)


def test_a_day_is_a_day() -> None:
    """The example's date is read."""
    values: Any = report()
    assert date(2026, 12, 25) == values.date
