"""Attacks on time and memory: each input ends within its limit, in words that name the limit."""

from __future__ import annotations

import io
import resource
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from batch_units import commune, own_style
from PIL import Image
from prose_kit import report_of
from pydantic import ValidationError
from sampling import whole_only

from antq_reports import load_report, load_reports, render_report
from antq_reports.batch import render_many
from antq_reports.batch.input_digest import own_templates, setting_digest
from antq_reports.batch.worker_process import CHILDREN, serve
from antq_reports.batch.worker_task import Limits, Task
from antq_reports.catalogue import bundled_catalogue
from antq_reports.errors import AntqReportsError, IntakeError, PhotoError
from antq_reports.forms.xlsx import read_sheets
from antq_reports.intake.toml_values import MAX_KEY_PARTS
from antq_reports.load import read_reports
from antq_reports.pictures.photos import MAX_SCANS, prepare_photo
from antq_reports.vietnamese import clean_text

HEAD = 'period = "năm 2026"\nplace.name = "A"\n'
REPORT = report_of(weapons={"firearms_surrendered": "526 súng"}, lead="Mở bài.")
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Seconds of the processor, ours and our ended children's; without the limits each takes minutes or all memory."""
    start = processor_seconds()
    yield
    assert processor_seconds() - start < seconds


def processor_seconds() -> float:
    """What this process and its ended children have used up."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def png(width: int, height: int) -> bytes:
    """A one-bit PNG of any size in a few kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    row = b"\0" * (1 + (width + 7) // 8)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [5001, 13_000, 14_000])
def test_a_picture_of_too_many_pixels_is_refused_from_its_head(side: int) -> None:
    """Twenty kilobytes that would become a gigabyte."""
    with within(5), pytest.raises(PhotoError, match="25 triệu"):
        prepare_photo(png(side, side), "a.png")


def many_scans(count: int) -> bytes:
    """A progressive JPEG whose last scan is repeated."""
    held = io.BytesIO()
    Image.new("L", (64, 64), 128).save(held, "JPEG", progressive=True)
    data = held.getvalue()
    tables = data.rfind(b"\xff\xc4", 0, data.rfind(b"\xff\xda"))
    return data[:-2] + data[tables:-2] * count + b"\xff\xd9"


def test_a_jpeg_of_endless_scans_is_refused() -> None:
    """Sixty bytes a scan, and each goes over the whole picture."""
    assert 64 == prepare_photo(many_scans(MAX_SCANS - 10), "a.jpg").width
    with within(5), pytest.raises(PhotoError, match=f"hơn {MAX_SCANS} lượt quét"):
        prepare_photo(many_scans(100_000), "a.jpg")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a." * 400_000 + "b = 1", f"hơn {MAX_KEY_PARTS} phần"),
        ("[" + '"a".' * 200_000 + "b]\nx = 1", f"hơn {MAX_KEY_PARTS} phần"),
        ("x = " + "[" * 400_000, "lồng nhau quá sâu"),
        ("x = " + "9" * 400_000, "quá lớn hoặc quá dài"),
        ("frame = 0x" + "f" * 400_000, "quá lớn hoặc quá dài"),
        ("weapons.detonators = 0x" + "f" * 1000, "quá lớn hoặc quá dài"),
        ("#" * 1_000_001, "1 triệu ký tự"),
        ('headline = "a' + "\u0301\u0327" * 400_000 + '"', "quá giới hạn 1000"),
        ('lead = "a' + "\u0301\u0327" * 9_000 + '"', "30 dấu chồng"),
        (f"actors = [{'1,' * 6_000}]", "tối đa 5000"),
    ],
)
def test_a_report_file_ends_in_words(text: str, message: str, tmp_path: Path) -> None:
    """Keys, nesting, numbers, comments, marks and lists without end."""
    file = tmp_path / "a.toml"
    file.write_text(HEAD + text, encoding="utf-8")
    with within(10), pytest.raises(IntakeError, match=message):
        load_report(file)


def test_what_a_fault_repeats_is_short_and_plain(tmp_path: Path) -> None:
    """A key of a megabyte, and one that would steer a terminal."""
    file = tmp_path / "a.toml"
    file.write_text(f'{HEAD}"{"x" * 500_000}" = 1\n"\\u001b[2J" = 1\n', encoding="utf-8")
    with pytest.raises(IntakeError) as caught:
        load_report(file)
    assert len(str(caught.value)) < 3_000
    assert "\x1b" not in str(caught.value)


def test_marks_without_end_are_refused_before_they_are_composed() -> None:
    """Composing them takes quadratic time."""
    with within(5), pytest.raises(AntqReportsError, match="30 dấu"):
        clean_text("a" + "\u0301\u0327" * 30_000)


def test_clauses_of_a_visit_are_counted() -> None:
    """Each may be twenty thousand characters long."""
    visit = {"delegation": "Đoàn", "praise": ["x"] * 21}
    with pytest.raises(ValidationError, match="20 items"):
        report_of(frame="visit", visit=visit)


# --- tables --------------------------------------------------------------------------------------------------------


def workbook(file: Path, sheets: list[str], shared: str = "") -> Path:
    """A workbook of sheets given as XML."""
    names = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(sheets) + 1))
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{n}" Type="{kinds}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    texts = f'<Relationship Id="t" Type="{kinds}/sharedStrings" Target="sharedStrings.xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        root = f'<Relationship Id="b" Type="{kinds}/officeDocument" Target="xl/workbook.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}">{root}</Relationships>')
        archive.writestr("xl/workbook.xml", f'<workbook {NS} xmlns:r="{kinds}"><sheets>{names}</sheets></workbook>')
        relations = f'<Relationships xmlns="{package}">{links}{texts}</Relationships>'
        archive.writestr("xl/_rels/workbook.xml.rels", relations)
        archive.writestr("xl/sharedStrings.xml", f"<sst {NS}><si><t>{shared}</t></si></sst>")
        for number, rows in enumerate(sheets, start=1):
            sheet = f"<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>"
            archive.writestr(f"xl/worksheets/sheet{number}.xml", sheet)
    return file


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="19999"><c r="FY19999"><v>1</v></c></row>'
SHARED = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 10_000))


@pytest.mark.parametrize(
    ("sheets", "shared", "message"),
    [
        ([FAR] * 100, "", "quá 4.000.000 ô"),
        ([SHARED], "x" * 1_000_000, "nội dung nén của tệp quá lớn"),
        (['<row r="1"><c r="A99999"/></row>' + "<c " * 600_000], "", "bị hỏng"),
    ],
)
def test_a_small_workbook_stays_small(sheets: list[str], shared: str, message: str, tmp_path: Path) -> None:
    """Blank rectangles, one long text in every cell, tags that never end."""
    with within(15), pytest.raises(IntakeError, match=message):
        read_sheets(workbook(tmp_path / "a.xlsx", sheets, shared))


def test_an_honest_workbook_of_that_kind_is_read(tmp_path: Path) -> None:
    """The same file with a short text."""
    (sheet,) = read_sheets(workbook(tmp_path / "a.xlsx", [SHARED], "xã"))
    assert (9_999, "xã") == (len(sheet.rows), sheet.rows[-1][0])


@pytest.mark.parametrize("text", ["mã;" + ";" * 5_000_000, "mã;tên\n" + ";\n" * 2_000_000])
def test_a_table_has_bounded_rows_and_columns(text: str, tmp_path: Path) -> None:
    """Twenty megabytes of separators would be twenty million cells."""
    file = tmp_path / "a.csv"
    file.write_text(text, encoding="utf-8")
    with within(15), pytest.raises(IntakeError, match="quá 300.000 dòng hoặc quá 1.000 cột"):
        load_reports(file)


@pytest.mark.parametrize("suffix", ["toml", "json", "csv", "xlsx"])
def test_a_device_is_no_file(suffix: str, tmp_path: Path) -> None:
    """It has no end."""
    (tmp_path / f"a.{suffix}").symlink_to("/dev/zero")
    with within(5), pytest.raises(IntakeError, match="không phải là một tệp|rỗng"):
        load_reports([tmp_path / f"a.{suffix}"])


# --- templates -----------------------------------------------------------------------------------------------------

DOUBLED = "{% set a = ['x', 'x'] %}" + "{% set a = [a, a] %}" * 30 + "{{ a }}"


@pytest.mark.parametrize(
    "attack",
    [
        "{{ 'a'.ljust(900000000) }}",
        "{{ 'a'.replace('', 'aaaa') }}",
        "{{ ['a'].__mul__(900000000) }}",
        "{{ 9**9999999 }}",
        "{{ 'a'*500000000 }}",
        "{{ 'a'|center(500000000) }}",
        "{% for a in [article]|batch(900000000) %}{% endfor %}",
        "{% for a in [article]|slice(slices=900000000) %}{% endfor %}",
        "{% for a in range(900000000) %}{% endfor %}",
        DOUBLED,
        "{{ " + "(" * 5_000 + "article.kicker" + ")" * 5_000 + " }}",
        "{% for a in article.blocks %}" * 30 + "{% endfor %}" * 30,
        "{% include 'styles/thu/page.html.j2' %}",
    ],
)
def test_a_template_cannot_buy_much_with_little(attack: str, tmp_path: Path) -> None:
    """Powers, repetitions, paddings, doublings and endless nesting are errors of the template."""
    with within(10), pytest.raises(AntqReportsError):
        render_report(REPORT, style="thu", templates=own_style(tmp_path, attack))


COSTLY = (
    "<table><tr><td colspan=100000>a</td></tr></table><table>" + "<tr><td>a</td></tr>" * 8_000 + "</table>"
    "<p>" + '<i style="float:footnote">a</i>' * 500 + "</p>"
)


def test_a_costly_page_is_ended(tmp_path: Path) -> None:
    """Only a user's own templates reach these; a batch makes each brief in a process with limits."""
    templates = own_style(tmp_path, "{% raw %}" + COSTLY + "{% endraw %}")
    asked = Task(
        unit="xã",
        report=commune(0),
        style="thu",
        setting=setting_digest("thu", templates, bundled_catalogue()),
        templates=own_templates(templates),
        limits=Limits(seconds=1.5),
    )
    try:
        with within(30):
            assert "làm quá 1,5 giây nên bị dừng" == serve(asked).reason.split(" →")[0]
    finally:
        CHILDREN.close()


@whole_only("one page is ended above, and a batch goes on past a hanging unit in tests/batch/test_runner.py")
def test_costly_pages_are_ended_and_the_others_made(tmp_path: Path) -> None:
    """In a batch."""
    choice = "{% if kicker %}{% raw %}" + COSTLY + "{% endraw %}{% endif %}"
    folder = own_style(tmp_path / "mau", choice)
    reports = [commune(0), commune(1, kicker="An ninh"), commune(2)]
    with within(60):
        result = render_many(reports, tmp_path / "out", style="thu", templates=folder, timeout=8, jobs=2)
    assert (2, ["làm quá 8 giây nên bị dừng"]) == (
        len(result.rendered),
        [failure.reason.split(" →")[0] for failure in result.failed],
    )


def test_too_many_templates_are_refused(tmp_path: Path) -> None:
    """A folder that is somebody's home directory is not read."""
    (tmp_path / "prose").mkdir()
    for number in range(501):
        (tmp_path / "prose" / f"{number}.j2").touch()
    with pytest.raises(AntqReportsError, match="quá 500 tệp mẫu"):
        render_report(REPORT, templates=tmp_path)


def test_what_lies_beside_the_templates_is_not_read(tmp_path: Path) -> None:
    """Nor counted: a folder may hold the reports and pictures as well."""
    for number in range(501):
        (tmp_path / f"{number}.j2").touch()
    assert render_report(REPORT, templates=tmp_path).text == render_report(REPORT).text


def test_photos_of_a_report_are_bounded_together(tmp_path: Path) -> None:
    """A batch holds them in memory before it hands them on."""
    names = [f"{number}.png" for number in range(8)]
    for name in names:
        with (tmp_path / name).open("wb") as file:
            file.truncate(29_000_000)
    photos = [{"path": name, "caption": "a", "alt": "a"} for name in names]
    report = commune(0, photos=photos)
    placed = report.with_sources(type(report.sources)(folder=tmp_path))
    (failure,) = render_many([placed], tmp_path / "out", jobs=1).failed
    assert "cộng lại quá 200 MB" in failure.reason


@pytest.mark.parametrize("name", ["a" * 400, "a\u202eb", "a\x07b", "a" + "\u0301\u0327" * 40])
def test_a_units_name_no_page_may_hold_stops_its_row_alone(name: str, tmp_path: Path) -> None:
    """The row is refused with its cell; the next one is a report. A row cut short is no fault of the others."""
    file = tmp_path / "a.csv"
    head = "mã;tên;kỳ;weapons.firearms_surrendered;@id"
    file.write_text(f"{head}\n24823;{name};năm 2026;5;x\n24824;Tân Hạ;năm 2026;6\n", encoding="utf-8")
    intake = read_reports(file)
    assert (["Tân Hạ"], 1) == ([report.place.name for report in intake.reports], len(intake.faults))
    assert "dòng 2, cột 2" in str(intake.faults[0])
