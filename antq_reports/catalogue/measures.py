"""What a figure is counted or measured in, held against what its metric declares.

A unit means the declared one when it is that, is listed as the same, or says it with more or fewer words ("vụ TNGT" for
"vụ", "lượt" for "lượt người"). A measure of the same dimension converts, exactly. Anything else counts something else:
"người" is not "lượt người". Nothing is rounded here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from antq_reports.catalogue.metric import Metric
from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.figures import AnyFigure, Count, Pair, Quantity, format_figure, parts_of
from antq_reports.figures.scalars import first_word
from antq_reports.vietnamese import exact_context, fold_name, trim_decimals

_DIMENSIONS: tuple[dict[str, str], ...] = (
    {"mg": "0.001", "g": "1", "lạng": "100", "kg": "1000", "yến": "10000", "tạ": "100000", "tấn": "1000000"},
    {"mm": "0.001", "cm": "0.01", "dm": "0.1", "m": "1", "mét": "1", "km": "1000"},
    {"mm2": "0.000001", "cm2": "0.0001", "dm2": "0.01", "m2": "1", "ha": "10000", "hecta": "10000", "km2": "1000000"},
    {"ml": "0.001", "l": "1", "lít": "1"},
)
"""How much of the first unit of its dimension each is; international units, and lạng, yến, tạ as Vietnam has them."""

_PLAIN = str.maketrans("²³", "23")
"""km² and km2 are one measure."""


@lru_cache(maxsize=8192)
def means_same(unit: str, declared: str, same: tuple[str, ...] = ()) -> bool:
    """Whether a unit is the declared one in other words.

    >>> means_same("vụ TNGT", "vụ"), means_same("lượt", "lượt người"), means_same("người", "lượt người")
    (True, True, False)
    >>> means_same("súng", "khẩu súng", ("súng", "khẩu"))
    True
    """
    folded, own = fold_name(unit), fold_name(declared)
    if folded == own or folded in map(fold_name, same):
        return True
    return folded.startswith(f"{own} ") or own.startswith(f"{folded} ")


@lru_cache(maxsize=1024)
def factor(unit: str, declared: str) -> Decimal | None:
    """How many of the declared measure one of a unit is; None where they are not of one dimension.

    >>> factor("tấn pháo", "kg pháo"), factor("km²", "km2"), factor("mét", "kg")
    (Decimal('1000'), Decimal('1'), None)
    """
    one, other = (first_word(each).translate(_PLAIN) for each in (unit, declared))
    for dimension in _DIMENSIONS:
        if one in dimension and other in dimension:
            with exact_context():
                return trim_decimals(Decimal(dimension[one]) / Decimal(dimension[other]))
    return None


def settle_unit(figure: AnyFigure, metric: Metric) -> AnyFigure:
    """The figure in the metric's own unit, converted where need be.

    Raises `FigureSyntaxError` for one that counts something else.

    >>> settle_unit(Quantity(value=Decimal("0.5"), unit="tấn"), Metric(label="pháo", unit="kg pháo")).value
    Decimal('500')
    """
    if isinstance(figure, Pair):
        return _settle_pair(figure, metric)
    declared = metric.unit[0] if isinstance(metric.unit, tuple) else metric.unit
    if declared is None or figure.unit is None or figure.unit == declared or figure.kind == "money":
        return figure
    if means_same(figure.unit, declared, metric.same):
        return figure.model_copy(update={"unit": declared})
    times = factor(figure.unit, declared) if isinstance(figure, Quantity) else None
    if times is None or not isinstance(figure, Quantity):
        reason = f"tính bằng “{figure.unit}”, chỉ tiêu này tính bằng “{declared}”"
        raise FigureSyntaxError(format_figure(figure), Refusal(reason, f"ghi số theo đơn vị “{declared}”"))
    with exact_context():
        value = trim_decimals(figure.value * times)
    plain = {"value": value, "unit": declared, "scale": None, "decimals": None, "capital": False}
    return Quantity(**{**dict(figure), **plain})


def _settle_pair(figure: Pair, metric: Metric) -> AnyFigure:
    if not isinstance(metric.unit, tuple):
        return figure
    settled: dict[str, AnyFigure] = {}
    for name, counted, declared in zip(parts_of(figure), figure.counted, metric.unit, strict=False):
        part: Count = getattr(figure, name)
        own = part.model_copy(update={"unit": counted})
        settled[name] = settle_unit(own, Metric(label=metric.label, unit=declared, same=metric.same))
        if part.unit != counted:  # the joiner says the rest: "làm chết 5 người"
            settled[name] = part
    return figure.model_copy(update=settled)


def in_declared_unit(figure: AnyFigure, metric: Metric) -> AnyFigure:
    """The same, but a figure that counts something else is left as it is."""
    try:
        return settle_unit(figure, metric)
    except FigureSyntaxError:
        return figure


def foreign_units(figure: AnyFigure, metric: Metric) -> Iterator[str]:
    """The units of a figure that are another than its metric's and do not convert."""
    try:
        settle_unit(figure, metric)
    except FigureSyntaxError:
        parts = (figure.first, figure.second) if isinstance(figure, Pair) else (figure,)
        yield from (part.unit for part in parts if isinstance(part, Count | Quantity) and part.unit is not None)
