"""The rules a catalogue declares between its metrics, judged on one report.

A rule is broken only when no numbers the figures could mean keep it: "hơn 10 người" beside "8 tổ" keeps
``members >= teams``. Where a metric it names was not reported, or states a percent alone, a rule says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from antq_reports.catalogue.rule import Clause, Comparator, Rule, Sum
from antq_reports.figures import AnyFigure, Change, Pair, format_figure
from antq_reports.figures.interval import Interval, interval_of
from antq_reports.report import BaseReport, Finding, ReportedFigure, reported_figures
from antq_reports.vietnamese import format_integer

_SIGN_WORDS: Mapping[Comparator, str] = {
    "<=": "không nhiều hơn",
    ">=": "không ít hơn",
    "<": "ít hơn",
    ">": "nhiều hơn",
    "=": "bằng",
}
_OPPOSITES: Mapping[Comparator, Comparator] = {"<=": ">", ">": "<=", ">=": "<", "<": ">="}
_Sides = tuple[Interval, Interval]


def rule_findings(report: BaseReport) -> Iterator[Finding]:
    """Every declared rule that a report surely breaks."""
    figures = {reported.path: reported for reported in reported_figures(report)}
    for section in report.catalogue.sections.values():
        for rule in section.rules:
            if _is_broken(rule, figures):
                metrics = (rule.condition or rule.demand).left.metrics or rule.metrics
                others = tuple(path for path in rule.metrics if path != metrics[0])
                yield Finding("rule-broken", "error", metrics[0], _told(rule, figures), others=others)


def _is_broken(rule: Rule, figures: Mapping[str, ReportedFigure]) -> bool:
    if rule.condition is not None and not _holds(rule.condition, rule.condition.sign, figures):
        return False
    demand = rule.demand
    if demand.sign == "=":
        sides = _sides(demand, figures)
        return sides is not None and not sides[0].overlaps(sides[1])
    return _holds(demand, _OPPOSITES[demand.sign], figures)


def _holds(clause: Clause, sign: Comparator, figures: Mapping[str, ReportedFigure]) -> bool:
    """Whether a comparison is sure to hold, whatever the figures mean."""
    sides = _sides(clause, figures)
    if sides is None:
        return False
    left, right = sides
    sure: Mapping[Comparator, Callable[[], bool]] = {
        ">": lambda: left.is_above(right),
        "<": lambda: right.is_above(left),
        ">=": lambda: _reaches(left.low, right.high),
        "<=": lambda: _reaches(right.low, left.high),
        "=": lambda: left.is_exact and left == right,
    }
    return sure[sign]()


def _reaches(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and low >= high


def _sides(clause: Clause, figures: Mapping[str, ReportedFigure]) -> _Sides | None:
    left, right = _interval(clause.left, figures), _interval(clause.right, figures)
    return (left, right) if left is not None and right is not None else None


def _interval(side: Sum, figures: Mapping[str, ReportedFigure]) -> Interval | None:
    """What a side may mean; None where one of its metrics has no number to compare."""
    total = Interval.exactly(side.number)
    for path in side.metrics:
        meant = _counted(figures[path].figure) if path in figures else None
        if meant is None:
            return None
        total = total.plus(meant)
    return total


def _counted(figure: AnyFigure) -> Interval | None:
    """What a figure counts: a pair its first number, a percent or a change nothing."""
    if figure.is_share or isinstance(figure, Change):
        return None
    return interval_of(figure.first if isinstance(figure, Pair) else figure)


# --- in words -----------------------------------------------------------------------------------------------


def _told(rule: Rule, figures: Mapping[str, ReportedFigure]) -> str:
    demand = _clause_words(rule.demand, figures, must="phải ")
    if rule.condition is None:
        return demand
    return f"{_clause_words(rule.condition, figures)} thì {demand}"


def _clause_words(clause: Clause, figures: Mapping[str, ReportedFigure], must: str = "") -> str:
    left = _side_words(clause.left, figures)
    if clause.sign == ">" and clause.right == Sum((), 0):
        return f"{must}có {left}"
    return f"{left} {must}{_SIGN_WORDS[clause.sign]} {_side_words(clause.right, figures)}"


def _side_words(side: Sum, figures: Mapping[str, ReportedFigure]) -> str:
    named = [f"{figures[path].label} ({format_figure(figures[path].figure)})" for path in side.metrics]
    return " cộng ".join((*named, *((format_integer(side.number),) if side.number or not named else ())))
