"""Whether a finished brief still agrees with its data: the page as it is drawn, held against what it carries."""

from antq_reports.verification.verdict import Difference, PrintedFigure, Verification
from antq_reports.verification.verify import verify

__all__ = ["Difference", "PrintedFigure", "Verification", "verify"]
