"""One figure against last year's: direction, amount, percent or points, and whether it is good news.

Amounts and ratios are exact; printing rounds them. Ratios are fractions, points are the number before "điểm phần trăm".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Literal

from antq_reports.catalogue import Metric
from antq_reports.figures import AnyFigure, Count, Money, Pair, PartOfWhole, Percent, Quantity, parts_of
from antq_reports.figures.change import ChangeDirection
from antq_reports.figures.interval import is_exact
from antq_reports.vietnamese import fold_name, move_point, trim_decimals

Tone = Literal["good", "bad", "neutral"]
Outcome = Literal["rise", "fall", "same"]
Number = Count | Quantity | Money | Percent

SMALL_COUNT = 10
"""A base below this has no percent: from 2 to 3 is "tăng 1 vụ", not "tăng 50%"."""
SMALL_MONEY = 1_000_000
SMALL_QUANTITY = 1
POINTS = "điểm phần trăm"

_FALLING: dict[str, ChangeDirection] = {"tăng": "giảm", "nhiều hơn": "ít hơn"}
_RISING: dict[str, ChangeDirection] = {"tăng": "tăng", "nhiều hơn": "nhiều hơn"}
_CLASSIFIERS = frozenset(
    ("khẩu", "viên", "quả", "vụ", "lượt", "tổ", "mắt", "suất", "căn", "đoàn", "lớp", "buổi", "kg", "mét", "tin", "điểm")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """How one number moved. ``old`` and ``new`` are the numbers compared: of a part of a whole, its percent."""

    path: str
    subject: str
    """What moved, as a sentence's subject: "số vụ tai nạn giao thông"."""
    outcome: Outcome
    verb: ChangeDirection | None
    """None where nothing moved."""
    amount: Count | Quantity | Money | None
    """The absolute change; points for a percent. None where nothing moved."""
    ratio: Decimal | None
    """The signed change over the base; None for points, a zero base and a small one."""
    times: Decimal | None
    """New over old where that is two or more and the base is not small."""
    from_zero: bool
    """Whether there was nothing before; a percent of zero is a base like any other."""
    tone: Tone
    old: Number
    new: Number
    formula: str
    """What was subtracted: "526 - 480"."""
    operands: tuple[object, object]
    """The raw values compared, new and old."""
    units: int | None = None
    """How many units the two numbers are of, where these are fewer than the units of this year's figure."""

    @property
    def in_points(self) -> bool:
        """Whether a percent moved, so that its change is counted in points."""
        return self.new.kind == "percent"


def compare_figures(path: str, metric: Metric, new: AnyFigure, old: AnyFigure) -> Iterator[Movement]:
    """How a figure moved: one movement, one for each number of a pair, none where the two cannot be compared exactly.

    >>> [moved] = compare_figures("x", Metric(label="vụ"), Count(value=526, unit="vụ"), Count(value=480, unit="vụ"))
    >>> moved.verb, moved.amount.value, moved.formula
    ('tăng', 46, '526 - 480')
    """
    if isinstance(new, Pair) and isinstance(old, Pair):
        for name, one, other in zip(parts_of(new), _counts_of(new), _counts_of(old), strict=False):
            subject = metric.subject_of(new) if name == "first" else f"số {one.unit}"
            moved = _move(f"{path}.{name}", subject, metric, one, other)
            yield from (moved,) if moved is not None else ()
        return
    moved = _move(path, metric.subject_of(new), metric, new, old)
    if moved is not None:
        yield moved


def _counts_of(pair: Pair) -> list[Count]:
    """Its numbers, each with all that says what it counts in its unit."""
    both = zip(pair.parts, pair.counted, strict=True)
    return [part.model_copy(update={"unit": counted}) for part, counted in both]


def _move(path: str, subject: str, metric: Metric, new: AnyFigure, old: AnyFigure) -> Movement | None:
    if isinstance(new, PartOfWhole) and isinstance(old, PartOfWhole):
        return _move_share(path, subject, metric, new, old)
    if not _is_alike(new, old) or not isinstance(new, Number) or not isinstance(old, Number):
        return None
    formula = f"{_plain(new.value)} - {_plain(old.value)}"
    return _movement(path, subject, metric, new, old, formula, (new.raw, old.raw))


def _is_alike(new: AnyFigure, old: AnyFigure) -> bool:
    """Whether two numbers are exact, of one kind and one unit."""
    if not is_exact(new) or not is_exact(old) or type(new) is not type(old):
        return False
    if new.unit is None or old.unit is None or new.unit == old.unit:
        return True
    return fold_name(new.unit) == fold_name(old.unit)


def _move_share(path: str, subject: str, metric: Metric, new: PartOfWhole, old: PartOfWhole) -> Movement | None:
    """A part of a whole moves by its percent; where a whole is small, by its part.

    A unit's answer for itself (1/1, 0/1) is no share of anything and does not move.
    """
    if not _is_alike(new, old) or (metric.rollup == "units" and 1 in (new.whole, old.whole)):
        return None
    if min(new.whole, old.whole) < SMALL_COUNT:
        subject = f"số {metric.label}"
        return _move(path, subject, metric, Count(value=new.part, unit=new.unit), Count(value=old.part, unit=old.unit))
    formula = f"{new.part}/{new.whole} - {old.part}/{old.whole}"
    return _movement(
        path, subject, metric, Percent(value=new.ratio), Percent(value=old.ratio), formula, (new.raw, old.raw)
    )


def _movement(
    path: str, subject: str, metric: Metric, new: Number, old: Number, formula: str, operands: tuple[object, object]
) -> Movement:
    gap = Decimal(new.value) - Decimal(old.value)
    outcome: Outcome = "same" if gap == 0 else "rise" if gap > 0 else "fall"
    in_points = new.kind == "percent"
    is_measured = not in_points and not _is_small(old) and new.value != 0
    return Movement(
        path=path,
        subject=subject,
        outcome=outcome,
        verb=None if gap == 0 else (_RISING if gap > 0 else _FALLING)[metric.verb],
        amount=_amount(new, abs(gap)) if gap else None,
        ratio=_divide(gap, Decimal(old.value)) if is_measured and gap else None,
        times=_times(new, old) if is_measured else None,
        from_zero=old.value == 0 and gap != 0 and not in_points,
        tone=_tone(metric, outcome),
        old=old,
        new=new,
        formula=formula,
        operands=operands,
    )


def _tone(metric: Metric, outcome: Outcome) -> Tone:
    """Fewer accidents are good news, fewer cases solved are not."""
    if outcome == "same" or metric.polarity == "neutral":
        return "neutral"
    return "good" if (outcome == "rise") == (metric.polarity == "more") else "bad"


def _is_small(old: Number) -> bool:
    limits = {"money": SMALL_MONEY, "quantity": SMALL_QUANTITY}
    return old.value < limits.get(old.kind, SMALL_COUNT)


def _amount(new: Number, gap: Decimal) -> Count | Quantity | Money:
    match new:
        case Percent():
            return Quantity(value=trim_decimals(move_point(gap, 2)), unit=POINTS)
        case Money():
            return Money(value=gap)
        case Quantity():
            return Quantity(value=trim_decimals(gap), unit=_short_unit(new.unit))
        case Count():
            return Count(value=int(gap), unit=_short_unit(new.unit))


def _short_unit(unit: str | None) -> str | None:
    """A long unit by its classifier, for the subject has named the thing: "quả lựu đạn, bom, mìn" is "quả"."""
    words = (unit or "").split(" ")
    is_measured = words[0] in ("kg", "mét")
    return words[0] if words[0].lower() in _CLASSIFIERS and (len(words) > 2 or is_measured) else unit


def classifier_of(unit: str) -> str:
    """The classifier that a unit begins with, else the unit: "khẩu" of "khẩu súng", for a change beside its figure.

    >>> classifier_of("khẩu súng"), classifier_of("mô hình"), classifier_of("lượt người")
    ('khẩu', 'mô hình', 'lượt')
    """
    first = unit.split(" ", maxsplit=1)[0]
    return first if first.lower() in _CLASSIFIERS else unit


def _times(new: Number, old: Number) -> Decimal | None:
    return _divide(Decimal(new.value), Decimal(old.value)) if new.value >= 2 * old.value else None


def _divide(value: Decimal, base: Decimal) -> Decimal:
    with localcontext(prec=28):
        return value / base


def _plain(value: int | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
