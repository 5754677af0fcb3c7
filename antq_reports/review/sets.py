"""Checks that need more than one report: units sent twice, units not on the list, a neighbour's name in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from antq_reports.report import BaseReport, Finding, Unit, UnitRegister, unit_key
from antq_reports.report.unit_register import folded_name, full_name
from antq_reports.review.free_text import texts_of
from antq_reports.vietnamese import fold_name, format_integer


def predecessors(reports: Iterable[BaseReport], previous: Sequence[BaseReport]) -> Iterator[BaseReport | None]:
    """Last year's report of the same unit for every report; None where there is none."""
    known = UnitRegister.of(report.place for report in previous)
    by_key = {unit_key(report.place): report for report in reversed(previous)}
    for report in reports:
        yield by_key.get(known.key_of(report.place))


def duplicate_findings(reports: Sequence[BaseReport]) -> Iterator[Finding]:
    """Units that sent more than one report."""
    groups: dict[str, list[BaseReport]] = {}
    for report in reports:
        groups.setdefault(unit_key(report.place), []).append(report)
    for same in groups.values():
        if len(same) > 1:
            name = same[0].place.full_name
            files = "; ".join(report.sources.file for report in same if report.sources.file)
            is_equal = all(report == same[0] for report in same)
            kind = "giống hệt nhau" if is_equal else "khác nhau"
            message = f"{name} có {format_integer(len(same))} báo cáo {kind}" + (f" ({files})" if files else "")
            yield Finding("duplicate-unit", "warning" if is_equal else "error", "place", message, unit=name)


def expected_findings(reports: Sequence[BaseReport], expected: Sequence[Unit]) -> Iterator[Finding]:
    """Units that are not on the list, and units of the list that sent nothing."""
    sent: set[str] = set()
    known = UnitRegister.of(expected)
    for report in reports:
        name, unit = report.place.full_name, known.find(report.place)
        if unit is None:
            message = f"{name} (mã {report.place.code or 'chưa ghi'}) không có trong danh sách đơn vị"
            yield Finding("unit-not-expected", "error", "place", message, unit=name)
            continue
        sent.add(unit_key(unit))
        if folded_name(unit) != folded_name(report.place):
            message = f"mã {report.place.code} trong danh sách là {full_name(unit)}, báo cáo ghi {name}"
            yield Finding("unit-name-differs", "warning", "place", message, unit=name)
    for unit in known.units:
        if unit_key(unit) not in sent:
            name = full_name(unit)
            yield Finding("unit-missing", "warning", "place", f"{name} chưa gửi số liệu", unit=name)


def neighbour_findings(reports: Sequence[BaseReport]) -> Iterator[Finding]:
    """A commune's text that bears another commune's name: a form copied from a neighbour."""
    names = sorted({report.place.full_name for report in reports})
    if len(names) < 2:
        return
    anyone = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?!\w)"
    )
    for report in reports:
        own = report.place.full_name
        for path, text in texts_of(report):
            for match in anyone.finditer(text):
                is_whole = not re.match(r" [A-ZÀ-ỸĐ]", text[match.end() :])
                if is_whole and fold_name(match[0]) != fold_name(own):
                    message = f"chữ của {own} nhắc tới {match[0]}"
                    where = report.sources.origins_of(path)
                    yield Finding("foreign-place", "warning", path, message, unit=own, origins=where)
                    break
