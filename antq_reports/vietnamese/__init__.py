"""Vietnamese notation: numbers, dates, names and typography.

Owns every conversion between values and Vietnamese text. ``int``, ``Decimal`` and ``date`` go in, ``str`` comes out.
The only package that imports Babel and the only one that rounds. Ratios are fractions: 0.125 prints as 12,5%.
"""

from __future__ import annotations

from antq_reports.vietnamese.dates import DateForm, format_date, format_date_range
from antq_reports.vietnamese.decimals import (
    decimals_of,
    exact_context,
    move_point,
    round_down_to,
    round_half_up,
    round_up_to,
    trim_decimals,
)
from antq_reports.vietnamese.mentions import INDEFINITE_BOUNDS, NUMBER_WORDS, find_digit_runs, find_indefinites
from antq_reports.vietnamese.names import SortKey, fold_name, slugify, sort_key
from antq_reports.vietnamese.number_syntax import parse_number
from antq_reports.vietnamese.numbers import format_decimal, format_integer, format_percent
from antq_reports.vietnamese.percent_rules import PERCENT_RULES, USUAL_PERCENT_RULE, PercentRule
from antq_reports.vietnamese.text import clean_text
from antq_reports.vietnamese.typography import capitalize_first, lower_first, no_break

__all__ = [
    "INDEFINITE_BOUNDS",
    "NUMBER_WORDS",
    "PERCENT_RULES",
    "USUAL_PERCENT_RULE",
    "DateForm",
    "PercentRule",
    "SortKey",
    "capitalize_first",
    "clean_text",
    "decimals_of",
    "exact_context",
    "find_digit_runs",
    "find_indefinites",
    "fold_name",
    "format_date",
    "format_date_range",
    "format_decimal",
    "format_integer",
    "format_percent",
    "lower_first",
    "move_point",
    "no_break",
    "parse_number",
    "round_down_to",
    "round_half_up",
    "round_up_to",
    "slugify",
    "sort_key",
    "trim_decimals",
]
