"""The figures that hold two numbers or none: a part of a whole, a pair, a span, an indefinite word.

``form`` fields hold the words or signs that join the numbers, as printed.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from antq_reports.figures.amounts import Count, StatedModel
from antq_reports.figures.scalars import FigureModel, WholeNumber
from antq_reports.figures.sentence_errors import fault
from antq_reports.vietnamese import INDEFINITE_BOUNDS

WholeForm = Literal["/", "trong tổng số", "trên tổng số"]
Joiner = Literal[
    ", ",
    " với ",
    "/",
    " / ",
    " và ",
    ", làm ",
    ", làm chết ",
    ", chết ",
    ", làm bị thương ",
    ", bị thương ",
    " và làm ",
    " làm ",
    " làm chết ",
    " và bị thương ",
    " và làm bị thương ",
]
_DEED = re.compile("chết|bị thương")
"""What a joiner says of the persons behind it."""
SpanForm = Literal["từ đến", "đến", " - ", "-", "từ - ", "từ-"]


class PartOfWhole(StatedModel):
    """So many out of so many, with the percent the source states; a part above its whole is kept and reviewed.

    >>> PartOfWhole(part=1010, whole=1173, unit="vụ").ratio
    Decimal('0.8610400682011935208866155158')
    """

    kind: Literal["part_of_whole"] = "part_of_whole"
    part: WholeNumber = Field(description="Phần")
    whole: Annotated[int, Field(gt=0, le=10**15)] = Field(description="Tổng")
    form: WholeForm = Field(default="/", description="Chữ hoặc dấu nối phần với tổng")

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        if self.form != "/" and self.unit is None:
            raise fault("part_unit", f"dạng “{self.form}” cần đơn vị sau cả hai số", "hãy thêm đơn vị")
        return self

    @property
    def ratio(self) -> Decimal:
        """The part over the whole, to 28 digits."""
        with localcontext(prec=28):
            return Decimal(self.part) / Decimal(self.whole)

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The part and the whole."""
        return Decimal(self.part), Decimal(self.whole)

    @property
    def number(self) -> Decimal:
        """The part."""
        return Decimal(self.part)

    @property
    def raw(self) -> tuple[int, int]:
        """The part and the whole."""
        return self.part, self.whole


class Pair(FigureModel):
    """Counts that belong together, such as cases and persons; they are no ratio and have no percent.

    A third may follow: accidents, the dead, the injured.

    >>> Pair(first=Count(value=31, unit="vụ"), second=Count(value=34, unit="đối tượng")).raw
    (31, 34)
    """

    kind: Literal["pair"] = "pair"
    first: Count
    second: Count
    joiner: Joiner = Field(default=", ", description="Chữ hoặc dấu nối hai số")
    third: Count | None = Field(default=None, description="Số thứ ba đi cùng: vụ, người chết, người bị thương")
    third_joiner: Joiner = Field(default=", ", description="Chữ hoặc dấu nối số thứ ba")

    @field_validator("third_joiner", mode="after")
    @classmethod
    def _keep_useful_joiner(cls, joiner: Joiner, info: ValidationInfo) -> Joiner:
        return joiner if info.data.get("third") is not None else ", "

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        if self.hedge is not None or self.unit is not None:
            raise fault(
                "pair_fields", "từ chỉ mức độ và đơn vị thuộc về từng số của cặp", "hãy viết trong first, second"
            )
        if self.first.unit is None or self.second.unit is None:
            raise fault("pair_unit", "mỗi số của một cặp cần đơn vị riêng", "hãy thêm đơn vị cho cả hai số")
        if self.second.capital or (self.third is not None and self.third.capital):
            raise fault("pair_capital", "số thứ hai của cặp không đứng đầu câu", "hãy bỏ capital")
        if self.third is not None and self.third.unit is None:
            raise fault("pair_unit", "mỗi số của một bộ ba cần đơn vị riêng", "hãy thêm đơn vị cho cả ba số")
        if any(part.percent or part.change for part in self.parts):
            raise fault("pair_stated", "số trong một cặp không kèm tỷ lệ hay biến động", "hãy tách thành số liệu riêng")
        return self

    @property
    def parts(self) -> tuple[Count, ...]:
        """The two counts, or three."""
        return (self.first, self.second) if self.third is None else (self.first, self.second, self.third)

    @property
    def counted(self) -> tuple[str, ...]:
        """What each number counts, whether its unit or its joiner says it: "làm chết 5 người" is 5 người chết.

        >>> Pair(first=Count(value=9, unit="vụ"), joiner=", chết ", second=Count(value=5, unit="người")).counted
        ('vụ', 'người chết')
        """
        joiners = zip(self.parts, ("", self.joiner, self.third_joiner), strict=False)
        deeds = ((str(part.unit), _DEED.search(joiner)) for part, joiner in joiners)
        return tuple(f"{unit} {deed[0]}" if deed and deed[0] not in unit else unit for unit, deed in deeds)

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers."""
        return tuple(part.number for part in self.parts)

    @property
    def is_zero(self) -> bool:
        """Whether all numbers are 0."""
        return all(part.is_zero for part in self.parts)

    @property
    def raw(self) -> tuple[int, ...]:
        """The numbers."""
        return tuple(part.value for part in self.parts)


class Span(FigureModel):
    """A range of counts, from low to high.

    >>> Span(low=5, high=7, unit="vụ").raw
    (5, 7)
    """

    kind: Literal["span"] = "span"
    low: WholeNumber = Field(description="Số nhỏ")
    high: WholeNumber = Field(description="Số lớn")
    form: SpanForm = Field(default="từ đến", description="Cách nối hai số")
    is_percent: bool = Field(default=False, description="Khoảng tính bằng phần trăm: từ 30-40%")
    capital: bool = Field(default=False, description="Viết hoa từ đứng đầu (đầu câu)")

    @field_validator("capital", mode="after")
    @classmethod
    def _keep_useful_capital(cls, capital: bool, info: ValidationInfo) -> bool:
        return capital and (info.data.get("hedge") is not None or str(info.data.get("form")).startswith("từ"))

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        if self.low >= self.high:
            raise fault("span_order", "số đầu của khoảng phải nhỏ hơn số cuối", "hãy đổi chỗ hoặc chỉ viết một số")
        if self.hedge is not None and self.hedge.direction != "about":
            raise fault("span_hedge", f"“{self.hedge}” không đi với một khoảng", "hãy viết “khoảng” hoặc bỏ")
        if self.unit == "đồng":
            raise fault("span_unit", "khoảng tiền chưa được hỗ trợ", "hãy tách thành hai số tiền")
        if self.is_percent and self.unit is not None:
            raise fault("span_unit", "khoảng phần trăm không kèm đơn vị", f"hãy bỏ “{self.unit}”")
        return self

    @property
    def is_share(self) -> bool:
        """Whether its ends are percents."""
        return self.is_percent

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The two ends."""
        return Decimal(self.low), Decimal(self.high)

    @property
    def raw(self) -> tuple[int, int]:
        """The two ends."""
        return self.low, self.high


def _check_word(word: str) -> str:
    if word not in INDEFINITE_BOUNDS:
        known = ", ".join(f'"{each}"' for each in list(INDEFINITE_BOUNDS)[:5])
        raise fault("indefinite_word", f"“{word}” không phải là số phỏng chừng", f"hãy viết như {known}")
    return word


class Indefinite(FigureModel):
    """A word for a number nobody counted, such as "hàng trăm".

    >>> Indefinite(word="hàng trăm", unit="lượt người").lower_bound
    100
    """

    kind: Literal["indefinite"] = "indefinite"
    word: Annotated[str, AfterValidator(_check_word)] = Field(description="hàng chục, hàng trăm, hàng nghìn...")
    capital: bool = Field(default=False, description="Viết hoa từ đứng đầu (đầu câu)")

    @model_validator(mode="after")
    def _check_hedge(self) -> Self:
        if self.hedge is not None:
            raise fault("indefinite_hedge", f"“{self.word}” đã là phỏng chừng", f"hãy bỏ “{self.hedge}”")
        return self

    @property
    def lower_bound(self) -> int:
        """The smallest number the word can stand for."""
        return INDEFINITE_BOUNDS[self.word]

    @property
    def raw(self) -> str:
        """The word."""
        return self.word
