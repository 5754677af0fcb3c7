"""Which reports take part in a roll-up: one a unit, of one period and subject, of units that are expected."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from held import held
from rollup_kit import PROVINCE, codes, commune, unit

from antq_reports import Report
from antq_reports.figures import Period
from antq_reports.report import SourceMap
from antq_reports.rollup import roll_up, roll_up_with_findings
from antq_reports.rollup.participants import Gathered, gather, listed, same_period, usual_period


def test_the_units_that_sent_nothing_are_named() -> None:
    """Overall completeness: how many of how many, and who is missing."""
    expected = [unit("Tân Hà", "24823"), unit("Nam Ban", "24824"), unit("1 Đà Lạt", "24825", "phường")]
    whole = roll_up([commune("Tân Hà", "24823")], PROVINCE, expected=expected).completeness
    assert whole is not None
    assert (1, 3, "xã, phường") == (whole.reported, whole.expected, whole.unit)
    assert ("xã Nam Ban", "phường 1 Đà Lạt") == whole.missing


def test_one_unit_is_added_once() -> None:
    """The same file twice counts once; two different reports of one unit count not at all."""
    one = commune("A", "24823", weapons={"firearms_surrendered": 12})
    other = commune("A", "24823", weapons={"firearms_surrendered": 13})
    same = roll_up_with_findings([one, one], PROVINCE)
    torn = roll_up_with_findings([one, other], PROVINCE, expected=[unit("A", "24823")])
    assert 12 == held(same.report, "weapons.firearms_surrendered").raw
    assert held(torn.report, "weapons.firearms_surrendered") is None
    assert [("duplicate-unit", "warning")] == [(each.code, each.severity) for each in same.findings]
    found = [(each.code, each.severity) for each in torn.findings]
    assert [("units-missing", "warning"), ("duplicate-unit", "error")] == found


def test_names_that_differ_by_tone_are_two_units() -> None:
    """Tân Hà and Tân Hạ."""
    result = roll_up_with_findings(
        [commune("Tân Hà", tips={"public_tips": 1}), commune("Tân Hạ", tips={"public_tips": 2})], PROVINCE
    )
    assert 3 == held(result.report, "tips.public_tips").raw


def test_another_year_s_report_is_not_added() -> None:
    """Last year's form sent again by mistake does not enter the sum."""
    late = Report.model_validate(
        {"place": {"name": "B", "level": "xã"}, "period": "năm 2025", "tips": {"public_tips": 9}}
    )
    result = roll_up_with_findings([commune("A", tips={"public_tips": 1}), commune("C"), late], PROVINCE)
    assert 1 == held(result.report, "tips.public_tips").raw
    assert ["units-missing", "period-differs"] == codes(result)


def test_a_stranger_is_not_added() -> None:
    """A unit that is not on the list takes no part; one known by name alone does."""
    expected = [unit("A", "24823")]
    stranger = commune("B", "99999", tips={"public_tips": 9})
    result = roll_up_with_findings([commune("A", tips={"public_tips": 1}), stranger], PROVINCE, expected=expected)
    assert 1 == held(result.report, "tips.public_tips").raw
    assert ["unit-not-expected"] == codes(result)


SUBJECT = "toan-dan-bao-ve-antq"


def of_names(*names: str, **options: Any) -> Gathered:
    """Gather communes by name, each of its own code."""
    reports = [commune(name, f"{24_000 + ord(name[-1])}") for name in names]
    return gather(reports, SUBJECT, **{"period": None, "expected": None, **options})


def told(gathered: Gathered) -> list[tuple[str, str, str]]:
    """What was found: code, unit, words."""
    return [(each.code, each.unit, each.message) for each in gathered.findings]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, ""),
        (2, "xã 1, xã 2"),
        (8, "xã 1, xã 2, xã 3, xã 4, xã 5, xã 6, xã 7, xã 8"),
        (9, "xã 1, xã 2, xã 3, xã 4, xã 5, xã 6, xã 7, xã 8 và 1 đơn vị khác"),
    ],
)
def test_eight_names_are_listed(count: int, expected: str) -> None:
    """In Vietnamese order; the others are counted."""
    assert expected == listed(f"xã {number}" for number in reversed(range(1, count + 1)))


def test_reports_stand_in_one_order() -> None:
    """By code, whatever order they came in."""
    names = [[report.place.name for report in of_names(*order).reports] for order in ("BCA", "CAB")]
    assert [["A", "B", "C"]] * 2 == names


def test_another_subject_s_report_is_set_aside() -> None:
    """A report of fires is no report of security, and the unit is missing."""
    gathered = gather([commune("A", "24823")], "phong-chay", period=None, expected=[unit("A", "24823")])
    said = "xã A gửi báo cáo của chủ đề “toan-dan-bao-ve-antq”, không cộng vào chủ đề “phong-chay”"
    assert ((), ("xã A",), [("subject-differs", "xã A", said)]) == (gathered.reports, gathered.missing, told(gathered))


def test_the_period_wanted_is_the_one_given() -> None:
    """Else the one most reports are of."""
    gathered = of_names("A", "B", period=Period(label="năm 2025"))
    said = [f"xã {name} gửi số liệu kỳ “năm 2026”, không cộng vào kỳ “năm 2025”" for name in "AB"]
    assert ((), said) == (gathered.reports, [each.message for each in gathered.findings])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("năm 2026", 2026), ("Năm 2026", None), True),
        (("cả năm", 2026), ("năm 2026", 2026), True),
        (("năm 2026", 2026), ("năm 2026", 2025), False),
        (("cả năm", None), ("năm 2026", 2026), False),
    ],
)
def test_periods_are_one_by_days_else_by_label(
    one: tuple[str, int | None], other: tuple[str, int | None], expected: bool
) -> None:
    """Where both state their days, the labels do not matter."""
    assert expected == same_period(period(*one), period(*other))


def period(label: str, year: int | None) -> Period:
    """A period with the days of a year, or with none."""
    if year is None:
        return Period.model_construct(label=label, start=None, end=None)
    return Period(label=label, start=date(year, 1, 1), end=date(year, 12, 31))


def test_of_equally_many_reports_the_last_period_counts() -> None:
    """None where there are no reports."""
    reports = [
        Report.model_validate({"place": {"name": name, "level": "xã"}, "period": f"năm {year}"})
        for name, year in (("A", 2025), ("B", 2026), ("C", 2024), ("D", 2026), ("E", 2025))
    ]
    usual = usual_period(reports)
    assert ("năm 2026", None) == (usual.label if usual else "", usual_period([]))


def test_files_of_torn_units_are_named() -> None:
    """Equal copies are one; of different ones none counts."""
    reports = [
        commune(name, code, tips={"public_tips": tips}).with_sources(SourceMap(file=file))
        for name, code, tips, file in (
            ("A", "24823", 1, "b.xlsx"),
            ("A", "24823", 2, "a.xlsx"),
            ("B", "24824", 1, "c.xlsx"),
            ("B", "24824", 1, "d.xlsx"),
        )
    ]
    gathered = gather(reports, SUBJECT, period=None, expected=None)
    torn = (
        "xã A có 2 bản khác nhau (b.xlsx; a.xlsx); không cộng bản nào, hãy giữ lại một; "
        "khác ở: tin do quần chúng cung cấp: 1 tin và 2 tin"
    )
    same = "xã B có 2 bản giống hệt nhau (c.xlsx; d.xlsx); chỉ dùng một bản"
    assert [("duplicate-unit", "xã A", torn), ("duplicate-unit", "xã B", same)] == told(gathered)
    assert (["B"], ("xã A",)) == ([report.place.name for report in gathered.reports], gathered.sent_twice)


def test_the_list_gives_codes_and_names() -> None:
    """A report without a code gets the list's; one of another name under a code counts, and is told."""
    expected = [unit("A", "24823"), unit("B", "24824"), unit("C", "24825")]
    gathered = gather([commune("A"), commune("Bê", "24824")], SUBJECT, period=None, expected=expected)
    assert ["24823", "24824"] == [report.place.code for report in gathered.reports]
    said = "mã 24824 trong danh sách là xã B, biểu ghi xã Bê"
    assert [("unit-name-differs", "xã B", said)] == told(gathered)
    assert ["xã A", "xã B"] == [report.place.full_name for report in gathered.reports]
    assert ("xã C",) == gathered.missing


@pytest.mark.parametrize(
    ("levels", "expected"), [(["phường", "xã"], "xã, phường"), ([], "đơn vị"), (["đặc khu"], "đặc khu")]
)
def test_units_are_called_by_their_levels(levels: list[str], expected: str) -> None:
    """Communes first, whatever the list begins with."""
    listed_units = [unit(f"A{place}", level=level) for place, level in enumerate(levels)]
    assert expected == gather([], SUBJECT, period=None, expected=listed_units).unit_words
