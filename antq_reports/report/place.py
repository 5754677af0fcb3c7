"""The place a report is about, by name and level or as one text: "tỉnh Lâm Đồng"."""

from __future__ import annotations

import re
from typing import Any, Literal, Protocol, get_args

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from antq_reports.catalogue.text_fields import NAME_LIMIT, Day, Frozen, Name
from antq_reports.errors import TextError
from antq_reports.figures.sentence_errors import fault, refused
from antq_reports.report.provinces import is_city_name, may_be_city
from antq_reports.vietnamese import clean_text, fold_name

Level = Literal["tỉnh", "thành phố", "xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã", "vùng"]
LEVELS: tuple[Level, ...] = get_args(Level)

PROVINCE_CODE_DIGITS = 2
DEFAULT_LEVEL: Level = "tỉnh"
REGION: Level = "vùng"
"""A place that is no unit: "các huyện miền núi", "Tây Nguyên", "cả nước"."""
_REGIONS = frozenset(
    map(
        fold_name,
        (
            *("cả nước", "toàn quốc", "Tây Nguyên", "Tây Bắc", "Đông Bắc", "Bắc Trung Bộ", "Nam Trung Bộ"),
            *("Đông Nam Bộ", "Tây Nam Bộ", "Đồng bằng sông Hồng", "Đồng bằng sông Cửu Long", "Duyên hải miền Trung"),
            *("miền Bắc", "miền Trung", "miền Nam", "Trung du và miền núi phía Bắc"),
        ),
    )
)
_MANY = re.compile(r"(?:các|những|vùng|khu vực|cụm) \w", re.IGNORECASE)
_SHORT_NAMES = {fold_name("Hồ Chí Minh"): "TP.HCM"}
"""What is printed where the name alone would be somebody else's."""
_CITY = re.compile(r"tp(?:\. ?| )(?=\S)", re.IGNORECASE)


def level_before(name: str) -> tuple[Level | None, str]:
    """The level that stands before a clean name, and the name without it.

    >>> level_before("Xã Tân Hà"), level_before("TP. Đà Lạt"), level_before("Tân Hà")
    (('xã', 'Tân Hà'), ('thành phố', 'Đà Lạt'), (None, 'Tân Hà'))
    """
    folded = name.casefold()
    for word in sorted(LEVELS, key=len, reverse=True):
        if folded.startswith(f"{word} "):
            return word, name[len(word) + 1 :].strip()
    if match := _CITY.match(name):
        return "thành phố", name[match.end() :]
    return None, name


class Place(Frozen):
    """A place by name and level. Names repeat across the country: the code identifies, the name does not.

    The short form is one text, level and name; without a level a province is meant, or a city of that rank.

    >>> Place.model_validate("thành phố Đà Lạt").level, Place.model_validate("Hà Tĩnh").full_name
    ('thành phố', 'tỉnh Hà Tĩnh')
    """

    name: Name = Field(description="Tên riêng, không kèm cấp: Lâm Đồng")
    level: Level = Field(default=DEFAULT_LEVEL, description="Cấp hành chính")
    code: str | None = Field(default=None, pattern=r"^[0-9]{2,5}$", description="Mã đơn vị hành chính, giữ số 0 ở đầu")
    boundaries_as_of: Day | None = Field(default=None, description="Ngày mà địa giới trong báo cáo có hiệu lực")

    @model_validator(mode="before")
    @classmethod
    def _read_short_form(cls, data: Any) -> Any:
        return _named(data) if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "description": "Cấp và tên: “tỉnh Lâm Đồng”"}, handler(schema)]}

    @property
    def full_name(self) -> str:
        """Level and name, as a sentence takes them; a region has a name alone.

        >>> Place(name="Lâm Đồng").full_name, Place.model_validate("TP. Hồ Chí Minh").full_name
        ('tỉnh Lâm Đồng', 'Thành phố Hồ Chí Minh')
        >>> Place.model_validate("các huyện miền núi").full_name
        'các huyện miền núi'
        """
        if self.level == REGION:
            return self.name
        level = "Thành phố" if self._has_short_name else self.level
        return f"{level} {self.name}"

    @property
    def short_name(self) -> str:
        """The name as a headline and a dateline have it.

        >>> Place(name="Lâm Đồng").short_name, Place(name="Hồ Chí Minh", level="thành phố").short_name
        ('Lâm Đồng', 'TP.HCM')
        """
        return _SHORT_NAMES[fold_name(self.name)] if self._has_short_name else self.name

    @property
    def _has_short_name(self) -> bool:
        return self.level == "thành phố" and fold_name(self.name) in _SHORT_NAMES

    @property
    def is_province(self) -> bool:
        """Whether the place is a province or a city of that rank, not a city within a province.

        A city with a code is told by its length, for codes of provinces have two digits; one without by its name.

        >>> Place(name="Huế", level="thành phố").is_province, Place(name="Đà Lạt", level="thành phố").is_province
        (True, False)
        """
        if self.level != "thành phố":
            return self.level == "tỉnh"
        return len(self.code) == PROVINCE_CODE_DIGITS if self.code is not None else may_be_city(self.name)


def _named(text: str) -> dict[str, Any]:
    """The fields of a place written as one text."""
    try:
        level, name = level_before(clean_text(text, max_length=NAME_LIMIT))
    except TextError as error:
        raise refused("place", error.refusal) from error
    if not name or name.casefold() in LEVELS:
        raise fault("place", f"“{text[:40]}” thiếu tên riêng", "viết cấp và tên, như “tỉnh Lâm Đồng”")
    told = level or _level_of(name)
    return {"name": name, "level": told} if told is not None else {"name": name}


def _level_of(name: str) -> Level | None:
    """The level a name has by itself; None where the day decides, or nothing but the default is known."""
    if fold_name(name) in _REGIONS or _MANY.match(name):
        return REGION
    return "thành phố" if is_city_name(name) else None


class Unit(Protocol):
    """What a unit is known by: a `Place`, or a row of the province's list of units."""

    @property
    def name(self) -> str:
        """The name without its level."""
        ...

    @property
    def level(self) -> str:
        """xã, phường, đặc khu."""
        ...

    @property
    def code(self) -> str | None:
        """The code of the administrative unit."""
        ...
