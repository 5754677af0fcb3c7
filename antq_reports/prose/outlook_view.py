"""The closing points of a report as templates see them: clauses for one sentence to list, sentences as they stand."""

from __future__ import annotations

import re

from antq_reports.prose.own_words import OwnWords
from antq_reports.prose.views import View
from antq_reports.report import Outlook

_IS_SENTENCE = re.compile(r"[.!?…]”?$|[.!?…]”? [“A-ZÀ-ỸĐ]")

_LOOSE = " ,;:–-"
"""What a clause of a list does not end in."""


def outlook_view(outlook: Outlook | None, words: OwnWords) -> View:
    """Every kind of point by name, each a view of ``clauses`` and ``sentences``; false where there is nothing."""
    values: dict[str, View] = {}
    for name in Outlook.model_fields:
        texts = enumerate(getattr(outlook, name) if outlook is not None else ())
        views = [(text, words.view(f"outlook.{name}[{place}]", text.rstrip(_LOOSE) or text)) for place, text in texts]
        sorted_ = {
            "clauses": tuple(view for text, view in views if view and not is_sentence(text)),
            "sentences": tuple(view for text, view in views if view and is_sentence(text)),
        }
        values[name] = View(f"outlook.{name}", sorted_, present=any(view for _, view in views))
    return View("outlook", values, present=any(values.values()))


def is_sentence(text: str) -> bool:
    """Whether a point is one sentence or several, to be printed as it stands, and no clause of a list.

    >>> is_sentence("mở rộng mô hình camera an ninh"), is_sentence("Kinh phí còn hạn hẹp.")
    (False, True)
    """
    return _IS_SENTENCE.search(text) is not None
