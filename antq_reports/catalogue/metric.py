"""What a metric is: declared once, in a catalogue, and read by everything that asks about it.

A declaration reads the short form a person writes (``1584``, ``"trên 550"``, ``"1.010/1.173 vụ"``) or the full mapping,
gives the figure its unit when the writer named none, and refuses kinds the metric does not take. As an annotation of a
pydantic field (`Metric.field_type`) it does that whenever a model is made.
"""

from __future__ import annotations

import types
import typing
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from antq_reports.errors import FigureSyntaxError
from antq_reports.figures import (
    KINDS,
    AnyFigure,
    Count,
    Indefinite,
    Money,
    Pair,
    PartOfWhole,
    Percent,
    Quantity,
    Span,
    kind_of,
    parse_figure,
)
from antq_reports.figures.kinds import FIGURE_CLASSES, description_of, is_taken
from antq_reports.figures.scalars import MAX_VALUE, is_measure
from antq_reports.figures.sentence_errors import fault, refused
from antq_reports.vietnamese import format_integer

Reporter = Literal["commune", "province", "both"]
"""Who reports the metric: the communes, the province's own departments, or both."""
RollUp = Literal["sum", "units", "distinct", "province", "none"]
"""How communes become a province: sum; count of units that meet it; distinct names; province only; not at all."""
Polarity = Literal["more", "less", "neutral"]
"""Whether more of it is good news, less is, or neither."""
RisingVerb = Literal["tăng", "nhiều hơn"]
"""How a rise is told: "tăng" of what happens, "nhiều hơn" of what the police detect and handle."""

DEFAULT_WEIGHT, MAX_WEIGHT = 3, 9
_BARE = frozenset(("cái", "chiếc"))
"""Classifiers of anything: the unit itself stands for them."""

Kinds = tuple[type[BaseModel], ...]
"""Classes of figures."""


KIND_SETS: Mapping[str, Kinds] = MappingProxyType(
    {
        "countable": (Count, Span, Indefinite),
        "ratio": (PartOfWhole, Percent),
        "amount": (Money, Indefinite),
        "measure": (Quantity, Count, Indefinite),
        "row": (Count, Span, Indefinite, Pair, Money),
    }
)
"""Kinds that go together, by the name a catalogue has for them."""
COUNTABLE, ROW_KINDS = KIND_SETS["countable"], KIND_SETS["row"]


def _refuse(reason: str, remedy: str) -> PydanticCustomError:
    return fault("figure", reason, remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """The declaration of one metric. Units and labels are Vietnamese, as they stand in print."""

    label: str
    """What is counted, for tables and forms."""
    unit: str | tuple[str, str] | None = None
    """The unit a figure gets when its writer named none; two for a pair."""
    same: tuple[str, ...] = ()
    """Other words for the unit: "súng" and "khẩu" for "khẩu súng"."""
    reporter: Reporter = "both"
    rollup: RollUp = "sum"
    polarity: Polarity = "neutral"
    part_of: str | None = None
    """The metric of the same section that this one is a part of."""
    zero: str | None = None
    """What a zero says in a sentence; default “chưa ghi nhận” and the label."""
    verb: RisingVerb = "tăng"
    subject: str | None = None
    """What a sentence of comparison calls it; default “số”, “lượng” or “tỷ lệ” and the label, by the kind of figure."""
    takes: Kinds = FIGURE_CLASSES
    """The kinds of figure it may be, the first being the usual one."""
    change_of: str | None = None
    """The metric of the same section whose change it states."""
    was: str | None = None
    """The key it had in earlier reports of the same section."""
    size: bool = False
    """Whether it says how large a unit is, so that other figures are held against it."""
    weight: int = DEFAULT_WEIGHT
    """How much news it is, from 0 (never news: area, population) to 9 (crimes, deaths)."""
    nouns: tuple[str, ...] = ()
    """Classifiers with their nouns, where the unit does not begin with the classifier: "cuộc họp dân"."""
    beside: str | None = None
    """The metric of the same section that it is told beside: the value of the gifts beside the gifts."""
    asked: bool = True
    """Whether the forms ask for it; what they do not ask is read from report files, and from cells that name it."""
    by_unit: str | None = None
    """Its head in the annex of a province's units, whose first and last it tells; None where it is not told by unit."""

    @property
    def zero_phrase(self) -> str:
        """The words a zero is printed as: never “0 vụ”."""
        return self.zero or f"chưa ghi nhận {self.label}"

    @property
    def tells_zero(self) -> bool:
        """Whether a zero of it says something: that nothing bad happened; of other things the table has the zero."""
        return self.polarity == "less"

    def printed_unit(self, unit: str | None) -> str | None:
        """The unit as a sentence has it: a bare classifier gets its noun.

        >>> guns = Metric(label="", unit="khẩu súng", same=("khẩu", "cái"), nouns=("loại súng",))
        >>> guns.printed_unit("khẩu"), guns.printed_unit("súng"), guns.printed_unit("loại"), guns.printed_unit("cái")
        ('khẩu súng', 'súng', 'loại súng', 'khẩu súng')
        """
        if unit is None or not isinstance(self.unit, str):
            return unit
        if (unit in _BARE and unit in self.same) or unit == unicodedata.normalize("NFKC", self.unit):  # km2 for km²
            return self.unit
        return next(
            (each for each in (*self.nouns, self.unit) if each.casefold().startswith(f"{unit.casefold()} ")), unit
        )

    def subject_of(self, figure: AnyFigure) -> str:
        """What rose or fell, as the subject of a sentence.

        >>> Metric(label="vụ tai nạn giao thông").subject_of(Count(value=3))
        'số vụ tai nạn giao thông'
        """
        return self.subject or f"{KINDS[figure.kind].lead}{self.label}"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        read = self._reader(is_optional=types.NoneType in typing.get_args(source))
        return core_schema.no_info_before_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        full = handler(schema)
        short = [
            {"type": "string", "description": "Viết như trên báo: “trên 550”, “1.010/1.173 vụ”"},
            {"type": "integer"},
        ]
        return {"title": self.label, "anyOf": [*short, *full.get("anyOf", [full])]}

    @property
    def field_type(self) -> Any:
        """The type of a pydantic field that holds it, reported or not."""
        return Annotated[typing.Union[(*self.takes, None)], self]

    def _reader(self, *, is_optional: bool) -> Callable[[Any], Any]:
        kinds = self.takes

        def read(raw: Any) -> Any:
            if raw is None and is_optional:
                return None
            figure = with_unit(read_figure(raw, kinds=kinds, unit=self.unit), self.unit)
            if not is_taken(figure, kinds):
                raise _refuse(f"“{self.label}” không nhận {description_of(figure)}", f"hãy viết: {_wanted(kinds)}")
            return figure

        return read


def _wanted(kinds: Kinds) -> str:
    return ", ".join(kind_of(model).description for model in kinds)


def read_figure(raw: Any, *, kinds: Kinds = FIGURE_CLASSES, unit: object = None) -> AnyFigure:
    """The figure a raw value stands for: a text, a whole number, a full mapping, or a figure already made.

    Raises `PydanticCustomError` with a refusal for anything else, and `ValidationError` with every
    fault of a full mapping.
    """
    if isinstance(raw, AnyFigure):
        return raw
    if isinstance(raw, str):
        try:
            return parse_figure(raw)
        except FigureSyntaxError as error:
            raise refused("figure", replace(error.refusal, reason=f"“{error.text}”: {error.reason}")) from error
    if isinstance(raw, dict):
        return _from_mapping(raw)
    return _from_number(raw, kinds, unit)


def _from_mapping(raw: dict[str, Any]) -> AnyFigure:
    kind = raw.get("kind")
    if kind is None and raw.keys() <= _TEXT_KEYS and len(raw.keys() & {"text", "percent"}) == 1:
        return _from_text_table(raw)
    if kind == "percent":
        _refuse_whole_percent(raw.get("value"))
    if not isinstance(kind, str) or kind not in KINDS:
        names = ", ".join(f'"{name}"' for name in KINDS)
        reason = f"không có loại số liệu “{kind}”" if isinstance(kind, str) else "số liệu viết đầy đủ thiếu khóa “kind”"
        raise _refuse(reason, f"viết kind là một trong: {names}")
    return KINDS[kind].model.model_validate(raw)


_TEXT_KEYS = frozenset(("text", "percent", "period"))
_MOST_TIMES = 5
"""A share above five times its whole was not meant as a fraction."""


def _from_text_table(raw: dict[str, Any]) -> AnyFigure:
    """A figure as text with a period of its own: ``{ text = "410/500 vụ (đạt 82%)", period = "năm 2025" }``."""
    text = raw.get("text", raw.get("percent"))
    if not isinstance(text, str):
        raise _refuse(f"“{_shown(text)}” không phải chữ", 'viết trong ngoặc kép, như "410/500 vụ (đạt 82%)" hoặc "82%"')
    figure = read_figure(text)
    if "percent" in raw and not isinstance(figure, Percent):
        raise _refuse(f"“{text}” không phải phần trăm", 'viết như percent = "82%"')
    if raw.get("period") is None:
        return figure
    return type(figure).model_validate({**figure.model_dump(), "period": raw["period"]})


def _refuse_whole_percent(value: object) -> None:
    """Refuse 82 where a fraction is meant: it would print as 8.200%."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and abs(Decimal(value)) > _MOST_TIMES:
        raise _refuse(f"value = {value} là {value}00%, có lẽ muốn nói {value}%", f'viết percent = "{value}%"')


def _from_number(raw: Any, kinds: Kinds, unit: object) -> AnyFigure:
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        raise _refuse(
            f"{_shown(raw)} không phải số liệu", 'hãy viết số nguyên (1584) hoặc chữ trong ngoặc kép ("trên 550")'
        )
    _refuse_bounds(raw)
    if isinstance(raw, Decimal):
        return _from_decimal(raw, kinds, unit)
    if Quantity in kinds and isinstance(unit, str):
        return Quantity(value=Decimal(raw), unit=unit)
    if Count in kinds:
        return Count(value=raw)
    if Money in kinds:
        return Money(value=Decimal(raw))
    raise _refuse(f"“{raw}” thiếu phần còn lại", f"hãy viết: {_wanted(kinds)}")


def _shown(raw: Any) -> str:
    """A value that is no figure, as its writer would call it."""
    if isinstance(raw, bool):
        return "“true”" if raw else "“false”"
    if raw is None:
        return "giá trị trống"
    if isinstance(raw, list | tuple):
        return "một danh sách"
    return f"“{raw}”" if isinstance(raw, float | date | time) else f"giá trị kiểu {type(raw).__name__}"


def _refuse_bounds(raw: int | Decimal) -> None:
    if not Decimal(raw).is_finite():
        raise _refuse(f"“{raw}” không phải số", 'hãy viết số nguyên (1584) hoặc chữ trong ngoặc kép ("trên 550")')
    if raw < 0:
        raise _refuse(f"“{raw:.12g}” là số âm", 'viết số không âm; mức giảm viết "giảm 14 vụ"')
    if raw > MAX_VALUE:
        raise _refuse(f"“{raw:.12g}” quá lớn (tối đa {format_integer(MAX_VALUE)})", "kiểm tra lại con số")


def _from_decimal(raw: Decimal, kinds: Kinds, unit: object) -> AnyFigure:
    is_ambiguous = raw.as_tuple().exponent == -3 and 1 <= raw < 1000
    if Quantity in kinds and isinstance(unit, str) and not is_ambiguous:
        return Quantity(value=raw, unit=unit)
    comma = f"{raw}".replace(".", ",")
    if is_ambiguous:
        whole = comma.replace(",", "")
        remedy = f'viết {whole} hoặc "{comma.replace(",", ".")}" nếu là số nguyên, "{comma} kg" nếu là số đo'
        raise _refuse(f"“{raw}” có thể là số nguyên viết dấu chấm hàng nghìn, có thể là số thập phân", remedy)
    tails = [tail for model in kinds if (tail := kind_of(model).decimal_tail)]
    examples = [f'"{comma}{tail}"' for tail in tails] or [_wanted(kinds)]
    raise _refuse(f"“{raw}” là số thập phân", f"viết trong ngoặc kép với dấu phẩy và đơn vị: {', '.join(examples)}")


def with_unit(figure: AnyFigure, unit: str | tuple[str, str] | None) -> AnyFigure:
    """The figure with the metric's unit where its writer named none; a count of a measure becomes a quantity.

    A metric with two units counts in the first when its figure is no pair.
    """
    own = unit[0] if isinstance(unit, tuple) else unit
    if own is None or figure.unit is not None or figure.is_share or not KINDS[figure.kind].takes_unit:
        return figure
    if isinstance(figure, Count) and is_measure(own):
        return of_kind(Quantity, figure, unit=own)
    return figure.model_copy(update={"unit": own})


def in_full(figure: AnyFigure, metric: Metric) -> AnyFigure:
    """A figure with the noun its writer left out: "12 khẩu" is "12 khẩu súng" in print."""
    unit = metric.printed_unit(figure.unit) if KINDS[figure.kind].has_unit else figure.unit
    return figure if unit == figure.unit else figure.model_copy(update={"unit": unit})


_Amount = TypeVar("_Amount", Quantity, Money)


def of_kind(model: type[_Amount], figure: Count, **unit: str) -> _Amount:
    """A count as a measure or as money, with all that it says of itself: hedge, percent, change, period."""
    shared = {name: value for name, value in figure if name in model.model_fields and name not in ("kind", "unit")}
    return model(**{**shared, "value": Decimal(figure.value), **unit})
