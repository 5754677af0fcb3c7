"""A report beside last year's: stated changes, leaps, and a form sent in again unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from antq_reports.comparison import Movement, compare
from antq_reports.figures import format_figure
from antq_reports.report import BaseReport, Finding, reported_figures
from antq_reports.review.size import slip
from antq_reports.vietnamese import format_integer

FEW_FIGURES = 3
"""A form of fewer figures may well repeat last year's."""
LEAP = 5
"""So many times up or down is looked at."""
BEYOND_BELIEF = 80
"""So many times is no change of a year, whatever digits slipped."""
LEAP_BASE = 20
"""Below this base a leap is nothing unusual."""
MANY_FIGURES, LARGE, NEARLY_ALL = 10, 10, Decimal("0.9")
"""Of so many figures that are no small numbers, nearly all may be last year's only by mistake."""


def history_findings(report: BaseReport, previous: BaseReport) -> Iterator[Finding]:
    """What last year's report makes one ask about this one. Why two cannot be compared is said, as information."""
    yield from _copied(report, previous)
    comparison = compare(report, previous)
    if comparison.refused is not None:
        message = f"không so sánh với {previous.period.label}: {comparison.refused}"
        yield Finding("not-compared", "info", "period", message)
    yield from comparison.findings
    labels = {reported.path: reported.label for reported in reported_figures(report)}
    for path, moved in comparison.movements.items():
        owner = path if path in labels else path.rsplit(".", 1)[0]
        yield from _leaps(owner, labels[owner], moved)


def _copied(report: BaseReport, previous: BaseReport) -> Iterator[Finding]:
    new = {reported.path: reported.figure for reported in reported_figures(report)}
    old = {reported.path: reported.figure for reported in reported_figures(previous)}
    fact = ""
    if len(new) >= FEW_FIGURES and new == old:
        fact = f"cả {format_integer(len(new))} số liệu đều giống hệt {previous.period.label}"
    large = [path for path, figure in new.items() if (figure.number or 0) >= LARGE]
    same = [path for path in large if new[path] == old.get(path)]
    if not fact and len(large) >= MANY_FIGURES and len(same) >= NEARLY_ALL * len(large):
        share = f"{format_integer(len(same))}/{format_integer(len(large))}"
        fact = f"{share} số liệu giống hệt {previous.period.label}"
    if fact:
        yield Finding("copied-form", "warning", "", f"{fact}; có thể gửi nhầm biểu năm trước")


def _leaps(path: str, label: str, moved: Movement) -> Iterator[Finding]:
    if moved.in_points or not moved.old.value or not moved.new.value:
        return
    new, old = Decimal(moved.new.value), Decimal(moved.old.value)
    times = max(new, old) / min(new, old)
    fact = f"{label}: {format_figure(moved.new)}, năm trước {format_figure(moved.old)}"
    if (power := slip(new, old)) is not None:
        about = "đúng" if times == power else "gần đúng"
        size = f"gấp {format_integer(power)} lần" if new > old else f"bằng 1/{format_integer(power)}"
        message = f"{fact}; {about} {size}, có thể thừa hoặc thiếu chữ số 0"
        yield Finding("size-of-last-year", "error", path, message)
    elif times >= LEAP and max(new, old) >= LEAP_BASE * LEAP:
        direction = "tăng" if new > old else "giảm"
        about = "đúng" if times == int(times) else "hơn"
        message = f"{fact}; {direction} {about} {format_integer(int(times))} lần, hãy kiểm tra lại"
        if times >= BEYOND_BELIEF:
            yield Finding("size-of-last-year", "error", path, message)
        else:
            yield Finding("outlier", "warning", path, message)
