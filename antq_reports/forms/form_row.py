"""What a person changed in a line of the form besides its figure: its label, its unit, a figure in another column.

A form is answered in one column. A figure that stands beside it was meant and would be lost, and a line whose question
was rewritten answers another: both are asked about, with the cell. Everything else of the form stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from antq_reports.catalogue import Metric
from antq_reports.catalogue.measures import means_same
from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.forms.cell import Raw, show
from antq_reports.forms.questions import Slot
from antq_reports.forms.sheet import is_blank
from antq_reports.vietnamese import fold_name

_ALIKE = 0.6
"""From so much likeness on two labels are one label."""
_FIGURE = re.compile(r"(?:(?:hơn|trên|khoảng|gần|tổng số?|có) )?\d[\d.,]*%?(?: [^\d\s]+){0,3}", re.IGNORECASE)
"""A note that is a figure and little else."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a line: in which column, and what to ask; with ``is_minor`` the figure is used all the same."""

    column: str
    error: FigureSyntaxError
    is_minor: bool = False


def doubts_about(slot: Slot, row: Mapping[str, Raw], *, knows_sent: bool) -> Iterator[Doubt]:
    """What to ask about a line, from its cells by column (``@label``, ``@unit``, ``@value``...).

    ``knows_sent`` says that the form keeps what its last-period column held when it was sent.
    """
    has_value = not is_blank(row.get("@value"))
    if slot.row is None:
        yield from _about_label(slot, _text(row, "@label"), has_value=has_value)
        yield from _about_unit(slot, _text(row, "@unit"), has_value=has_value)
    note = _text(row, "@note")
    if not has_value and _FIGURE.fullmatch(note):
        yield Doubt("@note", FigureSyntaxError(note, Refusal("số ghi ở cột Ghi chú", "ghi số vào cột Kỳ này")))
    if knows_sent and _text(row, "@previous") != _text(row, "@sent"):
        yield from _about_previous(row, has_value=has_value)


def _about_label(slot: Slot, label: str, *, has_value: bool) -> Iterator[Doubt]:
    if not has_value or not label or label == slot.label or _is_alike(label, slot.label):
        return
    reason = f"dòng này đã bị ghi đè thành câu hỏi khác, mẫu hỏi “{slot.label}”"
    yield Doubt(
        "@label", FigureSyntaxError(label[:80], Refusal(reason, "khôi phục tên chỉ tiêu rồi ghi đúng số của nó"))
    )


def _about_unit(slot: Slot, unit: str, *, has_value: bool) -> Iterator[Doubt]:
    if not unit or unit == slot.unit:
        return
    if re.match(r"\d", unit):
        yield Doubt("@unit", FigureSyntaxError(unit[:80], Refusal("số ghi ở cột Đơn vị tính", "ghi số vào cột Kỳ này")))
    elif has_value and slot.unit and not _is_same_unit(slot, unit):
        reason = f"đơn vị tính đã bị sửa, mẫu tính bằng “{slot.unit}”"
        yield Doubt("@unit", FigureSyntaxError(unit[:80], Refusal(reason, f"ghi số theo đơn vị “{slot.unit}”")))


def _is_same_unit(slot: Slot, unit: str) -> bool:
    declared = slot.question.declaration
    return means_same(unit, slot.unit, declared.same if isinstance(declared, Metric) else ())


def _about_previous(row: Mapping[str, Raw], *, has_value: bool) -> Iterator[Doubt]:
    shown, sent = _text(row, "@previous"), _text(row, "@sent")
    if not has_value and shown:
        refusal = Refusal("số chỉ ghi ở cột Kỳ trước", "nếu là số kỳ này thì ghi vào cột Kỳ này")
        yield Doubt("@previous", FigureSyntaxError(shown, refusal))
    elif sent:
        reason = f"cột Kỳ trước khác số đã in sẵn trên biểu ({sent})"
        remedy = "xác nhận lại số kỳ trước với đơn vị"
        yield Doubt("@previous", FigureSyntaxError(shown or "trống", Refusal(reason, remedy)), is_minor=True)


@lru_cache(maxsize=4096)
def _is_alike(label: str, own: str) -> bool:
    one, other = fold_name(label), fold_name(own)
    return one == other or one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _text(row: Mapping[str, Raw], column: str) -> str:
    raw = row.get(column)
    return "" if is_blank(raw) else " ".join(show(raw).split())
