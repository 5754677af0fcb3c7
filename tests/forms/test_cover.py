"""The cover of a form: what is read from it, what a fault says, what the unit wrote in words."""

from __future__ import annotations

from antq_reports.forms.cell import Raw
from antq_reports.forms.cover import MAX_REMARK, Cover
from antq_reports.report import Origin

DIFFICULTIES = "Khó khăn, kiến nghị (in cuối bản tin)"


def cover(**cells: Raw) -> Cover:
    """A cover with some cells; two underlines stand for the dot of an id."""
    return Cover("a.xlsx", {name.replace("__", "."): (raw, Origin(cell="C5")) for name, raw in cells.items()})


def test_the_unit_is_named_without_its_office() -> None:
    """With the level its name carries, and its code as five digits."""
    place = cover(unit__name="UBND XÃ ĐẠI LÃNH", unit__code=763).place()
    assert place is not None
    assert ("Đại Lãnh", "xã", "00763") == (place.name, place.level, place.code)


def test_what_is_missing_is_a_fault_of_the_cover() -> None:
    """Told once, with what to do."""
    empty = cover()
    assert (None, None) == (empty.place(), empty.period("period"))
    assert ["chưa ghi tên đơn vị"] == [fault.message for fault in empty.faults]


def test_remarks_are_kept_under_their_headings() -> None:
    """Blank ones are none; a long one is cut, one of an old font is told, and neither stops the form."""
    told = dict(
        cover(notes__results="Bắt 3 đối tượng\ntruy nã", notes__models="  ", notes__difficulties="x" * 9000).remarks()
    )
    assert {"Kết quả nổi bật nên kể trong bản tin", DIFFICULTIES} == set(told)
    assert MAX_REMARK == len(told[DIFFICULTIES])
