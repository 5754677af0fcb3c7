"""A change against a base: the verb says the direction, the amount says how much."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from antq_reports.errors import TextError
from antq_reports.figures.amounts import Count, Money, Percent, Quantity
from antq_reports.figures.scalars import FigureModel
from antq_reports.figures.sentence_errors import fault, refused
from antq_reports.vietnamese import clean_text

ChangeDirection = Literal["tăng", "giảm", "nhiều hơn", "ít hơn"]
Emphasis = Literal["đến", "tới"]
Amount = Annotated[Count | Percent | Quantity | Money, Field(discriminator="kind")]
RISING: tuple[ChangeDirection, ...] = ("tăng", "nhiều hơn")
MAX_BASE_LENGTH = 120

_YEAR = r"\d{4}"
_SPAN = rf"{_YEAR} ?[-–] ?{_YEAR}"
_BASES = (
    rf"cùng kỳ(?: (?:năm )?(?:{_YEAR}|trước|ngoái|liền trước)| (?:giai đoạn|nhiệm kỳ) (?:trước|{_SPAN}))?",
    r"(?:năm|kỳ|tháng|quý|tuần|đợt|giai đoạn|nhiệm kỳ|thời điểm|thời gian)(?: liền)? (?:trước|ngoái)(?: đó| liền kề)?",
    rf"(?:cả )?năm {_YEAR}",
    rf"tháng \d{{1,2}}(?:/{_YEAR}|,? năm {_YEAR})?",
    rf"quý (?:[1-4]|I{{1,3}}|IV)(?:/{_YEAR}|,? năm {_YEAR})?",
    rf"(?:\d{{1,2}}|[a-zà-ỹ]+) (?:tháng|quý)(?: đầu| cuối)?,?(?: năm (?:{_YEAR}|trước)| trước)",
    rf"(?:giai đoạn|nhiệm kỳ|các năm|những năm)(?: {_SPAN}| trước)",
    rf"(?:đầu|cuối|giữa) (?:năm|kỳ|nhiệm kỳ|giai đoạn|tháng)(?: {_YEAR}| \d{{1,2}}(?:/{_YEAR})?| trước)?",
    rf"ngày \d{{1,2}}/\d{{1,2}}(?:/{_YEAR})?",
    rf"trước(?: khi| lúc)? (?:sáp nhập|sắp xếp|hợp nhất|phát động|có mô hình|năm {_YEAR})",
    rf"(?:kế hoạch|chỉ tiêu|mục tiêu)(?: (?:được giao|đề ra|năm {_YEAR}))*",
)
_BASE = re.compile("|".join(f"(?:{base})" for base in _BASES), re.IGNORECASE)
"""What a change may be set against: another time, or a plan."""


_WANTED_BASE = "hãy viết như “cùng kỳ năm 2025”, “năm 2017”, “tháng 11/2025”, “quý I/2025”, “kỳ trước”"


def _clean_base(base: str) -> str:
    try:
        cleaned = clean_text(base, max_length=MAX_BASE_LENGTH)
    except TextError as error:
        raise refused("change_base", error.refusal) from error
    if not _BASE.fullmatch(cleaned):
        raise fault("change_base", f"mốc so sánh “{cleaned[:60]}” không hợp lệ", _WANTED_BASE)
    return cleaned


class Change(FigureModel):
    """How much something rose or fell, with the percent in brackets and the base when stated.

    The base is what follows "so với": ``base="năm 2017"`` prints "so với năm 2017".

    >>> Change(direction="tăng", amount=Count(value=14, unit="xã"), base="năm 2017").raw
    ('tăng', 14)
    """

    kind: Literal["change"] = "change"
    direction: ChangeDirection = Field(description="Chiều thay đổi")
    amount: Amount = Field(description="Mức thay đổi, không mang dấu")
    percent: Percent | None = Field(default=None, description="Tỷ lệ trong ngoặc, mang dấu: (+9,79%)")
    emphasis: Emphasis | None = Field(default=None, description="Chữ nhấn mạnh trước mức thay đổi")
    base: Annotated[str, AfterValidator(_clean_base)] | None = Field(default=None, description="Mốc so sánh")
    base_first: bool = Field(default=False, description="Viết mốc so sánh trước: so với cùng kỳ, giảm 4,6%")
    percent_last: bool = Field(default=False, description="Viết tỷ lệ trong ngoặc sau mốc so sánh")
    capital: bool = Field(default=False, description="Viết hoa từ đứng đầu (đầu câu)")

    @field_validator("base_first", mode="after")
    @classmethod
    def _keep_useful_order(cls, base_first: bool, info: ValidationInfo) -> bool:
        return base_first and info.data.get("base") is not None

    @field_validator("percent_last", mode="after")
    @classmethod
    def _keep_useful_place(cls, percent_last: bool, info: ValidationInfo) -> bool:
        has_both = info.data.get("base") is not None and info.data.get("percent") is not None
        return percent_last and has_both and not info.data.get("base_first")

    @model_validator(mode="after")
    def _check_amount(self) -> Self:
        if self.hedge is not None or self.unit is not None:
            raise fault("change_fields", "từ chỉ mức độ và đơn vị thuộc về mức thay đổi", "hãy viết trong amount")
        if self.amount.value < 0 or (isinstance(self.amount, Percent) and self.amount.signed):
            raise fault("change_sign", f"“{self.direction}” đã nói chiều thay đổi", 'hãy bỏ dấu, như "giảm 5%"')
        if self.amount.value == 0:
            raise fault("change_zero", "thay đổi bằng không", 'hãy viết "không tăng, không giảm" bằng lời')
        if self.amount.capital:
            raise fault("change_capital", "mức thay đổi không đứng đầu câu", "hãy đặt capital ở số liệu thay đổi")
        return self

    @model_validator(mode="after")
    def _check_percent(self) -> Self:
        if self.percent is None:
            return self
        if not self.percent.signed or self.percent.unit is not None:
            raise fault("change_percent", "tỷ lệ trong ngoặc phải mang dấu", "hãy viết như (+9,79%) hoặc (-4,6%)")
        if (self.percent.value > 0) != (self.direction in RISING):
            sign = "+" if self.direction in RISING else "-"
            fact = f"dấu của tỷ lệ trái với “{self.direction}”"
            raise fault("change_percent", fact, f"hãy viết dấu “{sign}” trong ngoặc")
        return self

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The bare amount."""
        return self.amount.numbers

    @property
    def raw(self) -> tuple[ChangeDirection, int | Decimal]:
        """The direction and the bare amount."""
        return self.direction, self.amount.raw
