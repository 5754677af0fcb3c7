"""Whether a finished brief still agrees with its data: the page as it is drawn, held against what it carries."""

from antq_reports.verification.outcome import Difference, PrintedFigure, Verification
from antq_reports.verification.verifying import verify

__all__ = ["Difference", "PrintedFigure", "Verification", "verify"]
