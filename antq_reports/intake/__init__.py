"""Reading what a person wrote as TOML or JSON, and telling every fault of it in Vietnamese."""

from antq_reports.intake.pydantic_faults import faults_of
from antq_reports.intake.toml_json import load_report, parse_report

__all__ = ["faults_of", "load_report", "parse_report"]
