"""A report inside a finished brief: the same report comes back, with where each figure came from."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from batch_units import commune

from antq_reports import Report, load_report, render_report
from antq_reports.csvtext import write_csv
from antq_reports.errors import IntakeError
from antq_reports.evidence import MANIFEST_FILE, REPORT_FILE, SOURCES_FILE, Brief, read_brief, report_files
from antq_reports.evidence.brief_file import report_json
from antq_reports.report import Origin, SourceMap

EXAMPLES = sorted((Path(__file__).resolve().parent.parent.parent / "examples").glob("*.toml"))
FIRST = Path(__file__).resolve().parent.parent / "data" / "first"
PLACES = {
    "tips.valuable_tips": (
        Origin(file="a.xlsx", sheet="Tin báo", cell="E8", note="tạm tính; chờ “công văn”"),
        Origin(file="b.xlsx", cell="E8", unit="xã B"),
    ),
    "weapons": (Origin(file="=c.xlsx"),),
}


@cache
def compared() -> tuple[Report, Report, bytes, str]:
    """This year's report, last year's, and their brief as PDF and HTML."""
    last = commune(3, year=2025).with_sources(
        SourceMap(file="2025.xlsx", places={"models": (Origin(file="2025.xlsx", cell="C1"),)})
    )
    this = commune(3).with_sources(SourceMap(file="2026.xlsx", places=PLACES))
    brief = render_report(this, previous=last, internal=True)
    return this, last, brief.pdf, brief.html


def brief_of(files: dict[str, bytes]) -> Brief:
    """A brief that carries these files."""
    return Brief(Path("a.pdf"), "pdf", b"", files)


def complaint(files: dict[str, bytes]) -> str:
    """What is said of a brief whose files are no good."""
    with pytest.raises(IntakeError) as caught:
        brief_of(files).reports()
    return str(caught.value)


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_both_years_come_back_with_their_sources(kind: str, tmp_path: Path) -> None:
    """From the PDF and from the HTML; the folder is the brief's own."""
    this, last, pdf, html = compared()
    file = tmp_path / f"xã.{kind}"
    file.write_bytes(pdf if kind == "pdf" else html.encode())
    report, previous = read_brief(file).reports()
    assert previous is not None
    assert (this, last) == (report, previous)
    assert [this.sources, last.sources] == [replace(each.sources, folder=None) for each in (report, previous)]
    assert tmp_path.resolve() == report.sources.folder


def test_load_report_takes_a_finished_brief(tmp_path: Path) -> None:
    """As it takes the file it was made from."""
    file = tmp_path / "xã.PDF"
    file.write_bytes(compared()[2])
    assert compared()[0] == load_report(file)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_field_survives_the_json(file: Path) -> None:
    """Both examples read back equal, and give the same JSON again."""
    report = load_report(file)
    again = brief_of(report_files(report)).reports()[0]
    assert report == again
    assert report_json(report) == report_json(again)


def test_a_caption_that_a_file_may_not_have_comes_back() -> None:
    """A report made in Python may say in a caption what a reader of files asks about."""
    photo = {"path": "a.png", "caption": "Hình {{ 7*7 }} {khong.co}", "alt": "Một bức ảnh"}
    report = commune(0, photos=[photo])
    assert report == brief_of(report_files(report)).reports()[0]


def test_what_was_not_reported_is_not_written() -> None:
    """A key without a value would be read as one."""
    assert b"null" not in report_json(commune(0))


def test_a_brief_without_data_says_so() -> None:
    """Somebody else's PDF."""
    assert "a.pdf: không mang theo so-lieu.json → " in complaint({})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"place": 5}', "a.pdf/so-lieu.json: place"),
        (b"\xff", "tệp không phải UTF-8"),
        (b'{"a": NaN}', "“NaN” không phải số"),
        (b"[" * 100_000, "lồng nhau quá sâu"),
    ],
)
def test_data_are_validated_like_any_input(data: bytes, said: str) -> None:
    """They were anybody's to edit; the fault names the file inside the brief."""
    assert said in complaint({REPORT_FILE: data})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        write_csv([("Báo cáo", "Mã chỉ tiêu", "Nguồn")]),
    ],
    ids=["empty", "other columns"],
)
def test_sources_are_checked(data: bytes) -> None:
    """The fault names the table inside the brief."""
    assert "a.pdf/nguon.csv: " in complaint({REPORT_FILE: report_json(commune(0)), SOURCES_FILE: data})


def test_a_brief_of_the_first_format_still_gives_its_data() -> None:
    """Its table of places is not read: all that is known of a figure is the brief it was taken from."""
    report = load_report(FIRST / "lam-dong-2024.pdf")
    assert load_report(FIRST / "lam-dong-2024.toml").model_copy(update={"photos": ()}) == report
    assert "lam-dong-2024.pdf: tips.public_tips" == report.sources.place_of("tips.public_tips")


@pytest.mark.parametrize(
    ("stated", "said"),
    [(1, "dạng 1 của phiên bản 0.1.*antq-reports extract"), (3, "dạng 3 của phiên bản mới hơn.*cập nhật")],
)
def test_another_format_is_refused_with_what_to_do(stated: int, said: str) -> None:
    """An old brief is made anew, a newer one read by a newer programme."""
    with pytest.raises(IntakeError, match=said):
        brief_of({MANIFEST_FILE: f'{{"format": {stated}}}'.encode()}).demand_format()


def test_the_format_of_today_is_taken() -> None:
    """Two, and none at all: then it is for the checks to say what is wrong with the manifest."""
    brief_of({MANIFEST_FILE: b'{"format": 2}'}).demand_format()
    brief_of({}).demand_format()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", None, "không có tệp này"),
        ("a.pdf", b"no pdf", "tệp không phải là PDF đọc được"),
        ("a.html", b"\xff\xfe", "tệp không phải UTF-8"),
        ("a.html", b'<script type="application/json" id="antq-evidence">{', "phần số liệu mang theo bị hỏng"),
    ],
)
def test_a_file_that_is_no_brief_is_refused(tmp_path: Path, name: str, data: bytes | None, said: str) -> None:
    """One sentence that names it."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(IntakeError) as caught:
        load_report(tmp_path / name)
    assert f"{name}: " in str(caught.value)
    assert said in str(caught.value)
