"""What never reaches the PDF engine: too large, of an unknown kind, or mislabelled."""

from __future__ import annotations

import pytest

from antq_reports.errors import PdfError
from antq_reports.pdf import PdfAttachment, PdfStyle, Resource, limits, render_pdf
from antq_reports.pdf.limits import check_attachments, check_inputs, merged

PNG = b"\x89PNG\r\n\x1a\n"


def problems_of(html: str = "<p>", css: str = "", **resources: Resource) -> tuple[str, ...]:
    """Return what `check_inputs` finds."""
    try:
        check_inputs(html, css, [(f"antq:{name}", resource) for name, resource in resources.items()])
    except PdfError as error:
        return error.problems
    return ()


@pytest.mark.parametrize(
    ("data", "mime"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (PNG, "image/png"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        (b"OTTO\x00\x01" + bytes(6) + b"CFF " + bytes(12), "font/otf"),
    ],
)
def test_known_kinds_pass(data: bytes, mime: str) -> None:
    """Pictures and fonts of the listed media types are served."""
    assert () == problems_of(file=Resource(data, mime))


@pytest.mark.parametrize("mime", ["application/postscript", "text/css", "font/woff", "image/tiff", ""])
def test_other_kinds_are_refused(mime: str) -> None:
    """PostScript would start an interpreter, WOFF 1 is stamped with the time."""
    (problem,) = problems_of(file=Resource(b"%!PS", mime))
    assert problem.startswith(f"tài nguyên “antq:file”: kiểu “{mime}” không được phép")


def test_a_file_must_be_what_it_says() -> None:
    """Pillow and the SVG reader go by content: a label alone would let any format in."""
    assert ("tài nguyên “antq:file” không phải là tệp kiểu “image/jpeg”",) == problems_of(
        file=Resource(b"<svg/>", "image/jpeg")
    )


def test_a_variable_font_is_refused() -> None:
    """WeasyPrint stamps an instance of a variable font with the time of day."""
    directory = b"\x00\x01\x00\x00\x00\x01" + bytes(6) + b"fvar" + bytes(12)
    (problem,) = problems_of(file=Resource(directory, "font/ttf"))
    assert "phông “antq:file” là phông biến thiên: hãy dùng tệp tĩnh, mỗi kiểu chữ một tệp" == problem


def test_a_key_outside_the_scheme_is_refused() -> None:
    """A ``file:`` key would be served from disk by WeasyPrint itself."""
    with pytest.raises(PdfError, match="khóa tài nguyên “file:///a.png” phải bắt đầu bằng “antq:”"):
        check_inputs("", "", [("file:///a.png", Resource(PNG, "image/png"))])


def test_sizes_are_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    """HTML, CSS and each file have a largest size; all faults come at once."""
    for name in ("LONGEST_HTML", "LONGEST_CSS", "LARGEST_RESOURCE"):
        monkeypatch.setattr(limits, name, 10)
    large = Resource(PNG + bytes(10), "image/png")
    assert (
        "trang HTML dài 12 byte, quá giới hạn 10 byte",
        "CSS dài 11 byte, quá giới hạn 10 byte",
        "tài nguyên “antq:file” nặng 18 byte, quá giới hạn 10 byte",
    ) == problems_of("đđđđđđ", "p{margin:0}", file=large)


def test_the_caps_are_the_promised_ones() -> None:
    """Five megabytes of HTML, twenty of one file."""
    assert (5_000_000, 20_000_000) == (limits.LONGEST_HTML, limits.LARGEST_RESOURCE)


def test_a_lone_surrogate_is_refused() -> None:
    """WeasyPrint would stop with an encoding error."""
    assert ("trang HTML có mã Unicode hỏng ở vị trí 3: hãy làm sạch văn bản nguồn",) == problems_of("<p>\ud800")


def test_attachments_need_different_names() -> None:
    """A reader could not tell two files of one name apart; nor one without a name."""
    from datetime import date

    twice = [PdfAttachment(name="a.json", data=b"{}", created=date(2024, 1, 1))] * 2
    with pytest.raises(PdfError, match="tên tệp đính kèm “a.json” bị trống hoặc trùng"):
        check_attachments(twice)


def test_one_key_cannot_stand_for_two_contents() -> None:
    """Neither the style nor the page may win silently."""
    with pytest.raises(PdfError, match="khóa “antq:img/a” chỉ hai nội dung khác nhau"):
        merged({"antq:img/a": Resource(b"1", "image/png")}, {"antq:img/a": Resource(b"2", "image/png")})


def test_the_limits_hold_even_when_not_strict() -> None:
    """They guard the process, not the page."""
    with pytest.raises(PdfError, match="application/postscript"):
        render_pdf("<p>", PdfStyle(""), {"antq:x": Resource(b"%!PS", "application/postscript")}, strict=False)
