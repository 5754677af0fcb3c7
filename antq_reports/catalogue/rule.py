"""Rules between metrics, declared beside them: a small grammar, read here and judged in review.

A rule is a comparison, or two joined by ``implies``::

    traffic_deaths > 0 implies traffic_accidents > 0
    public_order_cases_solved <= public_order_cases
    models_new + models_strengthened <= models_active

A term is a metric's key (of the same section, or ``section.key``), a whole number, or a sum of terms. A part of a whole
counts by its part, a pair by its first number. Where a metric was not reported a rule says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from antq_reports.catalogue.metric_path import KEY

Comparator = Literal["<=", ">=", "<", ">", "="]

_COMPARISON = re.compile(r"(?P<left>[^<>=]+?)\s*(?P<sign><=|>=|<|>|=)\s*(?P<right>[^<>=]+)")
_TERM = re.compile(rf"(?:({KEY})\.)?({KEY})", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,12}", re.ASCII)
SIGNS = get_args(Comparator)


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added up: metric paths and a number."""

    metrics: tuple[str, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Clause:
    """One comparison."""

    left: Sum
    sign: Comparator
    right: Sum


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as it was written, and what it says."""

    text: str
    condition: Clause | None = None
    """Where this does not surely hold, the rule says nothing."""
    demand: Clause

    @property
    def metrics(self) -> tuple[str, ...]:
        """Every metric it names, once."""
        clauses = [clause for clause in (self.condition, self.demand) if clause is not None]
        sides = [side for clause in clauses for side in (clause.left, clause.right)]
        return tuple(dict.fromkeys(path for side in sides for path in side.metrics))


def read_rule(text: str, section: str) -> Rule:
    """The rule a text is; keys without a section belong to `section`. Raises `ValueError` for any other text.

    >>> rule = read_rule("traffic_deaths > 0 implies traffic_accidents > 0", "traffic_safety")
    >>> rule.demand.left.metrics, rule.demand.sign, rule.demand.right.number
    (('traffic_safety.traffic_accidents',), '>', 0)
    """
    parts = text.split(" implies ")
    if len(parts) > 2:
        raise ValueError(text)
    clauses = [_read_clause(part, section) for part in parts]
    return Rule(text=" ".join(text.split()), condition=clauses[0] if len(clauses) == 2 else None, demand=clauses[-1])


def _read_clause(text: str, section: str) -> Clause:
    match = _COMPARISON.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    sign = next(each for each in SIGNS if each == match["sign"])
    return Clause(_read_sum(match["left"], section), sign, _read_sum(match["right"], section))


def _read_sum(text: str, section: str) -> Sum:
    metrics: list[str] = []
    number = 0
    for term in map(str.strip, text.split("+")):
        if _NUMBER.fullmatch(term):
            number += int(term)
        elif match := _TERM.fullmatch(term):
            metrics.append(f"{match[1] or section}.{match[2]}")
        else:
            raise ValueError(term)
    return Sum(tuple(metrics), number)
