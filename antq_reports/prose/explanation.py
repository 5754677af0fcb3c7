"""The plan of a brief, explained: every figure with its score, why it has it, and where it went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from antq_reports.prose.article import Article

_PLACES = {"headline": "tít", "lead": "đoạn mở", "body": "bài"}
STRIP, TABLE = "dải số", "chỉ ở bảng"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One figure of a brief."""

    path: str
    label: str
    score: int
    reason: str
    """What it is news of: a change, nothing happening, all of them, or its number alone."""
    places: tuple[str, ...]
    """Where a reader meets it above the closing table, else that it is in the table alone."""


def explain(article: Article) -> Iterator[Explained]:
    """The figures of an article, best news first."""
    strip = {view.metric for view in article.strip}
    for fact in article.plan.facts:
        places = [word for name, word in _PLACES.items() if fact.path in article.places[name]]
        places += [STRIP] if fact.path in strip else []
        yield Explained(
            path=fact.path,
            label=fact.label,
            score=fact.score,
            reason=fact.reason,
            places=tuple(places) or (TABLE,),
        )
