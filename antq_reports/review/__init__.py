"""What does not add up in a report, or in a set of them: findings, coded and graded, never a refusal.

A figure is reported as it was sent; a finding says what a person should look at before the brief goes out.
"""

from antq_reports.report import Finding, Severity
from antq_reports.review.check import check_report, check_reports
from antq_reports.review.withheld import Verdict, judge, withhold

__all__ = ["Finding", "Severity", "Verdict", "check_report", "check_reports", "judge", "withhold"]
