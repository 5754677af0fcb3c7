"""A change against a base: the verb says the direction, the amount says how much."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from antq_reports.errors import TextError
from antq_reports.figures.amounts import Count, Money, Percent, Quantity
from antq_reports.figures.compounds import PartOfWhole
from antq_reports.figures.scalars import ExactDecimal, FigureModel, HedgeWord
from antq_reports.figures.sentence_errors import fault, refused
from antq_reports.vietnamese import clean_text

ChangeDirection = Literal[
    "tăng",
    "giảm",
    "nhiều hơn",
    "ít hơn",
    "tăng thêm",
    "giảm thêm",
    "cao hơn",
    "thấp hơn",
    "vượt",
    "gấp",
    "bằng",
    "không đổi",
    "giữ nguyên",
    "không tăng, không giảm",
]
Emphasis = Literal["đến", "tới", "cả"]
ChangePercentForm = Literal[
    "(%)",
    "(verb %)",
    "(tương ứng %)",
    "(tương ứng verb %)",
    "(tương đương %)",
    "(tương đương verb %)",
    ", %",
    ", verb %",
    ", tương ứng %",
    ", tương ứng verb %",
    ", tương đương %",
    ", tương đương verb %",
]
"""Where the percent of a change stands; "verb" is the change's own word."""
RISING: tuple[ChangeDirection, ...] = ("tăng", "nhiều hơn", "tăng thêm", "cao hơn", "vượt", "gấp")
STILL: tuple[ChangeDirection, ...] = ("bằng", "không đổi", "giữ nguyên", "không tăng, không giảm")
"""What tells no rise and no fall; these need no amount."""


class Times(BaseModel):
    """How many times as many: gấp 2 lần, gấp đôi, gấp hơn 1,5 lần."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)

    kind: Literal["times"] = "times"
    value: ExactDecimal = Field(ge=1, description="Số lần")
    hedge: HedgeWord | None = Field(default=None, description="Từ chỉ mức độ trước số lần")
    word: Literal["đôi", "rưỡi"] | None = Field(default=None, description="Viết bằng chữ: gấp đôi, gấp rưỡi")
    capital: Literal[False] = False

    @model_validator(mode="after")
    def _check_word(self) -> Self:
        if self.word is not None and (self.hedge is not None or self.value != TIMES_WORDS[self.word]):
            raise fault("times_word", f"“gấp {self.word}” không đúng với số lần", "hãy viết số lần bằng số")
        return self

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The number of times."""
        return (self.value,)

    @property
    def raw(self) -> Decimal:
        """The number of times."""
        return self.value


TIMES_WORDS: dict[str, Decimal] = {"đôi": Decimal(2), "rưỡi": Decimal("1.5")}
Amount = Annotated[Count | Percent | Quantity | Money | Times, Field(discriminator="kind")]
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
    amount: Amount | None = Field(default=None, description="Mức thay đổi, không mang dấu; không có khi không đổi")
    percent: Percent | None = Field(default=None, description="Tỷ lệ đi kèm: (+9,79%), (12,5%), (giảm 25,1%)")
    percent_form: ChangePercentForm = Field(default="(%)", description="Cách viết tỷ lệ đi kèm; verb là chiều thay đổi")
    counts: PartOfWhole | None = Field(default=None, description="Kỳ này trên kỳ trước: tăng 20 vụ (80/60 vụ)")
    counted: Change | None = Field(default=None, description="Số tuyệt đối của một tỷ lệ: giảm 40% (giảm 6 vụ)")
    emphasis: Emphasis | None = Field(default=None, description="Chữ nhấn mạnh trước mức thay đổi")
    base: Annotated[str, AfterValidator(_clean_base)] | None = Field(default=None, description="Mốc so sánh")
    base_first: bool = Field(default=False, description="Viết mốc so sánh trước: so với cùng kỳ, giảm 4,6%")
    base_comma: bool = Field(default=True, description="Dấu phẩy sau mốc so sánh đứng trước")
    base_bare: bool = Field(default=False, description="Không có “so với” trước mốc: gấp 2 lần cùng kỳ, bằng cùng kỳ")
    percent_last: bool = Field(default=False, description="Viết tỷ lệ trong ngoặc sau mốc so sánh")
    capital: bool = Field(default=False, description="Viết hoa từ đứng đầu (đầu câu)")

    @field_validator("base_first", mode="after")
    @classmethod
    def _keep_useful_order(cls, base_first: bool, info: ValidationInfo) -> bool:
        return base_first and info.data.get("base") is not None

    @field_validator("percent_form", mode="after")
    @classmethod
    def _keep_useful_form(cls, form: ChangePercentForm, info: ValidationInfo) -> ChangePercentForm:
        return form if info.data.get("percent") is not None else "(%)"

    @field_validator("base_comma", mode="after")
    @classmethod
    def _keep_useful_comma(cls, comma: bool, info: ValidationInfo) -> bool:
        return comma or not info.data.get("base_first")

    @field_validator("base_bare", mode="after")
    @classmethod
    def _keep_useful_link(cls, is_bare: bool, info: ValidationInfo) -> bool:
        return is_bare and info.data.get("base") is not None and not info.data.get("base_first")

    @field_validator("percent_last", mode="after")
    @classmethod
    def _keep_useful_place(cls, percent_last: bool, info: ValidationInfo) -> bool:
        has_both = info.data.get("base") is not None and info.data.get("percent") is not None
        is_bracket = str(info.data.get("percent_form")).startswith("(")
        return percent_last and has_both and is_bracket and not info.data.get("base_first")

    @model_validator(mode="after")
    def _check_amount(self) -> Self:
        amount = self.amount
        if self.hedge is not None or self.unit is not None:
            raise fault("change_fields", "từ chỉ mức độ và đơn vị thuộc về mức thay đổi", "hãy viết trong amount")
        if amount is None:
            return self._check_still()
        if amount.value < 0 or (isinstance(amount, Percent) and amount.signed):
            raise fault("change_sign", f"“{self.direction}” đã nói chiều thay đổi", 'hãy bỏ dấu, như "giảm 5%"')
        if amount.value == 0:
            raise fault("change_zero", "thay đổi bằng không", 'hãy viết "không tăng, không giảm" bằng lời')
        if amount.capital:
            raise fault("change_capital", "mức thay đổi không đứng đầu câu", "hãy đặt capital ở số liệu thay đổi")
        if isinstance(amount, Times) != (self.direction == "gấp"):
            raise fault("change_times", "số lần chỉ đi với “gấp”", "hãy viết như “gấp 2 lần”")
        if self.direction in STILL and not (self.direction == "bằng" and isinstance(amount, Percent)):
            raise fault("change_still", f"“{self.direction}” không đi với một mức thay đổi", "hãy bỏ mức thay đổi")
        if not isinstance(amount, Times) and _is_stated(amount):
            raise fault(
                "change_stated", "mức thay đổi không kèm tỷ lệ hay biến động riêng", "hãy viết ở số liệu thay đổi"
            )
        return self

    def _check_still(self) -> Self:
        if self.direction not in STILL:
            raise fault("change_amount", f"“{self.direction}” cần một mức thay đổi", "hãy viết như “giảm 12 vụ”")
        if self.base is None:
            raise fault("change_base", f"“{self.direction}” cần mốc so sánh", _WANTED_BASE)
        if self.percent or self.counts or self.counted or self.emphasis or self.base_first:
            raise fault("change_still", f"“{self.direction}” không kèm số", "hãy chỉ viết mốc so sánh")
        if self.base_bare != (self.direction == "bằng"):
            raise fault(
                "change_still", "sai chữ nối với mốc so sánh", "hãy viết “bằng cùng kỳ” hoặc “không đổi so với cùng kỳ”"
            )
        return self

    @model_validator(mode="after")
    def _check_percent(self) -> Self:
        percent = self.percent
        if percent is None:
            return self
        if percent.unit is not None or percent.capital or percent.lead is not None:
            raise fault("change_percent", "tỷ lệ đi kèm chỉ là con số", "hãy viết như (+9,79%) hoặc (giảm 4,6%)")
        if percent.signed and "verb" in self.percent_form:
            raise fault("change_percent", f"“{self.direction}” đã nói chiều thay đổi", "hãy bỏ dấu trước tỷ lệ")
        if percent.signed and (percent.value > 0) != (self.direction in RISING):
            sign = "+" if self.direction in RISING else "-"
            fact = f"dấu của tỷ lệ trái với “{self.direction}”"
            raise fault("change_percent", fact, f"hãy viết dấu “{sign}” trong ngoặc")
        return self

    @model_validator(mode="after")
    def _check_counts(self) -> Self:
        if sum(each is not None for each in (self.percent, self.counts, self.counted)) > 1:
            raise fault("change_bracket", "một biến động chỉ kèm một ngoặc", "hãy bỏ bớt")
        if self.counted is not None and not isinstance(self.amount, Percent):
            raise fault("change_counted", "số tuyệt đối chỉ đi kèm một tỷ lệ", "hãy viết như “giảm 40% (giảm 6 vụ)”")
        if self.counted is not None and (self.counted.capital or self.counted.direction not in RISING + _FALLING):
            raise fault("change_counted", "ngoặc phải là một mức tăng, giảm", "hãy viết như “giảm 40% (giảm 6 vụ)”")
        if self.counted is not None and (self.counted.direction in RISING) != (self.direction in RISING):
            fact = f"ngoặc ghi “{self.counted.direction}”, trái với “{self.direction}”"
            raise fault("change_counted", fact, "hãy kiểm tra lại chiều thay đổi")
        if self.counts is not None:
            self._check_now_and_then(self.counts)
        return self

    def _check_now_and_then(self, counts: PartOfWhole) -> None:
        if not isinstance(self.amount, Count) or counts.form != "/" or counts.percent or counts.change or counts.hedge:
            raise fault(
                "change_counts", "hai số của hai kỳ chỉ đi kèm một số đếm", "hãy viết như “tăng 20 vụ (80/60 vụ)”"
            )
        gap = counts.part - counts.whole
        if self.amount.hedge is None and gap != (self.amount.value if self.direction in RISING else -self.amount.value):
            fact = f"hai kỳ là {counts.part}/{counts.whole}, không phải “{self.direction} {self.amount.value}”"
            raise fault("change_counts", fact, "hãy kiểm tra lại ba con số")

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The bare amount; none where nothing moved."""
        return () if self.amount is None else self.amount.numbers

    @property
    def raw(self) -> tuple[ChangeDirection, int | Decimal]:
        """The direction and the bare amount."""
        return self.direction, 0 if self.amount is None else self.amount.raw


_FALLING: tuple[ChangeDirection, ...] = ("giảm", "ít hơn", "giảm thêm", "thấp hơn")


def _is_stated(amount: Count | Percent | Quantity | Money) -> bool:
    return not isinstance(amount, Percent) and (amount.percent is not None or amount.change is not None)


for _model in (Count, Quantity, Money, PartOfWhole):
    _model.model_rebuild(force=True, _types_namespace={"Change": Change})
Change.model_rebuild(force=True)
