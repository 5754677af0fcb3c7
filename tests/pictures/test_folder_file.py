"""A file is found inside a folder by a plain path, and nowhere else; words of the refusal are those of its kind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from antq_reports.errors import FileProblem, PlacedError
from antq_reports.pictures.folder_file import InnerWords, inner_bytes, shown_path

WORDS = InnerWords(copy_in="chép vào đây", home="thư mục mẫu", remedies={FileProblem.TOO_LARGE: "thu nhỏ"})


def told(folder: Path, path: str, limit: int = 100) -> str:
    """What is said of a path."""
    with pytest.raises(PlacedError) as caught:
        inner_bytes(folder, path, limit=limit, words=WORDS)
    return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file in it and one beside it."""
    (tmp_path / "mau" / "anh").mkdir(parents=True)
    (tmp_path / "mau" / "anh" / "Đà Lạt.svg").write_bytes(b"abc")
    (tmp_path / "ngoai.svg").write_bytes(b"abc")
    return tmp_path / "mau"


def test_a_file_is_read_by_its_path(folder: Path) -> None:
    """Composed and decomposed accents are one name."""
    for path in ("anh/Đà Lạt.svg", "anh/Đa\u0300 La\u0323t.svg"):
        assert b"abc" == inner_bytes(folder, path, limit=3, words=WORDS)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "để trống → chép vào đây"),
        ("../ngoai.svg", "đi ra ngoài thư mục → chép vào đây"),
        ("/etc/passwd", "đường dẫn tuyệt đối"),
        ("C:/a.svg", "đường dẫn tuyệt đối"),
        ("anh//a.svg", "phần trống"),
        ("anh\\a.svg", "dấu “\\”"),
        ("https://a.vn/a.svg", "địa chỉ mạng"),
        ("a\u202e.svg", "ký tự điều khiển"),
        ("a" * 401, "dài 401 ký tự"),
        ("anh", "không phải là một tệp"),
        ("anh/da lat.svg", "có phải là “Đà Lạt.svg”?"),
        ("anh/đà lạt.svg", "phân biệt chữ hoa, chữ thường: hãy ghi đúng “Đà Lạt.svg”"),
        ("xa/a.svg", "không có “xa” trong thư mục “mau” → chép vào đây"),
        ("anh/Đà Lạt.svg/a", "là một tệp, không phải thư mục → chép vào đây"),
    ],
)
def test_another_path_is_refused(path: str, said: str, folder: Path) -> None:
    """With what to do."""
    assert said in told(folder, path)


def test_a_link_leads_nowhere_else(folder: Path) -> None:
    """The words name the folder."""
    os.symlink(folder.parent / "ngoai.svg", folder / "a.svg")
    os.symlink(folder / "khong", folder / "b.svg")
    assert "dẫn ra ngoài thư mục mẫu → hãy chép chính tệp đó vào thư mục mẫu" in told(folder, "a.svg")
    assert "liên kết tượng trưng bị hỏng" in told(folder, "b.svg")


def test_size_is_bounded(folder: Path) -> None:
    """From above, and a file that is empty is none."""
    assert "tệp lớn hơn 2 byte (có 3 byte) → thu nhỏ" in told(folder, "anh/Đà Lạt.svg", limit=2)
    (folder / "a.svg").touch()
    assert "tệp rỗng" in told(folder, "a.svg")


def test_a_path_is_shown_safely() -> None:
    """No control characters, not endless."""
    assert "a\N{REPLACEMENT CHARACTER}b" == shown_path("a\x1bb")
    assert 401 == len(shown_path("a" * 1_000))
