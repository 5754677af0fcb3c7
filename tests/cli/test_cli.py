"""The command line as a whole: exit codes, help, lists, and that it speaks Vietnamese."""

from __future__ import annotations

import io
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from click import Command
from command_line import run, run_program, stand_in

from antq_reports import cli
from antq_reports.cli.command_group import LISTINGS, load_command

LOCALE = Path(cli.__file__).parent.parent / "locale" / "vi" / "LC_MESSAGES"
COMMANDS = [(name, load_command(name)) for name in sorted(LISTINGS)]
ENGLISH = re.compile(r"\b(?:Usage|Error|Options|Commands|Try|Show|Missing|Invalid|such|default|required|No)\b")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one good report."""
    return stand_in(tmp_path, monkeypatch)


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
