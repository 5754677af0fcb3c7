"""What needs more than one report: units sent twice, units not on the list, a neighbour's name in a text."""

from __future__ import annotations

from review_kit import codes, commune, year

from antq_reports.report import Place, SourceMap
from antq_reports.review import check_reports
from antq_reports.review.sets import duplicate_findings, expected_findings, neighbour_findings, predecessors


def test_a_unit_sent_twice_is_found() -> None:
    """Equal copies warn, different ones are an error."""
    one, other = commune("A", "24823", tips={"public_tips": 1}), commune("A", "24823", tips={"public_tips": 2})
    assert ["warning"] == [each.severity for each in check_reports([one, one])]
    assert ["error"] == [each.severity for each in check_reports([one, other])]


def test_units_are_held_against_the_list() -> None:
    """Strangers, other names under a code, and who sent nothing."""
    expected = [Place(name="A", level="xã", code="24823"), Place(name="B", level="xã", code="24824")]
    found = check_reports([commune("Á", "24823"), commune("C", "24999")], expected=expected)
    assert ["unit-name-differs", "unit-not-expected", "unit-missing"] == codes(found)


def test_a_neighbour_s_name_is_found() -> None:
    """Tân Hà's headline speaks of Tân Hạ."""
    found = check_reports([commune("Tân Hà", headline="Bình yên ở xã Tân Hạ"), commune("Tân Hạ")])
    assert [("foreign-place", "xã Tân Hà", "headline")] == [(each.code, each.unit, each.path) for each in found]


def test_last_year_s_report_is_found_by_code() -> None:
    """Each unit is held against its own predecessor."""
    old = year(2025, {"name": "A", "level": "xã", "code": "24823"}, tips={"public_tips": 480})
    new = commune("A", "24823", tips={"public_tips": 48000})
    assert ["size-of-last-year"] == codes(check_reports([new, commune("B", "24824")], [old]))


def test_files_of_a_unit_sent_twice_are_named() -> None:
    """With how many there are, and whether they differ."""
    one, other = (
        commune("A", "24823", tips={"public_tips": number}).with_sources(SourceMap(file=f"{number}.xlsx"))
        for number in (1, 2)
    )
    told = [finding.message for reports in ([one, other], [one] * 3) for finding in duplicate_findings(reports)]
    same = "xã A có 3 báo cáo giống hệt nhau (1.xlsx; 1.xlsx; 1.xlsx)"
    assert ["xã A có 2 báo cáo khác nhau (1.xlsx; 2.xlsx)", same] == told


def test_the_list_s_findings_say_name_and_code() -> None:
    """First the reports in their order, then the units that sent nothing."""
    expected = [Place(name="A", level="xã", code="24823"), Place(name="B", level="xã", code="24824")]
    found = expected_findings([commune("C"), commune("Á", "24823")], expected)
    assert [
        ("error", "xã C", "xã C (mã chưa ghi) không có trong danh sách đơn vị"),
        ("warning", "xã Á", "mã 24823 trong danh sách là xã A, báo cáo ghi xã Á"),
        ("warning", "xã B", "xã B chưa gửi số liệu"),
    ] == [(each.severity, each.unit, each.message) for each in found]


def test_a_longer_name_is_no_neighbour_s() -> None:
    """Xã Tân Hạ Đông is another place; of each text the first stranger is told, once."""
    reports = [
        commune("Tân Hà", headline="Bình yên ở xã Tân Hạ Đông"),
        commune("Tân Hạ", headline="Xã Tân Hạ cùng xã Tân Hà, xã Tân Hà"),
    ]
    assert ["chữ của xã Tân Hạ nhắc tới xã Tân Hà"] == [each.message for each in neighbour_findings(reports)]
    assert [] == list(neighbour_findings([commune("Tân Hà", headline="Xã Tân Hà")] * 2))


def test_a_predecessor_is_known_by_code_else_by_level_and_name() -> None:
    """The first of two of the same unit; none for a unit that is new."""
    by_code, again, by_name = (
        year(2025, {"name": name, "level": "xã", "code": code}, tips={"public_tips": tips})
        for name, code, tips in (("A", "24823", 1), ("A", "24823", 2), ("B", None, 3))
    )
    asked = [commune("Á", "24823"), commune("B", "24824"), commune("C")]
    assert [by_code, by_name, None] == list(predecessors(asked, [by_code, again, by_name]))
