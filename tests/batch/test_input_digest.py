"""The input's hash: everything that can change a byte changes it, nothing else does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from batch_units import STYLE, commune, own_style

from antq_reports import Report
from antq_reports.batch.input_digest import input_digest, own_templates, photo_files, portable, setting_digest
from antq_reports.batch.worker_task import Limits, Task
from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import PhotoError, StyleError
from antq_reports.evidence import setting
from antq_reports.report import SourceMap

CATALOGUE = bundled_catalogue()
PHOTO = {"path": "anh/mot.png", "caption": "Ảnh", "alt": "Một bức ảnh"}


def task(report: Report | None = None, **more: object) -> Task:
    """A task as the batch makes it."""
    return replace(Task(unit="xã Tân Hà", report=report or commune(0), style=STYLE, setting="s"), **more)  # type: ignore[arg-type]


def test_the_same_input_has_the_same_hash() -> None:
    """Made twice, equal twice."""
    assert input_digest(task()) == input_digest(task(commune(0)))


@pytest.mark.parametrize(
    "other",
    [
        task(commune(0, tips={"valuable_tips": 6})),
        task(commune(0, year=2025)),
        task(previous=commune(0, year=2025)),
        task(setting="t"),
        task(style="bao-quang-nam"),
        task(strict=False),
        task(photos=(("a.png", b"1"),)),
        task(commune(0).with_sources(SourceMap(file="tan-ha.xlsx"))),
    ],
    ids=["data", "period", "previous", "setting", "style", "strict", "photos", "sources"],
)
def test_what_can_change_a_byte_changes_the_hash(other: Task) -> None:
    """One case for each part of the input."""
    assert input_digest(task()) != input_digest(other)


def test_last_years_data_and_a_photos_bytes_count() -> None:
    """Not only that there are some."""
    assert input_digest(task(previous=commune(1))) != input_digest(task(previous=commune(2)))
    assert input_digest(task(photos=(("a.png", b"1"),))) != input_digest(task(photos=(("a.png", b"2"),)))


def test_limits_and_the_folders_place_do_not_count() -> None:
    """A batch may be moved to another folder, and run again with more time."""
    there = commune(0).with_sources(SourceMap(file="a.xlsx", folder=Path("/there")))
    here = commune(0).with_sources(SourceMap(file="a.xlsx", folder=Path("/here")))
    assert input_digest(task(portable(there))) == input_digest(task(portable(here), limits=Limits(seconds=1)))


def test_the_setting_is_that_of_the_files_really_loaded(tmp_path: Path) -> None:
    """A style's own files and the prose count; another style's do not."""
    folder = own_style(tmp_path, "")
    before = setting_digest("thu", folder, CATALOGUE), setting_digest(STYLE, folder, CATALOGUE)
    (folder / "styles" / "thu" / "style.css").write_text("p{color:#111}", encoding="utf-8")
    after = setting_digest("thu", folder, CATALOGUE), setting_digest(STYLE, folder, CATALOGUE)
    assert before[0] != after[0]
    assert before[1] == after[1] == setting_digest(STYLE, None, CATALOGUE)


def test_a_fonts_bytes_and_the_libraries_versions_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint is not imported to ask for its version."""
    before = setting_digest(STYLE, None, CATALOGUE)
    with monkeypatch.context() as patch:
        patch.setattr(setting, "_file_digest", lambda path, modified, size: "other bytes")
        assert before != setting_digest(STYLE, None, CATALOGUE)
    setting.programme_digest.cache_clear()
    setting.library_version.cache_clear()
    monkeypatch.setattr(setting, "version", lambda name: "71.0" if name == "weasyprint" else "1")
    try:
        assert before != setting_digest(STYLE, None, CATALOGUE)
    finally:
        setting.programme_digest.cache_clear()
        setting.library_version.cache_clear()


def test_an_unknown_style_is_refused_before_anything_is_made() -> None:
    """The whole batch would fail for the same reason."""
    with pytest.raises(StyleError):
        setting_digest("khong-co", None, CATALOGUE)


def test_only_the_users_own_templates_travel(tmp_path: Path) -> None:
    """A worker has the bundled ones itself."""
    names = [name for name, _ in own_templates(own_style(tmp_path, "<p></p>")) or ()]
    assert ["styles/thu/page.html.j2", "styles/thu/style.css", "styles/thu/style.toml"] == names
    assert own_templates(None) is None


def with_photo(folder: Path, path: str = "anh/mot.png") -> Report:
    """A report with one photo, read from a folder."""
    return commune(0, photos=[{**PHOTO, "path": path}]).with_sources(SourceMap(folder=folder))


def test_photos_travel_as_the_bytes_of_their_files(tmp_path: Path) -> None:
    """Each once, by the path the report gives."""
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "mot.png").write_bytes(b"photo")
    assert (("anh/mot.png", b"photo"),) == photo_files(with_photo(tmp_path))


@pytest.mark.parametrize("path", ["anh/khong-co.png", "../ngoai.png", "/etc/hostname"])
def test_a_photo_that_is_not_there_or_lies_outside_is_refused(tmp_path: Path, path: str) -> None:
    """As a render would refuse it."""
    inner = tmp_path / "trong"
    (inner / "anh").mkdir(parents=True)
    (tmp_path / "ngoai.png").write_bytes(b"photo")
    with pytest.raises(PhotoError):
        photo_files(with_photo(inner, path))


def test_photos_need_a_folder() -> None:
    """A report that was not read from a file does not say where they lie."""
    with pytest.raises(PhotoError):
        photo_files(commune(0, photos=[PHOTO]))
