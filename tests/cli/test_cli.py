"""The command line: exit codes, what is written and what is not, and that it speaks Vietnamese."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from click import Command
from click.testing import CliRunner, Result

from antq_reports import cli
from antq_reports.cli import app, console
from antq_reports.cli.command_group import LISTINGS, load_command

SMALL = 'period = "năm 2024"\n[place]\nname = "Lâm Đồng"\n[weapons]\ndetonators = 5\n'
LOCALE = Path(cli.__file__).parent.parent / "locale" / "vi" / "LC_MESSAGES"
COMMANDS = [(name, load_command(name)) for name in sorted(LISTINGS)]
ENGLISH = re.compile(r"\b(?:Usage|Error|Options|Commands|Try|Show|Missing|Invalid|such|default|required|No)\b")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one good report."""
    (tmp_path / "a.toml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "vi")
    console.speak_vietnamese()
    return tmp_path


def run(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, arguments)


def run_program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a shell does, with an environment of its own."""
    return subprocess.run(
        [sys.executable, "-m", "antq_reports", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], **environment},
        check=False,
    )


def written(folder: Path) -> list[str]:
    """Return the names of what a run left in the folder's ``out``."""
    return sorted(path.name for path in (folder / "out").glob("**/*"))


def test_render_writes_a_pdf_and_says_where(folder: Path) -> None:
    """Exit 0: the path goes to standard output, alone; nothing is said beside it."""
    result = run("render", "a.toml", "-o", "out")
    assert (0, "out/a.pdf\n", "") == (result.exit_code, result.stdout, result.stderr)
    assert (folder / "out" / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert ["a.pdf"] == written(folder)


def test_several_formats_are_written_once_each(folder: Path) -> None:
    """--format may be given again; a format asked for twice is written once."""
    result = run("render", "a.toml", "--format", "html", "--format", "txt", "--format", "html")
    assert (0, "out/a.html\nout/a.txt\n") == (result.exit_code, result.stdout)
    assert "5 kíp nổ" in (folder / "out" / "a.txt").read_text(encoding="utf-8").replace("\u00a0", " ")


def test_output_folder_is_made(folder: Path) -> None:
    """A folder that is not there is made, parents too."""
    assert 0 == run("render", "a.toml", "--format", "txt", "-o", "x/y").exit_code
    assert (folder / "x" / "y" / "a.txt").is_file()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("period = 5\n", "b.toml: place: thiếu khóa bắt buộc"),
        (SMALL.replace("= 5", "= 1.584"), "b.toml, dòng 5: weapons.detonators"),
        (SMALL + '[[photos]]\npath = "none.png"\ncaption = "a"\nalt = "b"\n', "ảnh “none.png”"),
        ("", "tệp trống"),
        ('period = "x', "TOML sai cú pháp"),
    ],
)
def test_bad_file_stops_nobody_else(content: str, message: str, folder: Path) -> None:
    """One bad file of two: the other is rendered, the bad one leaves no file, exit 1."""
    (folder / "b.toml").write_text(content, encoding="utf-8")
    result = run("render", "b.toml", "a.toml", "--format", "txt", "--format", "html")
    assert (1, "out/a.txt\nout/a.html\n") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("Lỗi: ")
    assert message in result.stderr
    assert ["a.html", "a.txt"] == written(folder)


@pytest.mark.allow_weasyprint_logs
def test_failing_pdf_leaves_no_file_of_any_format(folder: Path) -> None:
    """Every format is finished before the first is written: no half a brief."""
    (folder / "a.toml").write_text('headline = "Chữ 漢"\n' + SMALL, encoding="utf-8")
    result = run("render", "a.toml", "--format", "txt", "--format", "pdf")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "không in được PDF" in result.stderr
    assert [] == written(folder)


def test_template_with_a_missing_variable_leaves_no_file(folder: Path) -> None:
    """A user's template that names a missing variable: the template is named, exit 1, nothing written."""
    template = folder / "mau" / "prose" / "sections" / "weapons.j2"
    template.parent.mkdir(parents=True)
    template.write_text("{% sentence %}{{ weapons.detonatrs|figure }}{% endsentence %}", encoding="utf-8")
    result = run("render", "a.toml", "--format", "txt", "--templates", "mau")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "weapons.j2" in result.stderr
    assert [] == written(folder)


def test_unknown_style_leaves_no_file(folder: Path) -> None:
    """An unknown style: the styles there are, exit 1, nothing written."""
    result = run("render", "a.toml", "--format", "txt", "--style", "bao-moi")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "chọn một trong: bao-lam-dong, bao-quang-nam" in result.stderr
    assert [] == written(folder)


def test_unprinted_figures_are_told(folder: Path) -> None:
    """What the wording leaves out is said on standard error; the brief is still written."""
    template = folder / "mau" / "prose" / "sections" / "weapons.j2"
    template.parent.mkdir(parents=True)
    template.write_text("{% sentence %}\nĐã tiếp nhận vũ khí\n{% endsentence %}\n", encoding="utf-8")
    result = run("render", "a.toml", "--format", "txt", "--templates", "mau")
    assert 0 == result.exit_code
    assert "Chú ý: mẫu câu không in các số liệu: weapons.detonators" in result.stderr


def test_two_files_of_one_name_are_refused(folder: Path) -> None:
    """Two files that would be written over each other: wrong usage, nothing written."""
    (folder / "a.json").write_text("{}", encoding="utf-8")
    result = run("render", "a.toml", "a.json")
    assert 2 == result.exit_code
    assert "hai tệp cùng tên “a”" in result.stderr
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("render",),
        ("rendr",),
        ("render", "a.toml", "--stlye", "x"),
        ("render", "a.toml", "--format", "docm"),
        ("render", "a.toml", "-o", "a.toml"),
        ("render", "a.toml", "--templates", "a.toml"),
        ("styles", "more"),
    ],
)
def test_wrong_usage_is_two_and_vietnamese(arguments: tuple[str, ...], folder: Path) -> None:
    """Wrong usage: exit 2, nothing on standard output, no English."""
    result = run(*arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Cách dùng: " in result.stderr
    assert not ENGLISH.search(result.stderr)
    assert ["a.toml"] == sorted(path.name for path in folder.iterdir())


def test_output_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    """A folder under a file cannot be: exit 1, the reason in Vietnamese, no traceback."""
    done = run_program("render", "a.toml", "--format", "txt", "-o", "a.toml/out")
    assert (1, "") == (done.returncode, done.stdout)
    assert "Lỗi: a.toml/out: không tạo được thư mục (một phần của đường dẫn là tệp)" in done.stderr
    assert "Traceback" not in done.stderr


def test_output_that_cannot_be_written_is_told(folder: Path) -> None:
    """A folder where the file should stand: exit 1, the folder untouched."""
    (folder / "out" / "a.txt").mkdir(parents=True)
    result = run("render", "a.toml", "--format", "txt")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "không ghi được tệp (đã có thư mục cùng tên)" in result.stderr
    assert ["a.txt"] == written(folder)


def test_missing_file_is_a_failure(folder: Path) -> None:
    """A file that is not there is a failure among the inputs, and its neighbours are named."""
    result = run("render", "b.toml", "--format", "txt")
    assert 1 == result.exit_code
    assert "b.toml: không có tệp này → trong . có: a.toml" in result.stderr


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_help_has_an_example(name: str, command: Command, folder: Path) -> None:
    """Every command shows how it is typed, in Vietnamese; -h does what --help does."""
    result = run(name, "--help")
    assert 0 == result.exit_code
    assert f"Ví dụ:\n    antq-reports {name}" in result.stdout
    assert not ENGLISH.search(result.stdout)
    assert result.stdout == run(name, "-h").stdout
    assert command.help


def test_help_lists_the_commands(folder: Path) -> None:
    """The first help names every command with what it does."""
    result = run("--help")
    assert "Ví dụ:" in result.stdout
    assert all(re.search(rf"^  {name} +\w", result.stdout, re.MULTILINE) for name, _ in COMMANDS)


def test_version_is_printed(folder: Path) -> None:
    """--version prints name and version."""
    assert f"antq-reports {version('antq-reports')}\n" == run("--version").stdout


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"LANG": "en_US.UTF-8", "LANGUAGE": "en"}, {}])
def test_program_speaks_vietnamese_anywhere(environment: dict[str, str], folder: Path) -> None:
    """Whatever the machine's language, and on the plainest of them."""
    done = run_program("rendr", **environment)
    assert 2 == done.returncode
    assert done.stderr.startswith("Cách dùng: antq-reports ")
    assert "Không có lệnh 'rendr'" in done.stderr
    assert not ENGLISH.search(done.stderr)


def test_missing_templates_folder_is_a_failure(folder: Path) -> None:
    """An error outside any one file ends the program with 1 and a sentence."""
    done = run_program("styles", "--templates", "none")
    assert (1, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith("Lỗi: none: không có thư mục mẫu này")


def messages(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return what a catalogue says by original, without its header; every plural form."""
    return {str(message.id): strings(message) for message in catalog if message.id}


def strings(message: Message) -> tuple[str, ...]:
    """Return the translations of a message, one per plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def source_catalog() -> Catalog:
    """Return messages.po as read."""
    with (LOCALE / "messages.po").open("rb") as file:
        return read_po(file, locale="vi")


def test_compiled_messages_are_those_of_the_source() -> None:
    """messages.mo is messages.po compiled: neither is edited alone."""
    compiled = io.BytesIO()
    write_mo(compiled, source_catalog())
    compiled.seek(0)
    expected = messages(read_mo(compiled))
    with (LOCALE / "messages.mo").open("rb") as file:
        assert expected == messages(read_mo(file))
    assert len(expected) > 20


def test_every_message_is_translated() -> None:
    """Nothing is left empty or in doubt: gettext would fall back to English."""
    open_ends = [
        message.id for message in source_catalog() if message.id and (message.fuzzy or not all(strings(message)))
    ]
    assert [] == open_ends


def test_placeholders_are_kept_in_translation() -> None:
    """A translation uses no placeholder its original lacks: the message would fail when it is printed."""
    names = re.compile(r"\{\w+[^}]*\}|%\(\w+\)s|%s")
    for message in source_catalog():
        known = set(names.findall(str(message.id)))
        assert [] == [text for text in strings(message) if message.id and not set(names.findall(text)) <= known]


def test_what_reading_leaves_in_doubt_is_told(folder: Path) -> None:
    """A warning of the library is a message, not a line of Python's."""
    (folder / "a.csv").write_text(
        "mã;tên;kỳ;standards.safe_wards;tips.public_tips\n1;Xã A;2026;x;5\n", encoding="utf-8"
    )
    done = run_program("render", "a.csv", "--format", "txt", "-o", str(folder / "out"))
    assert (0, 1) == (done.returncode, done.stderr.count("Cảnh báo: "))
    assert "câu hỏi dành cho phường" in done.stderr
    assert "AntqReportsWarning" not in done.stderr
