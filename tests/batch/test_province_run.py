"""The province's job: forms in, briefs out; what cannot be read or does not add up is told and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from held import held

from antq_reports import Report
from antq_reports.batch import BatchOptions, BatchReport, ProvinceInputs, run_batch
from antq_reports.batch.run_manifest import read_entries
from antq_reports.errors import MissingLibraryError
from antq_reports.report import Place
from antq_reports.rollup import roll_up

pytestmark = pytest.mark.usefixtures("lent_processes")
COMMUNE = """
[place]
name = "{name}"
level = "xã"
code = "{code}"
[period]
label = "năm {year}"
start = {year}-01-01
end = {year}-12-31
[tips]
valuable_tips = {tips}
[weapons]
firearms_surrendered = {firearms}
"""
PROVINCE = """
[place]
name = "Lâm Giang"
level = "tỉnh"
code = "68"
[period]
label = "năm {year}"
start = {year}-01-01
end = {year}-12-31
[political_security]
delegations_protected = 18
"""
NAMES = {"24823": "Tân Hà", "24824": "Tân Hạ", "24825": "Đạ Tẻh"}


def write_forms(folder: Path, year: int = 2026) -> Path:
    """Three communes' reports and the departments' own."""
    folder.mkdir()
    for number, (code, name) in enumerate(NAMES.items(), start=1):
        text = COMMUNE.format(name=name, code=code, year=year, tips=10 * number + year - 2026, firearms=number)
        (folder / f"{code}.toml").write_text(text, encoding="utf-8")
    (folder / "tinh.toml").write_text(PROVINCE.format(year=year), encoding="utf-8")
    return folder


def run(folder: Path, **more: object) -> BatchReport:
    """A batch of the forms; one process is enough."""
    dask = more.pop("dask", None)
    inputs = ProvinceInputs(**{"source": folder / "nop-ve", **more})  # type: ignore[arg-type]
    return run_batch(BatchOptions(inputs=inputs, out_dir=folder / "out", jobs=1, dask=dask))  # type: ignore[arg-type]


def test_a_folder_of_forms_gives_every_unit_and_the_province_its_brief(tmp_path: Path) -> None:
    """The departments' report lies among the forms; the communes' figures are added up."""
    write_forms(tmp_path / "nop-ve")
    report = run(tmp_path)
    names = ["24823-xa-tan-ha.pdf", "24824-xa-tan-ha.pdf", "24825-xa-da-teh.pdf", "68-tinh-lam-giang.pdf"]
    assert (names, True) == ([brief.path.name for brief in report.result.rendered], report.result.ok)
    assert report.province is not None
    assert (60, 18) == (
        getattr(held(report.province, "tips.valuable_tips"), "value", None),
        getattr(held(report.province, "political_security.delegations_protected"), "value", None),
    )
    assert "Dùng được số liệu của 3/3 đơn vị" in report.summary()
    assert 4 == len(run(tmp_path).result.skipped)


def test_an_unreadable_form_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    """It is missing from the sum, and the list of units says so."""
    forms = write_forms(tmp_path / "nop-ve")
    (forms / "24825.toml").write_text("[place", encoding="utf-8")
    (tmp_path / "don-vi.csv").write_text(
        "mã;tên\n" + "".join(f"{code};Xã {name}\n" for code, name in NAMES.items()), encoding="utf-8"
    )
    report = run(tmp_path, units=tmp_path / "don-vi.csv")
    assert (3, 1, False) == (len(report.result.rendered), len(report.year.intake.refused), report.ok)
    assert "Dùng được số liệu của 2/3 đơn vị" in report.summary()
    assert "1 đơn vị đã gửi nhưng chưa dùng được: xã Đạ Tẻh" in report.summary()


def test_last_years_folder_is_compared_with(tmp_path: Path) -> None:
    """Commune with commune, and the province with last year's sum."""
    write_forms(tmp_path / "nop-ve")
    first = run(tmp_path)
    write_forms(tmp_path / "truoc", 2025)
    second = run(tmp_path, previous=(tmp_path / "truoc",))
    assert (4, 4) == (len(first.result.rendered), len(second.result.rendered))


def test_without_a_province_there_are_the_units_briefs_alone(tmp_path: Path) -> None:
    """And a word on what is missing."""
    (write_forms(tmp_path / "nop-ve") / "tinh.toml").unlink()
    report = run(tmp_path)
    assert (3, None) == (len(report.result.rendered), report.province)
    assert any("Không có báo cáo nào của tỉnh" in line for line in report.summary())


def test_a_province_may_be_named_instead(tmp_path: Path) -> None:
    """The sum alone is its report."""
    (write_forms(tmp_path / "nop-ve") / "tinh.toml").unlink()
    report = run(tmp_path, place=Place(name="Lâm Giang", code="68"))
    assert 4 == len(report.result.rendered)


def test_findings_reach_the_manifest(tmp_path: Path) -> None:
    """With the unit they are about: there is no such province."""
    write_forms(tmp_path / "nop-ve")
    report = run(tmp_path)
    assert "unit-not-at-date" in [finding.code for finding in read_entries(tmp_path / "out")["68"].findings]
    assert report.findings


def test_without_dask_its_option_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    write_forms(tmp_path / "nop-ve")
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(MissingLibraryError, match=r"antq-reports\[dask\]"):
        run(tmp_path, dask="tcp://127.0.0.1:8786")


def test_the_province_is_what_roll_up_gives(tmp_path: Path) -> None:
    """Nothing is added on the way."""
    write_forms(tmp_path / "nop-ve")
    report = run(tmp_path)
    assert isinstance(report.province, Report)
    from antq_reports.load import read_reports

    reports = read_reports(tmp_path / "nop-ve").reports
    units, own = reports[:3], reports[3]
    assert roll_up(units, own.place, own=own) == report.province
