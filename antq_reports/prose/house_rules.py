"""The house rules of a style: how a paper writes figures, dates and terms. Read from ``style.toml``.

The rules change the print, never a value. Every value passes a typed validator: a style folder comes from outside.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

from antq_reports.catalogue.text_fields import Line, Name
from antq_reports.errors import IntakeError, StyleFileError
from antq_reports.figures import FigureStyle
from antq_reports.figures.sentence_errors import fault
from antq_reports.intake.toml_values import read_toml
from antq_reports.vietnamese import DateForm

MAX_ABBREVIATIONS = 200
MAX_FONTS = 40

FontFile = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*/[A-Za-z0-9][A-Za-z0-9-]*\.ttf$", max_length=120)]
"""A file of ``fonts/``: one folder, one name. No dots, no slash in front, nothing that leads elsewhere."""

_STRICT = ConfigDict(frozen=True, extra="forbid", strict=True)


class HouseRules(BaseModel):
    """How one house writes."""

    model_config = _STRICT

    figures: FigureStyle = Field(FigureStyle(), description="Cách in số liệu: bảng [house.figures]")
    date: DateForm = Field("slash", description="Ngày đủ năm trong câu, bộ lọc |date")
    day: DateForm = Field("slash-short", description="Ngày không kèm năm, bộ lọc |day")
    ellipsis: Literal["…", "..."] = Field("…", description="Dấu ba chấm, in bằng {{ house.ellipsis }}")
    people: Literal["Nhân dân", "nhân dân"] = Field(
        "Nhân dân", description="Viết hoa chữ Nhân dân hay không, in bằng {{ house.people }}"
    )
    percentage_points: Literal["điểm phần trăm", "%"] = Field(
        "điểm phần trăm", description="Mức tăng, giảm của một tỷ lệ tính bằng gì"
    )
    dateline: bool = Field(False, description="Đoạn mở bắt đầu bằng tên tòa soạn hoặc địa phương trong ngoặc")
    abbreviations: Mapping[Name, Line] = Field(
        default_factory=dict,
        max_length=MAX_ABBREVIATIONS,
        description="Chữ tắt và chữ đủ; đè lên bảng [abbreviations] trong words.toml của chủ đề. Không có chữ số",
    )

    @field_validator("abbreviations")
    @classmethod
    def _refuse_digits(cls, value: Mapping[str, str]) -> Mapping[str, str]:
        for short, text in value.items():
            if any(character.isdigit() for character in short + text):
                raise fault("digits", f"chữ tắt “{short[:40]}” có chữ số", "viết bằng chữ: số liệu không có trong sổ")
        return value


class StyleSheetRules(BaseModel):
    """The whole of ``style.toml``."""

    model_config = _STRICT

    title: Name = Field(description="Tên của kiểu, như lệnh styles in ra")
    description: Line | Literal[""] = Field("", description="Một câu về kiểu")
    fonts: tuple[FontFile, ...] = Field(
        min_length=1,
        max_length=MAX_FONTS,
        description="Các phông trong fonts/ mà style.css dùng; trong style.css gọi bằng antq:font/tên-tệp",
    )
    house: HouseRules = Field(HouseRules(), description="Lối viết của tòa soạn: bảng [house]")

    @field_validator("fonts", mode="before")
    @classmethod
    def _list_becomes_tuple(cls, value: object) -> object:
        return tuple(value) if isinstance(value, list) else value


_ADAPTER = TypeAdapter(StyleSheetRules)


def read_style_rules(text: str, place: str) -> StyleSheetRules:
    """The rules written in a ``style.toml``. Raises `StyleFileError` with every fault and its line."""
    try:
        return read_toml(text, place, _ADAPTER, StyleSheetRules, "styles/bao-lam-dong/style.toml")
    except IntakeError as error:
        raise StyleFileError(error.faults) from error
