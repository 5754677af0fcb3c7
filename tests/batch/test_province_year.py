"""What is known of one period of a province: how each unit stands, and what it is compared with."""

from __future__ import annotations

from pathlib import Path

from held import held

from antq_reports import Report, render_report
from antq_reports.batch import ProvinceInputs, ProvinceYear, read_province
from antq_reports.forms import write_workbook
from antq_reports.report import Place

UNIT = """
place = {{ name = "{name}", level = "xã", code = "{code}" }}
period = {year}
[tips]
public_tips = {tips}
"""
LIST = """mã;tên;gộp từ
24823;Xã Tân Hà;24823, 24824
24825;Xã Đạ Tẻh;
24826;Xã Di Linh;
24827;Xã Bảo Lâm;
"""
PROVINCE = Place(name="Nghệ An", level="tỉnh", code="40")


def write(folder: Path, *units: tuple[str, str, int], year: int = 2026) -> Path:
    """Reports of communes."""
    folder.mkdir(parents=True, exist_ok=True)
    for place, (name, code, tips) in enumerate(units):
        text = UNIT.format(name=name, code=code, year=year, tips=tips)
        (folder / f"{place}-{code}.toml").write_text(text, encoding="utf-8")
    return folder


def read(tmp_path: Path) -> ProvinceYear:
    """A year in which one unit took in another, one sent twice, one a file nobody can read and one nothing."""
    now = write(tmp_path / "nay", ("Tân Hà", "24823", 9), ("Đạ Tẻh", "24825", 5), ("Đạ Tẻh", "24825", 6))
    (now / "24826 di linh.toml").write_text("[place", encoding="utf-8")
    last = write(
        tmp_path / "truoc", ("Tân Hà", "24823", 4), ("Nam Ban", "24824", 3), ("Bảo Lâm", "24827", 8), year=2025
    )
    (tmp_path / "don-vi.csv").write_text(LIST, encoding="utf-8")
    return read_province(ProvinceInputs(source=now, previous=(last,), units=tmp_path / "don-vi.csv", place=PROVINCE))


def test_every_unit_stands_in_one_way(tmp_path: Path) -> None:
    """Used, sent twice, sent but unusable (known by its file's name), nothing sent."""
    year = read(tmp_path)
    states = {each.unit.name: each.state for each in year.standings}
    wanted = {"Tân Hà": "used", "Đạ Tẻh": "sent twice", "Di Linh": "unusable", "Bảo Lâm": "missing"}
    assert wanted == states
    assert not year.ok
    [unreadable] = [each for each in year.standings if each.state == "unusable"]
    assert unreadable.faults


def test_the_departments_texts_may_name_what_the_units_send(tmp_path: Path) -> None:
    """Their report is read before the sum is there; the province's has both."""
    own = tmp_path / "so-nganh.toml"
    lead = 'place = "tỉnh Nghệ An"\nperiod = 2026\nlead = "Nhân dân gửi {tips.public_tips}."\n'
    own.write_text(lead, encoding="utf-8")
    units = write(tmp_path / "nay", ("Tân Hà", "24823", 9), ("Đạ Tẻh", "24825", 5))
    year = read_province(ProvinceInputs(source=units, own=own, place=PROVINCE))
    assert year.now is not None
    assert "Nhân dân gửi 14" in render_report(year.now.report).text


def test_a_unit_is_compared_with_what_it_was_formed_of(tmp_path: Path) -> None:
    """Its last year is the sum of both, under its own name."""
    year = read(tmp_path)
    last = year.previous["24823"]
    assert ("xã Tân Hà", 7) == (last.place.full_name, held(last, "tips.public_tips").raw)


def test_the_province_s_last_year_has_its_own_units(tmp_path: Path) -> None:
    """Also the one that is no more."""
    year = read(tmp_path)
    assert year.before is not None
    assert 15 == held(year.before.report, "tips.public_tips").raw


def test_a_split_unit_is_not_compared(tmp_path: Path) -> None:
    """Which is told; the province's total loses nothing by it."""
    now = write(tmp_path / "nay", ("Tân Hà", "24823", 9), ("Nam Ban", "24824", 5))
    last = write(tmp_path / "truoc", ("Tân Hà", "24823", 20), year=2025)
    (tmp_path / "don-vi.csv").write_text("mã;tên;gộp từ\n24823;Tân Hà;\n24824;Nam Ban;24823\n", encoding="utf-8")
    inputs = ProvinceInputs(source=now, previous=(last,), units=tmp_path / "don-vi.csv", place=PROVINCE)
    year = read_province(inputs)
    assert {} == dict(year.previous)
    told = [finding.unit for finding in year.findings if finding.code == "not-compared"]
    assert ["xã Tân Hà", "xã Nam Ban"] == told


def test_a_folder_of_provinces_is_not_added_up(tmp_path: Path) -> None:
    """Each is checked by itself."""
    folder = tmp_path / "nay"
    folder.mkdir()
    for name in ("Nghệ An", "Hà Tĩnh"):
        (folder / f"{name}.toml").write_text(f'place = "tỉnh {name}"\nperiod = 2026\n', encoding="utf-8")
    year = read_province(ProvinceInputs(source=folder))
    assert (2, None) == (len(year.others), year.now)


def test_the_list_of_units_may_lie_among_the_inputs(tmp_path: Path) -> None:
    """It is no report, and nobody is told that it is none."""
    now = write(tmp_path / "nay", ("Tân Hà", "24823", 9))
    (now / "don-vi.csv").write_text(LIST, encoding="utf-8")
    year = read_province(ProvinceInputs(source=now, units=now / "don-vi.csv", place=PROVINCE))
    assert ((), 1) == (year.intake.refused, len(year.gathered.reports))


def test_the_last_column_of_a_form_that_is_not_used_counts_for_nobody(tmp_path: Path) -> None:
    """Whose figures they are is in doubt: the form bears another unit's code."""
    last = Report.model_validate({"place": "xã Đạ Tẻh", "period": 2025, "tips": {"public_tips": 5}})
    (tmp_path / "nay").mkdir()
    for name, code, file in (("Tân Hà", "24823", "a.xlsx"), ("Đạ Tẻh", "24823", "b.xlsx")):
        now = Report.model_validate({"place": f"xã {name}", "period": 2026, "tips": {"public_tips": 9}})
        more = {"unit": f"Xã {name}", "code": code, "period": 2026, "report": now, "previous": last}
        write_workbook(tmp_path / "nay" / file, **more)  # type: ignore[arg-type]
    (tmp_path / "don-vi.csv").write_text(LIST, encoding="utf-8")
    year = read_province(ProvinceInputs(source=tmp_path / "nay", units=tmp_path / "don-vi.csv", place=PROVINCE))
    assert ["a.xlsx"] == [report.sources.file for report in year.last_units]
    assert not [finding for finding in year.findings if finding.message.startswith("kỳ trước")]
