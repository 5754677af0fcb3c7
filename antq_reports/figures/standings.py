"""Figures that place something or spread it: ranks, averages and rates. They are read and printed, never added up.

A rank is a place in an order ("đứng thứ 5 cả nước", "hạng Ba"); a rate is so much for each of something
("bình quân 3,1 người/tổ", "15 vụ/100.000 dân").
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from antq_reports.figures.scalars import ExactDecimal, FigureModel, Scale, UnitText
from antq_reports.figures.sentence_errors import fault

RankLead = Literal[
    "đứng thứ",
    "đứng ở vị trí thứ",
    "xếp thứ",
    "xếp vị trí thứ",
    "vị trí thứ",
    "thứ",
    "lần thứ",
    "hạng",
    "xếp hạng",
    "đứng hạng",
    "đạt giải",
    "giải",
]
RANK_WORDS: dict[str, int] = {
    "nhất": 1,
    "nhì": 2,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
"""The places that are written out, in small letters."""
RateLead = Literal["bình quân", "trung bình", "bình quân mỗi năm", "bình quân hằng năm"]


class Rank(FigureModel):
    """A place in an order, in digits or as a word.

    >>> Rank(lead="đứng thứ", place=5, unit="cả nước").raw
    5
    """

    kind: Literal["rank"] = "rank"
    lead: RankLead = Field(description="Chữ đứng trước: đứng thứ, hạng, lần thứ")
    place: int = Field(ge=1, le=100_000, description="Vị trí")
    word: str | None = Field(default=None, max_length=10, description="Vị trí viết bằng chữ: Ba, Nhất")
    capital: bool = Field(default=False, description="Viết hoa từ đứng đầu (đầu câu)")

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        if self.hedge is not None:
            raise fault("rank_hedge", "thứ hạng không đi với từ chỉ mức độ", f"hãy bỏ “{self.hedge}”")
        if self.word is not None and RANK_WORDS.get(self.word.lower()) != self.place:
            raise fault("rank_word", f"“{self.word}” không phải là hạng {self.place}", "hãy viết như “hạng Ba”")
        return self

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The place."""
        return (Decimal(self.place),)

    @property
    def raw(self) -> int:
        """The place."""
        return self.place


class Rate(FigureModel):
    """So much for each of something: an average, or a rate for so many people.

    >>> Rate(value=Decimal("3.1"), unit="người", per="tổ", lead="bình quân").raw
    Decimal('3.1')
    """

    kind: Literal["rate"] = "rate"
    value: ExactDecimal = Field(ge=0, description="Con số")
    scale: Scale | None = Field(default=None, description="Chữ bậc số sau con số: nghìn, triệu, tỷ...")
    lead: RateLead | None = Field(default=None, description="Chữ đứng trước: bình quân, trung bình")
    per: UnitText | None = Field(default=None, description="Tính trên mỗi gì: tổ, người, dân")
    per_count: int | None = Field(default=None, ge=2, le=10**9, description="Tính trên bao nhiêu: 100.000 dân")
    capital: bool = Field(default=False, description="Viết hoa từ đứng đầu (đầu câu)")

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        if self.unit is None:
            raise fault("rate_unit", "số bình quân, tỷ suất cần đơn vị", "hãy viết như “bình quân 3,1 người/tổ”")
        if self.per is None and (self.lead is None or self.per_count is not None):
            raise fault("rate_per", "chưa rõ bình quân trên gì", "hãy viết như “15 vụ/100.000 dân”")
        if "/" in self.unit:
            raise fault("rate_unit", "đơn vị của số bình quân có dấu gạch chéo", "hãy viết phần sau dấu đó vào per")
        if self.capital and self.lead is None and self.hedge is None:
            raise fault("rate_capital", "con số không viết hoa", "hãy bỏ capital")
        return self

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The number itself."""
        return (self.value,)

    @property
    def raw(self) -> Decimal:
        """The number itself."""
        return self.value
