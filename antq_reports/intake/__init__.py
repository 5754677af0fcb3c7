"""From files to reports: raw values become typed figures, and every fault is named with its place."""

from antq_reports.intake.carried import (
    BRIEF_SUFFIXES,
    PREVIOUS_FILE,
    REPORT_FILE,
    SOURCES_FILE,
    Brief,
    canonical_json,
    read_brief,
    report_files,
)
from antq_reports.intake.delimited import load_units
from antq_reports.intake.folders import load_report, load_reports, read_reports
from antq_reports.intake.loaded import Intake, Refused
from antq_reports.intake.records import read_records, reports_from_records
from antq_reports.intake.units import UnitEntry
from antq_reports.intake.workbook import write_workbook

__all__ = [
    "BRIEF_SUFFIXES",
    "PREVIOUS_FILE",
    "REPORT_FILE",
    "SOURCES_FILE",
    "Brief",
    "Intake",
    "Refused",
    "UnitEntry",
    "canonical_json",
    "load_report",
    "load_reports",
    "load_units",
    "read_brief",
    "read_records",
    "read_reports",
    "report_files",
    "reports_from_records",
    "write_workbook",
]
