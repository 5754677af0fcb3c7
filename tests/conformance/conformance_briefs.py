"""The reports on which both PDF standards are tried: from five figures to eight pages.

`tests/conformance/test_valid_briefs.py` tries them with page-validation and `scripts/conformance.py` with veraPDF, in
every style there is. Nothing here says how a style looks: it is the data that reaches into every corner of a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from full_catalogue import full_sections

from antq_reports import RenderedReport, Report, load_report, render_report
from antq_reports.catalogue import bundled_catalogue
from antq_reports.prose import read_templates
from antq_reports.prose.template_folder import style_names

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
PLACE = {"name": "Hà Tĩnh", "level": "tỉnh"}
COMMITTEE = {"short": "Ban Chỉ đạo 138 tỉnh", "full": "Ban Chỉ đạo phòng, chống tội phạm tỉnh Hà Tĩnh"}
DAY = date(2026, 12, 25)
LONG = "dai"
"""The brief of many pages."""
PAGES_OF_LONG = 7
"""What the long brief reaches at least in the default style."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A report with a name for its file, and last year's where the brief compares the two."""

    name: str
    report: Report
    previous: Report | None = None
    slow: bool = False
    """Seconds of layout: not for the unit tests in every style."""

    def render(self, style: str) -> RenderedReport:
        """The brief in a style; photos lie with the examples."""
        return render_report(self.report, style=style, previous=self.previous, folder=EXAMPLES)


def every_style() -> tuple[str, ...]:
    """The bundled styles."""
    return style_names(read_templates())


@cache
def every_brief() -> tuple[Brief, ...]:
    """Both examples, five figures, the whole catalogue, and the long one."""
    examples = [Brief(name=path.stem, report=load_report(path)) for path in sorted(EXAMPLES.glob("*.toml"))]
    return (*examples, five_figures(), whole_catalogue(), long_brief())


def year(number: int, **fields: Any) -> Report:
    """A province's report of one whole year."""
    period = {"label": f"năm {number}", "start": date(number, 1, 1), "end": date(number, 12, 31)}
    return Report.model_validate({"place": PLACE, "period": period, "date": DAY.replace(year=number), **fields})


def five_figures() -> Brief:
    """The first metric of each of five sections, and nothing else: no photo, no source, no committee."""
    declared = bundled_catalogue().sections.values()
    first = {section.name: next(iter(section.metrics)) for section in declared if section.metrics}
    sections = {section: {name: full_sections()[section][name]} for section, name in list(first.items())[:5]}
    return Brief(name="nam-so-lieu", report=year(DAY.year, **sections))


def whole_catalogue() -> Brief:
    """Every metric and every group of the catalogue."""
    return Brief(name="tron-danh-muc", report=year(DAY.year, **full_sections()), slow=True)


# --- the long one: everything a report can hold, and much of it ----------------------------------------


def long_brief() -> Brief:
    """The whole catalogue against last year's, with extras, photos, a video, a visit and long texts."""
    report = year(
        DAY.year,
        **full_sections(),
        frame="visit",
        kicker="Quốc phòng - An ninh",
        headline="Hà Tĩnh giữ bình yên từ mỗi thôn xóm, tổ dân phố, nhìn lại một năm nhiều việc khó",
        lead=paragraph(6),
        byline="Ban biên tập",
        attribution="Số liệu do các xã, phường gửi về",
        source={"name": "Công an tỉnh", "url": "https://example.org/so-lieu?nam=2026&trang=1"},
        steering_committee=COMMITTEE,
        actors=["Tỉnh ủy", "HĐND", "UBND tỉnh", "lực lượng Công an", "đông đảo Nhân dân"],
        visit=visit(),
        extra=list(extras()),
        photos=list(photos()),
        video={"caption": "Một đêm tuần tra ở vùng biên", "url": "https://example.org/video/tuan-tra"},
        completeness={"reported": 66, "expected": 69, "unit": "xã, phường", "missing": ["xã Sơn Kim", "xã Kỳ Xuân"]},
    )
    return Brief(name=LONG, report=report, previous=year(DAY.year - 1, **last_years_sections()), slow=True)


def last_years_sections() -> dict[str, dict[str, Any]]:
    """The catalogue once more, every other count a little smaller."""
    sections = full_sections()
    for fields in sections.values():
        for name in list(fields)[::2]:
            if isinstance(fields[name], str):
                fields[name] = fields[name].replace("1.0", "9").replace("2,5 ", "2,1 ")
    return sections


def visit() -> dict[str, Any]:
    """A working visit at which much was said."""
    return {
        "delegation": "đoàn công tác của Ban Chỉ đạo Trung ương",
        "date": DAY,
        "part_of_day": "sáng",
        "head": {"name": "Nguyễn Văn A", "role": "Thứ trưởng, Phó Trưởng ban"},
        "host": {"name": "Trần Thị B", "role": "Phó Chủ tịch UBND tỉnh"},
        "also_present": ["các thành viên Ban Chỉ đạo 138 tỉnh", "lãnh đạo các sở, ngành"],
        "programme": {"title": "Đẩy mạnh phong trào trong tình hình mới", "number": "07", "date": DAY},
        "praise": [clause(2) for _ in range(3)],
        "requests": [clause(2) for _ in range(5)],
        "proposals": [clause(2) for _ in range(5)],
    }


def extras() -> Iterator[dict[str, Any]]:
    """A figure beyond the catalogue in every section, of several kinds."""
    figures = cycle(("1.284 lượt người", "31/40 xã (đạt 77,5%)", "2,5 tỷ đồng", "trên 550 lượt", "12 vụ với 30 người"))
    for number, (section, figure) in enumerate(zip(bundled_catalogue().sections, figures, strict=False), start=1):
        label = f"số liệu thêm của các xã vùng biên, biểu số {number}"
        yield {"id": f"them_{section}", "label": label, "section": section, "figure": figure}


def photos() -> Iterator[dict[str, Any]]:
    """The examples' pictures, one after each section in turn; some are drawings, some have no credit."""
    files = sorted(path.relative_to(EXAMPLES).as_posix() for path in (EXAMPLES / "photos").rglob("*.png"))
    for number, (section, file) in enumerate(zip(bundled_catalogue().sections, cycle(files), strict=False)):
        photo = {"path": file, "after": section, "caption": clause(1).capitalize(), "alt": f"Tranh vẽ thứ {number + 1}"}
        yield photo if number % 2 else {**photo, "credit": "antq_reports", "illustration": True}


def clause(length: int) -> str:
    """A clause of free text without a full stop."""
    return ", ".join(["huy động cả hệ thống chính trị cùng người dân nắm chắc địa bàn"] * length)


def paragraph(length: int) -> str:
    """A paragraph of free text."""
    return " ".join(["Phong trào năm nay đi vào từng thôn xóm, có nơi làm tốt, có nơi còn phải gắng thêm."] * length)
