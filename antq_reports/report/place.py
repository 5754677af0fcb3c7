"""The place a report is about."""

from __future__ import annotations

from typing import Literal, Protocol

from pydantic import Field

from antq_reports.catalogue.text_fields import Day, Frozen, Name

Level = Literal["tỉnh", "thành phố", "xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã"]


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
