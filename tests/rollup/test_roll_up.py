"""Communes to province: each metric by its own rule, what cannot be added is found, what is missing is counted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from held import held
from own_subject import catalogue_of

from antq_reports import Report
from antq_reports.figures import AnyFigure, Hedge, parse_figure
from antq_reports.report import Origin, Place, SourceMap, report_class
from antq_reports.rollup import RollUp, add_figures, roll_up, roll_up_with_findings

PROVINCE = Place(name="Lâm Đồng", level="tỉnh", code="68")
YEAR = {"label": "năm 2026", "start": date(2026, 1, 1), "end": date(2026, 12, 31)}


def commune(name: str, code: str | None = None, level: str = "xã", **sections: Any) -> Report:
    """Make a commune's report."""
    raw = {"place": {"name": name, "level": level, "code": code}, "period": YEAR}
    return Report.model_validate({**raw, **sections})


def province(**sections: Any) -> Report:
    """Make the departments' own report."""
    return Report.model_validate({"place": {"name": "Lâm Đồng", "code": "68"}, "period": YEAR, **sections})


def unit(name: str, code: str | None = None, level: str = "xã") -> Place:
    """Make a unit of the province's list."""
    return Place.model_validate({"name": name, "level": level, "code": code})


def add(*texts: str) -> AnyFigure:
    """Add up figures as written."""
    return add_figures([parse_figure(text) for text in texts])


def codes(result: RollUp) -> list[str]:
    """List the codes found."""
    return [finding.code for finding in result.findings]


def firearms(*values: Any, **more: Any) -> RollUp:
    """Roll up one metric of communes A, B, C..."""
    reports = [
        commune(f"Xã {place}", f"{place:05}", weapons={"firearms_surrendered": v}) for place, v in enumerate(values)
    ]
    return roll_up_with_findings(reports, PROVINCE, **more)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("12 vụ", "30 vụ"), "42 vụ"),
        (("12 vụ", "hơn 30 vụ"), "hơn 42 vụ"),
        (("12 vụ", "trên 30 vụ"), "hơn 42 vụ"),
        (("12 vụ", "gần 30 vụ"), "gần 42 vụ"),
        (("hơn 12 vụ", "gần 30 vụ"), "khoảng 42 vụ"),
        (("khoảng 12 vụ", "30 vụ"), "khoảng 42 vụ"),
        (("ước tính 12 vụ", "hơn 30 vụ"), "khoảng 42 vụ"),
        (("12 vụ", "hàng chục vụ"), "hơn 12 vụ"),
        (("gần 12 vụ", "hàng chục vụ"), "khoảng 12 vụ"),
        (("hàng chục vụ", "hàng trăm vụ"), "hàng trăm vụ"),
        (("0 vụ", "hàng chục vụ"), "hàng chục vụ"),
        (("5 - 7 vụ", "10 vụ"), "từ 15 đến 17 vụ"),
        (("5 - 7 vụ", "hơn 10 vụ"), "khoảng từ 15 đến 17 vụ"),
        (("10/12 vụ (đạt 83,3%)", "1/4 vụ"), "11/16 vụ"),
        (("31 vụ, 34 đối tượng", "hơn 2 vụ với 6 đối tượng"), "hơn 33 vụ, 40 đối tượng"),
        (("2,5 kg", "30 kg"), "32,5 kg"),
        (("2,5 triệu người", "1,5 triệu người"), "4 triệu người"),
    ],
)
def test_hedges_are_added_by_the_side_of_the_true_value(texts: tuple[str, ...], expected: str) -> None:
    """Exact and hơn is hơn, exact and gần is gần, anything else hedged is khoảng; words count as more."""
    total = add(*texts)
    assert parse_figure(expected).raw == total.raw
    assert parse_figure(expected).hedge == total.hedge
    assert parse_figure(expected).unit == total.unit


def test_money_is_summed_in_dong() -> None:
    """Tỷ and triệu are one unit."""
    assert Decimal("2533500000") == add("2,5 tỷ đồng", "33,5 triệu đồng").raw


def test_none_is_left_out_and_counted() -> None:
    """A metric that a unit left empty is no zero: the sum is of the others, and the unit is named."""
    result = firearms(12, None, 30)
    whole = result.report.completeness
    assert whole is not None
    assert 42 == held(result.report, "weapons.firearms_surrendered").raw
    entry = whole.of("weapons.firearms_surrendered")
    assert entry is not None
    assert (2, 3, ("xã Xã 1",)) == (entry.reported, entry.expected, entry.missing)


def test_the_units_that_sent_nothing_are_named() -> None:
    """Overall completeness: how many of how many, and who is missing."""
    expected = [unit("Tân Hà", "24823"), unit("Nam Ban", "24824"), unit("1 Đà Lạt", "24825", "phường")]
    whole = roll_up([commune("Tân Hà", "24823")], PROVINCE, expected=expected).completeness
    assert whole is not None
    assert (1, 3, "xã, phường") == (whole.reported, whole.expected, whole.unit)
    assert ("xã Nam Ban", "phường 1 Đà Lạt") == whole.missing


def test_missing_units_are_a_finding() -> None:
    """The person who rolls up reads who has to be chased."""
    expected = [unit("Tân Hà", "24823"), unit("Nam Ban", "24824")]
    [finding] = roll_up_with_findings([commune("Tân Hà", "24823")], PROVINCE, expected=expected).findings
    assert "mới có 1/2 xã gửi số liệu; chưa có: xã Nam Ban" == finding.message


def test_the_boundaries_are_those_the_units_state() -> None:
    """A year added up from the communes of the merged province is a year of the merged province."""
    day = date(2025, 12, 31)
    place = {"name": "A", "level": "xã", "boundaries_as_of": day}
    report = Report.model_validate({"place": place, "period": YEAR})
    assert day == roll_up([report], PROVINCE).place.boundaries_as_of
    assert roll_up([report, commune("B")], PROVINCE).place.boundaries_as_of is None


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
    assert (12, Hedge.MORE_THAN) == (total.raw, total.hedge)
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


def test_units_that_meet_a_standard_are_counted() -> None:
    """108/111 xã from each commune's yes or no; a commune answers for itself alone."""
    answers = ["1/1 xã", "0/1 xã", "1/1 xã", "3/3 xã"]
    reports = [commune(name, standards={"safe_communes": text}) for name, text in zip("ABCD", answers, strict=True)]
    result = roll_up_with_findings(reports, PROVINCE)
    assert (2, 3) == held(result.report, "standards.safe_communes").raw
    assert ["unit-answer"] == codes(result)


def test_a_count_of_units_of_no_level_is_answered_by_all() -> None:
    """Where the unit counted is not called by a level, every unit answers for itself alone."""
    safe = 'safe = { label = "đơn vị an toàn", unit = "đơn vị", takes = "part_of_whole", rollup = "units" }'
    catalogue = catalogue_of(f'name = "an-toan"\ntitle = "An toàn"\n[safety]\ntitle = "An toàn"\n{safe}')
    texts = {"A": "1/1 đơn vị", "B": "0/1 đơn vị", "C": "3/5 đơn vị"}
    reports = [
        report_class(catalogue).model_validate({"place": f"xã {name}", "period": 2026, "safety": {"safe": text}})
        for name, text in texts.items()
    ]
    result = roll_up_with_findings(reports, PROVINCE)
    assert (1, 2) == held(result.report, "safety.safe").raw
    assert ["unit-answer"] == codes(result)


def test_a_standard_of_communes_is_not_expected_of_wards() -> None:
    """Only xã answer for safe_communes."""
    reports = [
        commune("A", standards={"safe_communes": "1/1 xã"}),
        commune("B", level="phường", tips={"public_tips": 1}),
    ]
    whole = roll_up(reports, PROVINCE).completeness
    assert whole is not None
    entry = whole.of("standards.safe_communes")
    assert entry is not None
    assert (1, 1) == (entry.reported, entry.expected)


def test_province_metrics_come_from_the_departments() -> None:
    """What the province alone reports is never added up from communes."""
    reports = [commune("A", political_security={"delegations_protected": 4})]
    own = province(political_security={"delegations_protected": 18})
    assert 18 == held(roll_up(reports, PROVINCE, own=own), "political_security.delegations_protected").raw
    assert held(roll_up(reports, PROVINCE), "political_security.delegations_protected") is None


def test_a_stated_total_is_reconciled() -> None:
    """The sum is printed, the difference is a finding."""
    result = firearms(12, 30, own=province(weapons={"firearms_surrendered": 50}))
    assert 42 == held(result.report, "weapons.firearms_surrendered").raw
    assert ["total-differs"] == codes(result)
    assert "lệch 8 khẩu súng" in result.findings[0].message


def test_a_hedged_total_that_may_be_true_is_no_finding() -> None:
    """Hơn 40 and 42 are one number."""
    assert [] == codes(firearms(12, 30, own=province(weapons={"firearms_surrendered": "hơn 40 khẩu súng"})))


def test_what_no_unit_reports_comes_from_the_departments() -> None:
    """The departments' figures fill what communes do not know."""
    result = firearms(12, own=province(crime_results={"suspects_handled": 7}))
    assert 7 == held(result.report, "crime_results.suspects_handled").raw


def test_groups_are_added_by_label() -> None:
    """Chủ xe and Chủ xe are one row, whatever the case."""
    key = "transport_pledges_by_group"
    reports = [commune("A", commitments={key: ["3 chủ xe", "4 lái xe"]}), commune("B", commitments={key: ["5 Chủ xe"]})]
    rows = held(roll_up(reports, PROVINCE), "commitments.transport_pledges_by_group")
    assert [8, 4] == [row.figure.raw for row in rows if row.figure is not None]


def test_awards_are_added_by_level_and_form() -> None:
    """Giấy khen of the commune is not Giấy khen of the province."""
    reports = [
        commune(
            "A", rewards={"awards": [{"form": "Giấy khen", "level": "UBND xã", "collectives": 2, "individuals": 1}]}
        ),
        commune("B", rewards={"awards": [{"form": "giấy khen", "level": "UBND xã", "collectives": 3}]}),
        commune("C", rewards={"awards": [{"form": "Giấy khen", "level": "UBND tỉnh", "collectives": 7}]}),
    ]
    found = [
        (award.level, award.collectives.raw if award.collectives else None)
        for award in held(roll_up(reports, PROVINCE), "rewards.awards")
    ]
    assert [("UBND xã", 5), ("UBND tỉnh", 7)] == found


def test_names_are_gathered_once() -> None:
    """The names most units gave come first, each once."""
    reports = [
        commune("A", models={"named": ["Camera an ninh", "Cổng trường an toàn"]}),
        commune("B", models={"named": ["CAMERA AN NINH"]}),
    ]
    names = held(roll_up(reports, PROVINCE), "models.named")
    assert ["camera an ninh", "cổng trường an toàn"] == [name.lower() for name in names]


def test_changes_and_stated_percents_are_dropped() -> None:
    """They are computed again from the sums."""
    change = "giảm 4 vụ so với cùng kỳ"
    reports = [commune("A", crime_results={"public_order_cases": 10, "public_order_cases_change": change})]
    result = roll_up_with_findings(reports, PROVINCE)
    assert held(result.report, "crime_results.public_order_cases_change") is None
    assert [] == codes(result)


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
    assert ["period-differs"] == codes(result)


def test_a_stranger_is_not_added() -> None:
    """A unit that is not on the list takes no part; one known by name alone does."""
    expected = [unit("A", "24823")]
    stranger = commune("B", "99999", tips={"public_tips": 9})
    result = roll_up_with_findings([commune("A", tips={"public_tips": 1}), stranger], PROVINCE, expected=expected)
    assert 1 == held(result.report, "tips.public_tips").raw
    assert ["unit-not-expected"] == codes(result)


def test_every_figure_lists_its_cells() -> None:
    """The sources of a sum are the cells it was added up from."""
    path = "weapons.firearms_surrendered"
    one = commune("A", weapons={"firearms_surrendered": 12}).with_sources(
        SourceMap(file="a.xlsx", places={path: (Origin(file="a.xlsx", cell="B4"),)})
    )
    other = commune("B", weapons={"firearms_surrendered": 30})
    sources = roll_up([one, other], PROVINCE).sources
    first, second = sources.origins_of(path)
    assert (Origin(file="a.xlsx", cell="B4", unit="xã A"), Origin(path=path, unit="xã B")) == (first, second)
    assert f"a.xlsx, ô B4; xã B: {path}" == sources.place_of(path)


def test_extra_figures_are_added_by_id() -> None:
    """What communes report beyond the catalogue is added like a metric."""
    extra = {"id": "solar_lamps", "label": "đèn năng lượng mặt trời", "section": "models", "figure": "4 đèn"}
    reports = [commune("A", extra=[extra]), commune("B", extra=[{**extra, "figure": "6 đèn"}])]
    assert [10] == [each.figure.raw for each in roll_up(reports, PROVINCE).extra]


def test_the_province_s_own_texts_are_kept() -> None:
    """Headline, committee and date are the departments'."""
    result = roll_up([commune("A")], PROVINCE, own=province(headline="Bình yên từ cơ sở", date=date(2026, 12, 31)))
    assert ("Bình yên từ cơ sở", date(2026, 12, 31), PROVINCE) == (result.headline, result.date, result.place)


def test_no_reports_make_an_empty_report() -> None:
    """Nothing sent is no error: completeness says it."""
    nobody: list[Report] = []
    whole = roll_up(nobody, PROVINCE, expected=[unit("A")]).completeness
    assert whole is not None
    assert (0, 1) == (whole.reported, whole.expected)
