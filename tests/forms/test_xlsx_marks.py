"""What a spreadsheet's XML tells beyond its values."""

from __future__ import annotations

import pytest

from antq_reports.forms.cell import Broken, PercentNumber, Raw
from antq_reports.forms.xlsx_marks import has_marks, mark_cells, percent_decimals, percent_styles

STYLES = b"""<x:styleSheet xmlns:x="m"><x:numFmts><x:numFmt numFmtId="164" formatCode="0.0%"/></x:numFmts>
<x:cellStyleXfs><x:xf numFmtId="9"/></x:cellStyleXfs>
<x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="164"/><x:xf numFmtId="9"/></x:cellXfs></x:styleSheet>"""
SHEET = b"""<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>0.5</x:v></x:c>
<x:c r="B1"><x:f>A1</x:f></x:c><x:c r="C1"><x:f>A1</x:f><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"""
PARTS = {
    "xl/styles.xml": STYLES,
    "xl/worksheets/s.xml": SHEET,
    "xl/workbook.xml": b'<w xmlns:r="q"><sheets><sheet name="T" r:id="a"/></sheets></w>',
    "xl/_rels/workbook.xml.rels": b'<R><Relationship Id="a" Target="worksheets/s.xml"/></R>',
}


@pytest.mark.parametrize(
    ("code", "decimals"),
    [("0%", 0), ("0.00%", 2), ("0,0%", 1), ("#,##0.0%;-0%", 1), ('0.0"%"', None), ("0.0\\%", None), ("General", None)],
)
def test_a_percent_format_is_told_from_others(code: str, decimals: int | None) -> None:
    """A quoted sign is text."""
    assert decimals == percent_decimals(code)


def test_styles_are_found_under_any_prefix() -> None:
    """Those of the cells, not of the named styles."""
    assert {"1": 1, "2": 0} == percent_styles(PARTS)


def test_cells_are_marked_in_place() -> None:
    """A percent and a formula never computed; a computed one stays a value."""
    rows: list[list[Raw]] = [[0.5, "", 7.0]]
    assert has_marks(SHEET)
    mark_cells("T", rows, PARTS, percent_styles(PARTS))
    assert (PercentNumber(0.5, 1), True, 7.0) == (rows[0][0], isinstance(rows[0][1], Broken), rows[0][2])
