"""What the package shows: a written list, documented."""

from __future__ import annotations

from importlib import import_module

import pytest

import antq_reports

FACE = [
    "AntqReportsError",
    "AntqReportsWarning",
    "BatchResult",
    "RenderedReport",
    "Report",
    "Verification",
    "__version__",
    "approximate",
    "check_report",
    "format_figure",
    "load_report",
    "load_reports",
    "parse_figure",
    "read_report",
    "render_many",
    "render_report",
    "reports_from_records",
    "roll_up",
    "verify",
]


def test_face_is_a_written_list() -> None:
    """Nothing joins or leaves the public face without this list changing."""
    assert FACE == antq_reports.__all__
    assert all(hasattr(antq_reports, name) for name in FACE)


def test_everything_shown_is_documented() -> None:
    """Each name of the face says what it is."""
    assert [] == [name for name in FACE if name != "__version__" and not getattr(antq_reports, name).__doc__]


def test_every_name_is_listed() -> None:
    """`dir` shows the face before any of it is loaded; a name that is not there is told as Python tells it."""
    assert set() == set(FACE) - set(dir(antq_reports))
    with pytest.raises(AttributeError, match="module 'antq_reports' has no attribute 'render_reports'"):
        antq_reports.render_reports  # type: ignore[attr-defined]  # noqa: B018 - asking for it is the test


def test_a_function_is_not_hidden_by_the_module_it_comes_from() -> None:
    """Names of the face stay what they are when modules of the same name have been imported."""
    assert antq_reports.verify is import_module("antq_reports.verification.verify").verify
    assert antq_reports.roll_up is import_module("antq_reports.rollup.roll_up").roll_up
