"""What is asked: subjects, their catalogues, and the models made from them. Imports figures and nothing above."""

from antq_reports.catalogue.catalogue import Catalogue, CatalogueEntry
from antq_reports.catalogue.group import Group, Row
from antq_reports.catalogue.made_models import section_models
from antq_reports.catalogue.metric import Metric
from antq_reports.catalogue.metric_path import MetricPath, figure_path
from antq_reports.catalogue.section import NameField, Section, SectionDeclaration
from antq_reports.catalogue.section_texts import Paragraph, Quote
from antq_reports.catalogue.subject import DEFAULT_SUBJECT, bundled_catalogue, find_catalogue, subject_names

__all__ = [
    "DEFAULT_SUBJECT",
    "Catalogue",
    "CatalogueEntry",
    "Group",
    "Metric",
    "MetricPath",
    "NameField",
    "Paragraph",
    "Quote",
    "Row",
    "Section",
    "SectionDeclaration",
    "bundled_catalogue",
    "figure_path",
    "find_catalogue",
    "section_models",
    "subject_names",
]
