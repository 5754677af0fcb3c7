"""What units fill in and send back: forms, workbooks, CSV files, rows of a query."""

from antq_reports.forms.csv_file import read_delimited
from antq_reports.forms.intake_result import Intake, Refused
from antq_reports.forms.records import Record, read_records, reports_from_records
from antq_reports.forms.unit_list import load_units
from antq_reports.forms.unit_names import UnitEntry
from antq_reports.forms.workbook import write_workbook

__all__ = [
    "Intake",
    "Record",
    "Refused",
    "UnitEntry",
    "load_units",
    "read_delimited",
    "read_records",
    "reports_from_records",
    "write_workbook",
]
