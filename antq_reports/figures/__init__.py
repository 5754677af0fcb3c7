"""The kinds of number a brief prints, their reading and their printing.

A figure is a frozen value. ``format_figure(parse_figure(text))`` gives the text back; a house style changes what
is printed, never the value. Ratios are fractions: a percent of 0.861 prints as 86,1%.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from antq_reports.figures.amounts import Count, Money, Percent, Quantity
from antq_reports.figures.approximation import approximate
from antq_reports.figures.change import Change, Times
from antq_reports.figures.compounds import Indefinite, Pair, PartOfWhole, Span
from antq_reports.figures.format import Run, format_figure, format_runs
from antq_reports.figures.hedge import Hedge
from antq_reports.figures.interval import Interval, interval_of
from antq_reports.figures.kinds import KINDS, AnyFigure, Kind, kind_of, parts_of
from antq_reports.figures.parse import parse_figure
from antq_reports.figures.period import Period
from antq_reports.figures.standings import Rank, Rate
from antq_reports.figures.style import FigureStyle
from antq_reports.vietnamese import PercentRule

Figure = Annotated[AnyFigure, Field(discriminator="kind")]
"""Any figure, for a pydantic field: the ``kind`` says which."""

__all__ = [
    "KINDS",
    "AnyFigure",
    "Change",
    "Count",
    "Figure",
    "FigureStyle",
    "Hedge",
    "Indefinite",
    "Interval",
    "Kind",
    "Money",
    "Pair",
    "PartOfWhole",
    "Percent",
    "PercentRule",
    "Period",
    "Quantity",
    "Rank",
    "Rate",
    "Run",
    "Span",
    "Times",
    "approximate",
    "format_figure",
    "format_runs",
    "interval_of",
    "kind_of",
    "parse_figure",
    "parts_of",
]
