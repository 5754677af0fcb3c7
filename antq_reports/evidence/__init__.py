"""What a finished brief carries of its data: written with it, read back from it."""

from antq_reports.evidence.brief_file import (
    BRIEF_SUFFIXES,
    CATALOGUE_FILE,
    PREVIOUS_CATALOGUE_FILE,
    PREVIOUS_FILE,
    REPORT_FILE,
    Brief,
    read_brief,
    report_files,
)
from antq_reports.evidence.carried import Carried, Row, read_carried
from antq_reports.evidence.evidence import Evidence, collect
from antq_reports.evidence.ledger_csv import LEDGER_FILE, MANIFEST_FILE, TEXT_FILE, ledger_csv, ledger_rows
from antq_reports.evidence.manifest import FORMAT, Manifest, canonical_json, sha256
from antq_reports.evidence.setting import Setting, setting_of
from antq_reports.evidence.sources_csv import SOURCES_FILE

__all__ = [
    "BRIEF_SUFFIXES",
    "CATALOGUE_FILE",
    "FORMAT",
    "LEDGER_FILE",
    "MANIFEST_FILE",
    "PREVIOUS_CATALOGUE_FILE",
    "PREVIOUS_FILE",
    "REPORT_FILE",
    "SOURCES_FILE",
    "TEXT_FILE",
    "Brief",
    "Carried",
    "Evidence",
    "Manifest",
    "Row",
    "Setting",
    "canonical_json",
    "collect",
    "ledger_csv",
    "ledger_rows",
    "read_brief",
    "read_carried",
    "report_files",
    "setting_of",
    "sha256",
]
