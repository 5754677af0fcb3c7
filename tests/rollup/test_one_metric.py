"""One metric over many units: what can be added is added, what cannot is left out and found."""

from __future__ import annotations

import pytest
from held import held
from rollup_kit import PROVINCE, codes, commune, firearms

from antq_reports.catalogue import Metric, bundled_catalogue
from antq_reports.figures import Hedge, format_figure, parse_figure
from antq_reports.report import Origin, SourceMap
from antq_reports.rollup import roll_up_with_findings
from antq_reports.rollup.one_metric import Combined, Entry, combine, likeness, origins_in


def test_differing_units_are_never_added() -> None:
    """Lượt người and người have no sum."""
    reports = [
        commune("A", communication={"outreach_attendance": "100 lượt người"}),
        commune("B", communication={"outreach_attendance": "50 người"}),
    ]
    result = roll_up_with_findings(reports, PROVINCE)
    assert held(result.report, "communication.outreach_attendance") is None
    assert ["units-differ"] == codes(result)


def test_where_most_units_agree_their_sum_stands() -> None:
    """One commune's odd unit does not cost the province its figure; it is named and not counted."""
    result = firearms("12 khẩu súng", "30 khẩu súng", "5 viên")
    assert 42 == held(result.report, "weapons.firearms_surrendered").raw
    assert "xã Xã 2 ghi “5 viên”" in result.findings[0].message


def test_an_own_period_is_never_mixed_in() -> None:
    """Half a year's figure is not added to a year's."""
    half = {"kind": "count", "value": 5, "unit": "khẩu súng", "period": "6 tháng đầu năm 2026"}
    result = firearms(12, 30, half)
    assert 42 == held(result.report, "weapons.firearms_surrendered").raw
    assert ["units-differ"] == codes(result)


def test_indefinite_figures_are_listed() -> None:
    """The units that gave a word are named beside the sum of the others."""
    result = firearms(12, "hàng chục khẩu súng")
    total = held(result.report, "weapons.firearms_surrendered")
    assert total is not None
    assert (12, Hedge.OVER) == (total.raw, total.hedge)
    assert ["indefinite-not-counted"] == codes(result)
    assert "xã Xã 1" in result.findings[0].message


def test_all_indefinite_keeps_the_largest_word() -> None:
    """Nothing was counted, and that is said."""
    result = firearms("hàng chục khẩu súng", "hàng trăm khẩu súng")
    assert "hàng trăm" == held(result.report, "weapons.firearms_surrendered").raw
    assert ["all-indefinite"] == codes(result)


def test_percents_are_never_averaged() -> None:
    """Parts of wholes are added; a bare percent has no place in a sum."""
    reports = [
        commune("A", tips={"crime_reports_resolved": "10/12 tin báo (đạt 83,3%)"}),
        commune("B", tips={"crime_reports_resolved": "1/4 tin báo"}),
        commune("C", tips={"crime_reports_resolved": "90%"}),
    ]
    result = roll_up_with_findings(reports, PROVINCE)
    total = held(result.report, "tips.crime_reports_resolved")
    assert total is not None
    assert (11, 16) == total.raw
    assert ["percent-not-added"] == codes(result)


GUNS = "khẩu súng các loại"
FIREARMS = bundled_catalogue().sections["weapons"].metrics["firearms_surrendered"]
FIREWORKS = bundled_catalogue().sections["weapons"].metrics["fireworks_kg"]


def added(*texts: str, metric: Metric = FIREARMS, takes_counts: bool = True) -> Combined:
    """Combine the figures of communes A, B, C..."""
    entries = [
        Entry(unit=f"xã {chr(ord('A') + place)}", figure=parse_figure(text), origins=())
        for place, text in enumerate(texts)
    ]
    return combine("a.b", metric, entries, takes_counts=takes_counts)


def outcome(combined: Combined) -> tuple[str | None, int, list[str]]:
    """The sum as printed, how many units are in it, what was found."""
    figure = format_figure(combined.figure) if combined.figure is not None else None
    return figure, len(combined.used), [f"{each.severity} {each.code}: {each.message}" for each in combined.findings]


@pytest.mark.parametrize(
    ("texts", "total", "used", "said"),
    [
        (["12 khẩu súng", "3 khẩu súng"], "15 khẩu súng", 2, None),
        (
            ["12 khẩu súng", "5 viên"],
            None,
            0,
            (
                "error units-differ: khẩu súng các loại: đơn vị tính, loại số hoặc kỳ số liệu khác nhau nên "
                "không cộng; xã A ghi “12 khẩu súng”; xã B ghi “5 viên”"
            ),
        ),
        (
            [*["1 khẩu súng"] * 7, *["2 viên"] * 6],
            "7 khẩu súng",
            7,
            (
                "error units-differ: khẩu súng các loại: đơn vị tính, loại số hoặc kỳ số liệu khác nhau nên chỉ cộng "
                "7 đơn vị ghi “khẩu súng”; xã H ghi “2 viên”; xã I ghi “2 viên”; xã J ghi “2 viên”; xã K ghi “2 viên” "
                "và 2 đơn vị khác"
            ),
        ),
        (
            ["90%", "5 khẩu súng"],
            "5 khẩu súng",
            1,
            (
                "error percent-not-added: khẩu súng các loại: xã A chỉ ghi tỷ lệ phần trăm; không cộng được, "
                "cần phần và tổng"
            ),
        ),
        (
            ["hàng chục khẩu súng", "3 khẩu súng"],
            "trên 3 khẩu súng",
            2,
            (
                "warning indefinite-not-counted: khẩu súng các loại: tổng “trên 3 khẩu súng” chưa gồm số ước chừng của "
                "xã A (“hàng chục khẩu súng”)"
            ),
        ),
        (
            ["giảm 3 khẩu súng so với cùng kỳ"],
            None,
            0,
            (
                "warning kind-not-added: khẩu súng các loại: xã A ghi tăng, giảm “giảm 3 khẩu súng so với cùng kỳ”; "
                "không cộng được"
            ),
        ),
        (
            ["3 khẩu súng", "đứng thứ 5 cả nước"],
            "3 khẩu súng",
            1,
            "warning kind-not-added: khẩu súng các loại: xã B ghi thứ hạng “đứng thứ 5 cả nước”; không cộng được",
        ),
        (
            ["bình quân 3,1 khẩu súng/tổ"],
            None,
            0,
            (
                "warning kind-not-added: khẩu súng các loại: xã A ghi bình quân, tỷ suất “bình quân 3,1 khẩu súng/tổ”; "
                "không cộng được"
            ),
        ),
        (
            ["30-40%", "5 khẩu súng"],
            "5 khẩu súng",
            1,
            (
                "error percent-not-added: khẩu súng các loại: xã A chỉ ghi tỷ lệ phần trăm; không cộng được, "
                "cần phần và tổng"
            ),
        ),
        (
            ["dưới 5 khẩu súng", "1 khẩu súng", "hơn 3 khẩu súng"],
            None,
            0,
            (
                "error sum-untold: khẩu súng các loại: không có từ nào đúng cho tổng của các số ước chừng nên không "
                "cộng; xã A (“dưới 5 khẩu súng”), xã C (“hơn 3 khẩu súng”)"
            ),
        ),
        (
            ["12 khẩu súng (giảm 2 khẩu so với năm 2025)", "3 khẩu súng, chiếm 5%", "1 khẩu súng"],
            "16 khẩu súng",
            3,
            (
                "info stated-not-added: khẩu súng các loại: chỉ cộng con số, không cộng tỷ lệ hay biến động ghi kèm "
                "của xã A (“12 khẩu súng (giảm 2 khẩu so với năm 2025)”), xã B (“3 khẩu súng, chiếm 5%”)"
            ),
        ),
        (["1/2 khẩu súng (đạt 50%)"], "1/2 khẩu súng", 1, None),
        ([], None, 0, None),
    ],
)
def test_what_was_added_and_what_was_not_is_said(
    texts: list[str], total: str | None, used: int, said: str | None
) -> None:
    """Half of the units are not enough for a sum; every unit left out is named, or counted after four."""
    assert (total, used, [] if said is None else [said]) == outcome(added(*texts))


def test_parts_beside_bare_counts_are_counts() -> None:
    """Where most state none: 12 of 30, 5 and 3 are 20, of nothing known; where the metric takes counts alone."""
    fact = "xã B, xã C không ghi tổng, nên chỉ cộng được phần và không tính được tỷ lệ"
    said = f"warning whole-missing: khẩu súng các loại: {fact}"
    assert ("hơn 20 khẩu súng", 3, [said]) == outcome(added("hơn 12/30 khẩu súng", "5 khẩu súng", "3 khẩu súng"))
    refused = added("12/30 khẩu súng", "5 khẩu súng", takes_counts=False)
    assert (None, ["units-differ"]) == (refused.figure, [each.code for each in refused.findings])


def test_a_place_keeps_its_ratio_where_one_unit_states_none() -> None:
    """That unit is left out of both sums, and named."""
    fact = "xã C không ghi tổng, nên không cộng vào cả hai số của tỷ lệ"
    said = f"warning whole-missing: khẩu súng các loại: {fact}"
    assert ("22/50 khẩu súng", 2, [said]) == outcome(added("12/30 khẩu súng", "10/20 khẩu súng", "5 khẩu súng"))


def test_a_sum_beyond_the_bounds_is_an_error() -> None:
    """No figure stands where none can be held."""
    total = added("999.999.999.999.999 khẩu súng", "999.999.999.999.999 khẩu súng")
    said = "error sum-too-large: khẩu súng các loại: tổng của 2 đơn vị vượt quá giới hạn; hãy kiểm tra lại"
    assert (None, 0, [said]) == outcome(total)


@pytest.mark.parametrize(
    ("one", "other", "metric", "expected"),
    [
        ("12 Khẩu Súng", "12", FIREARMS, True),
        ("12 khẩu súng", "12 viên", FIREARMS, False),
        ("2,5 kg", "2,5 kg pháo", FIREWORKS, True),
        ("2,5 kg", "2,5 tấn", FIREWORKS, True),
        ("2,5 kg", "2,5 mét", FIREWORKS, False),
        ("12 súng", "12", FIREARMS, True),
        ("3/4 khẩu súng", "3 khẩu súng", FIREARMS, False),
        ("1 vụ, 2 đối tượng", "3 vụ, 4 đối tượng", FIREARMS, True),
        ("1 vụ, 2 đối tượng", "3 vụ, 4 người", FIREARMS, False),
        ("12 khẩu súng", "5 - 7 khẩu súng", FIREARMS, True),
        ("1 vụ, 2 người chết", "1 vụ, 2 người chết, 3 người bị thương", FIREARMS, False),
        ("1 vụ, 2 người, 3 người bị thương", "1 vụ, 2 người, 3 người khác", FIREARMS, False),
        ("1 vụ, làm chết 2 người", "1 vụ, làm bị thương 2 người", FIREARMS, False),
        ("1 vụ, làm chết 2 người", "1 vụ, 2 người chết", FIREARMS, True),
    ],
)
def test_figures_are_alike_by_kind_unit_and_period(one: str, other: str, metric: Metric, expected: bool) -> None:
    """A bare number and a bare measure are in the metric's own unit, in any case of letters."""
    assert expected == (likeness(parse_figure(one), metric) == likeness(parse_figure(other), metric))


def test_an_origin_keeps_whose_form_it_is() -> None:
    """A cell gets its unit unless it has one; without a file the metric's path stands for the place."""
    cell, other = Origin(file="a.xlsx", cell="B4"), Origin(file="b.xlsx", cell="C5", unit="xã B")
    report = commune("A").with_sources(SourceMap(file="a.xlsx", places={"a.b": (cell, other)}))
    assert (Origin(file="a.xlsx", cell="B4", unit="xã A"), other) == origins_in(report, "a.b", "xã A")
    assert (Origin(path="a.c", unit="xã A"),) == origins_in(commune("A"), "a.c", "xã A")
