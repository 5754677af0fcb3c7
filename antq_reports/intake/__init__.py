"""From files to reports: raw values become typed figures, and every fault is named with its place."""

from antq_reports.intake.files import load_report, load_reports

__all__ = ["load_report", "load_reports"]
