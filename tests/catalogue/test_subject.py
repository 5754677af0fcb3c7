"""Subjects: the bundled ones, one's own in a folder, and what is refused in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from own_subject import EXTENSION, FIRE, write_subject

from antq_reports.catalogue import DEFAULT_SUBJECT, bundled_catalogue, find_catalogue, subject, subject_names
from antq_reports.catalogue.catalogue import to_json
from antq_reports.catalogue.subject import (
    MAX_CATALOGUE_BYTES,
    catalogue_of_json,
    folder_catalogue,
    own_catalogue,
)
from antq_reports.errors import Fault, IntakeError, SubjectError

FIRES = "phong-chay-chua-chay"
BUNDLED = ", ".join(subject_names())


def only_fault(folder: Path) -> Fault:
    """Return the one fault of a folder's catalogue."""
    with pytest.raises(IntakeError) as caught:
        own_catalogue(folder)
    (fault,) = caught.value.faults
    assert (str(folder / "catalogue.toml"), True) == (fault.file, bool(fault.remedy))
    return fault


def test_the_default_subject_is_bundled() -> None:
    """A report that names none is of it."""
    assert DEFAULT_SUBJECT in subject_names()
    assert bundled_catalogue() is find_catalogue() is find_catalogue(DEFAULT_SUBJECT)
    assert (True, DEFAULT_SUBJECT) == (bundled_catalogue().is_bundled, bundled_catalogue().base)


def test_every_bundled_subject_can_be_read() -> None:
    """Under its folder's name."""
    assert list(subject_names()) == [bundled_catalogue(name).name for name in subject_names()]


def test_a_folders_own_subject_is_found_by_its_name(tmp_path: Path) -> None:
    """Beside the bundled ones."""
    folder = write_subject(tmp_path, FIRE)
    assert FIRES == find_catalogue(FIRES, folder).name
    assert FIRES == find_catalogue(FIRES, str(folder)).name
    assert bundled_catalogue() is find_catalogue(None, folder)
    assert ("", False) == (find_catalogue(FIRES, folder).base, find_catalogue(FIRES, folder).is_bundled)


def test_an_extension_without_a_name_stands_in_for_what_it_extends(tmp_path: Path) -> None:
    """Reports that name no subject are of it; the wording is that of the bundled one."""
    folder = write_subject(tmp_path, EXTENSION.replace('name = "lam-dong-bao-ve-antq"\n', ""))
    for name in (None, DEFAULT_SUBJECT):
        found = find_catalogue(name, folder)
        assert (DEFAULT_SUBJECT, DEFAULT_SUBJECT, False) == (found.name, found.base, found.is_bundled)
        assert "weapons.homemade_guns" in found.by_path
    assert "weapons.homemade_guns" not in find_catalogue().by_path


def test_an_extension_with_a_name_is_another_subject(tmp_path: Path) -> None:
    """Found by that name alone."""
    folder = write_subject(tmp_path, EXTENSION)
    found = find_catalogue("lam-dong-bao-ve-antq", folder)
    assert ("lam-dong-bao-ve-antq", DEFAULT_SUBJECT) == (found.name, found.base)
    assert bundled_catalogue() is find_catalogue(None, folder)


def test_what_is_made_before_any_report_is_of_the_folders_subject(tmp_path: Path) -> None:
    """A form, a schema: the folder's own where it has one."""
    assert bundled_catalogue() is folder_catalogue() is folder_catalogue(tmp_path)
    assert FIRES == folder_catalogue(write_subject(tmp_path, FIRE)).name


@pytest.mark.parametrize("name", ["khac", "", "../a", "toan-dan-bao-ve-antq/../x"])
def test_an_unknown_subject_is_refused_with_those_there_are(name: str, tmp_path: Path) -> None:
    """And where one's own would be looked for; an empty name is none."""
    if not name:
        assert bundled_catalogue() is find_catalogue(name)
        return
    with pytest.raises(SubjectError, match=rf"các chủ đề: {BUNDLED}; chủ đề riêng thì .* --templates"):
        find_catalogue(name)
    with pytest.raises(SubjectError, match=rf"các chủ đề: {BUNDLED}, {FIRES}; đã tìm cả trong thư mục "):
        find_catalogue(name, write_subject(tmp_path, FIRE))


def test_a_folder_without_a_catalogue_has_none(tmp_path: Path) -> None:
    """Nor has one that is not there."""
    assert own_catalogue(tmp_path) is own_catalogue(tmp_path / "khong-co") is None


def test_an_edited_catalogue_is_read_again(tmp_path: Path) -> None:
    """One that stands is read once."""
    folder = write_subject(tmp_path, FIRE)
    before = own_catalogue(folder)
    assert before is own_catalogue(folder)
    write_subject(folder, FIRE.replace("Cháy, nổ", "Cháy"))
    after = own_catalogue(folder)
    assert before is not None
    assert after is not None
    assert ("Cháy, nổ", "Cháy") == (before.sections["fires"].title, after.sections["fires"].title)


def test_a_byte_order_mark_is_no_part_of_a_catalogue(tmp_path: Path) -> None:
    """Notepad writes one."""
    (tmp_path / "catalogue.toml").write_bytes(b"\xef\xbb\xbf" + FIRE.encode())
    assert own_catalogue(tmp_path) == own_catalogue(write_subject(tmp_path / "b", FIRE))


def test_a_copy_of_a_bundled_catalogue_is_the_bundled_one(tmp_path: Path) -> None:
    """With its wording; where a word is changed it is one's own."""
    text = bundled_text()
    assert bundled_catalogue() is own_catalogue(write_subject(tmp_path / "a", text))
    changed = own_catalogue(write_subject(tmp_path / "b", text.replace("kíp nổ", "kíp mìn")))
    assert changed is not None
    assert (DEFAULT_SUBJECT, "", False) == (changed.name, changed.base, changed.is_bundled)


def bundled_text() -> str:
    """The bundled catalogue as it is written."""
    from antq_reports.assets import templates_dir

    return (templates_dir() / "subjects" / DEFAULT_SUBJECT / "catalogue.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["outside.toml", "/dev/zero", "/etc/hostname"])
def test_a_link_out_of_the_folder_is_refused(target: str, tmp_path: Path) -> None:
    """Whatever it leads to."""
    (tmp_path / "outside.toml").write_text(FIRE, encoding="utf-8")
    folder = tmp_path / "mau"
    folder.mkdir()
    (folder / "catalogue.toml").symlink_to(tmp_path / target)
    assert "liên kết tượng trưng dẫn ra ngoài thư mục mẫu" == only_fault(folder).message


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    """Two names of one file."""
    (tmp_path / "a.toml").write_text(FIRE, encoding="utf-8")
    (tmp_path / "catalogue.toml").symlink_to("a.toml")
    found = own_catalogue(tmp_path)
    assert found is not None
    assert FIRES == found.name


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"#" * (MAX_CATALOGUE_BYTES + 1), "tệp lớn hơn 200 KB"),
        ("name = 'é'".encode("latin-1"), "tệp không phải UTF-8"),
        (b"name = ", "sai cú pháp"),
        (b"x = " + b"[" * 100_000, "lồng nhau quá sâu"),
        (b"x = " + b"9" * 5_000, "số quá lớn"),
    ],
)
def test_a_file_that_is_no_catalogue_is_one_fault(data: bytes, message: str, tmp_path: Path) -> None:
    """Nothing of it is read in part."""
    (tmp_path / "catalogue.toml").write_bytes(data)
    assert message in only_fault(tmp_path).message


def test_a_folder_or_a_pipe_is_no_catalogue(tmp_path: Path) -> None:
    """A pipe nobody writes to would be waited for without end."""
    (tmp_path / "a" / "catalogue.toml").mkdir(parents=True)
    (tmp_path / "b").mkdir()
    os.mkfifo(tmp_path / "b" / "catalogue.toml")
    for name in "ab":
        assert "không phải là một tệp" == only_fault(tmp_path / name).message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff", "danh mục mang theo bị hỏng"),
        (b"{", "danh mục mang theo bị hỏng"),
        (b"[" * 100_000, "danh mục mang theo bị hỏng"),
        (b"[]", "phải là một bảng"),
        (b"5", "phải là một bảng"),
        (b"{}", "thiếu khóa"),
    ],
)
def test_what_a_brief_carries_may_be_anything(data: bytes, message: str) -> None:
    """It was anybody's to edit: it is a catalogue or refused in words."""
    with pytest.raises(IntakeError, match=message):
        catalogue_of_json(data)


def test_a_carried_catalogue_is_read_with_every_fault(tmp_path: Path) -> None:
    """Like any other; JSON has no lines."""
    made = own_catalogue(write_subject(tmp_path, FIRE))
    assert made is not None
    data = to_json(made.data).replace(b'"less"', b'"les"').replace(b'"amount"', b'"amuont"')
    with pytest.raises(IntakeError) as caught:
        catalogue_of_json(data)
    assert ["fires.count.polarity", "fires.deaths.polarity", "fires.damage.takes", "fires.damage.polarity"] == [
        fault.path for fault in caught.value.faults
    ]


def test_a_bundled_subjects_folder_bears_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a report would name a subject that calls itself another; the fault has file and line."""
    write_subject(tmp_path / "subjects" / "chay", FIRE)
    monkeypatch.setattr(subject, "templates_dir", lambda: tmp_path)
    with pytest.raises(IntakeError) as caught:
        bundled_catalogue("chay")
    (fault,) = caught.value.faults
    assert ("name", 1, 'viết name = "chay"') == (fault.path, fault.line, fault.remedy)
