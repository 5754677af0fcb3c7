"""PDF/A-3a and PDF/UA-1 at once, honest metadata, no forbidden links, attachments named once."""

from __future__ import annotations

import io
import re
import zlib
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from structure import failed_rules

from antq_reports.assets import fonts_dir
from antq_reports.errors import PdfError
from antq_reports.pdf import PdfAttachment, PdfMetadata, PdfStyle, RenderedPdf, Resource, render_pdf

FONTS = {
    f"antq:font/{name}": Resource((fonts_dir() / "be-vietnam-pro" / name).read_bytes(), "font/ttf")
    for name in ("BeVietnamPro-Regular.ttf", "BeVietnamPro-Bold.ttf")
}
STYLE = PdfStyle(
    """@font-face { font-family: "Viet"; src: url(antq:font/BeVietnamPro-Regular.ttf) }
    @font-face { font-family: "Viet"; font-weight: bold; src: url(antq:font/BeVietnamPro-Bold.ttf) }
    html { font-family: "Viet" } header { position: running(head) } section { columns: 2 } i { float: footnote }
    @page { @top-center { content: element(head) } @bottom-center { content: counter(page) "/" counter(pages) } }""",
    FONTS,
)
HEAD = """<title>Bản tin &amp; số liệu</title><meta name=author content="Ban Chỉ đạo 138">
<meta name=description content="Kết quả năm 2024"><meta name=keywords content="an ninh, trật tự">
<meta name=dcterms.created content="2024-12-25"><meta name=dcterms.modified content="2024-12-26">"""
BRIEF = """<header><p>Đầu trang</p></header><h1>Kết quả</h1><section><p>Đạt <data value=1010>1.010/1.173</data> xã,
xem <a href="https://example.org/">trang gốc</a>, <a href="#so-lieu">số liệu</a>.<i>Chú thích.</i></p></section>
<h2 id=so-lieu>Số liệu</h2><table><thead><tr><th scope=col>Xã<th scope=col>Vụ<tbody><tr><th scope=row>Tân Hà<td>3
</table><figure><img src="antq:img/a" alt="Hình minh họa" width=99><figcaption>Chú thích ảnh</figcaption></figure>
<ul><li>một<li>hai</ul><svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><title>Biểu đồ</title>
<rect width="40" height="9" fill="#369"/><text y="18" font-family="Viet" font-size="8">86,1%</text></svg>"""
DAY = date(2024, 12, 25)


def jpeg() -> Resource:
    """Return a small picture."""
    stream = io.BytesIO()
    Image.new("RGB", (64, 40), (30, 90, 160)).save(stream, "JPEG")
    return Resource(stream.getvalue(), "image/jpeg")


def rendered(body: str, head: str = HEAD, **options: object) -> RenderedPdf:
    """Render a page that may name the picture."""
    html = f"<!DOCTYPE html><html lang=vi><head>{head}</head><body>{body}</body></html>"
    return render_pdf(html, STYLE, {"antq:img/a": jpeg()}, **options)  # type: ignore[arg-type]


def plain(data: bytes) -> bytes:
    """Return a PDF with its compressed streams opened, for looking at."""
    parts = [data]
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            parts.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def xmp(data: bytes) -> ElementTree.Element:
    """Return the metadata, read from the raw bytes as any indexer does."""
    (packet,) = re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", data, re.DOTALL)
    return ElementTree.fromstring(packet)


@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_a_brief_conforms(tmp_path: Path, profile: str) -> None:
    """Headings, table, list, photo, chart, footnote, columns, running header: both standards hold."""
    attachment = PdfAttachment(name="a.json", data=b"{}", mime="application/json", created=DAY, relationship="Source")
    assert [] == failed_rules(rendered(BRIEF, attach=lambda layout: [attachment]).data, profile)


@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_the_conformance_check_can_fail(tmp_path: Path, profile: str) -> None:
    """With a wrong identification of either standard the validator says no."""
    data = rendered(BRIEF).data
    broken = data.replace(b"pdfuaid:part>1<", b"pdfuaid:part>9<").replace(b'pdfaid:part="3"', b'pdfaid:part="9"')
    assert [] != failed_rules(broken, profile)


def test_the_metadata_is_the_pages_own() -> None:
    """Title, author, description, keywords and dates come from the HTML, and no other date is written."""
    packet = "".join(ElementTree.tostring(xmp(rendered("<h1>a").data), encoding="unicode"))
    wanted = ("Bản tin &amp; số liệu", "Ban Chỉ đạo 138", "Kết quả năm 2024", "an ninh, trật tự", "2024-12-25")
    assert [] == [text for text in wanted if text not in packet]
    assert {"2024-12-25", "2024-12-26"} == set(re.findall(r"\d{4}-\d\d-\d\d", packet))


def test_no_date_is_written_when_none_is_given() -> None:
    """The clock is not asked."""
    assert [] == re.findall(
        rb"CreationDate|ModDate|CreateDate|ModifyDate", plain(rendered("<h1>a", "<title>a</title>").data)
    )


def test_the_metadata_says_both_standards() -> None:
    """Part 3, conformance A, and part 1 of PDF/UA, with the schema that PDF/A asks for."""
    data = rendered("<h1>a").data
    assert b'pdfaid:part="3"' in data
    assert b'pdfaid:conformance="A"' in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in data


def test_given_metadata_replaces_the_pages() -> None:
    """An empty field leaves what the page says."""
    created = datetime(2024, 12, 31, 8, 30, tzinfo=timezone(timedelta(hours=7)))
    data = rendered("<h1>a", metadata=PdfMetadata(title="Tên khác", authors=("A", "B"), created=created)).data
    packet = "".join(ElementTree.tostring(xmp(data), encoding="unicode"))
    assert ["Tên khác", "Kết quả năm 2024", "2024-12-31T08:30:00+07:00"] == [
        text for text in ("Tên khác", "Bản tin", "Kết quả năm 2024", "2024-12-31T08:30:00+07:00") if text in packet
    ]
    assert b"20241231083000+07'00" in plain(data)


def test_a_page_needs_a_title() -> None:
    """PDF/UA shows it in the window's title bar."""
    with pytest.raises(PdfError, match="trang không có tiêu đề"):
        rendered("<h1>a", "")


def test_control_characters_never_reach_the_metadata() -> None:
    """They would make the XML ill-formed, which no validator here notices."""
    done = rendered("<h1>a", "<title>a\x0bb</title><meta name=author content='c\x1fd'>", strict=False)
    assert (
        "siêu dữ liệu “title” chứa ký tự điều khiển",
        "siêu dữ liệu “authors” chứa ký tự điều khiển",
    ) == done.problems
    assert "ab" in "".join(xmp(done.data).itertext())


@pytest.mark.parametrize("target", ["https://example.org/", "http://example.org/", "mailto:a@example.org", "#here"])
def test_allowed_links_are_written(target: str) -> None:
    """The web, mail, and the page itself."""
    assert b"/Annot" in plain(rendered(f'<h1 id=here>a</h1><p><a href="{target}">b</a>').data)


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "trang.html", "//host/x", "antq:img/a"]
)
def test_forbidden_links_are_problems_and_not_written(target: str) -> None:
    """Not even when the render is not strict."""
    done = rendered(f'<h1>a</h1><p><a href="{target}">b</a>', strict=False)
    assert (f"trang 1: liên kết “{target}” không được phép, chỉ dùng http, https, mailto hoặc #neo",) == done.problems
    assert b"/Annot" not in plain(done.data)


@pytest.mark.parametrize(
    "how", ['<link rel=attachment href="antq:img/a">', '<a rel=attachment href="antq:img/a">b</a>']
)
def test_a_page_attaches_nothing_by_itself(how: str) -> None:
    """WeasyPrint would stamp such a file with the time of day."""
    done = rendered(f"<h1>a</h1>{how}", strict=False)
    assert 1 == len(done.problems)
    assert b"EmbeddedFile" not in plain(done.data)


def test_an_attachment_is_named_once_with_its_own_facts() -> None:
    """Media type, relationship, description and dates as given; one entry in /AF."""
    moment = datetime(2024, 12, 25, 1, 30, tzinfo=timezone(timedelta(hours=7)))
    given = PdfAttachment(
        name="số liệu.json", data=b'{"a":1}', mime="application/json", relationship="Source",
        description="Số liệu", created=moment, modified=datetime(2024, 12, 26, 8, 0, tzinfo=UTC),
    )  # fmt: skip
    text = plain(rendered("<h1>a", attach=lambda layout: [given]).data)
    assert [1] == [len(references.split(b"R")) - 1 for references in re.findall(rb"/AF ?\[([^\]]*)\]", text)]
    assert b"/Subtype /application#2fjson" in text
    assert b"/AFRelationship /Source" in text
    assert b"CreationDate (D:20241224183000Z)" in text
    assert b"ModDate (D:20241226080000Z)" in text
    assert b'{"a":1}' in text


def test_headings_become_the_outline() -> None:
    """A reader's table of contents."""
    assert b"/Outlines" in plain(rendered("<h1>Một</h1><h2>Hai</h2>").data)


def test_a_space_that_breaks_no_line_is_a_space_to_whoever_copies_it() -> None:
    """Both are one glyph, and the first that is drawn would name it for the whole document."""
    data = rendered('<h1>a</h1><p><data class="n">526 súng</data> và đạn</p>').data
    assert b"<0020>" in plain(data)
    assert b"<00a0>" not in plain(data)
