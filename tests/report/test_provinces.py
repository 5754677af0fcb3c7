"""The provinces by date: how many, their codes, what became of them."""

from __future__ import annotations

from datetime import date

import pytest

from antq_reports.report.provinces import (
    LEVEL_CHANGES,
    MERGED,
    is_city_name,
    level_at,
    province_names,
    provinces_at,
    successor_of,
)


def test_there_were_63_provinces_and_are_34() -> None:
    """23 merged from 52, and 11 unchanged."""
    assert (63, 34, 23, 52) == (
        len(provinces_at(date(2025, 6, 30))),
        len(provinces_at(date(2025, 7, 1))),
        len(MERGED),
        sum(len(parts) for parts in MERGED.values()),
    )


def test_codes_of_provinces_are_unique() -> None:
    """Each date's provinces have one code each."""
    for day in (date(2024, 12, 31), date(2025, 6, 30), date(2025, 7, 1)):
        codes_then = [province.code for province in provinces_at(day)]
        assert len(codes_then) == len(set(codes_then))


@pytest.mark.parametrize(
    ("day", "name", "level"),
    [
        (date(2024, 12, 31), "Thừa Thiên Huế", "tỉnh"),
        (date(2025, 1, 1), "Huế", "thành phố"),
        (date(2025, 6, 30), "Huế", "thành phố"),
        (date(2025, 7, 1), "Huế", "thành phố"),
    ],
)
def test_hue_is_a_city_since_2025(day: date, name: str, level: str) -> None:
    """Half a year before the merger, under the same code."""
    [hue] = [province for province in provinces_at(day) if province.code == "46"]
    assert (name, level) == (hue.name, hue.level)


def test_every_former_province_became_one_there_is() -> None:
    """And every one there is came from some."""
    then = {successor_of(province.name) for province in provinces_at(date(2024, 12, 31))}
    assert {province.name for province in provinces_at(date(2025, 7, 1))} == then
    assert successor_of("Lâm Đông") is None


def test_provinces_stand_in_the_order_of_their_codes() -> None:
    """On every day; a merged province has the code of one it was made of."""
    for day in (date(2024, 12, 31), date(2025, 6, 30), date(2025, 7, 1)):
        codes = [province.code for province in provinces_at(day)]
        assert sorted(codes) == codes
    old = {province.name: province.code for province in provinces_at(date(2025, 6, 30))}
    merged = {province.name: province.code for province in provinces_at(date(2025, 7, 1))}
    assert [] == [name for name, parts in MERGED.items() if merged[name] not in {old[part] for part in parts}]


def test_a_city_s_name_is_known_in_any_spelling() -> None:
    """Of provinces that had a name at any date, six are cities."""
    assert {"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Huế"} == {
        name for name in province_names() if is_city_name(name)
    }
    assert (True, False) == (is_city_name("CẦN THƠ"), is_city_name("Can Tho"))


@pytest.mark.parametrize(
    ("name", "day", "level"),
    [
        ("Đồng Nai", date(2026, 4, 29), "tỉnh"),
        ("Đồng Nai", date(2026, 4, 30), "thành phố"),
        ("Quảng Ninh", date(2026, 8, 31), "tỉnh"),
        ("Quảng Ninh", date(2026, 9, 1), "thành phố"),
        ("Bắc Ninh", date(2026, 9, 19), "tỉnh"),
        ("Bắc Ninh", date(2026, 9, 20), "thành phố"),
        ("Hà Nội", date(2024, 1, 1), "thành phố"),
        ("Xứ Thanh", date(2026, 9, 20), None),
    ],
)
def test_a_province_may_become_a_city(name: str, day: date, level: str | None) -> None:
    """From a day on; each change says where that is written, and that nobody has read it there."""
    assert level == level_at(name, day)
    assert {True} == {"chưa đối chiếu văn bản gốc" in change.source for change in LEVEL_CHANGES}
