"""This year against last: what may be compared, and how much it moved.

Nothing is compared that is not alike: periods of equal length at the same place of the calendar, the same boundaries,
the same unit, the same units reporting; never a hedged or indefinite figure. What is refused keeps its reason.
"""

from antq_reports.comparison.comparable import refusal
from antq_reports.comparison.compare import Comparison, compare
from antq_reports.comparison.figure_change import Movement, Number, Tone, classifier_of, compare_figures

__all__ = ["Comparison", "Movement", "Number", "Tone", "classifier_of", "compare", "compare_figures", "refusal"]
