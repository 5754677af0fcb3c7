"""Nothing but the bundle is fetched and no file outside is read, whatever names it and by whatever way it comes in."""

from __future__ import annotations

import csv
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # no types
import pytest
from batch_units import own_style
from prose_kit import report_of
from security_vectors import CSS_VECTORS, HTML_VECTORS, SECRET, Canary, watched

from antq_reports import load_report, load_reports, render_report
from antq_reports.assets import fonts_dir
from antq_reports.errors import AntqReportsError, IntakeError, PdfError, PhotoError, StyleError, TemplateError
from antq_reports.forms import write_workbook
from antq_reports.page.external_addresses import addresses_in
from antq_reports.pdf import PdfStyle, Resource, render_pdf
from antq_reports.pdf.libraries import load_weasyprint

pytestmark = pytest.mark.allow_weasyprint_logs
VECTORS = [(kind, name) for kind, names in (("html", HTML_VECTORS), ("css", CSS_VECTORS)) for name in names]
PAGE = '<html lang="vi"><head><title>t</title></head><body><h1>a</h1>{}<p>a</p></body></html>'
FONT = {"antq:font/a.ttf": Resource((fonts_dir() / "be-vietnam-pro/BeVietnamPro-Regular.ttf").read_bytes(), "font/ttf")}
FACE = '\n@font-face { font-family: "Be"; src: url(antq:font/a.ttf) } html { font-family: "Be" }'
REPORT = report_of(weapons={"firearms_surrendered": "526 súng"}, lead="Mở bài.", headline="Tít")


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canary]:
    """A server and a file nobody may ask for."""
    load_weasyprint()
    _ = render_report(REPORT).pdf  # what is loaded once is not counted below
    canary = Canary(tmp_path_factory.mktemp("canary"))
    yield canary
    canary.close()


@pytest.fixture(autouse=True)
def nobody_asked(canary: Canary) -> Iterator[None]:
    """Every test leaves the server unasked and the file unread."""
    canary.requests.clear()
    with watched(canary) as watch:
        yield
    canary.table["requests seen"] += len(canary.requests) + len(watch.calls)
    canary.table["files read outside"] += len(watch.outside)
    assert ([], [], []) == (canary.requests, watch.outside, watch.calls)


def holds_secret(pdf: bytes) -> bool:
    """Whether the secret stands in a PDF, in the clear or inside a compressed stream."""
    parts = [pdf]
    for match in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompressobj().decompress(match[1]))
        except zlib.error:
            continue
    return any(SECRET.encode() in part for part in parts)


def page_of(kind: str, name: str, url: str) -> tuple[str, str]:
    """A page and a stylesheet that name an address in one way."""
    if kind == "html":
        return PAGE.format(HTML_VECTORS[name].format(url=url)), ""
    return PAGE.format(""), CSS_VECTORS[name].format(url=url)


@pytest.mark.parametrize(("kind", "name"), VECTORS)
def test_the_engine_fetches_nothing(kind: str, name: str, canary: Canary) -> None:
    """Each way of naming a file, for a plain address, a redirected one and a file: a PDF without it, or an error."""
    for url in canary.urls:
        canary.table["vectors tried"] += 1
        html, css = page_of(kind, name, url)
        try:
            made = render_pdf(html, PdfStyle(css + FACE, FONT), {}, strict=False)
        except PdfError:
            continue
        assert not holds_secret(made.data)


def test_a_users_style_fetches_nothing_and_strict_says_so(tmp_path: Path, canary: Canary) -> None:
    """The strongest attacker: page template, stylesheet and prose of their own, every way at once."""
    snippets = "".join(text.format(url=url) for text in HTML_VECTORS.values() for url in canary.urls)
    css = "".join(
        text.format(url=url) for name, text in CSS_VECTORS.items() if name != "color-profile" for url in canary.urls
    )
    canary.table["vectors tried"] += len(VECTORS) * len(canary.urls)
    folder = own_style(tmp_path, "{% raw %}" + snippets + "{% endraw %}")
    with (folder / "styles" / "thu" / "style.css").open("a", encoding="utf-8") as file:
        file.write(css)
    prose = folder / "prose" / "sections" / "weapons.j2"
    prose.parent.mkdir(parents=True)
    prose.write_text("{% sentence %}Câu <img src='//host/a.png' alt='a'>{% endsentence %}", encoding="utf-8")
    brief = render_report(REPORT, style="thu", templates=folder, strict=False)
    assert not holds_secret(brief.pdf)
    assert SECRET not in brief.html
    with pytest.raises(TemplateError, match="trang HTML sẽ tải"):
        _ = render_report(REPORT, style="thu", templates=folder).html
    with pytest.raises(PdfError, match="không có trong gói"):
        _ = render_report(REPORT, style="thu", templates=folder).pdf


@pytest.mark.parametrize(
    "text", [HTML_VECTORS["img"], "<script>go()</script>", f"<style>{CSS_VECTORS['background']}</style>"]
)
def test_the_html_of_a_users_style_asks_for_nothing(text: str, tmp_path: Path) -> None:
    """A strict brief has no HTML that a browser would fetch anything for, or run anything in."""
    folder = own_style(tmp_path, "{% raw %}" + text.format(url="http://host/a") + "{% endraw %}")
    with pytest.raises(TemplateError, match="trang HTML sẽ tải hoặc chạy thứ ở ngoài: "):
        _ = render_report(REPORT, style="thu", templates=folder).html


def test_free_text_is_printed_as_text(canary: Canary) -> None:
    """Markup and addresses in any free text of a report reach page and PDF as letters."""
    every = [text.format(url=url) for text in (*HTML_VECTORS.values(), *CSS_VECTORS.values()) for url in canary.urls]
    joined = " ".join(every)
    canary.table["vectors tried"] += len(every)
    lines = [joined[at : at + 280] for at in range(0, 20 * 280, 280)]
    report = report_of(
        place={"name": every[0], "level": "xã"},
        headline=lines[0],
        kicker=lines[1],
        lead=joined[:15_000],
        byline=lines[2],
        attribution=lines[3],
        actors=lines[4:8],
        source={"name": lines[8], "url": canary.urls[0]},
        video={"caption": lines[9], "url": canary.urls[1]},
        extra=[{"id": "a", "label": lines[10], "section": "tips", "figure": 5}],
        weapons={
            "firearms_surrendered": "526 súng",
            "opening": joined[:15_000],
            "closing": f"{{5 xã}} {lines[11]}",
            "paragraphs": [{"text": lines[12]}],
            "quote": {"text": lines[13], "who": lines[14], "role": lines[15]},
            "qualifiers": {"firearms_surrendered": lines[16]},
        },
        subheads={"weapons": lines[17]},
        highlights=lines[:3],
        deeds=[{"who": lines[3], "what": f"{{5 xã}} {lines[4]}", "where": lines[5]}],
        outlook={"shortcomings": lines[6:9], "tasks": lines[9:12]},
    )
    brief = render_report(report)
    assert [] == addresses_in(brief.html)
    assert not holds_secret(brief.pdf)
    assert every[0].replace(" ", "") in brief.text.replace("\u00a0", "").replace(" ", "")


def outside_names(canary: Canary) -> list[str]:
    """Names that lead from a report's folder to the canary."""
    file = canary.file
    return [*canary.urls, str(file), f"../outside/{file.name}", "lien-ket.png", "thu-muc/secret.txt", "ANH.PNG"]


def test_a_photos_path_leads_nowhere_else(tmp_path: Path, canary: Canary) -> None:
    """Addresses, absolute paths, parents, links to a file and to a folder, another case."""
    (tmp_path / "lien-ket.png").symlink_to(canary.file)
    (tmp_path / "thu-muc").symlink_to(canary.file.parent)
    (tmp_path / "anh.png").write_bytes(b"")
    for path in outside_names(canary):
        canary.table["vectors tried"] += 1
        report = report_of(photos=[{"path": path, "caption": "Ảnh", "alt": "Ảnh"}])
        with pytest.raises(PhotoError):
            render_report(report, folder=tmp_path)


def test_templates_are_read_from_their_folder_alone(tmp_path: Path, canary: Canary) -> None:
    """A link in a folder of templates, and a path in a template."""
    folder = own_style(tmp_path / "mau", '{% include "styles/thu/bi-mat.j2" %}')
    (folder / "styles" / "thu" / "bi-mat.j2").symlink_to(canary.file)
    with pytest.raises(TemplateError, match="liên kết tượng trưng dẫn ra ngoài"):
        render_report(REPORT, style="thu", templates=folder)
    for number, name in enumerate(("../../../outside/secret.txt", str(canary.file), canary.urls[2])):
        folder = own_style(tmp_path / str(number), f'{{% include "{name}" %}}')
        with pytest.raises(AntqReportsError):
            render_report(REPORT, style="thu", templates=folder)


def test_a_style_names_bundled_fonts_alone(tmp_path: Path, canary: Canary) -> None:
    """Parents, absolute paths, devices and addresses are refused by their form."""
    for number, font in enumerate(
        [str(canary.file), "../../outside/secret.txt", "/dev/zero", *canary.urls, "a/../b.ttf"]
    ):
        folder = own_style(tmp_path / str(number), "")
        file = folder / "styles" / "thu" / "style.toml"
        text = file.read_text(encoding="utf-8").replace("source-serif-4/SourceSerif4-Regular.ttf", font)
        file.write_text(text, encoding="utf-8")
        with pytest.raises(StyleError, match="fonts"):
            render_report(REPORT, style="thu", templates=folder)


def test_cells_are_printed_as_text(tmp_path: Path, canary: Canary) -> None:
    """A CSV file and a workbook whose cells hold markup, addresses and formulas that call out."""
    hostile = HTML_VECTORS["img"].format(url=canary.urls[0])
    table = tmp_path / "so-lieu.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("mã", "tên", "kỳ", "weapons.firearms_surrendered"))
        rows.writerow(("24823", hostile, "năm 2026", "526"))
    book_file = write_workbook(tmp_path / "bieu.xlsx", unit="Xã Tân Hà", code="24823", period=2026, report=REPORT)
    book = openpyxl.load_workbook(book_file)
    for sheet in book.worksheets[1:]:
        sheet.cell(190, 9).value = f'=WEBSERVICE("{canary.urls[0]}")'
        sheet.cell(191, 9).hyperlink = canary.urls[1]
    for row in book.worksheets[0].iter_rows():
        if row[0].value == "unit.name":
            row[2].value = hostile
    book.save(book_file)
    for report in (*load_reports(table), load_report(book_file, allow_unknown=True)):
        brief = render_report(report)
        assert hostile in brief.text.replace("\u00a0", " ")
        assert ([], False) == (addresses_in(brief.html), holds_secret(brief.pdf))


def test_a_folder_of_forms_is_read_inside_itself(tmp_path: Path, canary: Canary) -> None:
    """A link among the forms that leads out is a fault, whatever it leads to."""
    for suffix in ("toml", "json", "csv", "xlsx"):
        (tmp_path / f"a.{suffix}").symlink_to(canary.file)
    with pytest.raises(IntakeError) as caught:
        load_reports(tmp_path)
    assert ["liên kết tượng trưng dẫn ra ngoài thư mục"] * 4 == [fault.message for fault in caught.value.faults]


def test_the_table_of_the_canary(canary: Canary, capsys: pytest.CaptureFixture[str]) -> None:
    """What all of the above came to."""
    with capsys.disabled():
        print("", *(f"{name}: {count}" for name, count in canary.table.items()), sep="\n")  # noqa: T201 - the table
    tried, *seen = canary.table.values()
    assert (True, [0, 0]) == (tried > 3 * len(VECTORS), seen)
