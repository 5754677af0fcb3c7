"""The place a report is about."""

from __future__ import annotations

from typing import Literal, Protocol

from pydantic import Field

from antq_reports.catalogue.text_fields import Day, Frozen, Name
from antq_reports.report.provinces import is_city_name

Level = Literal["tỉnh", "thành phố", "xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã"]

PROVINCE_CODE_DIGITS = 2


class Place(Frozen):
    """A place by name and level. Names repeat across the country: the code identifies, the name does not."""

    name: Name = Field(description="Tên riêng, không kèm cấp: Lâm Đồng")
    level: Level = Field("tỉnh", description="Cấp hành chính")
    code: str | None = Field(None, pattern=r"^[0-9]{2,5}$", description="Mã đơn vị hành chính, giữ số 0 ở đầu")
    boundaries_as_of: Day | None = Field(None, description="Ngày mà địa giới trong báo cáo có hiệu lực")

    @property
    def full_name(self) -> str:
        """Level and name, as a sentence takes them.

        >>> Place(name="Lâm Đồng").full_name
        'tỉnh Lâm Đồng'
        """
        return f"{self.level} {self.name}"

    @property
    def is_province(self) -> bool:
        """Whether the place is a province or a city of that rank, not a city within a province.

        A city with a code is told by its length, for codes of provinces have two digits; one without by its name.

        >>> Place(name="Huế", level="thành phố").is_province, Place(name="Đà Lạt", level="thành phố").is_province
        (True, False)
        """
        if self.level != "thành phố":
            return self.level == "tỉnh"
        return len(self.code) == PROVINCE_CODE_DIGITS if self.code is not None else is_city_name(self.name)


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
