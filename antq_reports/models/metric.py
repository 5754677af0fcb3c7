"""What a metric is: declared once, on the field that holds it.

A field ``Annotated[Countable | None, Metric(label=..., unit=...)] = None`` is a metric. The declaration reads the short
form a person writes (``1584``, ``"trên 550"``, ``"1.010/1.173 vụ"``) or the full mapping, gives the figure its unit when
the writer named none, and refuses kinds the field does not take. Workbooks, tables, roll-up rules, review and the JSON
Schema are derived from it by introspection (`metrics_of`), never listed again.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from antq_reports.errors import FigureSyntaxError
from antq_reports.figures import (
    AnyFigure,
    Change,
    Count,
    Figure,
    Indefinite,
    Money,
    Pair,
    PartOfWhole,
    Percent,
    Quantity,
    Span,
    parse_figure,
)

Reporter = Literal["commune", "province", "both"]
"""Who reports the metric: the communes, the province's own departments, or both."""
RollUp = Literal["sum", "units", "distinct", "province", "none"]
"""How communes become a province: sum; count of units that meet it; distinct names; province only; not at all."""
Polarity = Literal["more", "less", "neutral"]
"""Whether more of it is good news, less is, or neither."""
RisingVerb = Literal["tăng", "nhiều hơn"]
"""How a rise is told: "tăng" of what happens, "nhiều hơn" of what the police detect and handle."""

Countable = Count | Span | Indefinite
Ratio = PartOfWhole | Percent
Amount = Money | Indefinite
Measure = Quantity | Count | Indefinite

KIND_NAMES: dict[str, str] = {
    "count": "số đếm (“1.584 buổi”)",
    "part_of_whole": "phần trên tổng (“1.010/1.173 vụ”)",
    "pair": "cặp số (“31 vụ, 34 đối tượng”)",
    "percent": "phần trăm (“86,1%”)",
    "quantity": "số đo (“13,85 kg”)",
    "money": "số tiền (“2,5 tỷ đồng”)",
    "span": "khoảng (“5 - 7 vụ”)",
    "indefinite": "số ước chừng (“hàng trăm”)",
    "change": "tăng, giảm (“giảm 4,6% so với cùng kỳ”)",
}

_FIGURES: TypeAdapter[AnyFigure] = TypeAdapter(Figure)
_ALL_KINDS: tuple[type[BaseModel], ...] = (Count, PartOfWhole, Pair, Percent, Quantity, Money, Span, Indefinite, Change)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The declaration of a group: labelled rows that answer one question (pledges by kind of signer)."""

    label: str
    reporter: Reporter = "both"
    rollup: RollUp = "sum"
    polarity: Polarity = "neutral"


def _refuse(reason: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("figure", "{reason}", {"reason": reason, "remedy": remedy})


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """The declaration of one metric. Units and labels are Vietnamese, as they stand in print."""

    label: str
    """What is counted, for tables and forms."""
    unit: str | tuple[str, str] | None = None
    """The unit a figure gets when its writer named none; two for a pair."""
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

    @property
    def zero_phrase(self) -> str:
        """The words a zero is printed as: never “0 vụ”."""
        return self.zero or f"chưa ghi nhận {self.label}"

    def subject_of(self, figure: AnyFigure) -> str:
        """What rose or fell, as the subject of a sentence.

        >>> Metric(label="vụ tai nạn giao thông").subject_of(Count(value=3))
        'số vụ tai nạn giao thông'
        """
        lead = {"percent": "tỷ lệ ", "part_of_whole": "tỷ lệ ", "money": "", "quantity": "lượng "}.get(figure.kind, "số ")
        return self.subject or f"{lead}{self.label}"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        read = self._reader(kinds_of(source))
        return core_schema.no_info_before_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        full = handler(schema)
        short = [{"type": "string", "description": "Viết như trên báo: “trên 550”, “1.010/1.173 vụ”"}, {"type": "integer"}]
        return {"title": self.label, "anyOf": [*short, *full.get("anyOf", [full])], "default": None}

    def _reader(self, kinds: tuple[type[BaseModel], ...]) -> Callable[[Any], Any]:
        def read(raw: Any) -> Any:
            if raw is None:
                return None
            figure = read_figure(raw, kinds=kinds, unit=self.unit)
            if not isinstance(figure, kinds):
                wanted = ", ".join(KIND_NAMES[kind.model_fields["kind"].default] for kind in kinds)
                raise _refuse(f"“{self.label}” không nhận {KIND_NAMES[figure.kind]}", f"hãy viết: {wanted}")
            return with_unit(figure, self.unit)

        return read


def read_figure(raw: Any, *, kinds: tuple[type[BaseModel], ...] = _ALL_KINDS, unit: object = None) -> AnyFigure:
    """The figure a raw value stands for: a text, a whole number, a full mapping, or a figure already made.

    Raises `PydanticCustomError` with a Vietnamese reason and remedy for anything else.
    """
    if isinstance(raw, _ALL_KINDS):
        return typing.cast(AnyFigure, raw)
    if isinstance(raw, str):
        try:
            return parse_figure(raw)
        except FigureSyntaxError as error:
            raise _refuse(f"“{error.text}”: {error.reason}", error.remedy) from error
    if isinstance(raw, dict):
        return _from_mapping(raw)
    return _from_number(raw, kinds, unit)


def _from_mapping(raw: dict[str, Any]) -> AnyFigure:
    try:
        return _FIGURES.validate_python(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"][1:]) or "kind"
        raise _refuse(f"số liệu viết đầy đủ sai ở “{where}”: {first['msg']}", "xem antq-reports schema") from error


def _from_number(raw: Any, kinds: tuple[type[BaseModel], ...], unit: object) -> AnyFigure:
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        shown = f"{raw}" if isinstance(raw, int | float) else type(raw).__name__
        raise _refuse(f"“{shown}” không phải số liệu", 'hãy viết số nguyên (1584) hoặc chữ trong ngoặc kép ("trên 550")')
    if isinstance(raw, Decimal):
        return _from_decimal(raw, kinds, unit)
    if raw < 0:
        raise _refuse(f"“{raw}” là số âm", 'viết số không âm; mức giảm viết "giảm 14 vụ"')
    if Count in kinds:
        return Count(value=raw)
    if Quantity in kinds and isinstance(unit, str):
        return Quantity(value=Decimal(raw), unit=unit)
    if Money in kinds:
        return Money(value=Decimal(raw))
    raise _refuse(f"“{raw}” thiếu phần còn lại", f"hãy viết: {', '.join(KIND_NAMES[k.model_fields['kind'].default] for k in kinds)}")


def _from_decimal(raw: Decimal, kinds: tuple[type[BaseModel], ...], unit: object) -> AnyFigure:
    comma = f"{raw}".replace(".", ",")
    three = raw.as_tuple().exponent == -3
    if Quantity in kinds and isinstance(unit, str) and not three and raw.is_finite() and raw >= 0:
        return Quantity(value=raw, unit=unit)
    if three:
        remedy = f'viết {comma.replace(",", "")} hoặc "{comma.replace(",", ".")}" nếu là số nguyên, "{comma} kg" nếu là số đo'
        raise _refuse(f"“{raw}” có thể là số nguyên viết dấu chấm hàng nghìn, có thể là số thập phân", remedy)
    raise _refuse(f"“{raw}” là số thập phân", f'viết trong ngoặc kép với dấu phẩy và đơn vị: "{comma} kg", "{comma}%"')


def with_unit(figure: AnyFigure, unit: str | tuple[str, str] | None) -> AnyFigure:
    """The figure with the metric's unit where its writer named none."""
    if isinstance(unit, str) and isinstance(figure, Count | PartOfWhole | Span | Indefinite) and figure.unit is None:
        return figure.model_copy(update={"unit": unit})
    return figure


def kinds_of(annotation: Any) -> tuple[type[BaseModel], ...]:
    """The figure classes in a field's type, in the order written."""
    if typing.get_origin(annotation) is Annotated:
        annotation = typing.get_args(annotation)[0]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return tuple(kind for part in typing.get_args(annotation) for kind in kinds_of(part))
    return (annotation,) if isinstance(annotation, type) and annotation in _ALL_KINDS else ()


def metrics_of(model: type[BaseModel]) -> dict[str, Metric]:
    """The metrics of a section by field name, in the order declared."""
    found: dict[str, Metric] = {}
    for name, field in model.model_fields.items():
        for item in field.metadata:
            if isinstance(item, Metric):
                found[name] = item
    return found


def groups_of(model: type[BaseModel]) -> dict[str, Group]:
    """The groups of a section by field name, in the order declared."""
    found: dict[str, Group] = {}
    for name, field in model.model_fields.items():
        for item in field.metadata:
            if isinstance(item, Group):
                found[name] = item
    return found
