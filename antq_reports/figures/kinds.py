"""The kinds of figure, listed once: what each is called, which class it is, how it is told and used.

Whatever asks for a property of a kind reads it here; what a single figure knows of itself (`number`, `ratio`,
`is_zero`) is a property of its class.
"""

from __future__ import annotations

import typing
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pydantic import BaseModel

from antq_reports.figures.amounts import Count, Money, Percent, Quantity, StatedModel
from antq_reports.figures.change import Change
from antq_reports.figures.compounds import Indefinite, Pair, PartOfWhole, Span
from antq_reports.figures.standings import Rank, Rate

AnyFigure = Count | PartOfWhole | Pair | Percent | Quantity | Money | Span | Indefinite | Change | Rank | Rate
"""Any figure, for ``isinstance`` and type hints."""

FIGURE_CLASSES: tuple[type[AnyFigure], ...] = typing.get_args(AnyFigure)
"""The class of every kind, in the order of `KINDS`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of figure."""

    model: type[AnyFigure]
    """Its class."""
    title: str
    """What staff call it: "số đếm"."""
    example: str
    """A figure of this kind as one writes it."""
    lead: str = "số "
    """What stands before the label where a sentence tells what moved: "số vụ", "tỷ lệ phá án"."""
    decimal_tail: str = ""
    """What makes a decimal number one of this kind: " kg" in "13,5 kg"; empty where nothing does."""
    is_summable: bool = True
    """Whether figures of this kind add up."""
    in_strip: bool = True
    """Whether it is short enough for the strip of large numbers."""
    has_unit: bool = True
    """Whether the unit is the figure's own, not that of its parts."""
    takes_unit: bool = False
    """Whether a metric's unit goes to a figure whose writer named none."""

    @property
    def name(self) -> str:
        """The name that files use for it: "part_of_whole"."""
        return str(self.model.model_fields["kind"].default)

    @property
    def description(self) -> str:
        """Title and example, for a remedy: "số đếm (“1.584 buổi”)"."""
        return f"{self.title} (“{self.example}”)"


_ALL = (
    Kind(model=Count, title="số đếm", example="1.584 buổi", decimal_tail=" triệu", takes_unit=True),
    Kind(model=PartOfWhole, title="phần trên tổng", example="1.010/1.173 vụ", lead="tỷ lệ ", takes_unit=True),
    Kind(model=Pair, title="cặp số", example="31 vụ, 34 đối tượng", in_strip=False, has_unit=False),
    Kind(model=Percent, title="phần trăm", example="86,1%", lead="tỷ lệ ", decimal_tail="%", is_summable=False),
    Kind(model=Quantity, title="số đo", example="13,85 kg", lead="lượng ", decimal_tail=" kg"),
    Kind(model=Money, title="số tiền", example="2,5 tỷ đồng", lead="", decimal_tail=" tỷ đồng"),
    Kind(model=Span, title="khoảng", example="5 - 7 vụ", in_strip=False, takes_unit=True),
    Kind(model=Indefinite, title="số ước chừng", example="hàng trăm", in_strip=False, takes_unit=True),
    Kind(
        model=Change,
        title="tăng, giảm",
        example="giảm 4,6% so với cùng kỳ",
        is_summable=False,
        in_strip=False,
        has_unit=False,
    ),
    Kind(
        model=Rank,
        title="thứ hạng",
        example="đứng thứ 5 cả nước",
        lead="",
        is_summable=False,
        in_strip=False,
    ),
    Kind(
        model=Rate,
        title="bình quân, tỷ suất",
        example="bình quân 3,1 người/tổ",
        lead="",
        is_summable=False,
        in_strip=False,
    ),
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _ALL})
"""Every kind by the name that files use for it."""
_BY_MODEL: Mapping[type[BaseModel], Kind] = {kind.model: kind for kind in _ALL}


def kind_of(model: type[BaseModel]) -> Kind:
    """The kind whose class this is. Raises ``KeyError`` for another class.

    >>> kind_of(Count).description
    'số đếm (“1.584 buổi”)'
    """
    return _BY_MODEL[model]


def is_taken(figure: AnyFigure, kinds: Collection[type[BaseModel]]) -> bool:
    """Whether a figure is of one of these kinds; a span of percents is none where no percent is.

    >>> is_taken(Span(low=30, high=40), (Count, Span)), is_taken(Span(low=30, high=40, is_percent=True), (Count, Span))
    (True, False)
    """
    return type(figure) in kinds and not (figure.kind == "span" and figure.is_share and Percent not in kinds)


def description_of(figure: AnyFigure) -> str:
    """What staff call a figure's kind, with an example."""
    is_percents = figure.is_share and figure.kind == "span"
    return "khoảng phần trăm (“30-40%”)" if is_percents else KINDS[figure.kind].description


def parts_of(figure: AnyFigure) -> Mapping[str, AnyFigure]:
    """The figures within a figure, by the names that templates and ledgers have for them.

    >>> list(parts_of(Pair(first=Count(value=31, unit="vụ"), second=Count(value=34, unit="đối tượng"))))
    ['first', 'second']
    """
    match figure:
        case Pair():
            return dict(zip(("first", "second", "third"), figure.parts, strict=False))
        case StatedModel(percent=Percent() as stated) | Change(percent=Percent() as stated):
            return {"percent": stated}
        case _:
            return {}
