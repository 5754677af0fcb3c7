"""The total a province states against the sum of its units. The difference is a finding, never a correction."""

from __future__ import annotations

from collections.abc import Iterator

from antq_reports.catalogue import Metric
from antq_reports.figures import AnyFigure, Count, Pair, PartOfWhole, format_figure, interval_of
from antq_reports.report import Finding
from antq_reports.rollup.one_metric import Combined, likeness
from antq_reports.rollup.participants import Gathered
from antq_reports.vietnamese import format_decimal, format_integer


def reconcile(
    path: str, metric: Metric, stated: AnyFigure, combined: Combined, gathered: Gathered
) -> Iterator[Finding]:
    """A finding when the stated total and the sum cannot both be true."""
    total = combined.figure
    if total is None or not stated.numbers or not total.numbers:
        return
    expected = len(gathered.expected)
    share = f"{format_integer(len(combined.used))}/{format_integer(expected)} {gathered.unit_words}"
    fact = f"{metric.label}: tỉnh báo {format_figure(stated)}, cộng từ {share} được {format_figure(total)}"
    if likeness(stated, metric) != likeness(total, metric):
        yield Finding("total-not-comparable", "warning", path, f"{fact}; đơn vị tính hoặc loại số khác nhau")
        return
    pairs = zip(_single_numbers(stated), _single_numbers(total), strict=True)
    differences = [text for one, other in pairs if (text := _difference(one, other)) is not None]
    if differences:
        yield Finding("total-differs", "warning", path, f"{fact}; lệch {', '.join(differences)}")


def _single_numbers(figure: AnyFigure) -> tuple[AnyFigure, ...]:
    """A figure as figures of one number each: those of a pair, and of a part and its whole."""
    match figure:
        case Pair():
            return figure.parts
        case PartOfWhole():
            return Count(value=figure.part, hedge=figure.hedge), Count(value=figure.whole)
        case _:
            return (figure,)


def _difference(stated: AnyFigure, total: AnyFigure) -> str | None:
    """How far apart two numbers are, where they cannot both be true."""
    meant, added = interval_of(stated), interval_of(total)
    if stated.number is None or total.number is None or meant is None or added is None or meant.overlaps(added):
        return None
    gap = abs(stated.number - total.number)
    return f"{format_decimal(gap, max_decimals=6)} {stated.unit or ''}".strip()
