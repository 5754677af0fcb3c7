"""Communes to province: each metric by its own rule, what cannot be added is found, what is missing is counted."""

from __future__ import annotations

from datetime import date

from held import held
from own_subject import catalogue_of
from rollup_kit import PROVINCE, YEAR, codes, commune, firearms, province, unit

from antq_reports import Report
from antq_reports.report import Origin, SourceMap, report_class
from antq_reports.rollup import roll_up, roll_up_with_findings


def test_none_is_left_out_and_counted() -> None:
    """A metric that a unit left empty is no zero: the sum is of the others, and the unit is named."""
    result = firearms(12, None, 30)
    whole = result.report.completeness
    assert whole is not None
    assert 42 == held(result.report, "weapons.firearms_surrendered").raw
    entry = whole.of("weapons.firearms_surrendered")
    assert entry is not None
    assert (2, 3, ("xã Xã 1",)) == (entry.reported, entry.expected, entry.missing)


def test_missing_units_are_a_finding() -> None:
    """The person who rolls up reads who has to be chased."""
    expected = [unit("Tân Hà", "24823"), unit("Nam Ban", "24824")]
    [finding] = roll_up_with_findings([commune("Tân Hà", "24823")], PROVINCE, expected=expected).findings
    assert "mới dùng được số liệu của 1/2 xã; chưa gửi: xã Nam Ban" == finding.message


def test_the_boundaries_are_those_the_units_state() -> None:
    """A year added up from the communes of the merged province is a year of the merged province."""
    day = date(2025, 12, 31)
    place = {"name": "A", "level": "xã", "boundaries_as_of": day}
    report = Report.model_validate({"place": place, "period": YEAR})
    assert day == roll_up([report], PROVINCE).place.boundaries_as_of
    assert roll_up([report, commune("B")], PROVINCE).place.boundaries_as_of is None


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


def test_what_no_unit_reports_comes_from_the_departments() -> None:
    """The departments' figures fill what communes do not know."""
    result = firearms(12, own=province(crime_results={"suspects_handled": 7}))
    assert 7 == held(result.report, "crime_results.suspects_handled").raw


def test_changes_and_stated_percents_are_dropped() -> None:
    """They are computed again from the sums."""
    change = "giảm 4 vụ so với cùng kỳ"
    reports = [commune("A", crime_results={"public_order_cases": 10, "public_order_cases_change": change})]
    result = roll_up_with_findings(reports, PROVINCE)
    assert held(result.report, "crime_results.public_order_cases_change") is None
    assert [] == codes(result)


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


def test_the_province_s_own_words_in_a_section_are_kept_and_a_unit_s_are_not() -> None:
    """What a commune says of itself is not said of the province; a sentence of the departments' may name a sum."""
    extra = {"id": "lamps", "label": "đèn", "section": "tips", "figure": "4 đèn", "sentence": "Dân góp {extra.lamps}"}
    units = [commune("A", tips={"public_tips": 5, "opening": "Xã A."}, extra=[extra], highlights=["Nổi bật"])]
    own = province(
        tips={"closing": "Có {tips.public_tips}", "qualifiers": {"public_tips": "qua điện thoại"}},
        outlook={"tasks": ["mở thêm tổ"]},
    )
    result = roll_up(units, PROVINCE, own=own)
    section = result.section("tips")
    assert (None, "Có {tips.public_tips}", (("public_tips", "qua điện thoại"),)) == (
        section.opening,
        section.closing,
        section.qualifiers,
    )
    assert (own.outlook, (), None) == (result.outlook, result.highlights, result.extra[0].sentence)


def test_no_reports_make_an_empty_report() -> None:
    """Nothing sent is no error: completeness says it."""
    nobody: list[Report] = []
    whole = roll_up(nobody, PROVINCE, expected=[unit("A")]).completeness
    assert whole is not None
    assert (0, 1) == (whole.reported, whole.expected)


def test_the_departments_report_of_another_year_is_not_used() -> None:
    """The units' year is the roll-up's; one finding says it, not one for every unit."""
    own = Report.model_validate({"place": PROVINCE, "period": 2025, "tips.public_tips": 40})
    result = roll_up_with_findings([commune("A", tips={"public_tips": 1})], PROVINCE, own=own)
    assert ("năm 2026", 1) == (result.report.period.label, held(result.report, "tips.public_tips").raw)
    assert ["own-period-differs"] == codes(result)
