"""What is asked: metrics and groups, declared once. Imports figures and nothing above."""

from antq_reports.catalogue.metric import Group, Metric, groups_of, metrics_of
from antq_reports.catalogue.section import Award, GroupRow, Section

__all__ = ["Award", "Group", "GroupRow", "Metric", "Section", "groups_of", "metrics_of"]
