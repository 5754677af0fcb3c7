"""Checks that need more than one report: units sent twice, units not on the list, a neighbour's name in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from antq_reports.report import Finding, Report, Unit
from antq_reports.review.free_text import texts_of
from antq_reports.vietnamese import fold_name, format_integer


def _key(unit: Unit) -> tuple[str, ...]:
    return (unit.code,) if unit.code else (unit.level, fold_name(unit.name))


def predecessor_of(report: Report, previous: Sequence[Report]) -> Report | None:
    """Last year's report of the same unit: by code, else by level and name."""
    wanted = _key(report.place)
    found = next((each for each in previous if _key(each.place) == wanted), None)
    if found is not None:
        return found
    named = [each for each in previous if fold_name(each.place.full_name) == fold_name(report.place.full_name)]
    uncoded = [each for each in named if each.place.code is None or report.place.code is None]
    return uncoded[0] if len(uncoded) == 1 else None


def duplicate_findings(reports: Sequence[Report]) -> Iterator[Finding]:
    """Units that sent more than one report."""
    groups: dict[tuple[str, ...], list[Report]] = {}
    for report in reports:
        groups.setdefault(_key(report.place), []).append(report)
    for same in groups.values():
        if len(same) > 1:
            name = same[0].place.full_name
            files = "; ".join(report.sources.file for report in same if report.sources.file)
            is_equal = all(report == same[0] for report in same)
            kind = "giống hệt nhau" if is_equal else "khác nhau"
            message = f"{name} có {format_integer(len(same))} báo cáo {kind}" + (f" ({files})" if files else "")
            yield Finding("duplicate-unit", "warning" if is_equal else "error", "place", message, unit=name)


def expected_findings(reports: Sequence[Report], expected: Sequence[Unit]) -> Iterator[Finding]:
    """Units that are not on the list, and units of the list that sent nothing."""
    sent: set[tuple[str, ...]] = set()
    for report in reports:
        name, unit = report.place.full_name, _on_list(report.place, expected)
        if unit is None:
            message = f"{name} (mã {report.place.code or 'chưa ghi'}) không có trong danh sách đơn vị"
            yield Finding("unit-not-expected", "error", "place", message, unit=name)
            continue
        sent.add(_key(unit))
        if _name(unit) != fold_name(name):
            message = f"mã {report.place.code} trong danh sách là {unit.level} {unit.name}, báo cáo ghi {name}"
            yield Finding("unit-name-differs", "warning", "place", message, unit=name)
    for unit in expected:
        if _key(unit) not in sent:
            name = f"{unit.level} {unit.name}"
            yield Finding("unit-missing", "warning", "place", f"{name} chưa gửi số liệu", unit=name)


def _name(unit: Unit) -> str:
    return fold_name(f"{unit.level} {unit.name}")


def _on_list(place: Unit, expected: Sequence[Unit]) -> Unit | None:
    """The unit of the list: by code, or by name where one of the two has no code and no other bears the name."""
    found = next((unit for unit in expected if _key(unit) == _key(place)), None)
    if found is not None:
        return found
    named = [unit for unit in expected if _name(unit) == _name(place)]
    is_sure = len(named) == 1 and (place.code is None or named[0].code is None)
    return named[0] if is_sure else None


def neighbour_findings(reports: Sequence[Report]) -> Iterator[Finding]:
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
