"""The report and its parts: typed, strict, frozen. Imports figures and the catalogue, and nothing above."""

from antq_reports.report.completeness import Completeness, MetricCompleteness
from antq_reports.report.finding import Finding, Severity
from antq_reports.report.media import Photo, Source, Video
from antq_reports.report.origin import Origin, SourceMap, words_of
from antq_reports.report.place import Place, Unit
from antq_reports.report.report import (
    ExtraFigure,
    Report,
    SteeringCommittee,
    caption_metrics,
)
from antq_reports.report.reported_figures import (
    CatalogueEntry,
    ReportedFigure,
    catalogue,
    models_in,
    reported_figures,
    section_types,
)
from antq_reports.report.visit import Person, Programme, Visit

__all__ = [
    "CatalogueEntry",
    "Completeness",
    "ExtraFigure",
    "Finding",
    "MetricCompleteness",
    "Origin",
    "Person",
    "Photo",
    "Place",
    "Programme",
    "Report",
    "ReportedFigure",
    "Severity",
    "Source",
    "SourceMap",
    "SteeringCommittee",
    "Unit",
    "Video",
    "Visit",
    "caption_metrics",
    "catalogue",
    "models_in",
    "reported_figures",
    "section_types",
    "words_of",
]
