"""The closing table by sections."""

from __future__ import annotations

from typing import Any

from prose_kit import report_of

from antq_reports import render_report
from antq_reports.prose import compose, prose_library, read_templates
from antq_reports.prose.house_rules import HouseRules
from antq_reports.prose.table_part import TablePart


def parts(**sections: Any) -> tuple[TablePart, ...]:
    """The parts of a report's table."""
    report = report_of(**sections)
    return compose(report, prose_library(read_templates(), report.catalogue), HouseRules()).table_parts


def test_rows_stand_under_the_title_of_their_section() -> None:
    """In the order of the catalogue."""
    found = parts(tips={"public_tips": 7}, weapons={"firearms_surrendered": 5, "detonators": 3})
    assert [("weapons", 2), ("tips", 1)] == [(part.section, len(part.rows)) for part in found]
    assert all(part.title[:1].isupper() for part in found)


def test_an_extra_figure_stands_in_its_section() -> None:
    """Not in one of its own."""
    extra = {"id": "boats", "label": "tàu cá", "section": "weapons", "figure": "12 tàu cá"}
    found = parts(tips={"public_tips": 7}, weapons={"detonators": 3}, extra=[extra])
    assert {"weapons": ["weapons.detonators", "extra.boats"], "tips": ["tips.public_tips"]} == {
        part.section: [row.metric for row in part.rows] for part in found
    }


def test_one_section_has_no_title() -> None:
    """It would only say the table's own again."""
    assert [""] == [part.title for part in parts(tips={"public_tips": 7})]


def test_a_unit_that_the_label_begins_with_is_not_said_again() -> None:
    """Whatever their capitals: "Tổ bảo vệ an ninh, trật tự" has 6, not 6 of themselves."""
    teams = {"security_teams": "6 Tổ bảo vệ an ninh, trật tự", "security_team_members": 18}
    rows = render_report(report_of(core_force=teams)).text.split("Số liệu trong bài")[1].split("\n\n")
    (row,) = (row for row in rows if row.startswith("Tổ bảo vệ an ninh"))
    assert ["6"] == row.split("\t")[1:]
