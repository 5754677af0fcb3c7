"""The group of commands: the first help loads none, a typed command is loaded then."""

from __future__ import annotations

import pytest
from click import Context
from click.testing import CliRunner

from antq_reports.cli import app
from antq_reports.cli.command_group import LISTINGS, load_command


@pytest.mark.parametrize("name", LISTINGS)
def test_a_summary_is_the_commands_own(name: str) -> None:
    """The table says what the command says of itself in its first sentence, and the command has the table's name."""
    command = load_command(name)
    assert name == command.name
    assert command.help is not None
    assert LISTINGS[name].summary == first_sentence(command.help)


def first_sentence(text: str) -> str:
    """Return the first line, to the end of its first sentence; a full stop inside a name ends none."""
    sentence, stop, _ = text.splitlines()[0].partition(". ")
    return sentence + stop.rstrip()


def test_a_name_nobody_has_is_no_command() -> None:
    """What is not in the table is not looked for among the modules."""
    context = Context(app)
    assert sorted(LISTINGS) == app.list_commands(context)
    assert app.get_command(context, "console") is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("schema", " Có phải “keys --json-schema”?"), ("rendr", " Có phải “render”?"), ("zzz", "")]
)
def test_a_command_that_is_none_is_refused_with_what_may_be_meant(typed: str, meant: str) -> None:
    """A former command with its new place, a slip with the nearest, anything else without advice."""
    result = CliRunner().invoke(app, [typed])
    assert (2, True) == (result.exit_code, result.stderr.endswith(f"'{typed}'.{meant}\n"))
