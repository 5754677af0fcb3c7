"""The provinces by date: 63 until 30/6/2025, 34 since 1/7/2025, and which was merged into which.

Sources: Quyết định 124/2004/QĐ-TTg (codes of the 63), Nghị quyết 175/2024/QH15 (Huế a city from 1/1/2025), Nghị quyết
202/2025/QH15 (the merger), Quyết định 19/2025/QĐ-TTg (codes of the 34, each that of the seat's province). This
table spells a name one way; `is_city_name` takes any spelling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from antq_reports.vietnamese import fold_name

MERGER = date(2025, 7, 1)
"""The first day of the 34 provinces, of communes without districts, and of the special zones."""
HUE_CITY = date(2025, 1, 1)
"""The first day of thành phố Huế; tỉnh Thừa Thiên Huế until then."""

GONE_LEVELS = frozenset({"huyện", "quận", "thị xã", "thị trấn"})
"""Levels that exist no more since the merger."""
NEW_LEVELS = frozenset({"đặc khu"})
"""Levels that exist since the merger."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province as it stands at a date."""

    name: str
    level: Literal["tỉnh", "thành phố"]
    code: str


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A province that became a city of that rank, with where that is said."""

    name: str
    since: date
    source: str
    level: Literal["tỉnh", "thành phố"] = "thành phố"


_UNREAD = "chưa đối chiếu văn bản gốc"
LEVEL_CHANGES = (
    LevelChange("Đồng Nai", date(2026, 4, 30), f"Nghị quyết 30/2026/QH16 ({_UNREAD})"),
    LevelChange("Quảng Ninh", date(2026, 9, 1), f"Nghị quyết 36/2026/QH16 ({_UNREAD})"),
    LevelChange("Bắc Ninh", date(2026, 9, 20), f"Nghị quyết 39/2026/QH16 ({_UNREAD})"),
)
"""Changes of level since the merger, each with its source. A line more is all a further one needs."""

_CITIES = frozenset({"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Huế"})

_CODES_63 = {
    "Hà Nội": "01", "Hà Giang": "02", "Cao Bằng": "04", "Bắc Kạn": "06", "Tuyên Quang": "08", "Lào Cai": "10",
    "Điện Biên": "11", "Lai Châu": "12", "Sơn La": "14", "Yên Bái": "15", "Hòa Bình": "17", "Thái Nguyên": "19",
    "Lạng Sơn": "20", "Quảng Ninh": "22", "Bắc Giang": "24", "Phú Thọ": "25", "Vĩnh Phúc": "26", "Bắc Ninh": "27",
    "Hải Dương": "30", "Hải Phòng": "31", "Hưng Yên": "33", "Thái Bình": "34", "Hà Nam": "35", "Nam Định": "36",
    "Ninh Bình": "37", "Thanh Hóa": "38", "Nghệ An": "40", "Hà Tĩnh": "42", "Quảng Bình": "44", "Quảng Trị": "45",
    "Thừa Thiên Huế": "46", "Đà Nẵng": "48", "Quảng Nam": "49", "Quảng Ngãi": "51", "Bình Định": "52", "Phú Yên": "54",
    "Khánh Hòa": "56", "Ninh Thuận": "58", "Bình Thuận": "60", "Kon Tum": "62", "Gia Lai": "64", "Đắk Lắk": "66",
    "Đắk Nông": "67", "Lâm Đồng": "68", "Bình Phước": "70", "Tây Ninh": "72", "Bình Dương": "74", "Đồng Nai": "75",
    "Bà Rịa - Vũng Tàu": "77", "Hồ Chí Minh": "79", "Long An": "80", "Tiền Giang": "82", "Bến Tre": "83",
    "Trà Vinh": "84", "Vĩnh Long": "86", "Đồng Tháp": "87", "An Giang": "89", "Kiên Giang": "91", "Cần Thơ": "92",
    "Hậu Giang": "93", "Sóc Trăng": "94", "Bạc Liêu": "95", "Cà Mau": "96",
}  # fmt: skip

_MERGED: dict[str, tuple[str, ...]] = {
    "Tuyên Quang": ("Hà Giang", "Tuyên Quang"),
    "Lào Cai": ("Yên Bái", "Lào Cai"),
    "Thái Nguyên": ("Bắc Kạn", "Thái Nguyên"),
    "Phú Thọ": ("Vĩnh Phúc", "Hòa Bình", "Phú Thọ"),
    "Bắc Ninh": ("Bắc Giang", "Bắc Ninh"),
    "Hưng Yên": ("Thái Bình", "Hưng Yên"),
    "Hải Phòng": ("Hải Dương", "Hải Phòng"),
    "Ninh Bình": ("Hà Nam", "Nam Định", "Ninh Bình"),
    "Quảng Trị": ("Quảng Bình", "Quảng Trị"),
    "Đà Nẵng": ("Quảng Nam", "Đà Nẵng"),
    "Quảng Ngãi": ("Kon Tum", "Quảng Ngãi"),
    "Gia Lai": ("Bình Định", "Gia Lai"),
    "Khánh Hòa": ("Ninh Thuận", "Khánh Hòa"),
    "Lâm Đồng": ("Đắk Nông", "Bình Thuận", "Lâm Đồng"),
    "Đắk Lắk": ("Phú Yên", "Đắk Lắk"),
    "Hồ Chí Minh": ("Bình Dương", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh"),
    "Đồng Nai": ("Bình Phước", "Đồng Nai"),
    "Tây Ninh": ("Long An", "Tây Ninh"),
    "Cần Thơ": ("Sóc Trăng", "Hậu Giang", "Cần Thơ"),
    "Vĩnh Long": ("Bến Tre", "Trà Vinh", "Vĩnh Long"),
    "Đồng Tháp": ("Tiền Giang", "Đồng Tháp"),
    "Cà Mau": ("Bạc Liêu", "Cà Mau"),
    "An Giang": ("Kiên Giang", "An Giang"),
}
MERGED: Mapping[str, tuple[str, ...]] = _MERGED
"""Each of the 23 provinces formed by the merger, with the provinces it is made of."""

_UNCHANGED = (
    "Cao Bằng", "Điện Biên", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An", "Quảng Ninh", "Thanh Hóa", "Sơn La",
    "Hà Nội", "Huế",
)  # fmt: skip
_SEATS = {  # whose code the merged province kept, where it is not its namesake's
    "Lào Cai": "15", "Bắc Ninh": "24", "Quảng Trị": "44", "Gia Lai": "52", "Tây Ninh": "80", "Đồng Tháp": "82",
    "An Giang": "91", "Huế": "46",
}  # fmt: skip


def _province(name: str, code: str) -> Province:
    return Province(name, "thành phố" if name in _CITIES else "tỉnh", code)


_OLD = tuple(_province(name, code) for name, code in _CODES_63.items())
_HUE = tuple(_province("Huế", "46") if province.code == "46" else province for province in _OLD)
_NEW = tuple(
    sorted(
        (_province(name, _SEATS.get(name) or _CODES_63[name]) for name in (*_MERGED, *_UNCHANGED)),
        key=lambda province: province.code,
    )
)


def provinces_at(day: date) -> tuple[Province, ...]:
    """The provinces there are on a day, by code.

    >>> len(provinces_at(date(2025, 6, 30))), len(provinces_at(date(2025, 7, 1)))
    (63, 34)
    """
    if day >= MERGER:
        raised = {change.name: change.level for change in LEVEL_CHANGES if day >= change.since}
        return tuple(replace(each, level=raised.get(each.name, each.level)) for each in _NEW)
    return _HUE if day >= HUE_CITY else _OLD


def level_at(name: str, day: date) -> Literal["tỉnh", "thành phố"] | None:
    """The level a province of this name has on a day; None where there is none of it.

    >>> [level_at("ĐỒNG NAI", date(2026, month, 30)) for month in (3, 4)], level_at("Hà Nội", date(2020, 1, 1))
    (['tỉnh', 'thành phố'], 'thành phố')
    """
    return next((each.level for each in provinces_at(day) if fold_name(each.name) == fold_name(name)), None)


def successor_of(name: str) -> str | None:
    """The province a former one is part of since the merger; None for a name the table does not hold.

    >>> successor_of("Quảng Nam"), successor_of("Lâm Đồng"), successor_of("Nghệ An")
    ('Đà Nẵng', 'Lâm Đồng', 'Nghệ An')
    """
    if name == "Thừa Thiên Huế":
        return "Huế"
    return next((new for new, parts in _MERGED.items() if name in parts), name if name in _UNCHANGED else None)


def province_names() -> frozenset[str]:
    """Every name a province has or had."""
    return frozenset(province.name for province in (*_OLD, *_NEW))


def is_city_name(name: str) -> bool:
    """Whether a city of this name has the rank of a province on whatever day is meant.

    >>> is_city_name("Huế"), is_city_name("ĐÀ NẴNG"), is_city_name("Đà Lạt"), is_city_name("Lâm Đồng")
    (True, True, False, False)
    """
    return fold_name(name) in _folded_cities()


@cache
def _folded_cities() -> frozenset[str]:
    everything = (*_OLD, *_HUE, *_NEW)
    return frozenset(fold_name(province.name) for province in everything if province.level == "thành phố")


@cache
def may_be_city(name: str) -> bool:
    """Whether a city of this name has the rank of a province on some day, also one that was raised to it.

    >>> may_be_city("Huế"), may_be_city("Đồng Nai"), may_be_city("Đà Lạt")
    (True, True, False)
    """
    return is_city_name(name) or fold_name(name) in {fold_name(change.name) for change in LEVEL_CHANGES}
