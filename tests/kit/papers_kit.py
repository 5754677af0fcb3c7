"""A small province: units that stand in each way, one with hostile words, and the year before."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
from form_cells import line_of

from antq_reports import Report
from antq_reports.batch import BatchReport, BatchResult, ProvinceInputs, ProvinceYear, Standing, read_province
from antq_reports.forms import write_workbook
from antq_reports.report import Place

PROVINCE = Place(name="Nghệ An", level="tỉnh", code="40")
HOSTILE = '=HYPERLINK("http://x.example","a")<script>alert(1)</script>'
LIST = f"""mã;tên;người liên hệ;điện thoại
24823;Xã Tân Hà;Trần Thị Lan;0912 345 678
24824;Xã Nam Ban;{HOSTILE.replace(";", "")};
24825;Xã Đạ Tẻh;;
24826;Xã Di Linh;;
24827;Xã Bảo Lâm;;
"""
TIPS, VALUABLE, GUNS = "tips.public_tips", "tips.valuable_tips#part", "weapons.firearms_surrendered"


def form(folder: Path, name: str, code: str, cells: dict[str, object], file: str = "") -> Path:
    """A commune's form with some cells typed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = write_workbook(folder / (file or f"{code}.xlsx"), unit=f"Xã {name}", code=code, period=2026)
    book = openpyxl.load_workbook(path)
    for identifier, value in cells.items():
        sheet, row = line_of(book, identifier)
        sheet.cell(row, 3 if identifier.startswith("notes.") else 5).value = value
        sheet.cell(row, 3 if identifier.startswith("notes.") else 5).data_type = "s" if isinstance(value, str) else "n"
    book.save(path)
    return path


def inbox(folder: Path) -> Path:
    """Used and good; used with things to mend; sent twice; a Word file; nothing from the last of the list."""
    sent = folder / "nop-ve"
    form(sent, "Tân Hà", "24823", {TIPS: 1_584, GUNS: 4, "notes.results": HOSTILE})
    mend = {TIPS: "mười hai", GUNS: HOSTILE, VALUABLE: 9, "tips.valuable_tips#whole": 7, "models.models_active": 3}
    form(sent, "Nam Ban", "24824", mend)
    form(sent, "Đạ Tẻh", "24825", {TIPS: 5})
    form(sent, "Đạ Tẻh", "24825", {TIPS: 6}, "24825 sua.xlsx")
    (sent / "24826 bao cao.docx").write_bytes(b"PK")
    (folder / "don-vi.csv").write_text(LIST, encoding="utf-8")
    last = {"place": {"name": "Tân Hà", "level": "xã", "code": "24823"}, "period": 2025, "tips": {"public_tips": 1_500}}
    report = Report.model_validate(last)
    (folder / "truoc.json").write_text(report.model_dump_json(exclude_none=True), encoding="utf-8")
    return sent


@cache
def province_folder() -> Path:
    """The inbox, made once for all tests that only read it."""
    folder = Path(mkdtemp(prefix="antq-papers-"))
    inbox(folder)
    return folder


def inputs(folder: Path) -> ProvinceInputs:
    """What a run reads."""
    return ProvinceInputs(
        source=folder / "nop-ve", units=folder / "don-vi.csv", place=PROVINCE, previous=(folder / "truoc.json",)
    )


@cache
def year() -> ProvinceYear:
    """The province as it is read."""
    return read_province(inputs(province_folder()))


def run() -> BatchReport:
    """A run of it that made no brief."""
    result = BatchResult(rendered=(), skipped=(), failed=(), leftovers=(), seconds=0.0)
    return BatchReport(year=year(), result=result)


def standing(name: str) -> Standing:
    """How one unit stands."""
    return next(each for each in year().standings if each.unit.name == name)
