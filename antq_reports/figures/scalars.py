"""What every figure is built of: bounded whole numbers, exact decimals, units and scale words.

Decimals come from ``int``, ``Decimal`` or a plain decimal text, never from ``float``. Numbers are bounded so that
no input can ask for a page of digits.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from antq_reports.errors import Refusal, TextError
from antq_reports.figures.hedge import Hedge
from antq_reports.figures.period import Period
from antq_reports.figures.sentence_errors import fault, refused
from antq_reports.vietnamese import clean_text

MAX_VALUE = 10**15
MAX_DECIMALS = 60  # A ratio of two bounded counts at 28 digits has fewer.
MAX_UNIT_LENGTH = 120

Scale = Literal["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "nghìn tỷ", "nghìn tỉ", "ngàn tỷ", "ngàn tỉ"]
SCALE_POWERS: dict[Scale, int] = {
    "nghìn tỷ": 12,
    "nghìn tỉ": 12,
    "ngàn tỷ": 12,
    "ngàn tỉ": 12,
    "nghìn": 3,
    "ngàn": 3,
    "triệu": 6,
    "tỷ": 9,
    "tỉ": 9,
}
"""The power of ten each scale word stands for, longest words first."""

FALSE_SCALES = (("tỷ", "lệ"), ("tỉ", "lệ"), ("tỷ", "phú"), ("tỉ", "phú"), ("triệu", "phú"), ("triệu", "chứng"))
"""Scale words that with the next word say something else: tỷ lệ, tỷ phú, triệu chứng."""

SYMBOLS = frozenset(("g", "kg", "mg", "l", "ml", "kW", "kWh", "MW", "MWh", "ha")).union(
    ("mm", "cm", "dm", "m", "km", "mm2", "cm2", "dm2", "m2", "km2", "cm3", "dm3", "m3", "km3"),
    ("mm²", "cm²", "dm²", "m²", "km²", "cm³", "dm³", "m³", "km³"),
)
"""Unit symbols, which may be glued to their number."""

MEASURES = SYMBOLS.union(
    ("lạng", "yến", "tạ", "tấn", "mét", "lít", "hecta", "giây", "phút", "giờ", "ngày", "tuần", "tháng", "quý", "năm")
)
"""First words of a unit that make a number a measured quantity."""

_SYMBOL_SPELLINGS = {symbol.lower(): symbol for symbol in SYMBOLS}
_COUNTED_PHRASES = ("ngày hội", "tuần lễ", "tuần tra", "quý vị", "năm học")
_NUMBER_WORDS = frozenset(("chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"))
_CURRENCY = frozenset(("đ", "₫", "vnd", "vnđ"))
_UNIT_CHARACTERS = re.compile(r"(?:[^\W\d_]|[ ,/()“”’'&-])+")
_UNIT_SEPARATORS = re.compile(r"(?<=\S)(?:, | - |[/-])(?=[^\s,/-])|[ ()“”’'&]|[^\W\d_]+")
_MEASURE_DIGITS = re.compile(r"(?<!\w)(mm|cm|dm|km|m)[23²³](?!\w)")
_NAMED = re.compile(r"“[^“”]*[^“”\s][^“”]*”")
"""A name in quotation marks: its digits and commas are the name's own."""
_PLAIN_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", re.ASCII)
_RESERVED = re.compile(
    r"(?<!\w)(?:so với|trong tổng số|trên tổng số|trong đó|nhưng|trên địa bàn)(?!\w)"
    r"|(?<=\()(?:tăng|giảm)(?!\w)|(?<=, )(?:tăng|giảm|bắt|đã|không|gồm|làm|xử lý|khởi tố|thu)(?!\w)",
    re.IGNORECASE,
)
"""What begins another statement: no unit holds it."""


def is_measure(unit: str) -> bool:
    """Tell whether the first word of a unit measures rather than counts.

    >>> is_measure("kg pháo"), is_measure("điểm phần trăm"), is_measure("Ngày hội"), is_measure("khẩu súng")
    (True, True, False, False)
    """
    if unit.startswith(_COUNTED_PHRASES):
        return False
    return first_word(unit) in MEASURES or unit.startswith("điểm phần trăm")


def first_word(unit: str) -> str:
    """Return what stands before the first space, comma or slash."""
    return re.split(r"[ ,/]", unit, maxsplit=1)[0]


def to_decimal(value: Any) -> Decimal:
    """Take an exact number: ``int``, finite ``Decimal`` or plain decimal text ("0.861")."""
    if isinstance(value, str) and len(value) <= MAX_DECIMALS + 20 and _PLAIN_DECIMAL.fullmatch(value):
        value = Decimal(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise fault("exact_decimal", "phải là số chính xác", 'hãy viết số nguyên hoặc chuỗi như "0.861"')
    number = Decimal(value)
    if not number.is_finite() or number.copy_abs() > MAX_VALUE:
        raise fault("decimal_bounds", "số vượt quá giới hạn 1.000.000.000.000.000", "hãy kiểm tra lại")
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent > MAX_DECIMALS:
        raise fault("decimal_digits", f"số có quá {MAX_DECIMALS} chữ số thập phân", "hãy làm tròn trước")
    if exponent > 0:
        number = Decimal(int(number))
    return number.copy_abs() if number.is_zero() else number


def clean_unit(unit: str) -> str:
    """Return a unit fit to stand after a number, or raise: it must not read as part of the number."""
    try:
        cleaned = clean_text(unit, max_length=MAX_UNIT_LENGTH)
    except TextError as error:
        raise refused("unit_text", error.refusal) from error
    if problem := unit_problem(cleaned):
        raise refused("unit", about_unit(cleaned, problem))
    return cleaned


def about_unit(unit: str, problem: Refusal) -> Refusal:
    """What `unit_problem` says of a unit, with the unit named.

    >>> about_unit("5 vụ", Refusal("có chữ số", "hãy tách thành số liệu riêng")).reason
    'đơn vị “5 vụ” có chữ số'
    """
    return Refusal(f"đơn vị “{unit}” {problem.reason}", problem.remedy)


def unit_problem(unit: str) -> Refusal | None:
    """Say in Vietnamese why a clean text cannot be a unit, as what follows its name; None when it can."""
    bare = _NAMED.sub("“tên”", _MEASURE_DIGITS.sub(r"\1", unit))
    if not unit:
        return Refusal("còn trống", "hãy viết đơn vị hoặc bỏ hẳn")
    if re.search(r"\d", bare):
        return Refusal("có chữ số", "hãy tách thành số liệu riêng")
    if first_word(unit).lower() in _CURRENCY or "₫" in unit:
        return Refusal("không dùng trong bản tin", 'hãy viết "đồng"')
    if first_word(unit).lower() in _NUMBER_WORDS:
        return Refusal("bắt đầu bằng chữ chỉ số lượng", 'hãy viết "nghìn", "triệu" hay "tỷ" liền sau con số')
    if match := _RESERVED.search(bare):
        return Refusal(f"có cụm “{match[0]}”", "hãy tách thành số liệu riêng")
    if first_word(unit) not in SYMBOLS and (symbol := _SYMBOL_SPELLINGS.get(first_word(unit).lower())):
        return Refusal("viết sai ký hiệu", f'hãy viết "{symbol}"')
    if not _has_unit_shape(bare):
        return Refusal("có dấu câu thừa hoặc ký tự lạ", "hãy chỉ dùng chữ và dấu phẩy giữa các từ")
    return None


def _has_unit_shape(bare: str) -> bool:
    if not _UNIT_CHARACTERS.fullmatch(bare) or not (bare[0].isalpha() or bare[0] in "“("):
        return False
    if not (bare[-1].isalpha() or bare[-1] in "”)"):
        return False
    if bare.count("(") != bare.count(")") or bare.count("“") != bare.count("”"):
        return False
    return "".join(_UNIT_SEPARATORS.findall(bare)) == bare


WholeNumber = Annotated[int, Field(ge=0, le=MAX_VALUE)]
ExactDecimal = Annotated[
    Decimal,
    BeforeValidator(to_decimal),
    PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json"),
    WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?(0|[1-9]\d*)(\.\d+)?$"}]}),
]
UnitText = Annotated[str, AfterValidator(clean_unit)]
HedgeWord = Annotated[Hedge, Field(strict=False)]


class FigureModel(BaseModel):
    """What all figures share: a hedge, a unit and a period, each optional."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)

    hedge: HedgeWord | None = Field(default=None, description="Từ chỉ mức độ trước con số: hơn, trên, gần, khoảng...")
    unit: UnitText | None = Field(default=None, description="Đơn vị, viết sau con số")
    period: Period | None = Field(default=None, description="Kỳ số liệu riêng, nếu khác kỳ của mục")

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Every number printed, in its order; none for a word ("hàng trăm")."""
        return ()

    @property
    def number(self) -> Decimal | None:
        """The number counted or measured, of a part of a whole its part; None for a percent, two numbers, a word."""
        return None

    @property
    def ratio(self) -> Decimal | None:
        """The fraction that a percent or a part of a whole is; None for other figures."""
        return None

    @property
    def is_share(self) -> bool:
        """Whether it is so many of a hundred, a percent or a span of percents: no count, never added up."""
        return False

    @property
    def is_zero(self) -> bool:
        """Whether there is nothing to count: "0 vụ", "0 đồng"; a share of nothing (0/217, 0%) is still a share."""
        return False
