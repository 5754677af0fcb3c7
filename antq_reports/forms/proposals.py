"""What a remedy proposes to write is tried before it is printed: a clerk who copies it must not be refused again.

A remedy knows how figures are written, not which figure a cell is for: "1.584 vụ" is no answer where people are
counted. A clause that proposes what its own cell refuses gives way to an example of that cell's metric.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from antq_reports.catalogue.key_list import example_of
from antq_reports.errors import FigureSyntaxError
from antq_reports.forms.questions import Question

_QUOTED = re.compile(r"[“\"]([^”\"]*\d[^”\"]*)[”\"]|(?<=ghi )(\d+)(?!\S*[”\"%])")
"""What a remedy puts in quotes and has a number in it, or says to write bare."""


def proposals_in(remedy: str) -> list[str]:
    """The texts a remedy says to write.

    >>> proposals_in("ghi “12,5 km2” nếu là số lẻ, 12500 nếu là số nguyên"), proposals_in("ghi số vào cột “Kỳ này”")
    (['12,5 km2'], [])
    """
    return [match[1] or match[2] for match in _QUOTED.finditer(remedy)]


def fitted(error: FigureSyntaxError, question: Question, accepts: Callable[[str], bool]) -> FigureSyntaxError:
    """The same refusal with a remedy its cell accepts."""
    clauses = error.remedy.split("; ")
    fitting = [clause for clause in clauses if all(accepts(text) for text in proposals_in(clause))]
    if fitting == clauses:
        return error
    example = f"ghi như “{example_of(question.metric)}”"
    remedy = "; ".join([example, *fitting]) if fitting else f"{example}, hoặc để trống nếu chưa có số liệu"
    return FigureSyntaxError(error.text, replace(error.refusal, remedy=remedy, suggestion=None))
