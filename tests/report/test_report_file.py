"""Reports from mappings and texts: short forms, faults with their places."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from decimal import Decimal
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from antq_reports import Report, load_report, read_report
from antq_reports.errors import IntakeError
from antq_reports.figures import Count, Period
from antq_reports.report import Place

TOML = """
place = "tỉnh Hà Tĩnh"
period = "năm 2026"
"tips.public_tips" = 5
[weapons]
detonators = "hơn 50"
"""
VALUES: dict[str, Any] = {
    "place": "tỉnh Hà Tĩnh",
    "period": 2026,
    "tips.public_tips": 5,
    "weapons": {"detonators": "hơn 50"},
}
PLACE, YEAR = Place(name="Hà Tĩnh"), Period(label="năm 2026", start=date(2026, 1, 1), end=date(2026, 12, 31))
JSON = json.dumps(VALUES, ensure_ascii=False)


@pytest.mark.parametrize(
    "source",
    [
        VALUES,
        MappingProxyType(VALUES),
        TOML,
        TOML.replace("\n", "\r\n"),
        TOML.encode(),
        b"\xef\xbb\xbf" + TOML.encode(),
        JSON,
        "\ufeff \n" + JSON + "\n",
        JSON.encode(),
    ],
)
def test_every_source_gives_the_same_report(source: Any) -> None:
    """A mapping, TOML or JSON, text or bytes."""
    report = read_report(source)
    assert (PLACE, YEAR) == (report.place, report.period)
    figures = (report.tips.public_tips, report.weapons.detonators)
    assert (Count(value=5, unit="tin"), "hơn") == (figures[0], figures[1] and figures[1].hedge)


def test_files_take_the_short_forms_too(tmp_path: Path) -> None:
    """TOML and JSON files are read like texts."""
    (tmp_path / "a.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "a.json").write_text(JSON, encoding="utf-8")
    assert read_report(VALUES) == load_report(tmp_path / "a.toml") == load_report(tmp_path / "a.json")


def test_a_model_takes_the_short_forms_too() -> None:
    """As a mapping and as arguments; the schema says so."""
    assert read_report(VALUES) == Report.model_validate(VALUES) == Report(**VALUES)
    schema = json.dumps(Report.model_json_schema(), ensure_ascii=False)
    assert all(words in schema for words in ("“tỉnh Lâm Đồng”", "Cả năm: 2026", "patternProperties"))


def test_a_full_period_says_what_it_says() -> None:
    """A label alone in a table brings no days; days of one's own stand."""
    bare = read_report({**VALUES, "period": {"label": "năm 2026"}}).period
    own = read_report({**VALUES, "period": {"label": "năm 2026", "start": date(2025, 12, 15)}}).period
    assert (Period(label="năm 2026"), date(2025, 12, 15), None) == (bare, own.start, own.end)


def test_the_numbers_of_a_programme_are_numbers() -> None:
    """Whole floats, exact decimals, blanks."""
    report = read_report({**VALUES, "weapons": {"fireworks_kg": 13.85, "fuse_m": float("nan"), "detonators": 3.0}})
    weapons = report.weapons
    assert (Decimal("13.85"), None) == (weapons.fireworks_kg and weapons.fireworks_kg.number, weapons.fuse_m)
    assert Count(value=3, unit="kíp nổ") == weapons.detonators


def test_lines_of_a_toml_text_are_known() -> None:
    """A figure's origin, and a fault's line, also under a key in quotes."""
    assert "báo cáo TOML, dòng 4: tips.public_tips" == read_report(TOML).sources.place_of("tips.public_tips")
    with pytest.raises(IntakeError, match="báo cáo TOML, dòng 4: tips.public_tips: “x”"):
        read_report(TOML.replace("= 5", '= "x"'))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ({**VALUES, "place": 5}, "place: phải là tên nơi hoặc một bảng"),
        ({**VALUES, "place": "xã"}, "place: “xã” thiếu tên riêng"),
        ({**VALUES, "period": 26}, "period: phải là tên kỳ hoặc một bảng"),
        ({**VALUES, "period": True}, "period: phải là tên kỳ hoặc một bảng"),
        ({**VALUES, "period": " "}, "kỳ số liệu chưa có tên"),
        ({**VALUES, "tips": {"public_tips": 6}}, "ở khóa “tips.public_tips” và ở khóa “tips” → giữ lại một khóa"),
        ({**VALUES, "weapons": {"detonators": float("inf")}}, "weapons.detonators: “Infinity” không phải số"),
        ({**VALUES, "weapons": {"detonators": 10**40}}, "con số quá lớn"),
        (VALUES | dict[Any, Any]({5: 6}), "tên khóa phải là chữ"),
        ({**VALUES, "subject": "khong-co"}, "không có chủ đề"),
        ({**VALUES, "photos": [{"path": "a", "caption": "{tips.public_tip}", "alt": "a"}]}, "không có chỉ tiêu"),
        (JSON[:-1], "báo cáo JSON, dòng 1: JSON sai cú pháp"),
        (TOML + "x", "báo cáo TOML, dòng 7: TOML sai cú pháp"),
        ("ha-tinh.toml", "là đường dẫn của một tệp → đọc tệp bằng load_report"),
        (" \n", "không có chữ nào"),
        (b"\xff\xfe", "không phải UTF-8"),
        ("\ud800", "không phải UTF-8"),
        (" " * 6_000_000, "dài hơn 5 triệu ký tự"),
        (Path("a.toml"), "không đọc được giá trị kiểu PosixPath"),
        ([VALUES], "không đọc được giá trị kiểu list"),
    ],
)
def test_a_fault_is_told_in_vietnamese(source: Any, message: str) -> None:
    """With its place, never in pydantic's English."""
    with pytest.raises(IntakeError) as caught:
        read_report(source)
    assert message in str(caught.value)
    assert "Input should" not in str(caught.value)


def test_every_fault_is_told_at_once() -> None:
    """A doubled key hides no other."""
    with pytest.raises(IntakeError) as caught:
        read_report({**VALUES, "tips": {"public_tips": 6, "x": 1}, "place": 5})
    assert ["tips.public_tips", "place", "tips.x"] == [fault.path for fault in caught.value.faults]


def test_tables_without_end_are_refused() -> None:
    """A mapping that holds itself."""
    values = dict(VALUES)
    values["weapons"] = values
    with pytest.raises(IntakeError, match="lồng nhau quá sâu"):
        read_report(values)


def test_a_report_names_itself() -> None:
    """Place, period, how many figures: what one wants to see of it in a shell."""
    extra = {"id": "a", "label": "a", "section": "tips", "figure": 5}
    report = read_report({**VALUES, "extra": [extra], "commitments": {"transport_pledges_by_group": ["236 chủ xe"]}})
    assert "<Report tỉnh Hà Tĩnh, năm 2026: 4 số liệu>" == repr(report) == str(report)


def test_a_report_is_a_body_of_a_web_service() -> None:
    """Read from JSON by pydantic itself, with a schema, and faults in our words."""
    body: TypeAdapter[Report] = TypeAdapter(Report)
    assert read_report(VALUES) == body.validate_json(JSON)
    assert "Report" in body.json_schema()["title"]
    with pytest.raises(ValidationError, match="“hơn x”: không có con số nào"):
        body.validate_json(JSON.replace("hơn 50", "hơn x"))


def _echo(report: Report) -> Report:
    return report


@pytest.mark.parametrize("copy", [lambda report: pickle.loads(pickle.dumps(report)), None])
def test_a_report_travels(copy: Callable[[Report], Report] | None) -> None:
    """By pickle, and to a process that was not forked."""
    report = read_report(VALUES)
    if copy is not None:
        assert report == copy(report)
        return
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert report == pool.submit(_echo, report).result()
