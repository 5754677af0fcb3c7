"""What a person typed as plain values: TOML, JSON, their line numbers, and every fault of them in Vietnamese."""

from antq_reports.intake.pydantic_faults import faults_of, models_in
from antq_reports.intake.toml_json import read_values
from antq_reports.intake.toml_values import located, read_toml, toml_table

__all__ = ["faults_of", "located", "models_in", "read_toml", "read_values", "toml_table"]
