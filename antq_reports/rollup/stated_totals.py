"""The total a province states against the sum of its units. The difference is a finding, never a correction."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from antq_reports.catalogue import Metric
from antq_reports.figures import AnyFigure, Count, Indefinite, Money, Pair, PartOfWhole, Quantity, format_figure
from antq_reports.report import Finding
from antq_reports.rollup.one_metric import Combined, likeness
from antq_reports.rollup.participants import Gathered
from antq_reports.rollup.sums import Side, side_of
from antq_reports.vietnamese import format_decimal, format_integer


def reconcile(
    path: str, metric: Metric, stated: AnyFigure, combined: Combined, gathered: Gathered
) -> Iterator[Finding]:
    """A finding when the stated total and the sum cannot both be true."""
    total = combined.figure
    if total is None or isinstance(stated, Indefinite) or isinstance(total, Indefinite):
        return
    expected = len(gathered.expected)
    share = f"{format_integer(len(combined.used))}/{format_integer(expected)} {gathered.unit_words}"
    fact = f"{metric.label}: tỉnh báo {format_figure(stated)}, cộng từ {share} được {format_figure(total)}"
    if likeness(stated, metric) != likeness(total, metric):
        yield Finding("total-not-comparable", "warning", path, f"{fact}; đơn vị tính hoặc loại số khác nhau")
        return
    differences = [text for one, other in _pairs(stated, total) if (text := _difference(one, other)) is not None]
    if differences:
        yield Finding("total-differs", "warning", path, f"{fact}; lệch {', '.join(differences)}")


def _pairs(stated: AnyFigure, total: AnyFigure) -> Iterator[tuple[AnyFigure, AnyFigure]]:
    if isinstance(stated, Pair) and isinstance(total, Pair):
        yield stated.first, total.first
        yield stated.second, total.second
    elif isinstance(stated, PartOfWhole) and isinstance(total, PartOfWhole):
        yield Count(value=stated.part, hedge=stated.hedge), Count(value=total.part, hedge=total.hedge)
        yield Count(value=stated.whole), Count(value=total.whole)
    else:
        yield stated, total


def _difference(stated: AnyFigure, total: AnyFigure) -> str | None:
    """How far apart two numbers are, where they cannot both be true."""
    kinds = Count | Quantity | Money
    if not isinstance(stated, kinds) or not isinstance(total, kinds):
        return None
    gap = Decimal(stated.value) - Decimal(total.value)
    if not _excludes(side_of(stated), side_of(total), gap):
        return None
    return f"{format_decimal(abs(gap), max_decimals=6)} {stated.unit or ''}".strip()


def _excludes(stated: Side, total: Side, gap: Decimal) -> bool:
    """Whether the two sides leave no number that both could mean; ``gap`` is stated less total."""
    if "about" in (stated, total) or gap == 0:
        return False
    higher, lower = (stated, total) if gap > 0 else (total, stated)
    return higher != "below" and lower != "above"
