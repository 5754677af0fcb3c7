"""The plan before the words: which figures the sentences tell, in which order, and which changes stand beside them.

Made from the scores of `antq_reports.prose.news` and from what the report itself asks for; wording has no say in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from antq_reports.catalogue import figure_path
from antq_reports.comparison import Movement
from antq_reports.prose.news import ALWAYS_TOLD, Fact, facts_of, is_news
from antq_reports.report import Choices, ReportedFigure, stated_changes

_ONE_IN = 3
"""At most one change is told in so many figures."""
_CONTEXT = 2
"""Fewer figures of the context are no sentence."""
_WORTH = 5
"""From this weight on, a change that stands beside no figure earns a sentence."""
_NOWHERE = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a brief tells, best news first."""

    facts: tuple[Fact, ...]
    told: frozenset[str]
    """Paths of the figures that sentences tell; the others stand in the table alone."""
    changes: frozenset[str]
    """Paths of the figures whose computed change is told beside them."""
    choices: Choices = field(default_factory=Choices)
    """What the report itself asks for."""

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of every figure among the news."""
        return {fact.path: place for place, fact in enumerate(self.facts)}

    def fact(self, path: str) -> Fact | None:
        """The fact of a figure."""
        return self.facts[self.ranks[path]] if path in self.ranks else None

    def rank(self, path: str) -> int:
        """The place of a figure among the news, the best being 0."""
        return self.ranks.get(path, _NOWHERE)

    def family_rank(self, path: str) -> int:
        """The rank of the best news among a figure and those told beside it."""
        return min((self.ranks[fact.path] for fact in self.facts if fact.head == path), default=self.rank(path))

    def best_of(self, sections: Iterable[str]) -> int:
        """The rank of the best news of some sections; those whose order the report chooses stand before all others."""
        wanted = frozenset(sections)
        chosen = [place for place, name in enumerate(self.choices.order) if name in wanted]
        if chosen:
            return chosen[0] - len(self.choices.order)
        return min((self.ranks[fact.path] for fact in self.facts if fact.section in wanted), default=_NOWHERE)


@dataclass(slots=True)
class Telling:
    """The plan while a brief is written: what was said already is not said again."""

    plan: Plan
    tells_changes: bool = True
    is_body: bool = False
    by_family: bool = False
    """Whether a figure counts as much news as the best one told beside it."""
    said: frozenset[str] = frozenset()
    """Paths that the lead has told: the body does not say them again."""

    @property
    def is_headline(self) -> bool:
        """Whether the headline is being written: figures count for themselves there."""
        return not self.by_family and not self.is_body

    def rank(self, path: str) -> int:
        """The place of a figure, or of the best one told beside it, among the news; what the report chooses leads."""
        chosen = self.plan.choices.lead if self.by_family else (self.plan.choices.headline,)
        if path in chosen:
            return chosen.index(path) - len(chosen)
        return self.plan.family_rank(path) if self.by_family else self.plan.rank(path)

    def tells(self, path: str) -> bool:
        """Whether a sentence may tell a figure; headline and lead may tell any."""
        whole = figure_path(path)
        return not self.is_body or whole not in self.plan.ranks or whole in self.plan.told

    def has_said(self, path: str) -> bool:
        """Whether the lead has told a figure, so that the body need not."""
        return self.is_body and figure_path(path) in self.said

    def is_change(self, path: str) -> bool:
        """Whether a figure is news because it moved."""
        fact = self.plan.fact(path)
        return fact is not None and fact.news == "change"

    def news_of(self, path: str) -> str:
        """What a figure that did not move is news of: zero, full, or nothing."""
        fact = self.plan.fact(path)
        return fact.news if fact is not None and fact.news in ("zero", "full") else ""

    def tells_change(self, path: str) -> bool:
        """Whether the change of a figure stands beside it here."""
        return self.tells_changes and path in self.plan.changes


def make_plan(
    reported: Mapping[str, ReportedFigure],
    movements: Mapping[str, Movement],
    length: int,
    choices: Choices | None = None,
) -> Plan:
    """The plan of a report, by its figures and their movements, whose body tells about `length` of them."""
    chosen = choices or Choices()
    facts = sorted(facts_of(reported, movements), key=lambda fact: -fact.score)
    told = _told(facts, reported, length).union(path for path in chosen.tell if path in reported) - set(chosen.table)
    changes = _changes([fact for fact in facts if fact.path in told], reported, movements)
    return Plan(facts=tuple(facts), told=told, changes=changes, choices=chosen)


def _told(facts: list[Fact], reported: Mapping[str, ReportedFigure], length: int) -> frozenset[str]:
    """Families of figures, best first, until the length is reached; of the context always all."""
    families: dict[str, list[Fact]] = {}
    for fact in facts:
        families.setdefault(fact.head, []).append(fact)
    told: list[str] = []
    context = [path for path, each in reported.items() if each.metric.weight == 0 and not each.figure.is_zero]
    context = context if len(context) >= _CONTEXT else []
    for family in families.values():
        if len(told) < length:
            told += [fact.path for fact in family if _says(fact, reported)]
    return frozenset((*told, *context))


def _says(fact: Fact, reported: Mapping[str, ReportedFigure]) -> bool:
    """Whether a figure says something in a sentence: a zero only where nothing happened that could have."""
    if not reported[fact.path].figure.is_zero:
        return True
    head = reported[fact.head].figure
    happens = reported[fact.path].metric.tells_zero or fact.news == "zero"
    return happens and fact.news in ("zero", "change") and (fact.head == fact.path or not head.is_zero)


def _changes(
    facts: list[Fact], reported: Mapping[str, ReportedFigure], movements: Mapping[str, Movement]
) -> frozenset[str]:
    """The changes told: of crimes and deaths always, of the rest the best ones; none that the report states itself."""
    stated = stated_changes(reported)
    moved = [fact for fact in facts if _moved(fact.path, movements) and fact.path not in stated]
    always = [fact.path for fact in moved if reported[fact.path].metric.weight >= ALWAYS_TOLD]
    others = [fact.path for fact in moved if is_news(movements[fact.path]) and fact.path not in always]
    room = max(1, len(facts) // _ONE_IN)
    return frozenset((*always, *others[: max(0, room - len(always))]))


def _moved(path: str, movements: Mapping[str, Movement]) -> bool:
    moved = movements.get(path)
    return moved is not None and moved.units is None and moved.amount is not None


def worth_telling(moved: Movement, reported: ReportedFigure) -> bool:
    """Whether a change for the worse, or one of fewer units than the total, earns a sentence of its own."""
    is_one = moved.amount is not None and moved.amount.kind == "count" and moved.amount.value == 1
    return reported.metric.weight >= (ALWAYS_TOLD if is_one else _WORTH) and is_news(moved)
