"""A folder as units send it: what is an input, what was sent and cannot be read, what we wrote ourselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from antq_reports import load_report, render_report
from antq_reports.load import read_reports

TOML = 'place = "xã {name}"\nperiod = 2026\n[tips]\npublic_tips = 7\n'


def put(path: Path, text: str = "") -> Path:
    """A file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text or TOML.format(name=path.stem), encoding="utf-8")
    return path


def read(folder: Path) -> tuple[list[str], list[str], list[str]]:
    """The places read, the reasons of what was refused, the warnings."""
    intake = read_reports(folder)
    names = [f"{report.sources.file}: {report.place.name}" for report in intake.reports]
    return names, [fault.message for fault in intake.faults], [fault.message for fault in intake.warnings]


def test_sub_folders_are_read(tmp_path: Path) -> None:
    """Two files of one name are told apart by their folders."""
    put(tmp_path / "Huyện cũ A" / "Tân Hà.toml")
    put(tmp_path / "Huyện cũ B" / "sâu" / "Tân Hà.toml", TOML.format(name="Tân Hạ"))
    names, refused, warnings = read(tmp_path)
    assert ["Huyện cũ A/Tân Hà.toml: Tân Hà", "Huyện cũ B/sâu/Tân Hà.toml: Tân Hạ"] == names
    assert ([], []) == (refused, warnings)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("xã Tân Hà.docx", "tệp Word, không đọc được số liệu"),
        ("quét.PDF", "bản PDF (in hoặc quét), không đọc được số liệu"),
        ("zalo.jpg", "ảnh chụp, không đọc được số liệu"),
        ("bieu.zip", "tệp nén"),
    ],
)
def test_what_was_sent_and_cannot_be_read_is_named(name: str, reason: str, tmp_path: Path) -> None:
    """It was sent: the unit is not one that sent nothing."""
    put(tmp_path / name, "x")
    assert [reason] == read(tmp_path)[1]


@pytest.mark.parametrize(
    "name", ["~$bieu.xlsx", ".~lock.bieu.xlsx#", "Thumbs.db", "desktop.ini", ".DS_Store", "chap-nhan.csv", "a.tmp"]
)
def test_lock_and_system_files_get_no_line(name: str, tmp_path: Path) -> None:
    """Nor does the file of what was accepted."""
    put(tmp_path / "Tân Hà.toml")
    put(tmp_path / name, "x")
    assert (["Tân Hà.toml: Tân Hà"], [], []) == read(tmp_path)


def test_a_report_s_photo_is_no_scan(tmp_path: Path) -> None:
    """It lies beside the report that names it."""
    put(tmp_path / "Tân Hà.toml")
    put(tmp_path / "anh" / "le-hoi.jpg", "x")
    assert ([], []) == read(tmp_path)[1:]


def test_what_a_run_wrote_is_never_an_input(tmp_path: Path) -> None:
    """Its folder within the folder, its roll-up, its briefs: one line."""
    file = put(tmp_path / "Tân Hà.toml")
    brief = render_report(load_report(file))
    (tmp_path / "da-in.html").write_text(brief.html, encoding="utf-8")
    put(tmp_path / "out" / "manifest.json", json.dumps({"version": 2, "style": "x", "units": []}))
    put(tmp_path / "out" / "tra-lai" / "x.toml")
    put(tmp_path / "tinh.json", json.dumps({"place": "tỉnh Nghệ An", "period": 2026, "completeness": {}}))
    names, refused, [told] = read(tmp_path)
    assert (["Tân Hà.toml: Tân Hà"], []) == (names, refused)
    assert told == "3 tệp, thư mục do lần chạy trước ghi ra nên không đọc: da-in.html, out, tinh.json"


def test_a_link_may_not_lead_out(tmp_path: Path) -> None:
    """Not in a sub-folder either."""
    outside = put(tmp_path / "ngoài" / "a.toml")
    (tmp_path / "nộp").mkdir()
    (tmp_path / "nộp" / "b.toml").symlink_to(outside)
    assert ["liên kết tượng trưng dẫn ra ngoài thư mục"] == read(tmp_path / "nộp")[1]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """With the kinds that are read."""
    assert ["thư mục không có tệp số liệu nào"] == read(tmp_path)[1]
