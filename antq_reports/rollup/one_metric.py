"""One metric over many units: what can be added is added, what cannot is left out and found.

Differing units (lượt người, người), kinds and periods are never added. Where more than half of the units agree, their
sum stands and the others are named; where no such half is, there is no sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pydantic import ValidationError

from antq_reports.catalogue import Metric
from antq_reports.catalogue.measures import in_declared_unit
from antq_reports.figures import KINDS, AnyFigure, Count, Pair, PartOfWhole, Period, format_figure
from antq_reports.figures.amounts import StatedModel
from antq_reports.figures.interval import is_exact
from antq_reports.report import BaseReport, Finding, Origin
from antq_reports.rollup.participants import listed
from antq_reports.rollup.sums import UntoldSumError, add_figures
from antq_reports.vietnamese import fold_name, format_integer

Likeness = tuple[str, str, str]
"""What figures must share to be added: kind, unit, own period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One unit's figure for one metric, and where it was read."""

    unit: str
    figure: AnyFigure
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """The sum, the entries it was made of, and what was found on the way."""

    figure: AnyFigure | None = None
    used: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = field(default=())


def origins_in(report: BaseReport, path: str, unit: str) -> tuple[Origin, ...]:
    """Where a unit's figure was read, each place knowing whose form it is: file and cell, else unit and metric."""
    found = report.sources.origins_of(path) or (Origin(path=path),)
    return tuple(origin if origin.unit else replace(origin, unit=unit) for origin in found)


def combine(path: str, metric: Metric, entries: Iterable[Entry], *, takes_counts: bool = True) -> Combined:
    """Add up one metric.

    ``takes_counts`` says whether the metric may be a bare count, so that "12/30 vụ" beside "5 vụ" can be 17 vụ.
    """
    findings: list[Finding] = []
    settled = [replace(entry, figure=in_declared_unit(entry.figure, metric)) for entry in entries]
    addable = _summable(path, metric, settled, findings)
    addable = _without_wholes(path, metric, addable, findings) if takes_counts else addable
    used = _of_one_likeness(path, metric, addable, findings)
    if not used:
        return Combined(findings=tuple(findings))
    try:
        figure = add_figures([entry.figure for entry in used])
    except UntoldSumError:
        said = listed(f"{entry.unit} (“{_shown(entry.figure)}”)" for entry in used if not is_exact(entry.figure))
        message = f"{metric.label}: không có từ nào đúng cho tổng của các số ước chừng nên không cộng; {said}"
        return Combined(findings=(*findings, Finding("sum-untold", "error", path, message)))
    except ValidationError:
        message = f"{metric.label}: tổng của {format_integer(len(used))} đơn vị vượt quá giới hạn; hãy kiểm tra lại"
        return Combined(findings=(*findings, Finding("sum-too-large", "error", path, message)))
    findings += (*_indefinites(path, metric, used, figure), *_stated(path, metric, used))
    return Combined(figure=figure, used=tuple(used), findings=tuple(findings))


def likeness(figure: AnyFigure, metric: Metric) -> Likeness:
    """What must be equal for two figures to be added, once both are in the metric's unit."""
    own = in_declared_unit(figure, metric)
    if isinstance(own, Pair):
        return "pair", " | ".join(map(_folded, own.counted)), _period_key(own.period)
    kind = "part_of_whole" if isinstance(own, PartOfWhole) else "number"
    declared = metric.unit if isinstance(metric.unit, str) else None
    return kind, _folded(own.unit or declared), _period_key(own.period)


@lru_cache(maxsize=4096)
def _folded(unit: str | None) -> str:
    return fold_name(unit or "")


def _period_key(period: Period | None) -> str:
    return "" if period is None else f"{fold_name(period.label)} {period.start} {period.end}"


def _summable(path: str, metric: Metric, entries: Iterable[Entry], findings: list[Finding]) -> list[Entry]:
    """What adds up. Percents have no sum and their mean is none: the province's percent comes from the sums."""
    kept: list[Entry] = []
    for entry in entries:
        figure = entry.figure
        if KINDS[figure.kind].is_summable and not figure.is_share:
            kept.append(entry)
            continue
        told = f"{metric.label}: {entry.unit} ghi {KINDS[figure.kind].title} “{_shown(figure)}”; không cộng được"
        finding = Finding("kind-not-added", "warning", path, told)
        if figure.is_share:
            told = f"{metric.label}: {entry.unit} chỉ ghi tỷ lệ phần trăm; không cộng được, cần phần và tổng"
            finding = Finding("percent-not-added", "error", path, told)
        findings.append(replace(finding, unit=entry.unit, origins=entry.origins))
    return kept


def _stated(path: str, metric: Metric, used: Sequence[Entry]) -> list[Finding]:
    """Say which numbers were added without the change or percent beside them; two numbers make their percent anew."""
    beside = [
        entry
        for entry in used
        if isinstance(entry.figure, StatedModel)
        and (entry.figure.change or (entry.figure.percent and not isinstance(entry.figure, PartOfWhole)))
    ]
    if not beside:
        return []
    names = listed(f"{entry.unit} (“{_shown(entry.figure)}”)" for entry in beside)
    message = f"{metric.label}: chỉ cộng con số, không cộng tỷ lệ hay biến động ghi kèm của {names}"
    return [Finding("stated-not-added", "info", path, message)]


def _without_wholes(path: str, metric: Metric, entries: list[Entry], findings: list[Finding]) -> list[Entry]:
    """Where some units state a part of a whole and others a bare count.

    The few without a whole are left out of both sums, so that the place keeps its ratio; where most have none, the
    parts are counts too.
    """
    bare = [entry for entry in entries if not isinstance(entry.figure, PartOfWhole)]
    if not bare or len(bare) == len(entries) or any(isinstance(entry.figure, Pair) for entry in bare):
        return entries
    names = listed(entry.unit for entry in bare)
    if 2 * len(bare) <= len(entries):
        message = f"{metric.label}: {names} không ghi tổng, nên không cộng vào cả hai số của tỷ lệ"
        findings.append(Finding("whole-missing", "warning", path, message))
        return [entry for entry in entries if isinstance(entry.figure, PartOfWhole)]
    message = f"{metric.label}: {names} không ghi tổng, nên chỉ cộng được phần và không tính được tỷ lệ"
    findings.append(Finding("whole-missing", "warning", path, message))
    return [_as_count(entry) for entry in entries]


def _as_count(entry: Entry) -> Entry:
    figure = entry.figure
    if not isinstance(figure, PartOfWhole):
        return entry
    hedge = figure.hedge if figure.part else None
    count = Count(value=figure.part, unit=figure.unit, hedge=hedge, period=figure.period)
    return Entry(unit=entry.unit, figure=count, origins=entry.origins)


def _of_one_likeness(path: str, metric: Metric, entries: Sequence[Entry], findings: list[Finding]) -> list[Entry]:
    groups: dict[Likeness, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(likeness(entry.figure, metric), []).append(entry)
    if len(groups) < 2:
        return list(entries)
    largest = max(groups.values(), key=len)
    kept = largest if 2 * len(largest) > len(entries) else []
    left_out = [entry for group in groups.values() if group is not kept for entry in group]
    shown = "; ".join(f"{entry.unit} ghi “{_shown(entry.figure)}”" for entry in left_out[:4])
    more = f" và {format_integer(len(left_out) - 4)} đơn vị khác" if len(left_out) > 4 else ""
    kept_text = f"chỉ cộng {format_integer(len(kept))} đơn vị ghi “{_like(kept[0], metric)}”" if kept else "không cộng"
    message = f"{metric.label}: đơn vị tính, loại số hoặc kỳ số liệu khác nhau nên {kept_text}; {shown}{more}"
    findings.append(Finding("units-differ", "error", path, message))
    return kept


def _shown(figure: AnyFigure) -> str:
    own = f" ({figure.period.label})" if figure.period is not None else ""
    return f"{format_figure(figure)}{own}"


def _like(entry: Entry, metric: Metric) -> str:
    return in_declared_unit(entry.figure, metric).unit or metric.label


def _indefinites(path: str, metric: Metric, used: Sequence[Entry], total: AnyFigure) -> list[Finding]:
    """Say which units gave a word instead of a number, and what became of it."""
    vague = [entry for entry in used if not entry.figure.numbers]
    if not vague:
        return []
    said = listed(f"{entry.unit} (“{_shown(entry.figure)}”)" for entry in vague)
    if not total.numbers:
        message = f"{metric.label}: không có số đếm để cộng, lấy chữ lớn nhất “{format_figure(total)}”; {said}"
        return [Finding("all-indefinite", "warning", path, message)]
    message = f"{metric.label}: tổng “{format_figure(total)}” chưa gồm số ước chừng của {said}"
    return [Finding("indefinite-not-counted", "warning", path, message)]
