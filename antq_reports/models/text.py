"""The kinds of text a report holds, cleaned at the boundary.

Owns the length limits. Every text is NFC, free of control and invisible characters, and stripped; an empty text is
refused (leave the key out instead). Does not judge wording: that is the reader's work.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from antq_reports.errors import TextError
from antq_reports.vietnamese import clean_text

NAME_LIMIT = 300
LINE_LIMIT = 1_000
PROSE_LIMIT = 20_000


class Frozen(BaseModel):
    """The base of every model: strict, frozen, nothing beyond what is declared."""

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        validate_default=True,
        revalidate_instances="never",
    )

    @model_validator(mode="before")
    @classmethod
    def _lists_become_tuples(cls, data: Any) -> Any:
        """TOML and JSON know lists only; a frozen value holds tuples."""
        if not isinstance(data, dict):
            return data
        return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}


def _cleaned(limit: int) -> AfterValidator:
    def clean(value: str) -> str:
        try:
            text = clean_text(value, max_length=limit)
        except TextError as error:
            raise PydanticCustomError("text", "{reason}", {"reason": error.reason, "remedy": error.remedy}) from error
        if not text:
            raise PydanticCustomError(
                "text", "{reason}", {"reason": "chữ để trống", "remedy": "bỏ hẳn khóa này hoặc viết nội dung"}
            )
        return text

    return AfterValidator(clean)


def _read_day(value: Any) -> Any:
    """A date as TOML gives it, or the text 2024-10-16 as JSON has it."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            remedy = "viết năm-tháng-ngày, ví dụ 2024-10-16"
            raise PydanticCustomError(
                "day", "{reason}", {"reason": f"“{value}” không phải ngày", "remedy": remedy}
            ) from error
    return value


Day = Annotated[date, BeforeValidator(_read_day)]
Name = Annotated[str, _cleaned(NAME_LIMIT), Field(description="Tên gọi, chức danh, đơn vị")]
Line = Annotated[str, _cleaned(LINE_LIMIT), Field(description="Một dòng chữ: tít, chú thích")]
Prose = Annotated[str, _cleaned(PROSE_LIMIT), Field(description="Một đoạn văn")]
