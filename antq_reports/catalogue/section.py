"""What every section of a report is made of: metrics, groups of labelled rows, an own period."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from antq_reports.catalogue.metric import Countable, Metric, read_figure
from antq_reports.catalogue.text_fields import Frozen, Name
from antq_reports.figures import Count, Indefinite, Money, Pair, Period, Span
from antq_reports.figures.sentence_errors import fault


class Section(Frozen):
    """One section of the catalogue. Every metric is optional: `None` means not reported, which is not zero."""

    period: Period | None = Field(None, description="Kỳ số liệu riêng của mục, nếu khác kỳ của báo cáo")


class GroupRow(Frozen):
    """One labelled row of a group. The short form is the figure alone: its unit is the label (“236 chủ xe”)."""

    label: Name
    figure: Annotated[Count | Span | Indefinite | Pair | Money | None, Metric(label="số liệu", rollup="sum")] = None

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        figure = read_figure(data)
        if figure.unit is None and isinstance(figure, Count | Span | Indefinite):
            remedy = 'viết cả tên dòng, như "86 doanh nghiệp"'
            raise fault("row", f"“{data[:80]}” thiếu tên của dòng số liệu", remedy)
        return {"label": figure.unit or data, "figure": figure}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "description": "Viết như trên báo: “236 chủ xe”"}, handler(schema)]}


class Award(Frozen):
    """Awards of one form, given by one level: how many collectives, how many individuals."""

    form: Name = Field(description="Hình thức: Cờ thi đua, Bằng khen, Giấy khen")
    level: Name | None = Field(None, description="Cấp khen: Bộ Công an, Chủ tịch UBND tỉnh")
    collectives: Annotated[Countable | None, Metric(label="tập thể được khen thưởng", unit="tập thể")] = None
    individuals: Annotated[Countable | None, Metric(label="cá nhân được khen thưởng", unit="cá nhân")] = None
