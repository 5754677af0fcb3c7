"""What a place's units gave to its sums, unit by unit: the figures the brief of a province names its communes by."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Annotated

from pydantic import Field, field_validator

from antq_reports.catalogue.metric import Metric
from antq_reports.catalogue.text_fields import Frozen, Line, Name, Prose, Table
from antq_reports.figures import AnyFigure

MAX_UNITS = 1_000
"""Units of one place: no province has so many."""
_OfUnit = Annotated[AnyFigure, Metric(label="số liệu của đơn vị")]


class UnitFigures(Frozen):
    """One unit with those of its figures that the catalogue has told unit by unit (``by_unit``).

    >>> UnitFigures(name="xã Tân Hà", figures={"boats.sunk": "2 chiếc"}).figure("boats.sunk").value
    2
    """

    name: Name = Field(description="Tên đủ: xã Tân Hà")
    figures: Annotated[tuple[tuple[str, AnyFigure], ...], Table(_OfUnit, holds_texts=False)] = Field(
        default=(), description="Số liệu của đơn vị, theo khóa chỉ tiêu"
    )

    @field_validator("figures")
    @classmethod
    def _in_one_order(cls, figures: tuple[tuple[str, AnyFigure], ...]) -> tuple[tuple[str, AnyFigure], ...]:
        """A table has no order of its own: equal figures are equal however they were written."""
        return tuple(sorted(figures, key=itemgetter(0)))

    def figure(self, path: str) -> AnyFigure | None:
        """Its figure of a metric, where it gave one."""
        return dict(self.figures).get(path)


def figures_of_units(units: tuple[UnitFigures, ...]) -> Iterator[tuple[str, str, AnyFigure]]:
    """Every figure of some units: its path in the report file, the name of the unit, the figure."""
    for place, unit in enumerate(units):
        yield from ((f"units[{place}].{path}", unit.name, figure) for path, figure in unit.figures)


class UnitQuote(Frozen):
    """Words of a unit that the brief of its place quotes.

    The words are the unit's own, taken from its report when figures are added up; or written here.
    """

    unit: Name = Field(description="Đơn vị được dẫn lời: xã Tân Hà")
    text: Prose | None = Field(default=None, description="Lời của đơn vị; bỏ trống thì lấy từ báo cáo của đơn vị đó")
    of: Line | None = Field(
        default=None, description="Lấy từ đâu trong báo cáo của đơn vị: outlook.lessons, tips.closing"
    )
