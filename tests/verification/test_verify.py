"""Holding a brief against its data: what agrees, what does not, and how it is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from batch_units import commune, own_style
from click.testing import CliRunner
from example_briefs import example_brief
from proof_kit import brief, edit, report

from antq_reports import Report, Verification, formats, load_report, render_report, verify
from antq_reports.cli import app
from antq_reports.csvtext import read_csv
from antq_reports.errors import IntakeError
from antq_reports.evidence import LEDGER_FILE, MANIFEST_FILE, REPORT_FILE, setting, sha256
from antq_reports.formats import FORMATS, BriefFormat, carried_files, carry
from antq_reports.pdf import Layout, PdfStyle, render_pdf


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """The brief as a PDF file."""
    return brief().save(tmp_path / "xa.pdf")


@pytest.fixture
def html(tmp_path: Path) -> Path:
    """The brief as an HTML file."""
    return brief().save(tmp_path / "xa.html")


def told(found: Verification) -> list[tuple[str, str, str, str]]:
    """The differences without their pages."""
    return [(each.kind, each.metric, each.printed, each.expected) for each in found.differences]


def edit_data(file: Path, old: str, new: str, *, hidden: bool) -> Path:
    """Change the data an HTML page carries; `hidden` changes their hash in the manifest as well."""
    page, files = carried_files(file.read_text(encoding="utf-8"))
    assert old.encode() in files[REPORT_FILE]
    files[REPORT_FILE] = files[REPORT_FILE].replace(old.encode(), new.encode(), 1)
    if hidden:
        manifest = json.loads(files[MANIFEST_FILE])
        manifest["files"][REPORT_FILE] = sha256(files[REPORT_FILE])
        files[MANIFEST_FILE] = json.dumps(manifest).encode()
    file.write_text(carry(page, files), encoding="utf-8")
    return file


def words(file: Path, report: Report | None = None) -> Verification:
    """Verify without making pages anew as pictures: the words alone must tell."""
    return verify(file, report, appearance=False)


# --- what agrees ----------------------------------------------------------------------------------------------------


def test_an_untouched_pdf_agrees(pdf: Path) -> None:
    """Text and ledger made anew, the whole file the same bytes, every figure on the page the ledger says."""
    found = verify(pdf)
    assert (True, (), "rerendered", True) == (found.ok, found.differences, found.method, found.identical)
    rows = read_csv(_ledger(pdf))[1:]
    assert [(row[5], row[7], int(row[1])) for row in rows] == [(f.metric, f.text, f.page) for f in found.figures]
    assert all(figure.found for figure in found.figures)


def _ledger(file: Path) -> bytes:
    runner = CliRunner().invoke(app, ["ledger", str(file), "--csv"])
    return runner.stdout_bytes


def test_a_format_without_a_page_is_not_verified(html: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its figures can be taken out; that they are what a reader sees is not said."""
    notes = BriefFormat(name="md", endings=(".md",), write=lambda brief: b"", read=FORMATS["html"].read)
    monkeypatch.setattr(formats, "FORMATS", {**FORMATS, "md": notes})
    file = tmp_path / "a.md"
    file.write_bytes(html.read_bytes())
    assert load_report(file).place == load_report(html).place
    with pytest.raises(
        IntakeError, match=r"trang của định dạng md không đối chiếu được → đối chiếu bản .pdf hoặc .html"
    ):
        verify(file)


def test_an_untouched_html_agrees(html: Path) -> None:
    """Without pages."""
    found = verify(html)
    assert (True, (), "rerendered", True) == (found.ok, found.differences, found.method, found.identical)
    assert {(None, True)} == {(figure.page, figure.found) for figure in found.figures}


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_photos_come_from_the_file_itself(kind: str, tmp_path: Path) -> None:
    """A brief with pictures is made anew far from the folder they lay in."""
    file = example_brief("lam-dong-2024").save(tmp_path / f"a.{kind}")
    found = verify(file)
    assert (True, True) == (found.ok, found.identical)


def test_a_brief_compared_with_last_year_agrees(tmp_path: Path) -> None:
    """Last year's data travel too, and the changes are computed anew."""
    last = commune(3, year=2025, weapons={"firearms_surrendered": 5})
    file = render_report(report(), previous=last).save(tmp_path / "a.pdf")
    found = verify(file)
    assert (True, True) == (found.ok, found.identical)
    assert any(figure.metric.endswith(".change") for figure in found.figures)


def test_a_users_own_templates_agree_with_themselves(tmp_path: Path) -> None:
    """Given the same folder again, the text is made anew; without it, the page is held against the attached text."""
    folder = own_style(tmp_path / "mau", "<p>Phát hành nội bộ</p>")
    file = render_report(report(), style="thu", templates=folder).save(tmp_path / "a.pdf")
    assert ("rerendered", True) == (verify(file, templates=folder).method, verify(file, templates=folder).ok)
    without = verify(file)
    assert ("attached", True, None) == (without.method, without.ok, without.identical)
    assert "ở đây không có kiểu trình bày “thu”" == without.reason


def test_the_words_of_another_version_are_made_anew(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By this one, and it says what was not compared: the answer is no match."""
    monkeypatch.setattr(setting, "programme_digest", lambda: "0" * 64)
    found = words(pdf)
    assert (True, "rerendered", "figures agree") == (found.ok, found.method, found.answer)
    assert "ở đây khác khi dựng bản tin: phiên bản chương trình hoặc thư viện" == found.reason
    assert all(figure.found for figure in found.figures)


def test_a_part_of_a_whole_that_moved_agrees_in_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its change is that of the part: the ledger's formula says so, and so do the data."""
    this = report(standards={"safe_residential_areas": "8/8 khu dân cư"})
    last = commune(3, year=2025, standards={"safe_residential_areas": "6/8 khu dân cư"})
    file = render_report(this, previous=last).save(tmp_path / "a.pdf")
    monkeypatch.setattr(setting, "programme_digest", lambda: "0" * 64)
    found = words(file)
    assert "standards.safe_residential_areas.change" in {figure.metric for figure in found.figures}
    assert ("rerendered", "figures agree", []) == (found.method, found.answer, told(found))


# --- what does not --------------------------------------------------------------------------------------------------


def test_a_changed_figure_is_named(html: Path) -> None:
    """With what the page says and what the data say."""
    found = words(edit(html, "6\u00a0khẩu súng", "8\u00a0khẩu súng"))
    assert [("changed", "weapons.firearms_surrendered", "8 khẩu súng", "6 khẩu súng")] == told(found)
    assert not found.ok


def test_a_dropped_figure_is_missing(html: Path) -> None:
    """With the figure that should stand there."""
    found = words(edit(html, "6\u00a0khẩu súng", ""))
    assert [("missing", "weapons.firearms_surrendered", "", "6 khẩu súng")] == told(found)
    assert [False] == [each.found for each in found.figures if not each.found]


def test_a_number_of_nobodys_is_unsourced(html: Path) -> None:
    """A sentence pasted in."""
    found = words(edit(html, "<h2>", "<p>Toàn xã có 12 vụ.</p><h2>"))
    assert [("unsourced", "", "Toàn xã có 12 vụ.", "")] == told(found)


def test_changed_words_are_told(html: Path) -> None:
    """Words are no figures, but the page is not the one that was made."""
    found = words(edit(html, "Số liệu trong bài", "Thông tin trong bài"))
    assert [("wording", "", "Thông tin", "Số liệu")] == told(found)


@pytest.mark.parametrize("hidden", [False, True], ids=["plain", "with its hash"])
def test_changed_data_are_told(html: Path, hidden: bool) -> None:
    """Against the page, the ledger and, unless it was changed as well, the manifest."""
    found = words(edit_data(html, '"value": 6\n', '"value": 7\n', hidden=hidden))
    kinds = {each[:2] for each in told(found)}
    assert not found.ok
    assert hidden == (("evidence", REPORT_FILE) not in kinds)


def test_changed_data_of_another_version_are_told(html: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger holds the values that were printed."""
    monkeypatch.setattr(setting, "programme_digest", lambda: "0" * 64)
    data = json.loads(carried_files(html.read_text(encoding="utf-8"))[1][REPORT_FILE])
    assert 6 == data["weapons"]["firearms_surrendered"]["value"]
    file = edit_data(html, 'khẩu súng",\n   "value": 6', 'khẩu súng",\n   "value": 9', hidden=True)
    assert ("data", "weapons.firearms_surrendered", "6", "9") in told(words(file))


def test_hidden_figures_are_told(html: Path) -> None:
    """Markup and stylesheet can hide what the text still says."""
    found = verify(edit(html, "</head>", "<style>data { display: none }</style></head>"))
    assert [("markup", "", "", "")] == told(found)


def test_a_changed_ledger_is_told(html: Path) -> None:
    """Another source beside a figure."""
    page, files = carried_files(html.read_text(encoding="utf-8"))
    files[LEDGER_FILE] = files[LEDGER_FILE].replace(b"6/6", b"6/7").replace(b",18,", b",81,", 1)
    html.write_text(carry(page, files), encoding="utf-8")
    assert {"evidence", "ledger"} <= {each.kind for each in words(html).differences}


def test_a_pdf_made_of_other_words_is_told(tmp_path: Path) -> None:
    """Every figure of a page that is not there is missing, with the page it should be on."""
    evidence = brief()._evidence.for_pdf
    style = PdfStyle(brief()._style.css, brief()._style.resources)
    other = "<!DOCTYPE html><html lang=vi><head><title>a</title></head><body><h1>Trang khác</h1></body></html>"
    file = tmp_path / "a.pdf"
    layouts: list[Layout] = []

    def note(layout: Layout) -> tuple[()]:
        layouts.append(layout)
        return ()

    render_pdf(brief()._page.html, brief()._style, {}, attach=note)
    file.write_bytes(render_pdf(other, style, {}, attach=lambda layout: evidence(layouts[0])).data)
    found = verify(file)
    assert {"missing", "changed", "unsourced", "wording", "appearance"} >= {each.kind for each in found.differences}
    assert not any(figure.found for figure in found.figures)


# --- other data -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_the_same_data_from_elsewhere_agree(kind: str, tmp_path: Path) -> None:
    """`report` takes the place of what the file carries."""
    file = brief().save(tmp_path / f"a.{kind}")
    assert words(file, report()).ok


def test_other_data_are_told_figure_by_figure(pdf: Path) -> None:
    """With the page, wherever it is printed."""
    other = report(weapons={"firearms_surrendered": 9, "ammunition_surrendered": 23})
    found = words(pdf, other)
    assert {("changed", "weapons.firearms_surrendered")} == {each[:2] for each in told(found)}
    assert all(each.page for each in found.differences)


def test_other_data_of_a_figure_that_is_not_printed(pdf: Path) -> None:
    """Both reports are compared as a whole, not only what the page shows."""
    more = report(extra=[{"id": "moi", "label": "chốt", "section": "models", "figure": 4}])
    assert "extra.moi" in {each.metric for each in words(pdf, more).differences}


# --- files that cannot be verified ----------------------------------------------------------------------------------


def test_a_brief_without_evidence_is_refused(tmp_path: Path) -> None:
    """Nothing to hold it against."""
    file = tmp_path / "a.html"
    file.write_text("<p>Có 5 xã", encoding="utf-8")
    with pytest.raises(IntakeError, match="a.html: không mang theo số liệu"):
        verify(file)


def test_a_brief_of_the_first_format_is_refused_with_what_to_do() -> None:
    """Its table of places is another one; its data can still be taken out."""
    old = Path(__file__).resolve().parent.parent / "data" / "first" / "lam-dong-2024.pdf"
    with pytest.raises(IntakeError, match=r"dạng 1 của phiên bản 0\.1.* → dựng lại bản tin .*; so-lieu\.json"):
        verify(old)
