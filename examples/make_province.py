"""Make a synthetic province: communes' workbooks, last year's figures, the departments' own report, known faults.

    python examples/make_province.py --out out/lam-giang --seed 2026

writes into the folder

* ``nop-ve/``               the workbooks as 126 of 127 units sent them, the last-period column filled with 2025
* ``don-vi.csv``            the 127 units that should report
* ``so-nganh-2026.toml``    what the province's departments report themselves
* ``nam-2025.xlsx``         the province form of 2025, on the boundaries of 1/7/2025
* ``so-nganh-2025.toml``    the departments' report of 2025
* ``tinh-2024.toml``        a report of 2024, on the boundaries of before the merger: no comparison may be made with it
* ``expected-faults.json``  the faults put in, each with its unit, place and kind: all are to be found and none besides

124 workbooks can be read, one is cut short, one holds cells that are no figures, one unit sent nothing. The same
seed gives the same figures. The province does not exist.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
from province_figures import Commune, Sections, first_year, make_commune, next_year
from province_names import COMMUNES, FIRST_CODE, ISLANDS, PROVINCE, WARDS

from antq_reports import Report
from antq_reports.forms import UnitEntry, write_workbook

BOUNDARIES = date(2025, 7, 1)
CLERKS = ("Nguyễn Văn An", "Trần Thị Bình", "K’Brỉnh", "Lê Quốc Cường", "Phạm Thị Dung", "Ya Thiên", "Hồ Văn Em")
PAIR_UNITS = {
    "school_traffic_sessions": ("buổi", "lượt học sinh, giáo viên"),
    "driver_traffic_sessions": ("buổi", "lượt người dân, lái xe"),
}
TEXT_STYLE_EVERY = 9
"""Every ninth commune writes numbers as Vietnamese text, as some do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFault:
    """One fault put in: where it lies, how it should be noticed, what it is."""

    stage: str
    """intake (a file or a cell refused), warning (read with a warning), review, rollup, or completeness."""
    kind: str
    code: str
    unit: str
    file: str = ""
    cell: str = ""
    metric: str = ""
    note: str = ""


def main() -> None:
    """Write the province into a folder."""
    parser = argparse.ArgumentParser(description="Makes a synthetic province of 127 units.")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into")
    parser.add_argument("--seed", type=int, default=2026, help="the same seed gives the same figures")
    parser.add_argument("--units", type=int, default=127, help="how many of the units to make (at least 12)")
    options = parser.parse_args()
    faults = make_province(options.out, seed=options.seed, units=max(12, options.units))
    print(f"{options.out}: {len(list((options.out / 'nop-ve').iterdir()))} tệp nộp về, {len(faults)} lỗi cài sẵn")


def make_province(out: Path, *, seed: int = 2026, units: int = 127) -> list[KnownFault]:
    """Write the whole province; returns the faults put in."""
    rng = Random(seed)
    communes = make_communes(rng, units)
    years = {unit.code: _two_years(rng, unit) for unit in communes}
    folder = out / "nop-ve"
    folder.mkdir(parents=True, exist_ok=True)
    faults = [_put_figures(fault, years) for fault in _figure_faults(communes)]
    last = {unit.code: make_report(unit, years[unit.code][0], 2025) for unit in communes}
    for number, unit in enumerate(communes):
        path = folder / file_name(unit)
        report = make_report(unit, years[unit.code][1], 2026)
        write_workbook(
            path,
            unit=unit.full_name,
            code=unit.code,
            period=2026,
            boundaries_as_of=BOUNDARIES,
            previous=last[unit.code],
            report=report,
            filled_by=CLERKS[number % len(CLERKS)],
            filled_on=date(2026, 12, 10 + number % 12),
        )
        if number % TEXT_STYLE_EVERY == TEXT_STYLE_EVERY - 1:
            _write_numbers_as_text(path)
    faults += [*_file_faults(folder, communes), _fictional_province()]
    _write_tables(out, communes, last)
    _write_own(out, communes, years)
    listed = json.dumps([asdict(fault) for fault in faults], ensure_ascii=False, indent=2)
    (out / "expected-faults.json").write_text(listed + "\n", encoding="utf-8")
    return faults


def _fictional_province() -> KnownFault:
    """The province is made up, and a review says so."""
    name = f"Tỉnh {PROVINCE}"
    return KnownFault(
        stage="review", kind="unit-not-at-date", code="97", unit=name, metric="place.name", note="tỉnh không có thật"
    )


def make_communes(rng: Random, count: int) -> list[Commune]:
    """The units in the order of their codes: communes, wards, special zones; Tân Hà and Tân Hạ first."""
    named = [(name, "xã") for name in COMMUNES] + [(name, "phường") for name in WARDS]
    named += [(name, "đặc khu") for name in ISLANDS]
    return [make_commune(rng, f"{FIRST_CODE + place}", *pair) for place, pair in enumerate(named[:count])]


def file_name(unit: Commune) -> str:
    """The name of a unit's workbook."""
    return f"{unit.code} {unit.full_name}.xlsx"


def _two_years(rng: Random, unit: Commune) -> tuple[Sections, Sections]:
    last = first_year(rng, unit)
    return last, next_year(rng, last, unit)


def make_report(unit: Commune, sections: Sections, year: int) -> Report:
    """The report of a unit's figures."""
    place = {"name": unit.name, "level": unit.level, "code": unit.code, "boundaries_as_of": BOUNDARIES}
    period = {"label": f"năm {year}", "start": date(year, 1, 1), "end": date(year, 12, 31)}
    written = {name: {key: _written(key, value) for key, value in values.items()} for name, values in sections.items()}
    return Report.model_validate({"place": place, "period": period, **written})


def _written(name: str, value: Any) -> Any:
    """A figure as a report file has it."""
    if isinstance(value, tuple) and name in PAIR_UNITS:
        first, second = PAIR_UNITS[name]
        return f"{_dotted(value[0])} {first}, {_dotted(value[1])} {second}"
    if isinstance(value, tuple):
        return f"{_dotted(value[0])}/{_dotted(value[1])}"
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", ",") + " kg pháo"
    if isinstance(value, int) and value >= 1_000_000:
        return f"{_dotted(value // 1_000_000)} triệu đồng"
    return value


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _figure_faults(communes: list[Commune]) -> list[KnownFault]:
    """Faults in the figures themselves: for review and roll-up to find."""
    planned = (
        (2, "review", "part-above-whole", "standards.safe_organisations", "31 trên tổng số 29"),
        (3, "review", "subtotal-above-total", "tips.valuable_tips", "tin có giá trị nhiều hơn tổng số tin"),
        (4, "review", "copied-form", "", "mọi số liệu trùng năm 2025"),
        (5, "review", "size-of-last-year", "models.security_cameras", "gấp mười lần năm trước: thừa một chữ số 0"),
    )
    return [
        KnownFault(
            stage=stage,
            kind=kind,
            code=communes[at].code,
            unit=communes[at].full_name,
            file=file_name(communes[at]),
            metric=metric,
            note=note,
        )
        for at, stage, kind, metric, note in planned
    ]


def _put_figures(fault: KnownFault, years: dict[str, tuple[Sections, Sections]]) -> KnownFault:
    last, now = years[fault.code]
    if fault.kind == "copied-form":
        years[fault.code] = (last, last)
    elif fault.kind == "part-above-whole":
        now["standards"]["safe_organisations"] = (31, 29)
    elif fault.kind == "subtotal-above-total":
        now["tips"]["valuable_tips"] = now["tips"]["public_tips"] + 3
    elif fault.kind == "size-of-last-year":
        now["models"]["security_cameras"] = last["models"]["security_cameras"] * 10
    return fault


def _file_faults(folder: Path, communes: list[Commune]) -> list[KnownFault]:
    """Faults of files and cells, put in after the workbooks are written."""
    doers: tuple[tuple[int, Callable[[Path, KnownFault], list[KnownFault]]], ...] = (
        (6, _count_heads),
        (7, _send_nothing),
        (8, _cut_short),
        (9, _spoil_cells),
        (10, _add_stray_row),
    )
    found: list[KnownFault] = []
    for at, do in doers:
        unit = communes[at]
        found += do(
            folder / file_name(unit),
            KnownFault(stage="", kind="", code=unit.code, unit=unit.full_name, file=file_name(unit)),
        )
    return found


def _count_heads(path: Path, fault: KnownFault) -> list[KnownFault]:
    metric = "communication.outreach_attendance"
    book = openpyxl.load_workbook(path)
    sheet, row = _find(book, metric)
    sheet.cell(row, 5).value = f"{_dotted(sheet.cell(row, 5).value)} người"
    book.save(path)
    cell = f"trang “{sheet.title}”, ô E{row}"
    note = "ghi “người”, biểu hỏi “lượt người”"
    return [replace(fault, stage="intake", kind="differing-units", cell=cell, metric=metric, note=note)]


def _send_nothing(path: Path, fault: KnownFault) -> list[KnownFault]:
    path.unlink()
    return [replace(fault, stage="completeness", kind="missing-unit", file="", note="chưa gửi số liệu")]


def _cut_short(path: Path, fault: KnownFault) -> list[KnownFault]:
    path.write_bytes(path.read_bytes()[:9_000])
    return [replace(fault, stage="intake", kind="corrupt-file", note="tệp tải về chưa hết")]


def _spoil_cells(path: Path, fault: KnownFault) -> list[KnownFault]:
    book = openpyxl.load_workbook(path)
    spoilt = (
        ("traffic_safety.traffic_accidents", date(2026, 8, 5), "date-in-figure", "gõ 5/8, Excel đổi thành ngày"),
        ("communication.leaflets_distributed", 1.584, "thousand-as-decimal", "1.584 thành một phẩy năm tám tư"),
        ("tips.public_tips", "=1+1", "formula-without-value", "công thức chưa tính"),
        ("weapons.firearms_surrendered", "h¬n 10", "legacy-encoding", "gõ bằng phông TCVN3"),
    )
    faults: list[KnownFault] = []
    for metric, value, kind, note in spoilt:
        sheet, row = _find(book, metric)
        sheet.cell(row, 5).value = value
        cell = f"trang “{sheet.title}”, ô E{row}"
        faults.append(replace(fault, stage="intake", kind=kind, cell=cell, metric=metric, note=note))
    book.save(path)
    return faults


def _add_stray_row(path: Path, fault: KnownFault) -> list[KnownFault]:
    book = openpyxl.load_workbook(path)
    sheet, _ = _find(book, "weapons.firearms_surrendered")
    row = sheet.max_row + 1
    sheet.cell(row, 3).value, sheet.cell(row, 5).value = "Nỏ tự chế", 4
    book.save(path)
    cell = f"trang “{sheet.title}”, ô E{row}"
    return [replace(fault, stage="warning", kind="value-without-metric", cell=cell, note="dòng tự thêm, không có mã")]


def _find(book: Any, identifier: str) -> tuple[Any, int]:
    for sheet in book:
        for row in range(1, sheet.max_row + 1):
            if sheet.cell(row, 1).value == identifier:
                return sheet, row
    raise LookupError(identifier)


def _write_numbers_as_text(path: Path) -> None:
    """The same figures, typed as Vietnamese text."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[1:]:
        for row in range(5, sheet.max_row + 1):
            cell = sheet.cell(row, 5)
            if isinstance(cell.value, int):
                cell.value = "không" if cell.value == 0 else _dotted(cell.value)
    book.save(path)


def _write_tables(out: Path, communes: list[Commune], last: dict[str, Report]) -> None:
    lines = ["mã;tên;cấp", *(f"{unit.code};{unit.name};{unit.level}" for unit in communes)]
    (out / "don-vi.csv").write_text("\ufeff" + "\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")
    entries = [UnitEntry(code=unit.code, name=unit.name, level=last[unit.code].place.level) for unit in communes]
    write_workbook(
        out / "nam-2025.xlsx", units=entries, reports=last.values(), period=2025, boundaries_as_of=BOUNDARIES
    )


def _write_own(out: Path, communes: list[Commune], years: dict[str, tuple[Sections, Sections]]) -> None:
    people = sum(unit.population for unit in communes)
    for year, factor in ((2025, 1.0), (2026, 1.04)):
        text = OWN.format(
            province=PROVINCE,
            year=year,
            boundaries=BOUNDARIES,
            population=_dotted(round(people * factor / 1.03)),
            units=len(communes),
            delegations=round(21 * factor),
            targets=round(50 * factor),
            inspected=round(32 * factor),
            guided=round(24 * factor),
        )
        (out / f"so-nganh-{year}.toml").write_text(text, encoding="utf-8")
    half = [unit for unit in communes if unit.level != "đặc khu"][: len(communes) // 3]
    cases = sum(years[unit.code][0]["crime_results"]["public_order_cases"] for unit in half)
    text = BEFORE.format(province=PROVINCE, cases=_dotted(cases))
    (out / "tinh-2024.toml").write_text(text, encoding="utf-8")


OWN = """\
# Số liệu do các sở, ngành cấp tỉnh báo cáo. Tỉnh {province} và các số liệu là giả định.
attribution = "Số liệu giả định"

[place]
name = "{province}"
level = "tỉnh"
code = "97"
boundaries_as_of = {boundaries}

[period]
label = "năm {year}"
start = {year}-01-01
end = {year}-12-31

[steering_committee]
short = "Ban Chỉ đạo 138"

[context]
population = "{population} người"
natural_area = "14.216 km²"
commune_units = {units}
ethnic_groups = 39

[political_security]
delegations_protected = {delegations}
harmful_online_targets_disabled = {targets}
agencies_inspected_cybersecurity = {inspected}
agencies_guided_cybersecurity = {guided}

[models]
models_endorsed_by_ministry = 3
"""

BEFORE = """\
# Báo cáo của tỉnh {province} trước khi sáp nhập: địa giới khác, không so sánh được với các năm sau.
attribution = "Số liệu giả định"

[place]
name = "{province}"
level = "tỉnh"
code = "97"
boundaries_as_of = 2024-12-31

[period]
label = "năm 2024"
start = 2024-01-01
end = 2024-12-31

[crime_results]
public_order_cases = "{cases} vụ"
"""

if __name__ == "__main__":
    main()
