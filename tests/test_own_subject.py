"""Another subject is another folder: printed, added up, compared and verified without a line of Python."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from held import held
from own_subject import EXTENSION, FIRE, FIRE_PROSE, write_subject
from reading import drawn_text, fold, holes_in

from antq_reports import RenderedReport, load_report, render_report, roll_up, verify
from antq_reports.batch import BatchOptions, BatchReport, ProvinceInputs, run_batch
from antq_reports.catalogue import bundled_catalogue, find_catalogue
from antq_reports.comparison import compare
from antq_reports.figures import Count, Money
from antq_reports.forms import write_workbook
from antq_reports.load import read_reports
from antq_reports.report import BaseReport, Place, report_class, report_class_of

FIRES, OWN = "phong-chay-chua-chay", "lam-dong-bao-ve-antq"
PROVINCE = Place(name="Lâm Đồng", level="tỉnh", code="68")


def period(year: int) -> dict[str, Any]:
    """A whole year."""
    return {"label": f"năm {year}", "start": date(year, 1, 1), "end": date(year, 12, 31)}


@pytest.fixture
def fires(tmp_path: Path) -> Path:
    """Return the folder of a subject of thirteen lines and four templates."""
    return write_subject(tmp_path / "mau", FIRE, FIRE_PROSE)


def fire_report(folder: Path, name: str = "Tân Hà", code: str = "24823", year: int = 2026, **more: Any) -> BaseReport:
    """A commune's report of it."""
    figures = {
        "fires": {"count": 12, "deaths": 0, "damage": "2,5 tỷ đồng"},
        "teams": {"teams": 40, "alarms": "310/1.200 hộ", "drills": ["ở chợ: 5 buổi", "ở trường: 3 buổi"]},
    }
    place = {"name": name, "level": "xã", "code": code}
    return report_class_of(folder).model_validate({"place": place, "period": period(year), **figures, **more})


def is_sound(brief: RenderedReport) -> bool:
    """Whether every figure is printed and the prose has no hole."""
    prose = [line for line in brief.text.split("\n") if line.rstrip().endswith(".")]
    return () == brief.unprinted and [] == [hole for line in prose for hole in holes_in(line)]


def sound(file: Path, templates: Path | None = None) -> str:
    """What verifying a finished brief answers."""
    return verify(file, templates=templates).answer


# --- a subject of its own ---------------------------------------------------------------------------------------


def test_a_small_subject_prints(fires: Path) -> None:
    """In its own words; what no template names is told by its kind; nothing is left out."""
    brief = render_report(fire_report(fires), templates=fires)
    text = fold(brief.text)
    for words in (
        "Tân Hà giữ an toàn cháy, nổ",
        "Trong năm 2026, phong trào Toàn dân phòng cháy, chữa cháy lan rộng.",
        "Toàn xã xảy ra 12 vụ cháy.",
        "Thiệt hại 2,5 tỷ đồng.",
        "Cơ sở có 40 đội chữa cháy.",
        "Trong năm 2026, xã Tân Hà chưa ghi nhận người chết vì cháy.",
    ):
        assert words in text
    assert {"fires.count", "fires.damage", "teams.teams", "teams.alarms", "teams.drills[0]", "teams.drills[1]"} <= {
        entry.metric for entry in brief.figures
    }
    assert is_sound(brief)
    assert fold("Toàn xã xảy ra 12 vụ cháy.") in drawn_text(brief.pdf)
    assert "an ninh Tổ quốc" not in text


def test_a_small_subject_needs_no_wording_at_all(tmp_path: Path) -> None:
    """Without a template the neutral wording tells every figure by its kind."""
    folder = write_subject(tmp_path / "mau", FIRE)
    brief = render_report(fire_report(folder), templates=folder)
    assert "Kết quả phong trào Toàn dân phòng cháy, chữa cháy ở xã Tân Hà trong năm 2026." in fold(brief.text)
    assert "12 vụ cháy" in fold(brief.text)
    assert is_sound(brief)


def test_a_small_subject_is_read_from_a_file(fires: Path, tmp_path: Path) -> None:
    """As a person writes it."""
    file = tmp_path / "a.toml"
    file.write_text(
        f'subject = "{FIRES}"\nplace = {{ name = "Tân Hà", level = "xã", code = "24823" }}\n'
        'period = { label = "năm 2026", start = 2026-01-01, end = 2026-12-31 }\n'
        '[fires]\ncount = 12\ndeaths = 0\ndamage = "2,5 tỷ đồng"\n'
        '[teams]\nteams = 40\nalarms = "310/1.200 hộ"\ndrills = ["ở chợ: 5 buổi", "ở trường: 3 buổi"]\n',
        encoding="utf-8",
    )
    assert fire_report(fires) == load_report(file, templates=fires)


def test_a_small_subject_is_added_up(fires: Path) -> None:
    """By the rules its metrics declare."""
    reports = [
        fire_report(fires),
        fire_report(fires, "Tân Hạ", "24824", fires={"count": "hơn 3 vụ", "damage": 500_000}),
    ]
    whole = roll_up(reports, PROVINCE)
    assert (FIRES, 15, Money) == (whole.subject, held(whole, "fires.count").value, type(held(whole, "fires.damage")))
    assert 2_500_500_000 == held(whole, "fires.damage").raw
    assert (620, 2400) == held(whole, "teams.alarms").raw
    assert [("ở chợ", 10), ("ở trường", 6)] == [
        (row.words, dict(row.figures())["figure"].raw) for row in whole.rows("teams", "drills")
    ]


def test_a_small_subject_is_compared(fires: Path) -> None:
    """With its own report of the year before; good news and bad by its own polarity."""
    last = fire_report(fires, year=2025, fires={"count": 20}, teams={"teams": 30})
    new = fire_report(fires)
    assert {"fires.count", "teams.teams"} <= set(compare(new, last).movements)
    text = fold(render_report(new, previous=last, templates=fires).text)
    assert "So với năm 2025" in text
    assert "số vụ cháy giảm 8 vụ" in text


@pytest.mark.parametrize("suffix", ["pdf", "html"])
def test_a_small_subject_is_verified(suffix: str, fires: Path, tmp_path: Path) -> None:
    """By anybody, for the brief carries its catalogue; with the folder its text is made anew as well."""
    last = fire_report(fires, year=2025, fires={"count": 20})
    file = render_report(fire_report(fires), previous=last, templates=fires).save(tmp_path / f"a.{suffix}")
    assert (fire_report(fires), True) == (load_report(file), bundled_catalogue() != load_report(file).catalogue)
    assert "matches" == sound(file, fires)
    assert ("figures agree", "attached") == (sound(file), verify(file).method)


def test_a_changed_figure_of_a_small_subject_is_found(fires: Path, tmp_path: Path) -> None:
    """Whoever has the folder or has not."""
    file = render_report(fire_report(fires), templates=fires).save(tmp_path / "a.html")
    page = file.read_text(encoding="utf-8")
    assert "40 đội" in page.replace("\u00a0", " ")
    file.write_text(page.replace("40\u00a0đội", "41\u00a0đội").replace("40 đội", "41 đội"), encoding="utf-8")
    for templates in (fires, None):
        found = verify(file, templates=templates)
        assert not found.ok
        assert any("41" in str(difference) for difference in found.differences)


# --- the bundled subject, extended ------------------------------------------------------------------------------


FIGURES: dict[str, dict[str, Any]] = {
    "tips": {"public_tips": 30, "hotline_calls": 7},
    "weapons": {"firearms_surrendered": 3, "homemade_guns": 2},
    "forests": {"patrols": 12, "forest_fires": 0, "protected_area": "1.250,5 ha rừng"},
    "rewards": {"awards": ["Giấy khen của Công an tỉnh: 5 tập thể, 12 cá nhân"]},
}
NEW = {
    "tips.hotline_calls",
    "weapons.homemade_guns",
    "forests.patrols",
    "forests.forest_fires",
    "forests.protected_area",
}


@pytest.fixture
def extended(tmp_path: Path) -> Path:
    """Return the folder of a province's own catalogue, without a word of wording."""
    return write_subject(tmp_path / "mau", EXTENSION)


def own_report(folder: Path, name: str, code: str, *, year: int = 2026, **more: Any) -> BaseReport:
    """A commune's report in it."""
    place = {"name": name, "level": "xã", "code": code, "boundaries_as_of": date(2025, 7, 1)}
    return report_class_of(folder).model_validate({"place": place, "period": period(year), **FIGURES, **more})


def write_form(path: Path, folder: Path, report: BaseReport, previous: BaseReport | None = None) -> Path:
    """The form a commune sent."""
    return write_workbook(
        path,
        unit=report.place.full_name,
        code=report.place.code,
        period=2026,
        boundaries_as_of=date(2025, 7, 1),
        report=report,
        previous=previous,
        templates=folder,
    )


def test_the_form_asks_what_the_extension_asks(extended: Path, tmp_path: Path) -> None:
    """In both forms, and reads back equal; the form names its subject."""
    report = own_report(extended, "Tân Hà", "24823")
    last = own_report(extended, "Tân Hà", "24823", year=2025)
    intake = read_reports(write_form(tmp_path / "a.xlsx", extended, report, last), templates=extended)
    assert ((report,), (last,), (), ()) == (intake.reports, intake.previous, intake.refused, intake.warnings)
    assert OWN == intake.reports[0].subject
    place = intake.reports[0].sources.place_of("forests.patrols")
    assert place is not None
    assert place.startswith("a.xlsx, trang “Biểu 2”, ô E")


def test_a_form_of_a_subject_nobody_gave_is_refused(extended: Path, tmp_path: Path) -> None:
    """In words, not read as another."""
    file = write_form(tmp_path / "a.xlsx", extended, own_report(extended, "Tân Hà", "24823"))
    (refused,) = read_reports(file).refused
    assert f"không có chủ đề “{OWN}”" in str(refused.faults[0])


def batch(folder: Path, tmp_path: Path) -> BatchReport:
    """The briefs of two communes and of the province."""
    forms = tmp_path / "nop-ve"
    forms.mkdir()
    for name, code, calls in (("Tân Hà", "24823", 7), ("Tân Hạ", "24824", 9)):
        report = own_report(folder, name, code, tips={"public_tips": 30, "hotline_calls": calls})
        write_form(forms / f"{code}.xlsx", folder, report, own_report(folder, name, code, year=2025))
    inputs = ProvinceInputs(source=forms, place=PROVINCE, templates=folder)
    return run_batch(BatchOptions(inputs=inputs, out_dir=tmp_path / "ban-tin", jobs=1))


def test_an_extension_goes_the_whole_way(extended: Path, tmp_path: Path) -> None:
    """Forms of two communes, their briefs and the province's: each new metric summed, told, in the table, verified."""
    done = batch(extended, tmp_path)
    assert (True, 3, ()) == (done.ok, len(done.result.rendered), done.result.failed)
    assert done.province is not None
    assert (OWN, find_catalogue(OWN, extended)) == (done.province.subject, done.province.catalogue)
    values = {path: held(done.province, path).raw for path in NEW}
    assert {
        "tips.hotline_calls": 16,
        "weapons.homemade_guns": 4,
        "forests.patrols": 24,
        "forests.forest_fires": 0,
    } == {path: value for path, value in values.items() if path != "forests.protected_area"}
    assert "2501" == f"{values['forests.protected_area'].normalize():f}"
    for brief in done.result.rendered:
        assert (brief.path.name, "matches") == (brief.path.name, sound(brief.path, extended))
        assert (brief.path.name, "matches") == (brief.path.name, sound(brief.path))
    province = next(brief.path for brief in done.result.rendered if "lam-dong" in brief.path.name)
    assert load_report(province) == done.province.model_copy()
    drawn = drawn_text(province.read_bytes())
    assert "4 khẩu súng tự chế" in drawn
    assert "không xảy ra vụ cháy rừng nào" in drawn


def test_an_extension_is_told_by_kind_and_stands_in_the_table(extended: Path) -> None:
    """Without a template of its own, beside the bundled wording."""
    brief = render_report(own_report(extended, "Tân Hà", "24823"), templates=extended)
    text = fold(brief.text)
    assert "7 cuộc gọi đến đường dây nóng" in text
    assert "12 buổi tuần tra rừng" in text
    assert "Diện tích rừng được bảo vệ: 1.250,5 ha rừng" in text
    assert NEW <= {entry.metric for entry in brief.figures}
    table = brief.html[brief.html.index("<table") : brief.html.index("</table>")]
    for label in ("cuộc gọi đến đường dây nóng", "súng tự chế", "buổi tuần tra rừng", "diện tích rừng được bảo vệ"):
        assert label in table.replace("\u00a0", " ").lower()
    assert is_sound(brief)


def test_an_extension_prints_what_the_bundled_subject_prints(extended: Path) -> None:
    """Word for word, where none of its own metrics was reported."""
    figures: dict[str, Any] = {
        name: {key: value for key, value in each.items() if f"{name}.{key}" not in NEW}
        for name, each in FIGURES.items()
    }
    own = own_report(extended, "Tân Hà", "24823", **figures)
    del figures["forests"]
    bundled = report_class(bundled_catalogue()).model_validate({"place": own.place, "period": own.period, **figures})
    assert render_report(bundled).text == render_report(own, templates=extended).text


def last_year() -> BaseReport:
    """A commune's report of the bundled subject."""
    place = {"name": "Tân Hà", "level": "xã", "code": "24823", "boundaries_as_of": date(2025, 7, 1)}
    model = report_class(bundled_catalogue())
    return model.model_validate({"place": place, "period": period(2025), "tips": {"public_tips": 20}})


def test_reports_of_two_subjects_are_not_compared(extended: Path, tmp_path: Path) -> None:
    """It is said why; the brief carries both with their catalogues, and is verified."""
    brief = render_report(own_report(extended, "Tân Hà", "24823"), previous=last_year(), templates=extended)
    assert brief.comparison is not None
    assert "hai báo cáo của hai chủ đề khác nhau" in (brief.comparison.refused or "")
    for suffix in ("pdf", "html"):
        file = brief.save(tmp_path / f"a.{suffix}")
        assert "matches" == sound(file, extended)
        assert "matches" == sound(file)


def test_a_year_before_the_extension_is_compared(tmp_path: Path) -> None:
    """Of the same name: the catalogue grew, the metrics of before are the same."""
    folder = write_subject(tmp_path / "mau", EXTENSION.replace(f'name = "{OWN}"\n', ""))
    brief = render_report(own_report(folder, "Tân Hà", "24823"), previous=last_year(), templates=folder)
    assert brief.comparison is not None
    assert {"tips.public_tips"} == set(brief.comparison.movements)
    assert "30 tin về an ninh, trật tự (tăng 10 tin so với năm 2025)" in fold(brief.text)
    file = brief.save(tmp_path / "a.pdf")
    assert "matches" == sound(file, folder)
    assert "matches" == sound(file)


def test_an_extension_without_a_name_takes_the_reports_there_are(tmp_path: Path) -> None:
    """Files that name no subject are of it, and may hold its metrics."""
    folder = write_subject(tmp_path / "mau", EXTENSION.replace(f'name = "{OWN}"\n', ""))
    file = tmp_path / "a.toml"
    file.write_text('place.name = "Lâm Đồng"\nperiod = "năm 2026"\n[weapons]\nhomemade_guns = 2\n', encoding="utf-8")
    report = load_report(file, templates=folder)
    assert Count(value=2, unit="khẩu súng tự chế") == held(report, "weapons.homemade_guns")
    brief = render_report(report, templates=folder)
    assert is_sound(brief)
    saved = brief.save(tmp_path / "a.pdf")
    assert (report, "matches") == (load_report(saved), sound(saved, folder))
