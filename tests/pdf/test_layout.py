"""What the layout tells before a PDF is written, and what is read back of it afterwards: the two agree."""

from __future__ import annotations

from functools import cache

from antq_reports.assets import fonts_dir
from antq_reports.pdf import Layout, PdfStyle, Resource, page_images, read_pdf, render_pdf

FONTS = {
    f"antq:font/{name}": Resource((fonts_dir() / "be-vietnam-pro" / name).read_bytes(), "font/ttf")
    for name in ("BeVietnamPro-Regular.ttf",)
}
STYLE = PdfStyle(
    """@font-face { font-family: "Viet"; src: url(antq:font/BeVietnamPro-Regular.ttf) }
    html { font: 12pt "Viet" } h1 { string-set: head content() } u { text-transform: uppercase }
    tbody tr { height: 70mm } .gone { display: none }
    @page { size: 100mm 110mm; margin: 10mm; @top-left { content: string(head) }
            @bottom-center { content: counter(page) "/" counter(pages) } }""",
    FONTS,
)
HTML = """<!DOCTYPE html><html lang=vi><head><title>Thử</title></head><body><h1>Đầu trang</h1>
<p>Đạt <data>86,1%</data> số vụ <u>đã rõ</u>.</p><table><thead><tr><th scope=col>Chỉ tiêu</thead>
<tbody><tr><td><data>một</data><tr><td><data>hai</data></table><time>2024</time><p class=gone><data>9</data></p>"""


@cache
def rendered() -> tuple[bytes, Layout]:
    """The PDF and what was told of its layout."""
    told: list[Layout] = []

    def note(layout: Layout) -> tuple[()]:
        told.append(layout)
        return ()

    return render_pdf(HTML, STYLE, {}, attach=note).data, told[0]


def test_the_page_of_every_marked_element_is_told() -> None:
    """In the order of the HTML; 0 for one that the stylesheet does not show."""
    assert (1, 2, 3, 3, 0) == rendered()[1].page_of


def test_margin_boxes_are_told_page_by_page() -> None:
    """Running heads and page numbers."""
    layout = rendered()[1]
    assert tuple(("Đầu trang", f"{page}/3") for page in range(1, 4)) == layout.margins
    assert 3 == layout.pages


def test_blocks_come_back_in_reading_order_cut_as_they_were_drawn() -> None:
    """The head of a table stands on each of its pages; capitals are as drawn."""
    blocks = [
        (page.number, block.kind, block.pieces) for page in read_pdf(rendered()[0]).pages for block in page.blocks
    ]
    assert [
        (1, "H1", ("Đầu trang",)),
        (1, "P", ("Đạt 86,1% số vụ", "ĐÃ RÕ", ".")),
        (2, "THead", ("Chỉ tiêu",)),
        (2, "TD", ("một",)),
        (3, "THead", ("Chỉ tiêu",)),
        (3, "TD", ("hai",)),
    ] == blocks[:6]


def test_what_stands_in_the_margins_is_loose() -> None:
    """It belongs to no element of the page."""
    data, layout = rendered()
    assert layout.margins == tuple(page.loose for page in read_pdf(data).pages)


def test_pages_as_pixels_are_the_same_for_the_same_pages() -> None:
    """And others for others."""
    other = render_pdf(HTML.replace("hai", "ha1"), STYLE, {}).data
    ours, theirs = page_images(rendered()[0], 1.0), page_images(other, 1.0)
    assert [True, True, False] == [mine == its for mine, its in zip(ours, theirs, strict=True)]
    assert ours == page_images(rendered()[0], 1.0)
