"""The fourteen sections of the catalogue, in the order a brief takes them."""

from antq_reports.report.sections.community import Context, Reintegration, Rewards, Welfare
from antq_reports.report.sections.movement import CoreForce, Models, Standards
from antq_reports.report.sections.outreach import Commitments, Communication, TrafficSafety
from antq_reports.report.sections.security import CrimeResults, PoliticalSecurity, Tips, Weapons

__all__ = [
    "Commitments",
    "Communication",
    "Context",
    "CoreForce",
    "CrimeResults",
    "Models",
    "PoliticalSecurity",
    "Reintegration",
    "Rewards",
    "Standards",
    "Tips",
    "TrafficSafety",
    "Weapons",
    "Welfare",
]
