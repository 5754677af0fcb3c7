"""The commands about finished briefs: what they print, write and refuse, and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from proof_kit import brief, edit, report

from antq_reports import load_report, render_report
from antq_reports.cli import app
from antq_reports.csvtext import read_csv
from antq_reports.errors import IntakeError
from antq_reports.formats import carried_files, carry

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "examples" / "lam-dong-2024.toml"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """The brief as a PDF file."""
    return brief().save(tmp_path / "xa.pdf")


@pytest.fixture
def html(tmp_path: Path) -> Path:
    """The brief as an HTML file."""
    return brief().save(tmp_path / "xa.html")


def run(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_the_command_says_what_agrees(pdf: Path, html: Path) -> None:
    """One line a file, exit code 0."""
    done = run("verify", pdf, html)
    assert (0, 2) == (done.exit_code, done.stdout.count(": khớp · "))
    assert "tệp trùng từng byte với bản dựng lại" in done.stdout


def test_a_folder_is_all_its_briefs(pdf: Path, html: Path) -> None:
    """By name; a folder without any is a fault."""
    (pdf.parent / "manifest.json").write_text("{}", encoding="utf-8")
    done = run("verify", pdf.parent, "--quick")
    assert 3 == done.exit_code
    assert [str(html), str(pdf)] == [line.partition(": SỐ LIỆU KHỚP")[0] for line in done.stdout.splitlines()]
    (pdf.parent / "trong").mkdir()
    with pytest.raises(IntakeError, match="thư mục không có bản tin"):
        CliRunner().invoke(app, ["verify", str(pdf.parent / "trong")], catch_exceptions=False)


def test_the_command_says_what_does_not(html: Path, pdf: Path) -> None:
    """A table, exit code 1; the other files go on."""
    done = run("verify", edit(html, "6\u00a0khẩu súng", "8\u00a0khẩu súng"), pdf, "--quick")
    assert 1 == done.exit_code
    assert "KHÔNG KHỚP · 1 chỗ không khớp" in done.stdout
    assert "số liệu in khác  weapons.firearms_surrendered  8 khẩu súng  6 khẩu súng" in " ".join(
        part if part else " " for part in done.stdout.split("   ")
    ).replace("   ", "  ")
    assert ": SỐ LIỆU KHỚP, CHƯA ĐỐI CHIẾU HẾT · " in done.stdout


def test_the_command_speaks_json(html: Path) -> None:
    """A line a file, for programmes."""
    found = json.loads(run("verify", html, "--json", "--quick").stdout)
    assert (True, [], "rerendered") == (found["ok"], found["differences"], found["method"])


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, html: Path) -> None:
    """Exit code 1, and the others go on."""
    done = run("verify", tmp_path / "khong-co.pdf", html)
    assert 1 == done.exit_code
    assert "khong-co.pdf: không có tệp này" in done.stderr
    assert ": khớp · " in done.stdout


@pytest.mark.parametrize("open_section", ["<![x", "<![x]>", "<![CDATA[", "<![if !IE", "<!["])
def test_markup_that_is_never_closed_ends_nothing(html: Path, pdf: Path, open_section: str) -> None:
    """It is a difference of that file, and the others go on."""
    text = html.read_text(encoding="utf-8")
    html.write_text(text.replace("<body>", f"<body>{open_section}", 1), encoding="utf-8")
    done = run("verify", html, pdf)
    assert (1, 1) == (done.exit_code, done.stdout.count("KHÔNG KHỚP"))
    assert f"{pdf}: khớp" in done.stdout


@pytest.mark.parametrize(
    "foreign",
    [
        "<script>x</script>",
        "<iframe></iframe>",
        "<p onclick='x'></p>",
        "<a href=' JavaScript:x'>.</a>",
        "<style>p { background: url(http://a/) }</style>",
        "<img src='http://a/'>",
    ],
)
def test_what_runs_or_is_fetched_is_told_whatever_was_hashed_anew(foreign: str, html: Path) -> None:
    """A page of ours has none of it; that the manifest says otherwise counts for nothing."""
    text = html.read_text(encoding="utf-8")
    html.write_text(text.replace("</article>", f"{foreign}</article>", 1), encoding="utf-8")
    found = json.loads(run("verify", html, "--json", "--quick").stdout)
    assert "differs" == found["answer"]
    assert [each for each in found["differences"] if each["kind"] == "markup" and each["printed"]]


def test_data_are_extracted_and_used_again(pdf: Path, tmp_path: Path) -> None:
    """Into a folder named after the brief; the report in it gives the same report."""
    done = run("extract", pdf, "-o", tmp_path / "ra")
    assert 0 == done.exit_code
    names = [Path(line).relative_to(tmp_path).as_posix() for line in done.stdout.split()]
    assert "ra/xa/so-lieu.json" == names[0]
    assert report() == load_report(tmp_path / names[0])


def test_foreign_files_stay_inside(html: Path, tmp_path: Path) -> None:
    """Only the files of the evidence are written, whatever else is in there and however it is named."""
    page, files = carried_files(html.read_text(encoding="utf-8"))
    html.write_text(carry(page, {**files, "../../thoat.txt": b"a"}), encoding="utf-8")
    done = run("extract", html, "-o", tmp_path / "ra")
    assert "không lấy ra tệp lạ “../../thoat.txt”" in done.stderr
    assert [] == list(tmp_path.parent.rglob("thoat.txt"))


def test_the_ledger_is_printed(pdf: Path) -> None:
    """Page, text, value, label, path, formula, source; narrowed to what is looked for."""
    done = run("ledger", pdf, "--find", "khẩu súng")
    assert 0 == done.exit_code
    assert "weapons.firearms_surrendered" in done.stdout
    assert "security_cameras" not in done.stdout


def test_the_ledger_of_a_report_has_no_pages_yet(tmp_path: Path) -> None:
    """It is the one its brief would carry."""
    rows = read_csv(run("ledger", EXAMPLE, "--csv").stdout_bytes)[1:]
    assert len(render_report(load_report(EXAMPLE)).figures) == len(rows)
    assert {""} == {row[1] for row in rows}


def test_a_brief_of_the_first_format_gives_its_data_and_no_ledger(tmp_path: Path) -> None:
    """The ledger says what to do; the data come out as they are."""
    old = Path(__file__).resolve().parent.parent / "data" / "first" / "lam-dong-2024.pdf"
    refused = run("ledger", old)
    assert isinstance(refused.exception, IntakeError)
    assert "dựng lại bản tin từ tệp báo cáo" in str(refused.exception)
    assert 0 == run("extract", old, "-o", tmp_path).exit_code
    assert load_report(old) == load_report(tmp_path / "lam-dong-2024" / "so-lieu.json")
