"""Files are read whole within a limit, or refused with the fact and the remedy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from antq_reports import files
from antq_reports.errors import FileError, FileProblem
from antq_reports.files import read_whole


def refused(path: Path, limit: int = 10, *, follow_links: bool = True) -> FileError:
    """Read a file that must be refused."""
    with pytest.raises(FileError) as caught:
        read_whole(path, limit=limit, follow_links=follow_links)
    return caught.value


@pytest.mark.parametrize("size", [0, 1, 10])
def test_a_file_within_the_limit_is_read(size: int, tmp_path: Path) -> None:
    """Also an empty one, and one just as large as allowed."""
    (tmp_path / "a").write_bytes(b"x" * size)
    assert b"x" * size == read_whole(tmp_path / "a", limit=10)


def test_a_larger_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """A sparse file of a terabyte is not read."""
    with (tmp_path / "a").open("wb") as file:
        file.truncate(2**40)
    error = refused(tmp_path / "a", 5_000_000)
    assert (FileProblem.TOO_LARGE, "tệp lớn hơn 5 MB (có 1099511 MB)") == (error.problem, error.reason)


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size that was asked for is not believed."""
    (tmp_path / "a").write_bytes(b"x" * 11)
    monkeypatch.setattr(files, "_require_file", lambda *_: None)
    assert FileProblem.TOO_LARGE == refused(tmp_path / "a").problem


def make_pipe(path: Path) -> None:
    """Make a pipe that nobody writes to."""
    os.mkfifo(path)


@pytest.mark.parametrize("make", [Path.mkdir, make_pipe, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_regular_file_is_refused_at_once(make: object, tmp_path: Path) -> None:
    """A folder, a pipe, a device behind a link."""
    assert callable(make)
    make(tmp_path / "a")
    error = refused(tmp_path / "a")
    assert (FileProblem.NO_FILE, "không phải là một tệp") == (error.problem, error.reason)


@pytest.mark.parametrize(
    ("name", "problem", "reason"),
    [
        ("khong-co", FileProblem.MISSING, "không có tệp này"),
        ("a" * 300, FileProblem.REFUSED, "không đọc được tệp (tên quá dài)"),
        ("a/b", FileProblem.REFUSED, "không đọc được tệp (một phần của đường dẫn là tệp)"),
        ("a\0b", FileProblem.REFUSED, "không đọc được tệp (đường dẫn có ký tự hệ thống không nhận)"),
        ("\ud800", FileProblem.REFUSED, "không đọc được tệp (đường dẫn có ký tự hệ thống không nhận)"),
    ],
)
def test_a_path_that_leads_nowhere_says_why(name: str, problem: FileProblem, reason: str, tmp_path: Path) -> None:
    """In the words of the system, in Vietnamese."""
    (tmp_path / "a").write_bytes(b"x")
    error = refused(tmp_path / name)
    assert (problem, reason) == (error.problem, error.reason)


def test_a_refused_file_says_who_was_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is not writing."""
    (tmp_path / "a").write_bytes(b"x")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "không đọc được tệp (không có quyền đọc)" == refused(tmp_path / "a").reason


def test_a_link_is_followed_only_where_that_is_meant(tmp_path: Path) -> None:
    """A photo's path is settled before it is read."""
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert b"x" == read_whole(tmp_path / "b", limit=10)
    assert "không đọc được tệp (là liên kết tượng trưng)" == refused(tmp_path / "b", follow_links=False).reason


def test_a_reader_may_know_a_better_remedy(tmp_path: Path) -> None:
    """Its own for the problems it names, the general one for the rest; file, fact and remedy in one line."""
    error = refused(tmp_path / "a")
    assert "xem lại tên" == error.advised({FileProblem.MISSING: "xem lại tên"}).remedy
    [fault] = error.of_input({FileProblem.NO_FILE: "chỉ đúng tệp .csv"}).faults
    assert f"{tmp_path / 'a'}: không có tệp này → kiểm tra đường dẫn" == str(fault) == str(error)
