"""The kinds of text a report holds, cleaned at the boundary.

Owns the limits of length, of texts and of lists. Every text is NFC, free of control and invisible characters, and
stripped; an empty text is refused (leave the key out instead). Does not judge wording: that is the reader's work.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from antq_reports.errors import TextError
from antq_reports.figures.period import Day
from antq_reports.figures.sentence_errors import fault, refused
from antq_reports.vietnamese import clean_text

__all__ = ["Day", "Frozen", "Line", "Name", "Prose", "Table", "TextTable"]

NAME_LIMIT = 300
LINE_LIMIT = 1_000
PROSE_LIMIT = 20_000
TABLE_LIMIT = 100
"""Lines of a table of texts: no section has so many metrics."""
LIST_LIMIT = 5_000
"""Items of any list: a province names its missing communes, of which the country has 3.321."""


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
        for key, value in data.items():
            if isinstance(value, list | tuple) and len(value) > LIST_LIMIT:
                reason = f"danh sách “{str(key)[:40]}” có {len(value)} mục, tối đa {LIST_LIMIT}"
                raise fault("list", reason, "bớt xuống mức cho phép")
        return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}


def _cleaned(limit: int) -> AfterValidator:
    def clean(value: str) -> str:
        try:
            text = clean_text(value, max_length=limit)
        except TextError as error:
            raise refused("text", error.refusal) from error
        if not text:
            raise fault("text", "chữ để trống", "bỏ hẳn khóa này hoặc viết nội dung")
        return text

    return AfterValidator(clean)


Name = Annotated[str, _cleaned(NAME_LIMIT), Field(description="Tên gọi, chức danh, đơn vị")]
Line = Annotated[str, _cleaned(LINE_LIMIT), Field(description="Một dòng chữ: tít, chú thích")]
Prose = Annotated[str, _cleaned(PROSE_LIMIT), Field(description="Một đoạn văn")]


class Table:
    """How a table of values by key is validated, written and described: a table outside, pairs within.

    It stands beside a type: ``Annotated[tuple[tuple[str, str], ...], Table(Name)]``, with the type of one value.
    """

    def __init__(self, kind: Any, most: int = TABLE_LIMIT, *, holds_texts: bool = True) -> None:
        self.kind, self.most, self.holds_texts = kind, most, holds_texts

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        table = handler.generate_schema(dict[str, self.kind])  # type: ignore[name-defined]  # known while running
        return core_schema.no_info_after_validator_function(
            lambda texts: tuple(texts.items()),
            core_schema.no_info_before_validator_function(self._as_table, table),
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "object", "additionalProperties": {"type": "string"} if self.holds_texts else True}

    def _as_table(self, value: Any) -> Any:
        """Pairs as the table they came from."""
        if isinstance(value, dict) and len(value) > self.most:
            raise fault("table", f"bảng có {len(value)} dòng, tối đa {self.most}", "bớt xuống mức cho phép")
        is_pairs = isinstance(value, tuple) and all(isinstance(pair, tuple) and len(pair) == 2 for pair in value)
        return dict(value) if is_pairs else value


TextTable = Annotated[tuple[tuple[str, str], ...], Table(Name)]
"""A table of short texts by key, kept as pairs so that what holds it stays frozen."""
