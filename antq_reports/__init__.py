"""A province's typed figures in, a Vietnamese brief whose every number can be traced out.

>>> from antq_reports import parse_figure
>>> parse_figure("trên 550 lượt").value
550
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_reports.lazy_names import lazy_names

if TYPE_CHECKING:
    from antq_reports.batch import BatchResult, render_many
    from antq_reports.bundled import Report
    from antq_reports.errors import AntqReportsError, AntqReportsWarning
    from antq_reports.figures import approximate, format_figure, parse_figure
    from antq_reports.forms import reports_from_records
    from antq_reports.load import load_report, load_reports, read_report
    from antq_reports.render import RenderedReport, render_report
    from antq_reports.review import check_report
    from antq_reports.rollup import roll_up
    from antq_reports.verification import Verification, verify
    from antq_reports.version import __version__
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "antq_reports.batch": ("BatchResult", "render_many"),
            "antq_reports.bundled": ("Report",),
            "antq_reports.errors": ("AntqReportsError", "AntqReportsWarning"),
            "antq_reports.figures": ("approximate", "format_figure", "parse_figure"),
            "antq_reports.forms": ("reports_from_records",),
            "antq_reports.load": ("load_report", "load_reports", "read_report"),
            "antq_reports.render": ("RenderedReport", "render_report"),
            "antq_reports.review": ("check_report",),
            "antq_reports.rollup": ("roll_up",),
            "antq_reports.verification": ("Verification", "verify"),
            "antq_reports.version": ("__version__",),
        },
    )

__all__ = [
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
