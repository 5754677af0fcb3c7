"""The stretch of time a figure speaks of.

Reporting months are not calendar months (15/7 to 14/8 is "tháng 8"), so a period is a label with optional dates.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from antq_reports.errors import TextError
from antq_reports.figures.sentence_errors import fault, refused
from antq_reports.vietnamese import clean_text

MAX_LABEL_LENGTH = 120

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _clean_label(label: str) -> str:
    try:
        cleaned = clean_text(label, max_length=MAX_LABEL_LENGTH)
    except TextError as error:
        raise refused("period_label", error.refusal) from error
    if not cleaned:
        raise fault("period_label", "kỳ số liệu chưa có tên", 'hãy viết như "năm 2024"')
    return cleaned


def _read_day(value: Any) -> Any:
    """A date as TOML gives it, or the text 2024-10-16 as JSON has it."""
    if not isinstance(value, str):
        return value
    try:
        if not _ISO_DAY.fullmatch(value):
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError as error:
        raise fault("day", f"“{value[:40]}” không phải ngày", "hãy viết năm-tháng-ngày, ví dụ 2024-10-16") from error


Day = Annotated[date, BeforeValidator(_read_day)]
"""A calendar day; JSON writes it as text."""


class Period(BaseModel):
    """A label such as "6 tháng đầu năm 2024", with the first and last day when known.

    >>> Period.model_validate("năm 2024").label
    'năm 2024'
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    label: Annotated[str, AfterValidator(_clean_label)] = Field(description="Tên kỳ, như in trong bản tin")
    start: Day | None = Field(default=None, description="Ngày đầu kỳ")
    end: Day | None = Field(default=None, description="Ngày cuối kỳ")

    @model_validator(mode="before")
    @classmethod
    def _take_label(cls, data: Any) -> Any:
        return {"label": data} if isinstance(data, str) else data

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.start is not None and self.end is not None and self.start > self.end:
            raise fault("period_order", f"kỳ “{self.label}” có ngày đầu sau ngày cuối", "hãy đổi chỗ hai ngày")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "description": "Tên kỳ: “năm 2024”"}, handler(schema)]}
