"""Communes to province: many reports added up into one, by each metric's own rule.

Nothing is guessed: what cannot be added is left out and found, what was not reported is left out and counted. The order
of the reports does not matter. Every figure knows the cells it was added up from (`Report.sources`).
"""

from antq_reports.report import Unit
from antq_reports.rollup.roll_up import RollUp, roll_up, roll_up_with_findings
from antq_reports.rollup.sums import add_figures
from antq_reports.rollup.two_years import TwoYears, roll_up_years

__all__ = ["RollUp", "TwoYears", "Unit", "add_figures", "roll_up", "roll_up_with_findings", "roll_up_years"]
