"""Pydantic's errors as faults: place, Vietnamese message, remedy; never pydantic's own words."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from pydantic import ValidationError
from pydantic_core import InitErrorDetails
from pydantic_core._pydantic_core import list_all_errors
from pydantic_core.core_schema import ErrorType

from antq_reports import Report
from antq_reports.errors import Fault
from antq_reports.intake.pydantic_faults import MAX_FAULTS, faults_of, table_path

SMALL: dict[str, Any] = {"place": {"name": "Lâm Đồng"}, "period": "năm 2024"}
ENGLISH = re.compile(r"\b(?:[Ii]nput|should|must|valid|[Ee]xpected|[Uu]nable|permitted|required|instance|than|tag)\b")


def faults(**values: Any) -> tuple[Fault, ...]:
    """Return the faults of the smallest report with some values more."""
    with pytest.raises(ValidationError) as caught:
        Report.model_validate({**SMALL, **values})
    return faults_of(caught.value, "a.toml", Report)


def figure(**mapping: Any) -> dict[str, Any]:
    """Return a report's values with one full mapping."""
    return {"weapons": {"detonators": mapping}}


@pytest.mark.parametrize(
    ("values", "path", "message", "remedy"),
    [
        ({"headline": 5}, "headline", "phải là chữ", "ngoặc kép"),
        ({"date": 5}, "date", "phải là ngày", "2024-10-16"),
        ({"date": "2024-13-01"}, "date", "“2024-13-01” không phải ngày", "2024-10-16"),
        ({"actors": "A"}, "actors", "phải là danh sách", "[ ]"),
        ({"actors": ["a"] * 61}, "actors", "quá nhiều mục (tối đa 60)", "bớt"),
        ({"weapons": 5}, "weapons", "phải là một bảng", "[ ]"),
        ({"period": 5}, "period", "phải là tên kỳ hoặc một bảng", '"năm 2024"'),
        ({"period": {"label": "x", "start": 5}}, "period.start", "phải là ngày", "2024-10-16"),
        ({"period": {"label": "x", "end": "2024-02-30"}}, "period.end", "không phải ngày", "2024-10-16"),
        ({"period": {"label": "a\u202eb"}}, "period.label", "ký tự đổi chiều chữ", "gõ lại"),
        ({"place": {}}, "place.name", "thiếu khóa bắt buộc", "thêm khóa này"),
        ({"place": {"name": "A", "code": "x"}}, "place.code", "sai dạng", "từ 2 đến 5 chữ số"),
        ({"place": {"name": "A", "level": "bang"}}, "place.level", "“bang” không dùng được", '"tỉnh", "thành phố"'),
        ({"frame": ["visit"]}, "frame", "giá trị kiểu này không dùng được", '"results", "visit"'),
        ({"frame": True}, "frame", "“true” không dùng được", '"results"'),
        ({"video": {"caption": "a", "url": "https://" + "a" * 500}}, "video.url", "quá dài (tối đa 500", "rút ngắn"),
        ({"headline": "\ud800"}, "headline", "ký tự hỏng", "nhập lại"),
        ({"rewards": {"awards": [5]}}, "rewards.awards[0]", "phải là chữ hoặc một bảng", "5 tập thể, 12 cá nhân”"),
        ({"rewards": {"awards": [5]}}, "rewards.awards[0]", "phải là chữ", "form, level, collectives, individuals"),
        (
            {"commitments": {"transport_pledges_by_group": [5]}},
            "commitments.transport_pledges_by_group[0]",
            "phải là chữ hoặc một bảng",
            "“86 doanh nghiệp”, hoặc bảng có các khóa label, figure",
        ),
        ({"frame": "visit"}, "", "cần mục [visit]", "delegation"),
        (figure(kind="count", value="5"), "weapons.detonators.value", "phải là số nguyên", "1584"),
        (figure(kind="count", value=1.5), "weapons.detonators.value", "phải là số nguyên", "1584"),
        (figure(kind="count", value=-1), "weapons.detonators.value", "phải từ 0 trở lên", "kiểm tra"),
        (figure(kind="count", value=10**16), "weapons.detonators.value", "tối đa 1.000.000.000.000.000", "kiểm tra"),
        (figure(kind="count", value=5, hedge="hon"), "weapons.detonators.hedge", "“hon”", '"hơn", "trên"'),
        (figure(kind="count", value=5, padding=3), "weapons.detonators.padding", "“3”", "2"),
        (figure(kind="count", value=5, capital="x"), "weapons.detonators.capital", "true hoặc false", "true"),
        (figure(kind="count"), "weapons.detonators.value", "thiếu khóa", "thêm"),
        (figure(kind="count", value=5, unit="kg"), "weapons.detonators", "là đơn vị đo", 'hãy dùng kind = "quantity"'),
        (figure(kind="count", value=5, period=7), "weapons.detonators.period", "phải là tên kỳ", "năm 2024"),
        (figure(kind="part_of_whole", part=1, whole=0), "weapons.detonators.whole", "phải lớn hơn 0", "kiểm tra"),
        (figure(kind="percent", value=0.5), "weapons.detonators.value", "phải là số chính xác", '"0.861"'),
        (figure(kind="vụ"), "weapons.detonators", "không có loại số liệu “vụ”", '"part_of_whole"'),
        (figure(value=5), "weapons.detonators", "thiếu khóa “kind”", '"count"'),
    ],
)
def test_fault_has_place_message_and_remedy(values: dict[str, Any], path: str, message: str, remedy: str) -> None:
    """Bounds, choices, dates, texts, tables and figures: one fault each, in Vietnamese, at its place."""
    (fault,) = faults(**values)
    assert path == fault.path
    assert message in fault.message
    assert remedy in fault.remedy
    assert not ENGLISH.search(str(fault))


def test_change_mapping_hides_the_kind_pydantic_chose() -> None:
    """The amount of a change is a table of its own kind; the path names keys alone."""
    change = {"kind": "change", "direction": "giảm", "amount": {"kind": "count", "value": -1}}
    (fault,) = faults(traffic_safety={"traffic_deaths_change": change})
    assert "traffic_safety.traffic_deaths_change.amount.value" == fault.path
    change["amount"] = {"kind": "pair"}
    (fault,) = faults(traffic_safety={"traffic_deaths_change": change})
    assert "không có loại số liệu “pair” ở đây" == fault.message
    assert '"count"' in fault.remedy
    change["amount"] = {"value": 5}
    (fault,) = faults(traffic_safety={"traffic_deaths_change": change})
    assert "thiếu khóa “kind”" in fault.message


def test_every_fault_is_told() -> None:
    """Faults come all at once, each at its own place."""
    found = faults(headline=5, kicker="", weapons={"detonators": 1.5, "support_tools": "x"}, tips={"tip": 1})
    assert {"headline", "kicker", "weapons.detonators", "weapons.support_tools", "tips.tip"} == {f.path for f in found}


@pytest.mark.parametrize(
    ("values", "key", "near"),
    [
        ({"weapon": {}}, "weapon", "weapons"),
        ({"weapons": {"firearms_surenderd": 5}}, "firearms_surenderd", "firearms_surrendered"),
        ({"weapons": {"peroid": "x"}}, "peroid", "period"),
        ({"period": {"label": "x", "begin": 1, "ends": 1}}, "ends", "end"),
        ({"photos": [{"path": "a", "caption": "a", "alt": "a", "credits": "b"}]}, "credits", "credit"),
        ({"visit": {"delegation": "a", "head": {"name": "A", "rolle": "b"}}}, "rolle", "role"),
        (figure(kind="span", low=1, high=2, from_="x", forms="-"), "forms", "form"),
    ],
)
def test_unknown_key_suggests_the_nearest(values: dict[str, Any], key: str, near: str) -> None:
    """A misspelt key is answered with the one meant, of the table it stands in."""
    found = {fault.message: fault.remedy for fault in faults(**values)}
    assert f"có phải “{near}”?" == found[f"không có khóa “{key}”"]


def test_unknown_key_far_from_all_lists_them() -> None:
    """Where nothing is near, the keys there are."""
    (fault,) = faults(video={"caption": "a", "zzzz": 1})
    assert "các khóa được dùng: caption, url" == fault.remedy


def test_flood_of_faults_is_cut_and_counted() -> None:
    """A file of nothing but faults is answered in seconds, the rest counted."""
    found = faults(**{f"k{number}": 1 for number in range(MAX_FAULTS + 1200)})
    assert MAX_FAULTS + 1 == len(found)
    assert "còn 1.200 lỗi nữa" == found[-1].message


def test_none_of_pydantics_own_sentences_leaks() -> None:
    """Every error type pydantic knows has a Vietnamese message and a remedy, the unforeseen ones too."""
    known = list_all_errors()
    assert {item["type"] for item in known} == set(get_args(ErrorType))
    for item in known:
        details = InitErrorDetails(type=item["type"], loc=("weapons",), input="x", ctx=item["example_context"] or {})
        (fault,) = faults_of(ValidationError.from_exception_data("Report", [details]), "a.toml", Report)
        assert fault.remedy, item["type"]
        assert not ENGLISH.search(fault.message), item["type"]
        assert not re.search(r"\{\w+\}", fault.message + fault.remedy), item["type"]


def test_table_path_is_what_the_writer_sees() -> None:
    """Keys by dots, rows by brackets."""
    assert "photos[2].caption" == table_path(("photos", 2, "caption"))
    assert "" == table_path(())
