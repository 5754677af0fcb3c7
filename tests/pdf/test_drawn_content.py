"""What a PDF really shows, within bounds; what is no readable PDF is refused in Vietnamese."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from antq_reports.errors import PdfError
from antq_reports.pdf import drawn_content, hidden_things, page_images, read_attached_files, read_pdf


def pdf(pages: int = 1, *files: str) -> bytes:
    """Empty pages with files attached."""
    document, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(20, 20)
    for name in files:
        document.new_attachment(name).set_data(name.encode())
    document.save(stream)
    document.close()
    return stream.getvalue()


def test_empty_pages_show_nothing() -> None:
    """Each is numbered; nothing is hidden on it."""
    found = read_pdf(pdf(2))
    assert [(1, (), (), ()), (2, (), (), ())] == [
        (page.number, page.blocks, page.loose, page.overlays) for page in found.pages
    ]
    assert [(1, (), ()), (2, (), ())] == hidden_things(pdf(2))


def test_attached_files_come_back() -> None:
    """By name."""
    assert {"a.csv": b"a.csv", "b.txt": b"b.txt"} == read_attached_files(pdf(1, "a.csv", "b.txt"))


@pytest.mark.parametrize(
    ("bound", "value", "said"),
    [
        ("MOST_PAGES", 1, "tệp có 2 trang, chỉ đọc từ 1 đến 1 trang"),
        ("LONGEST_FILE", 9, "quá giới hạn 9 byte"),
        ("MOST_FILES", 1, "tệp có 2 tệp đính kèm, quá giới hạn 1"),
        ("LARGEST_FILES", 9, "các tệp đính kèm nặng 10 byte, quá giới hạn 9 byte"),
    ],
)
def test_bounds_are_told(bound: str, value: int, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the file has and what is read."""
    data = pdf(2, "a.csv", "b.txt")
    monkeypatch.setattr(drawn_content, bound, value)
    with pytest.raises(PdfError, match=said):
        read_attached_files(data)


def test_a_page_like_a_wall_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pixels are counted before."""
    monkeypatch.setattr(drawn_content, "MOST_PIXELS", 1599)
    assert 1 == len(page_images(pdf(), 1.0))
    with pytest.raises(PdfError, match="trang PDF quá lớn: quá 1599 điểm ảnh"):
        page_images(pdf(), 2.0)


def test_what_is_no_pdf_is_refused() -> None:
    """Broken, cut or locked."""
    for data in (b"", b"<html>", b"%PDF-1.7"):
        with pytest.raises(PdfError, match="không phải là PDF đọc được: bị hỏng, bị cắt hoặc có mật khẩu"):
            read_pdf(data)
