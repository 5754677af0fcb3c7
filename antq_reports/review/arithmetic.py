"""Sums, parts and percents within one report.

A hedged figure contradicts another only when no number it could mean fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from antq_reports.catalogue.measures import factor, foreign_units
from antq_reports.figures import (
    AnyFigure,
    Change,
    Count,
    Money,
    PartOfWhole,
    Percent,
    Quantity,
    format_figure,
    interval_of,
)
from antq_reports.figures.change import RISING
from antq_reports.figures.interval import is_exact
from antq_reports.report import BaseReport, Finding, ReportedFigure, reported_figures
from antq_reports.vietnamese import (
    USUAL_PERCENT_RULE,
    decimals_of,
    fold_name,
    format_integer,
    format_percent,
    round_half_up,
)

_NEAR = Decimal("0.01")
"""How far a hedged percent may stand from the computed one, as a fraction."""


def arithmetic_findings(report: BaseReport) -> Iterator[Finding]:
    """Parts above wholes, sub-totals above totals, stated percents and changes that are not the computed ones."""
    figures = {reported.path: reported for reported in reported_figures(report)}
    for reported in figures.values():
        match reported.figure:
            case PartOfWhole() as figure:
                yield from _part_findings(reported, figure)
            case figure if any(share > 1 for share in _shares(figure)):
                message = f"{reported.label}: tỷ lệ {format_figure(figure)} lớn hơn 100%"
                yield Finding("percent-above-100", "error", reported.path, message)
        if reported.change is not None:
            yield from _change_findings(reported, reported.change, figures)
        yield from _total_findings(reported, figures)


def _shares(figure: AnyFigure) -> tuple[Decimal, ...]:
    """The fractions that a figure is or states; a change may well be above 100%."""
    if figure.is_share:
        return tuple(number / 100 for number in figure.numbers) if figure.kind == "span" else figure.numbers
    stated = getattr(figure, "percent", None) if not isinstance(figure, Change) else None
    return stated.numbers if stated is not None else ()


def _part_findings(reported: ReportedFigure, figure: PartOfWhole) -> Iterator[Finding]:
    part, whole = format_integer(figure.part), format_integer(figure.whole)
    if figure.part > figure.whole:
        message = f"{reported.label}: phần {part} lớn hơn tổng {whole}"
        yield Finding("part-above-whole", "error", reported.path, message)
    if figure.percent is not None and not is_percent_of(figure.percent, figure.ratio):
        computed = format_percent(round_half_up(figure.ratio, max(2, decimals_of(figure.percent.value))))
        message = f"{reported.label}: ghi {format_figure(figure.percent)} nhưng {part}/{whole} là {computed}"
        yield Finding("percent-differs", "warning", reported.path, message)


def is_percent_of(stated: Percent, ratio: Decimal) -> bool:
    """Whether a stated percent is a ratio, rounded half up to the decimals stated; a hedged one near it on its side.

    >>> is_percent_of(Percent(value=Decimal("0.861")), Decimal(1010) / 1173)
    True
    """
    if stated.hedge is None:
        return round_half_up(ratio, decimals_of(stated.value)) == stated.value
    meant = interval_of(stated)
    return meant is not None and meant.contains(ratio) and abs(ratio - stated.value) <= _NEAR


def _total_findings(reported: ReportedFigure, figures: Mapping[str, ReportedFigure]) -> Iterator[Finding]:
    """A metric that is a part of another of its section must not be above it."""
    total = figures.get(f"{reported.section}.{reported.metric.part_of}") if reported.metric.part_of else None
    if total is None or _is_above_itself(reported.figure) or not _is_one_measure(reported.figure, total.figure):
        return
    part, whole = interval_of(reported.figure), interval_of(total.figure)
    if part is not None and whole is not None and part.is_above(whole):
        message = (
            f"{reported.label} ({format_figure(reported.figure)}) nhiều hơn {total.label} "
            f"({format_figure(total.figure)})"
        )
        yield Finding("subtotal-above-total", "error", reported.path, message, others=(total.path,))


def _is_above_itself(figure: AnyFigure) -> bool:
    """Whether a part is above its own whole: that is told, and its being above another total says nothing more."""
    return isinstance(figure, PartOfWhole) and figure.part > figure.whole


def _is_one_measure(one: AnyFigure, other: AnyFigure) -> bool:
    """Whether two numbers can be set against each other; a percent is of something else than what it stands beside."""
    if one.is_share or other.is_share:
        return False
    return one.unit is None or other.unit is None or fold_name(one.unit) == fold_name(other.unit)


def _change_findings(
    reported: ReportedFigure, change: Change, figures: Mapping[str, ReportedFigure]
) -> Iterator[Finding]:
    """The percent in a change's brackets against its amount and this year's figure: 526, tăng 46 is +9,58%."""
    now = figures.get(reported.changed or "")
    amount = change.amount
    if now is None or change.percent is None or not isinstance(amount, Count | Money | Quantity):
        return
    number = now.figure.number
    is_other = isinstance(amount, Quantity) and factor(str(now.figure.unit), str(amount.unit)) != 1
    if number is None or is_other or not is_exact(now.figure) or not is_exact(amount):
        return
    base = number - amount.value if change.direction in RISING else number + amount.value
    if base <= 0:
        message = f"{reported.label}: {format_figure(change)} nhưng kỳ này chỉ có {format_figure(now.figure)}"
        yield Finding("change-above-figure", "error", reported.path, message)
    elif round_half_up(amount.value / base, decimals_of(change.percent.value)) != abs(change.percent.value):
        computed = format_percent(amount.value / base, USUAL_PERCENT_RULE)
        message = (
            f"{reported.label}: ghi “{format_figure(change)}” nhưng tính từ {format_figure(now.figure)} là {computed}"
        )
        yield Finding("change-percent-differs", "warning", reported.path, message)


def unit_findings(report: BaseReport) -> Iterator[Finding]:
    """Figures counted in another unit than their metric's: printed as written, never added to the others."""
    for reported in reported_figures(report):
        if reported.address.is_row or reported.address.is_extra:
            continue
        declared = reported.metric.unit
        for unit in foreign_units(reported.figure, reported.metric):
            wanted = " và ".join(declared) if isinstance(declared, tuple) else declared
            message = (
                f"{reported.label}: ghi theo “{unit}”, danh mục tính bằng “{wanted}”; in như đã ghi, "
                "không cộng và không so với số theo đơn vị kia"
            )
            yield Finding("unit-differs", "info", reported.path, message, label=reported.label)
