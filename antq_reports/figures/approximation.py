"""Exact counts made round, in the direction their hedge promises."""

from __future__ import annotations

from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.figures.amounts import Count
from antq_reports.figures.hedge import Hedge
from antq_reports.vietnamese import format_integer, round_down_to, round_up_to


def approximate(value: int, *, step: int, hedge: str | Hedge, unit: str | None = None) -> Count:
    """Round a count to a multiple of ``step``: down after hơn and trên, up after gần, half up otherwise.

    An exact multiple drops the hedge, for nothing was rounded. Raises ``FigureSyntaxError`` for a step that is not
    above zero, an unknown hedge, or a step so wide that nothing is left.

    >>> approximate(12237, step=100, hedge="hơn").value, approximate(12237, step=100, hedge="gần").value
    (12200, 12300)
    >>> approximate(12200, step=100, hedge="hơn").hedge is None
    True
    """
    word = _hedge(hedge)
    if step <= 0:
        raise FigureSyntaxError(
            str(step), Refusal("bước làm tròn phải lớn hơn 0", "hãy dùng bước như 10, 100 hoặc 1.000")
        )
    if value % step == 0:
        return Count(value=value, unit=unit)
    rounded = _round(value, step, word)
    if rounded == 0:
        fact = f"làm tròn theo bước {format_integer(step)} thì còn 0"
        raise FigureSyntaxError(format_integer(value), Refusal(fact, "hãy dùng bước nhỏ hơn"))
    return Count(value=rounded, hedge=word, unit=unit)


def _round(value: int, step: int, hedge: Hedge) -> int:
    if hedge.direction == "above":
        return int(round_down_to(value, step))
    if hedge.direction == "below":
        return int(round_up_to(value, step))
    down = int(round_down_to(value, step))
    return down if 2 * (value - down) < step else down + step


def _hedge(word: str | Hedge) -> Hedge:
    try:
        return Hedge(word)
    except ValueError:
        known = ", ".join(Hedge)
        raise FigureSyntaxError(
            str(word), Refusal("không phải là từ chỉ mức độ", f"hãy dùng một trong: {known}")
        ) from None
