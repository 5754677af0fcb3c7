"""The report and its parts: typed, strict, frozen. Imports figures and nothing above."""

from antq_reports.figures import Period
from antq_reports.models.catalogue import (
    CatalogueEntry,
    ReportedFigure,
    catalogue,
    models_in,
    reported_figures,
    section_types,
)
from antq_reports.models.completeness import Completeness, MetricCompleteness
from antq_reports.models.finding import Finding, Severity
from antq_reports.models.media import Photo, Source, Video
from antq_reports.models.metric import Group, Metric, groups_of, metrics_of
from antq_reports.models.place import Place, Unit
from antq_reports.models.report import (
    ExtraFigure,
    Report,
    SourceMap,
    SteeringCommittee,
    caption_metrics,
)
from antq_reports.models.section import Award, GroupRow, Section
from antq_reports.models.visit import Person, Programme, Visit

__all__ = [
    "Award",
    "CatalogueEntry",
    "Completeness",
    "ExtraFigure",
    "Finding",
    "Group",
    "GroupRow",
    "Metric",
    "MetricCompleteness",
    "Period",
    "Person",
    "Photo",
    "Place",
    "Programme",
    "Report",
    "ReportedFigure",
    "Section",
    "Severity",
    "Source",
    "SourceMap",
    "SteeringCommittee",
    "Unit",
    "Video",
    "Visit",
    "caption_metrics",
    "catalogue",
    "groups_of",
    "metrics_of",
    "models_in",
    "reported_figures",
    "section_types",
]
