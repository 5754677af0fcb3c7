"""A section's paragraphs with a person's own words put in: before, after and between the sentences of the templates.

Knows nothing of what the sentences say; where a figure stands in them is read off its token.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from antq_reports.catalogue.metric_path import MetricPath
from antq_reports.prose.own_words import sentence_of
from antq_reports.prose.tokens import TokenBook
from antq_reports.prose.views import View

Paragraphs = list[list[str]]
"""Paragraphs, each a list of sentences that still hold tokens."""


def with_own_words(paragraphs: Paragraphs, section: View, behind: Iterable[str | None], book: TokenBook) -> Paragraphs:
    """The paragraphs with the section's opening, closing and own paragraphs.

    ``behind`` has the metric path that each own paragraph follows, None for the end of the section.
    """
    made = [list(sentences) for sentences in paragraphs]
    opening, closing = (sentence_of(text, book) if text else None for text in (section.opening, section.closing))
    if opening is not None:
        made = [[opening, *made[0]], *made[1:]] if made else [[opening]]
    if closing is not None:
        made = [*made[:-1], [*made[-1], closing]] if made else [[closing]]
    for after, paragraph in zip(behind, section.paragraphs, strict=True):
        text = sentence_of(paragraph.text, book)
        if text is not None:
            made = _inserted(made, text, after, book)
    return made


def _inserted(paragraphs: Paragraphs, text: Markup, after: str | None, book: TokenBook) -> Paragraphs:
    """The paragraphs with one more: behind the sentence that first prints a metric, else at the end."""
    for place, sentences in enumerate(paragraphs):
        for number, sentence in enumerate(sentences, start=1):
            if after is not None and after in metrics_in(sentence, book):
                rest = [sentences[number:]] if sentences[number:] else []
                return [*paragraphs[:place], sentences[:number], [text], *rest, *paragraphs[place + 1 :]]
    return [*paragraphs, [text]]


def metrics_in(text: str, book: TokenBook) -> frozenset[str]:
    """The metrics and groups whose figures a text prints."""
    return frozenset(name for path in book.figures_in(text) for name in _names(path))


def _names(path: str) -> Iterable[str]:
    address = MetricPath.parse(path)
    return (path, address.declared) if address is not None else (path,)
