"""What the package shows: a written list, documented and light to import."""

from __future__ import annotations

import subprocess
import sys

import antq_reports

FACE = [
    "AntqReportsError",
    "AntqReportsWarning",
    "BatchResult",
    "RenderedReport",
    "Report",
    "Verification",
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
HEAVY = ["PIL", "click", "openpyxl", "pypdfium2", "rich", "segno", "weasyprint"]


def test_face_is_a_written_list() -> None:
    """Nothing joins or leaves the public face without this list changing."""
    assert FACE == antq_reports.__all__
    assert all(hasattr(antq_reports, name) for name in FACE)


def test_everything_shown_is_documented() -> None:
    """Each name of the face says what it is."""
    assert [] == [name for name in FACE if not getattr(antq_reports, name).__doc__]


def test_import_is_light() -> None:
    """Importing the package loads no PDF engine, spreadsheet, picture, QR or terminal library."""
    script = f"import sys, antq_reports; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ("[]", "") == (done.stdout.strip(), done.stderr)
