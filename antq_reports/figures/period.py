"""The stretch of time a figure speaks of.

Reporting months are not calendar months (15/7 to 14/8 is "tháng 8"), so a period is a label with optional dates. Where
a report's period is named and no days are given, the name's calendar days are meant (`label_and_days`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from antq_reports.errors import TextError
from antq_reports.figures.sentence_errors import fault, refused
from antq_reports.vietnamese import clean_text

MAX_LABEL_LENGTH = 120

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"(?:(?:cả )?năm )?([1-9][0-9]{3})", re.IGNORECASE)
_MONTHS = re.compile(r"([0-9]{1,2}) tháng(?: (đầu|cuối))?(?: năm |/)([1-9][0-9]{3})")
_QUARTER = re.compile(r"quý (I|II|III|IV|[1-4])(?: năm |/)([1-9][0-9]{3})")
_BARE_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.-](\d{4})")
_MONTH = re.compile(r"tháng (0?[1-9]|1[0-2])(?: năm |/)([1-9][0-9]{3})")
_QUARTERS = ("I", "II", "III", "IV")
_FIRST_YEAR, _LAST_YEAR = 1000, 9999


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


def label_and_days(text: str) -> tuple[str, date | None, date | None]:
    """The label a period's name stands for, and its first and last day in the calendar; no days where it has none.

    >>> label_and_days("2026")
    ('năm 2026', datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    >>> label_and_days("Quý II năm 2026")
    ('quý II năm 2026', datetime.date(2026, 4, 1), datetime.date(2026, 6, 30))
    >>> label_and_days("12/2026")[0]
    'tháng 12/2026'
    >>> label_and_days("tháng 8")
    ('tháng 8', None, None)
    """
    text = " ".join(text.split())
    if match := _YEAR.fullmatch(text):
        label = text[:1].lower() + text[1:] if text[:1].isalpha() and not text.isupper() else f"năm {match[1]}"
        return label, *_months(int(match[1]), 1, 12)
    if match := _BARE_MONTH.fullmatch(text):
        text = f"tháng {int(match[1])}/{match[2]}"
    if text[:1].isupper() and not text.isupper():
        text = text[:1].lower() + text[1:]
    return text, *_days_of(text)


def _days_of(label: str) -> tuple[date | None, date | None]:
    if match := _MONTHS.fullmatch(label):
        count, year = int(match[1]), int(match[3])
        if 1 <= count < 12 or (count == 12 and match[2] is None):
            return _months(year, 13 - count, 12) if match[2] == "cuối" else _months(year, 1, count)
    if match := _QUARTER.fullmatch(label):
        quarter = _QUARTERS.index(match[1]) + 1 if match[1] in _QUARTERS else int(match[1])
        return _months(int(match[2]), 3 * quarter - 2, 3 * quarter)
    if match := _MONTH.fullmatch(label):
        return _months(int(match[2]), int(match[1]), int(match[1]))
    return None, None


def days_disagree(label: str, start: date | None, end: date | None) -> bool:
    """Whether a period's days cannot be those of its name: another length, or an end outside what the name means.

    Reporting months and years begin where an office has them begin (15/7 to 14/8 is "tháng 8"), so a tenth more or less
    and another first day are no contradiction; a name without days of its own contradicts nothing.

    >>> year = date(2026, 1, 1), date(2026, 12, 31)
    >>> days_disagree("6 tháng đầu năm 2026", *year), days_disagree("năm 2025", *year), days_disagree("năm 2026", *year)
    (True, True, False)
    >>> days_disagree("tháng 8/2026", date(2026, 7, 15), date(2026, 8, 14))
    False
    """
    _, first, last = label_and_days(label)
    if first is None or last is None or start is None or end is None:
        return False
    named, stated = (last - first).days + 1, (end - start).days + 1
    return not first <= end <= last or abs(stated - named) > max(3, named // 10)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """The days of whole months."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


@dataclass(frozen=True, slots=True)
class Dated:
    """Annotates a field of type `Period`: its short form, a name or a year's number, brings the days of the name.

    Without it the short form is a label and nothing more, as a figure's own period is.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_with_days, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        year = {"type": "integer", "minimum": _FIRST_YEAR, "maximum": _LAST_YEAR, "description": "Cả năm: 2026"}
        return {"anyOf": [year, handler(schema)]}


def _with_days(value: Any) -> Any:
    """What a period's short form stands for; anything else as it is."""
    if isinstance(value, int) and not isinstance(value, bool) and _FIRST_YEAR <= value <= _LAST_YEAR:
        value = str(value)
    if not isinstance(value, str):
        return value
    label, start, end = label_and_days(_clean_label(value))
    return {"label": label, "start": start, "end": end}
