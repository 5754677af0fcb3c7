"""How the command line speaks: messages on standard error, results on standard output, a bar for long work."""

from __future__ import annotations

import gettext
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from antq_reports.errors import AntqReportsWarning, OutputError, Refusal
from antq_reports.files import add_to_file, os_reason, sweep_scraps

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from antq_reports.report import Finding

Advance = Callable[[int, int], None]
"""Shows how many of how many are done."""

FAILURE = 1
"""The exit code for faults or failures among the inputs; wrong usage exits with 2."""
GRADES = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Lưu ý"}
"""What a finding of each grade is called."""
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_WIDE = 200


def make_folder(folder: Path) -> None:
    """Make the folder results go to; what a killed run left half written there goes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            str(folder), Refusal(f"không tạo được thư mục ({os_reason(error)})", "chọn thư mục khác")
        ) from error
    sweep_scraps(folder)


@contextmanager
def progress_bar(description: str, total: int) -> Iterator[Advance]:
    """A bar for long work, on standard error; silent for a single thing and where nobody watches."""
    if total <= 1 or not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(description, total=total)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def say(word: str, colour: str, message: str, *, err: bool = True) -> None:
    """One message, on standard error unless it is a result."""
    click.echo(f"{click.style(word, fg=colour, bold=True)}: {printable(message)}", err=err)
    _log(f"{word}: {printable(message)}")


def note(message: str) -> None:
    """One line of a summary on standard error."""
    click.echo(message, err=True)
    _log(message)


@contextmanager
def log_into(file: Path | None) -> Iterator[None]:
    """Put every message at the end of a file as well, with day and hour. Raises `OutputError`."""
    lines: list[str] = []
    token = _LOG.set(lines)
    try:
        yield
    finally:
        _LOG.reset(token)
        if file is not None:
            add_to_file(file, "".join(lines))


_LOG: ContextVar[list[str] | None] = ContextVar("log", default=None)
"""The lines of the log that is being kept."""


def _log(message: str) -> None:
    lines = _LOG.get()
    if lines is not None:
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        lines.append(f"{now} {message}\n")


def printable(text: str) -> str:
    """The text without what a terminal would obey: file names come from strangers."""
    return "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" for char in text)


def plain(text: str) -> Text:
    """A cell of a table: nothing in it is markup."""
    from rich.text import Text

    return Text(printable(text))


def print_table(table: Table, *, err: bool = False) -> None:
    """A table on standard output (or error): as wide as the screen; where there is none, as wide as lines need.

    It goes out as all messages do, so that Vietnamese is printed in the locale C too.
    """
    from rich.console import Console

    watched = (sys.stderr if err else sys.stdout).isatty()
    console = Console(width=None if watched else _WIDE, highlight=False, stderr=err)
    with console.capture() as shown:
        console.print(table)
    click.echo(shown.get(), nl=False, err=err)


def complain(message: str) -> None:
    """One error on standard error."""
    say("Lỗi", "red", message)


def show_findings(findings: Iterable[Finding], *, err: bool, file: str = "") -> None:
    """Each finding on a line of its own, however long: a line is copied, searched and sent on."""
    for finding in findings:
        told = str(finding)
        say(
            GRADES[finding.severity],
            _COLOURS[finding.severity],
            told if not file or file in told else f"{file}: {told}",
            err=err,
        )


def speak_vietnamese() -> None:
    """Give the command line library its Vietnamese catalogue, for this process; show our warnings as messages."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(Path(__file__).parent.parent / "locale"))
    warnings.simplefilter("always", AntqReportsWarning)
    warnings.showwarning = partial(_show_warning, warnings.showwarning)


def _show_warning(
    others: Callable[..., None], message: Warning | str, category: type[Warning], *rest: Any, **more: Any
) -> None:
    """A warning of ours as one message; another's as Python shows it."""
    if issubclass(category, AntqReportsWarning):
        say("Cảnh báo", "yellow", str(message))
    else:
        others(message, category, *rest, **more)
