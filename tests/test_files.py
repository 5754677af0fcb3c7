"""Files are read whole within a limit and written whole or not at all, or refused with the fact and the remedy."""

from __future__ import annotations

import fcntl
import os
import stat
from pathlib import Path

import pytest

from antq_reports import files
from antq_reports.errors import FileError, FileProblem, OutputError
from antq_reports.files import read_text, read_whole, sweep_scraps, told_limit, unix_lines, write_whole


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


@pytest.mark.parametrize("failing", ["fsync", "chmod", "replace"])
def test_failing_write_leaves_the_old_file_whole(failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up costs the new brief, not the old one, and leaves no scraps."""
    path = tmp_path / "a.txt"
    path.write_text("cũ", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if failing == "fsync" else Path, failing, fail)
    with pytest.raises(OutputError, match="đĩa đầy"):
        write_whole(path, b"new")
    monkeypatch.undo()
    assert "cũ" == path.read_text(encoding="utf-8")
    assert [path] == list(tmp_path.iterdir())


def test_interrupted_write_leaves_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while writing is no different."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.txt", b"new")
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "reason"),
    [("none/a.txt", "không có thư mục này"), ("file/a.txt", "đường dẫn là tệp"), ("d.txt", "thư mục")],
)
def test_place_that_cannot_be_written_is_named(name: str, reason: str, tmp_path: Path) -> None:
    """A missing folder, a file for a folder, a folder for a file: the reason in Vietnamese."""
    (tmp_path / "file").touch()
    (tmp_path / "d.txt").mkdir()
    with pytest.raises(OutputError, match=reason) as caught:
        write_whole(tmp_path / name, b"new")
    assert str(tmp_path / name) == caught.value.place
    assert {"file", "d.txt"} == {path.name for path in tmp_path.iterdir()}


def test_longest_name_can_be_written(tmp_path: Path) -> None:
    """A name as long as the system takes leaves room for the file written beside it first."""
    assert write_whole(tmp_path / ("a" * 251 + ".txt"), b"new").is_file()


def test_a_written_file_is_whole_and_may_be_read_by_others(tmp_path: Path) -> None:
    """It takes the place of what stood there; a link there is replaced, not followed."""
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "a").symlink_to("mine")
    assert tmp_path / "a" == write_whole(tmp_path / "a", b"new")
    status = (tmp_path / "a").lstat()
    assert (True, 0o644, b"new") == (
        stat.S_ISREG(status.st_mode),
        status.st_mode & 0o777,
        (tmp_path / "a").read_bytes(),
    )
    assert b"mine" == (tmp_path / "mine").read_bytes()


def test_a_sweep_takes_scraps_alone(tmp_path: Path) -> None:
    """Not what is still being written, not another hidden file, not what a link of that name leads to."""
    (tmp_path / ".antq-batch.lock").touch()
    (tmp_path / ".antq-abcd1234").touch()
    (tmp_path / ".antq-link0000").symlink_to(".antq-batch.lock")
    with (tmp_path / ".antq-busy0000").open("wb") as busy:
        fcntl.flock(busy, fcntl.LOCK_EX)
        sweep_scraps(tmp_path)
    assert {".antq-batch.lock", ".antq-link0000", ".antq-busy0000"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("limit", "size", "told"),
    [
        (20_000_000, 20_999_999, "20 MB"),
        (20_000_000, 21_000_000, "20 MB (có 21 MB)"),
        (2**20, 3 * 2**20, "1 MB (có 3 MB)"),
        (2**10, 0, "1 KB"),
        (1_001, 1_002, "1001 byte (có 1002 byte)"),
    ],
)
def test_a_limit_is_told_in_its_own_unit(limit: int, size: int, told: str) -> None:
    """And the size beside it only where that is another number."""
    assert told == told_limit(limit, size)


def test_a_text_is_read_without_its_mark_and_with_plain_ends_of_lines(tmp_path: Path) -> None:
    """As any program may have written it."""
    (tmp_path / "a").write_bytes("\ufeffmột\r\nhai\rba\n".encode())
    assert "một\nhai\nba\n" == read_text(tmp_path / "a", limit=100) == unix_lines("một\r\nhai\rba\n")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """Told as every other fault of a file."""
    (tmp_path / "a").write_bytes("xã".encode("utf-16"))
    with pytest.raises(FileError) as caught:
        read_text(tmp_path / "a", limit=100)
    assert (FileProblem.NOT_UTF8, "tệp không phải UTF-8") == (caught.value.problem, caught.value.reason)
    assert "lưu lại tệp với bảng mã UTF-8" == caught.value.remedy
