"""The figures that hold one number: counts, percents, measured quantities and money.

Presentation fields (``scale``, ``decimals``, ``padding``, ``glued``, ``capital``) remember how a number was
written and take no part in its value. One that would have no effect falls back to its default, so that equal
prints are equal figures. Percents are fractions: 0.861 is 86,1%. Money is in đồng.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from antq_reports.figures.scalars import (
    FALSE_SCALES,
    MAX_DECIMALS,
    SCALE_POWERS,
    SYMBOLS,
    ExactDecimal,
    FigureModel,
    Scale,
    UnitText,
    WholeNumber,
    first_word,
    is_measure,
)
from antq_reports.figures.sentence_errors import fault
from antq_reports.vietnamese import NUMBER_WORDS, decimals_of, move_point, trim_decimals

if TYPE_CHECKING:
    from antq_reports.figures.change import Change

PercentForm = Literal[
    "(đạt %)",
    "(đạt tỷ lệ %)",
    "(đạt tỉ lệ %)",
    "(tỷ lệ %)",
    "(chiếm %)",
    "(chiếm tỷ lệ %)",
    "(bằng %)",
    "(%)",
    ", đạt %",
    ", đạt tỷ lệ %",
    ", chiếm %",
    ", chiếm tỷ lệ %",
    ", bằng %",
]
ChangeForm = Literal["(…)", ", …"]
PercentLead = Literal["chiếm", "chiếm đến", "chiếm tới", "chiếm tỷ lệ", "đạt", "đạt tới", "đạt tỷ lệ"]
MONEY_STEPS: dict[str, int] = {"tỷ": 9, "tỉ": 9, "triệu": 6, "nghìn": 3, "ngàn": 3}
"""The words an amount may be told by one after the other: 1 tỷ 250 triệu đồng."""


def scaled(value: Decimal | int, scale: Scale | None) -> Decimal:
    """Return the number that stands before a scale word, without trailing zeros; the value itself without one.

    >>> scaled(12_700_000, "triệu"), scaled(Decimal("13.50"), None)
    (Decimal('12.7'), Decimal('13.50'))
    """
    return Decimal(value) if scale is None else trim_decimals(move_point(value, -SCALE_POWERS[scale]))


class AmountModel(FigureModel):
    """What single numbers share: a capital at the start of a sentence."""

    capital: bool = Field(default=False, description="Viết hoa từ đứng đầu (đầu câu)")

    @field_validator("capital", mode="after")
    @classmethod
    def _keep_useful_capital(cls, capital: bool, info: ValidationInfo) -> bool:
        return capital and info.data.get("hedge") is not None


class Percent(AmountModel):
    """A fraction printed as a percent, with the decimals the fraction carries.

    >>> Percent(value=Decimal("0.861")).raw
    Decimal('0.861')
    """

    kind: Literal["percent"] = "percent"
    value: ExactDecimal = Field(description="Tỷ lệ dạng phân số thập phân: 0.861 là 86,1%")
    signed: bool = Field(default=False, validate_default=True, description="Viết cả dấu cộng; số âm luôn có dấu")
    lead: PercentLead | None = Field(default=None, description="Chữ đứng trước tỷ lệ: chiếm, chiếm đến, đạt")

    @field_validator("signed", mode="after")
    @classmethod
    def _settle_sign(cls, signed: bool, info: ValidationInfo) -> bool:
        value = info.data.get("value", Decimal(0))
        return value < 0 or (signed and value > 0)

    @model_validator(mode="after")
    def _check_hedge(self) -> Self:
        if self.signed and self.lead is not None:
            raise fault("percent_lead", f"số có dấu không đi cùng “{self.lead}”", "hãy bỏ một trong hai")
        if self.signed and self.hedge is not None:
            raise fault("percent_hedge", f"số có dấu không đi cùng “{self.hedge}”", "hãy bỏ một trong hai")
        return self

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The fraction."""
        return (self.value,)

    @property
    def ratio(self) -> Decimal:
        """The fraction."""
        return self.value

    @property
    def is_share(self) -> bool:
        """Always."""
        return True

    @property
    def raw(self) -> Decimal:
        """The fraction."""
        return self.value


class StatedModel(AmountModel):
    """What a number may say of itself: its share of a whole that is not told, and how it moved."""

    percent: Percent | None = Field(default=None, description="Tỷ lệ nêu trong nguồn số liệu")
    percent_form: PercentForm = Field(default="(đạt %)", description="Cách viết tỷ lệ đi kèm; % là chỗ của con số")
    change: Change | None = Field(default=None, description="Biến động nêu kèm: giảm 14 vụ so với năm 2023")
    change_form: ChangeForm = Field(default="(…)", description="Biến động trong ngoặc hay sau dấu phẩy")

    @field_validator("percent_form", mode="after")
    @classmethod
    def _keep_useful_form(cls, form: PercentForm, info: ValidationInfo) -> PercentForm:
        return form if info.data.get("percent") is not None else "(đạt %)"

    @field_validator("change_form", mode="after")
    @classmethod
    def _keep_useful_change_form(cls, form: ChangeForm, info: ValidationInfo) -> ChangeForm:
        return form if info.data.get("change") is not None else "(…)"

    @model_validator(mode="after")
    def _check_stated(self) -> Self:
        if self.percent is not None and (
            self.percent.signed or self.percent.unit or self.percent.capital or self.percent.lead
        ):
            raise fault("part_percent", "tỷ lệ đi kèm không có dấu, đơn vị hay chữ hoa", "hãy chỉ viết con số")
        if self.change is not None and self.change.capital:
            raise fault("stated_change", "biến động đi kèm không đứng đầu câu", "hãy bỏ capital")
        return self

    @property
    def stated(self) -> dict[str, Any]:
        """What it says of itself beside its number, by field; empty where that is nothing."""
        names = ("percent", "percent_form", "change", "change_form")
        return {name: getattr(self, name) for name in names} if self.percent or self.change else {}

    @property
    def bare(self) -> Self:
        """The number alone."""
        return self.model_copy(update={name: type(self).model_fields[name].default for name in self.stated})


class ScaledModel(StatedModel):
    """What numbers that may take a scale word share; each kind narrows ``value``."""

    value: WholeNumber | ExactDecimal = Field(description="Con số")
    scale: Scale | None = Field(default=None, description="Chữ bậc số sau con số: nghìn, triệu, tỷ...")
    decimals: int | None = Field(
        default=None, ge=1, le=MAX_DECIMALS, description="Số chữ số thập phân tối thiểu trước chữ bậc số"
    )

    @field_validator("decimals", mode="after")
    @classmethod
    def _keep_useful_decimals(cls, decimals: int | None, info: ValidationInfo) -> int | None:
        value, scale = info.data.get("value"), info.data.get("scale")
        if decimals is None or value is None or scale is None:
            return decimals
        return decimals if decimals > decimals_of(scaled(value, scale)) else None

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The number itself."""
        return (Decimal(self.value),)

    @property
    def number(self) -> Decimal:
        """The number itself, written out: 2,5 tỷ is 2500000000."""
        return Decimal(self.value)

    @property
    def is_zero(self) -> bool:
        """Whether the number is 0."""
        return self.value == 0

    @model_validator(mode="after")
    def _check_decimals(self) -> Self:
        if self.decimals is not None and self.scale is None:
            raise fault(
                "decimals", "“decimals” chỉ đi cùng “scale”", 'hãy viết số 0 cuối ngay trong value, như "13.50"'
            )
        return self

    @model_validator(mode="after")
    def _check_scale(self) -> Self:
        if self.scale is not None and self.unit is not None:
            words = (self.scale.split(" ")[-1], first_word(self.unit))
            if words in FALSE_SCALES:
                raise fault("scale", f"“{' '.join(words)}” đọc thành một từ khác", "hãy viết đủ các chữ số")
        return self


class Count(ScaledModel):
    """A whole number of things.

    >>> Count(value=1584, unit="vụ").raw
    1584
    """

    kind: Literal["count"] = "count"
    value: WholeNumber = Field(description="Số đếm")
    padding: Literal[2] | None = Field(default=None, description="2: viết số dưới 10 có số 0 đứng trước (03 vụ)")
    in_words: bool = Field(default=False, description="Viết số từ một đến mười bằng chữ: ba vụ")

    @field_validator("padding", mode="after")
    @classmethod
    def _keep_useful_padding(cls, padding: Literal[2] | None, info: ValidationInfo) -> Literal[2] | None:
        is_small = 1 <= info.data.get("value", 0) <= 9 and info.data.get("scale") is None
        return padding if is_small else None

    @field_validator("in_words", mode="after")
    @classmethod
    def _keep_useful_words(cls, in_words: bool, info: ValidationInfo) -> bool:
        is_small = info.data.get("value", 0) in NUMBER_WORDS and info.data.get("scale") is None
        return in_words and is_small and bool(info.data.get("unit")) and info.data.get("padding") is None

    @model_validator(mode="after")
    def _check_unit(self) -> Self:
        if self.unit == "đồng":
            raise fault("count_unit", "số tiền không phải là số đếm", 'hãy dùng kind = "money"')
        if self.unit is not None and is_measure(self.unit):
            raise fault("count_unit", f"“{self.unit}” là đơn vị đo", 'hãy dùng kind = "quantity"')
        return self

    @property
    def raw(self) -> int:
        """The number itself."""
        return self.value


class Quantity(ScaledModel):
    """A measured quantity: weight, length, area, volume or time, with its unit.

    >>> Quantity(value=Decimal("13.85"), unit="kg").raw
    Decimal('13.85')
    """

    kind: Literal["quantity"] = "quantity"
    value: ExactDecimal = Field(ge=0, description="Số đo")
    glued: bool = Field(default=False, description="Viết liền ký hiệu vào số: 30kg")

    @field_validator("glued", mode="after")
    @classmethod
    def _keep_useful_glue(cls, glued: bool, info: ValidationInfo) -> bool:
        return glued and info.data.get("scale") is None and first_word(info.data.get("unit") or "") in SYMBOLS

    @model_validator(mode="after")
    def _check_unit(self) -> Self:
        if self.unit is None or not is_measure(self.unit):
            fact = "số đo thiếu đơn vị" if self.unit is None else f"“{self.unit}” không phải là đơn vị đo"
            raise fault("quantity_unit", fact, "hãy viết như kg, mét, ha, tháng")
        return self

    @property
    def raw(self) -> Decimal:
        """The number, in its unit."""
        return self.value


class Money(ScaledModel):
    """An amount of money in đồng.

    >>> Money(value=33_500_000, scale="triệu").raw
    Decimal('33500000')
    """

    kind: Literal["money"] = "money"
    unit: UnitText | None = Field(default="đồng", description="Luôn là đồng")
    value: ExactDecimal = Field(ge=0, description="Số tiền, tính bằng đồng")
    steps: tuple[str, ...] = Field(
        default=(), max_length=3, strict=False, description="Các bậc đọc liền nhau: tỷ, triệu là 1 tỷ 250 triệu đồng"
    )

    @field_validator("unit", mode="after")
    @classmethod
    def _settle_unit(cls, unit: str | None) -> str:
        if unit not in (None, "đồng"):
            raise fault("money_unit", f"tiền tính bằng đồng, không phải “{unit}”", 'hãy viết unit = "đồng" hoặc bỏ hẳn')
        return "đồng"

    @model_validator(mode="after")
    def _check_steps(self) -> Self:
        if self.steps and (self.scale is not None or money_steps(self.value, self.steps) is None):
            raise fault("money_steps", "số tiền không đọc được theo các bậc đã ghi", 'hãy viết như "1,25 tỷ đồng"')
        return self

    @property
    def raw(self) -> Decimal:
        """The amount in đồng."""
        return self.value


def money_steps(value: Decimal, steps: tuple[str, ...]) -> tuple[int, ...] | None:
    """The number before each word; None where the words do not tell the amount whole, each of them above 0.

    >>> money_steps(Decimal(1_250_000_000), ("tỷ", "triệu")), money_steps(Decimal(1_250_000_001), ("tỷ", "triệu"))
    ((1, 250), None)
    """
    if len(steps) < 2 or any(step not in MONEY_STEPS for step in steps):
        return None
    powers = [MONEY_STEPS[step] for step in steps]
    if powers != sorted(set(powers), reverse=True) or value != value.to_integral_value():
        return None
    rest, numbers = int(value), []
    for place, power in enumerate(powers):
        number, rest = divmod(rest, 10**power)
        if not number or (place and number >= 10 ** (powers[place - 1] - power)):
            return None
        numbers.append(number)
    return None if rest else tuple(numbers)
