"""What goes with a brief: the files, the ledger as a table, the manifest; and what is read back of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium
from batch_units import commune
from example_briefs import example_brief

from antq_reports import RenderedReport, render_report
from antq_reports.csvtext import read_csv
from antq_reports.evidence import (
    LEDGER_FILE,
    MANIFEST_FILE,
    REPORT_FILE,
    SOURCES_FILE,
    TEXT_FILE,
    Manifest,
    sha256,
)
from antq_reports.formats import carried_files
from antq_reports.pdf import read_attached_files
from antq_reports.report import Origin

FILES = [MANIFEST_FILE, SOURCES_FILE, REPORT_FILE, LEDGER_FILE, TEXT_FILE]
RELATIONSHIPS = {
    REPORT_FILE: "Source",
    SOURCES_FILE: "Supplement",
    LEDGER_FILE: "Data",
    TEXT_FILE: "Alternative",
    MANIFEST_FILE: "Supplement",
}


@cache
def brief() -> RenderedReport:
    """A brief with photos, shares and free text."""
    return example_brief("lam-dong-2024")


@cache
def files() -> dict[str, bytes]:
    """What its PDF carries."""
    return read_attached_files(brief().pdf)


def test_pdf_and_html_carry_the_same_files() -> None:
    """Data, sources and text byte for byte; the ledger of the HTML knows no pages."""
    html = carried_files(brief().html)[1]
    assert FILES == sorted(files()) == sorted(html)
    assert [] == [name for name in (REPORT_FILE, SOURCES_FILE, TEXT_FILE) if files()[name] != html[name]]
    assert {""} == {row[1] for row in read_csv(html[LEDGER_FILE])[1:]}


def test_each_attachment_says_what_it_is() -> None:
    """Its relationship to the page (ISO 19005-3, annex E), and the report's own date."""
    document = pypdfium2.PdfDocument(brief().pdf)
    attachments = [document.get_attachment(index) for index in range(document.count_attachments())]
    told = {}
    for each in attachments:
        size = pdfium.FPDFAttachment_GetAFRelationship(each, None, 0)
        buffer = pypdfium2.raw.FPDF_WCHAR * (size // 2)
        text = buffer()
        pdfium.FPDFAttachment_GetAFRelationship(each, text, size)
        told[each.get_name()] = "".join(map(chr, text)).rstrip("\0")
    dates = {each.get_str_value("CreationDate") for each in attachments}
    document.close()
    assert RELATIONSHIPS == told
    assert {"D:20241231000000"} == {each[:16] for each in dates}


def test_the_text_is_the_briefs_text() -> None:
    """In UTF-8."""
    assert brief().text == files()[TEXT_FILE].decode()


def test_the_ledger_is_a_row_per_printed_figure() -> None:
    """Path, label, printed text, value, formula, source; and the place: page, paragraph, characters before it."""
    head, *rows = read_csv(files()[LEDGER_FILE])
    assert len(brief().figures) == len(rows)
    share = next(row for row in rows if row[5] == "standards.safe_townships.share")
    found = dict(zip(head, share, strict=True))
    assert ("84,62%", "11/13") == (found["In là"], found["Cách tính"])
    assert "lam-dong-2024.toml, dòng " in found["Nguồn"]
    assert "2" == found["Trang"]


def test_the_place_in_the_text_is_where_the_figure_stands() -> None:
    """For every entry of the ledger, in the brief and in the file."""
    paragraphs = [line for line in brief().text.split("\n") if line]
    entries = [(entry.paragraph, entry.offset, entry.text) for entry in brief().figures]
    rows = [(int(row[2]), int(row[3]), row[7]) for row in read_csv(files()[LEDGER_FILE])[1:]]
    assert entries == rows
    assert [] == [text for number, start, text in entries if not paragraphs[number - 1][start:].startswith(text)]


def test_a_rolled_up_source_lists_every_place() -> None:
    """As many as there were."""
    report = commune(3)
    places = tuple(Origin(file=f"{number}.xlsx", cell="E8") for number in range(124))
    rolled = report.with_sources(replace(report.sources, places={"tips.valuable_tips": places}))
    rows = read_csv(carried_files(render_report(rolled).html)[1][LEDGER_FILE])
    assert "; ".join(map(str, places)) == next(row[-1] for row in rows if row[5] == "tips.valuable_tips")


def test_the_manifest_has_the_hash_of_every_file() -> None:
    """Of the others, for its own it cannot know."""
    manifest = Manifest.from_json(files()[MANIFEST_FILE])
    assert {name: sha256(files()[name]) for name in FILES if name != MANIFEST_FILE} == dict(manifest.files)
    assert "bao-lam-dong" == manifest.setting.style
    assert "70.0" == manifest.libraries["weasyprint"]
    assert ["1/3"] == list(manifest.margins[0])


def test_undated_briefs_have_a_date_of_their_own() -> None:
    """The period's end; without one, a fixed day: never today's."""
    dated = render_report(commune(0))._evidence
    undated = render_report(commune(0, period={"label": "năm 2026"}))._evidence
    assert (date(2026, 12, 31), date(1980, 1, 1)) == (dated.day, undated.day)
