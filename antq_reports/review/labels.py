"""Labels that are nearly another's: a row that would stand beside its like, a further figure that a metric asks for.

Two labels are nearly the same when they have the same words once abbreviations are written out and the small words
are dropped, or when all that parts them is a slip of one letter. What one unit reports side by side is two things.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from antq_reports.catalogue import Row
from antq_reports.report import BaseReport, Finding
from antq_reports.vietnamese import fold_name, slugify

_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "ttxh": "trat tu xa hoi",
    "antt": "an ninh trat tu",
    "ant": "an ninh trat tu",
    "atgt": "an toan giao thong",
    "tngt": "tai nan giao thong",
    "ca": "cong an",
    "tp": "thanh pho",
    "tnxh": "te nan xa hoi",
    "pccc": "phong chay chua chay",
}
"""Abbreviations of offices' Vietnamese, as words without marks."""
_SMALL = frozenset(
    ("cua", "do", "ve", "cac", "loai", "nhung", "va", "tu", "den", "cho", "tai", "theo", "voi", "boi", "so", "luong")
)
_HALF = 0.5
_LETTERS = 5
"""A word this long may hold a slip of one letter."""


@lru_cache(maxsize=16_384)
def skeleton(label: str) -> tuple[str, ...]:
    """The words of a label that say what it is, without their marks: those are slips as well.

    >>> skeleton("Giấy khen của Chủ tịch UBND xã") == skeleton("Giấy khen Chủ tịch Ủy ban nhân dân xã")
    True
    """
    words = slugify(label).split("-")
    whole = " ".join(_SHORT.get(word, word) for word in words).split()
    return tuple(word for word in whole if word and word not in _SMALL)


@lru_cache(maxsize=65_536)
def are_near(one: str, other: str) -> bool:
    """Whether two labels that are not the same are nearly so.

    >>> are_near("Bằng khen của Bộ", "Bằng khen Bộ"), are_near("Bằng khen của tỉnh", "Bằng khen của xã")
    (True, False)
    """
    left, right = skeleton(one), skeleton(other)
    if fold_name(one) == fold_name(other) or not left:
        return False
    if sorted(left) == sorted(right):
        return True
    differing = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    return len(left) == len(right) and len(differing) == 1 and _is_slip(*differing[0])


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter parts two long words: a wrong one, or one too many."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LETTERS or len(long) - len(short) > 1:
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def near_label_findings(reports: Sequence[BaseReport]) -> Iterator[Finding]:
    """Rows of the units' groups whose label is nearly the one that more units use; errors, for each would be apart."""
    rows = [(report, group, place, row) for report in reports for group, place, row in _rows(report)]
    uses: dict[str, Counter[str]] = {}
    for _, group, _, row in rows:
        uses.setdefault(group, Counter())[row.words] += 1
    together = {(id(report), group, row.words) for report, group, _, row in rows}
    for report, group, place, row in rows:
        usual = _usual(row.words, uses[group])
        if usual is not None and (id(report), group, usual) not in together:
            yield from _of_row(report, f"{group}[{place}]", row, usual)


def _rows(report: BaseReport) -> Iterator[tuple[str, int, Row]]:
    """The rows of every group, with the group's path and their place in it."""
    for name, section in report.sections():
        for group in section.declaration.groups:
            for place, row in enumerate(getattr(section, group)):
                yield f"{name}.{group}", place, row


def _usual(label: str, uses: Counter[str]) -> str | None:
    """The label that others use more for what is nearly the same; of two used alike, the first in the alphabet."""
    near = [other for other in uses if are_near(label, other)]
    first = min(near, key=lambda other: (-uses[other], other), default=None)
    return first if first is not None and (-uses[first], first) < (-uses[label], label) else None


def _of_row(report: BaseReport, where: str, row: Row, usual: str) -> Iterator[Finding]:
    paths = [where if row.group.is_plain else f"{where}.{column}" for column, _ in row.figures()]
    if not paths:
        return
    message = f"“{row.words}” gần giống “{usual}” của các đơn vị khác nên chưa cộng; nếu là một thì ghi cùng một tên"
    unit, where_from = report.place.full_name, report.sources.origins_of(paths[0])
    others = tuple(paths[1:])
    yield Finding(
        "near-label", "error", paths[0], message, unit=unit, origins=where_from, label=row.words, others=others
    )


def near_metric_findings(report: BaseReport) -> Iterator[Finding]:
    """Further figures whose label is nearly a metric's, or half of one; they are printed, and asked about."""
    for extra in report.extra:
        words = set(skeleton(extra.label))
        for entry in report.catalogue.entries:
            label = entry.declaration.label
            whole = set(skeleton(label))
            is_part = len(words) > 1 and words <= whole and len(words) >= _HALF * len(whole)
            if is_part or are_near(extra.label, label) or fold_name(extra.label) == fold_name(label):
                message = f"“{extra.label}” ghi ở số liệu khác, gần giống chỉ tiêu “{label}”; nếu là một thì ghi vào đó"
                path = f"extra.{extra.id}"
                yield Finding("near-metric", "warning", path, message, label=extra.label)
                break
