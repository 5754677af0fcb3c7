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

    figures: FigureStyle = FigureStyle()
    date: DateForm = "slash"
    """A full date in running text."""
    day: DateForm = "slash-short"
    """A date without its year."""
    ellipsis: Literal["…", "..."] = "…"
    people: Literal["Nhân dân", "nhân dân"] = "Nhân dân"
    percentage_points: Literal["điểm phần trăm", "%"] = "điểm phần trăm"
    """What a change of a percent is counted in; the press often writes "%"."""
    dateline: bool = False
    """Whether the lead opens with outlet or place in brackets."""
    abbreviations: Mapping[Name, Line] = Field(default_factory=dict, max_length=MAX_ABBREVIATIONS)
    """Short form to full term; used from the second mention on. Like all wording it holds no digits: they would be
    figures the ledger does not know."""

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

    title: Name
    description: Line | Literal[""] = ""
    fonts: tuple[FontFile, ...] = Field(min_length=1, max_length=MAX_FONTS)
    """Font files of ``fonts/`` the stylesheet refers to as ``antq:font/<file>``."""
    house: HouseRules = HouseRules()

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
