"""Groups and lists over many units: rows by label, awards by level and form, names without repeats."""

from __future__ import annotations

from typing import Any

import pytest
from held import held
from rollup_kit import PROVINCE, commune, province

from antq_reports.rollup import roll_up
from antq_reports.rollup.groups import MAX_NAMES, gather_names


def test_groups_are_added_by_label() -> None:
    """Chủ xe and Chủ xe are one row, whatever the case."""
    key = "transport_pledges_by_group"
    reports = [commune("A", commitments={key: ["3 chủ xe", "4 lái xe"]}), commune("B", commitments={key: ["5 Chủ xe"]})]
    rows = held(roll_up(reports, PROVINCE), "commitments.transport_pledges_by_group")
    assert [8, 4] == [row.figure.raw for row in rows if row.figure is not None]


def test_awards_are_added_by_level_and_form() -> None:
    """Giấy khen of the commune is not Giấy khen of the province."""
    reports = [
        commune(
            "A", rewards={"awards": [{"form": "Giấy khen", "level": "UBND xã", "collectives": 2, "individuals": 1}]}
        ),
        commune("B", rewards={"awards": [{"form": "giấy khen", "level": "UBND xã", "collectives": 3}]}),
        commune("C", rewards={"awards": [{"form": "Giấy khen", "level": "UBND tỉnh", "collectives": 7}]}),
    ]
    found = [
        (award.level, award.collectives.raw if award.collectives else None)
        for award in held(roll_up(reports, PROVINCE), "rewards.awards")
    ]
    assert [("UBND cấp xã", 5), ("UBND tỉnh", 7)] == found


def test_what_every_unit_gives_itself_is_one_row() -> None:
    """The chairmen of communes, wards and zones gave them; what the departments wrote stays as written."""
    levels = ("xã", "phường", "đặc khu")
    units = [
        commune(
            name,
            level=level,
            rewards={"awards": [{"form": "Giấy khen", "level": f"Chủ tịch UBND {level}", "individuals": 2}]},
        )
        for name, level in zip("ABC", levels, strict=True)
    ]
    own = province(rewards={"awards": [{"form": "Bằng khen", "level": "Chủ tịch UBND xã", "individuals": 1}]})
    rows = held(roll_up(units, PROVINCE, own=own), "rewards.awards")
    assert [("Chủ tịch UBND xã", 1), ("Chủ tịch UBND cấp xã", 6)] == [(row.level, row.individuals.raw) for row in rows]


def test_names_are_gathered_once() -> None:
    """The names most units gave come first, each once."""
    reports = [
        commune("A", models={"named": ["Camera an ninh", "Cổng trường an toàn"]}),
        commune("B", models={"named": ["CAMERA AN NINH"]}),
    ]
    names = held(roll_up(reports, PROVINCE), "models.named")
    assert ["camera an ninh", "cổng trường an toàn"] == [name.lower() for name in names]


def test_the_province_s_rows_stand_first() -> None:
    """Then the units', each in the order written; a label in the spelling most use."""
    key = "transport_pledges_by_group"
    units = [
        commune("A", commitments={key: ["4 lái xe", "3 chủ Xe"]}),
        commune("B", commitments={key: ["5 chủ xe", "1 phụ xe"]}),
        commune("C", commitments={key: ["1 chủ xe"]}),
    ]
    own = province(commitments={key: ["2 phụ xe", "9 chủ bến"]})
    rows = held(roll_up(units, PROVINCE, own=own), f"commitments.{key}")
    assert ["phụ xe", "chủ bến", "lái xe", "chủ xe"] == [row.label for row in rows]


def test_rows_know_the_cells_they_were_added_up_from() -> None:
    """And a section's own period is kept beside a figure."""
    key = "transport_pledges_by_group"
    half = {"period": "6 tháng đầu năm 2026", key: ["3 chủ xe"]}
    report = roll_up([commune("A", commitments=half)], PROVINCE)
    [row] = held(report, f"commitments.{key}")
    assert "6 tháng đầu năm 2026" == row.figure.period.label
    assert f"xã A: commitments.{key}[0]" == report.sources.place_of(f"commitments.{key}[0]")


@pytest.mark.parametrize(
    ("own", "values", "default", "expected"),
    [
        (("X",), [("a",)], (), ("X",)),
        (None, [("b", "a"), ("A", "c"), ("a", "a")], (), ("a", "b", "c")),
        (None, [("b",), ("b",), ("a", "a", "a")], (), ("b", "a")),
        ((), [], (), ()),
        ("Chuẩn riêng", ["x", "x"], "An toàn", "Chuẩn riêng"),
        ("An toàn", ["x", "x"], "An toàn", "An toàn"),
        (None, ["x", "x"], "An toàn", "An toàn"),
    ],
)
def test_names_are_the_province_s_own_else_those_most_gave(
    own: Any, values: list[Any], default: Any, expected: Any
) -> None:
    """A unit that gives a name twice gives it once; a single name is never taken from the units."""
    assert expected == gather_names(own, values, default=default)


def test_twelve_names_are_kept() -> None:
    """Those that most units gave."""
    names = [f"Mô hình {chr(ord('A') + place)}" for place in range(MAX_NAMES + 1)]
    kept = gather_names(None, [names, names[-1:]], default=())
    assert (12, names[-1]) == (len(kept), kept[0])
