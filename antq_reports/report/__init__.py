"""The report and its parts: typed, strict, frozen. Imports figures and the catalogue, and nothing above."""

from antq_reports.report.acceptance import Acceptance
from antq_reports.report.base_report import BaseReport, ExtraFigure, SteeringCommittee
from antq_reports.report.choices import Choices
from antq_reports.report.completeness import Completeness, LeftOut, LikeForLike, MetricCompleteness
from antq_reports.report.finding import Finding, Severity
from antq_reports.report.media import Focus, Photo, Source, Video
from antq_reports.report.origin import Origin, SourceMap, Withheld, words_of
from antq_reports.report.outlook import Deed, Outlook
from antq_reports.report.own_texts import OwnText, TypedFigure, is_typed, own_texts
from antq_reports.report.place import Place, Unit
from antq_reports.report.report_class import report_class, report_class_of
from antq_reports.report.reported_figures import ReportedFigure, reported_figures, stated_changes
from antq_reports.report.text_faults import unreported_names
from antq_reports.report.unit_figures import UnitFigures, UnitQuote, figures_of_units
from antq_reports.report.unit_register import UnitRegister, unit_key
from antq_reports.report.visit import Person, Programme, Visit

__all__ = [
    "Acceptance",
    "BaseReport",
    "Choices",
    "Completeness",
    "Deed",
    "ExtraFigure",
    "Finding",
    "Focus",
    "LeftOut",
    "LikeForLike",
    "MetricCompleteness",
    "Origin",
    "Outlook",
    "OwnText",
    "Person",
    "Photo",
    "Place",
    "Programme",
    "ReportedFigure",
    "Severity",
    "Source",
    "SourceMap",
    "SteeringCommittee",
    "TypedFigure",
    "Unit",
    "UnitFigures",
    "UnitQuote",
    "UnitRegister",
    "Video",
    "Visit",
    "Withheld",
    "figures_of_units",
    "is_typed",
    "own_texts",
    "report_class",
    "report_class_of",
    "reported_figures",
    "stated_changes",
    "unit_key",
    "unreported_names",
    "words_of",
]
