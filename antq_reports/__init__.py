"""A province's typed figures in, a Vietnamese brief whose every number can be traced out.

>>> from antq_reports import parse_figure
>>> parse_figure("trên 550 lượt").value
550
"""

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

__all__ = [
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
__version__ = "0.1.0"
