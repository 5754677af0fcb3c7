"""What is attached to a finished brief, so that it can be held against its data: made here, and read back."""

from antq_reports.evidence.files import LEDGER_FILE, MANIFEST_FILE, TEXT_FILE, ledger_csv, ledger_rows
from antq_reports.evidence.making import Evidence, collect
from antq_reports.evidence.manifest import Manifest, sha256
from antq_reports.evidence.reading import Carried, Row, read_carried
from antq_reports.evidence.setting import Setting, setting_of

__all__ = [
    "LEDGER_FILE",
    "MANIFEST_FILE",
    "TEXT_FILE",
    "Carried",
    "Evidence",
    "Manifest",
    "Row",
    "Setting",
    "collect",
    "ledger_csv",
    "ledger_rows",
    "read_carried",
    "setting_of",
    "sha256",
]
