"""Which reports take part in a roll-up: one per unit, of one period, of units that are expected.

A unit reported twice with different figures takes no part until someone says which report holds: adding either would be
a guess, adding both a lie. Who is who is told by a `UnitRegister`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from antq_reports.figures import Period
from antq_reports.report import BaseReport, Finding, Unit, UnitRegister, unit_key
from antq_reports.report.unit_register import folded_name, full_name
from antq_reports.vietnamese import fold_name, format_integer, sort_key

UNIT_LEVELS = ("xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã", "tỉnh", "thành phố")
SHOWN_NAMES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The reports that take part, in one order whatever order they came in, and who is missing."""

    reports: tuple[BaseReport, ...]
    register: UnitRegister[Unit]
    """Every unit that should have reported: the list given, else the units that did."""
    findings: tuple[Finding, ...]

    @property
    def expected(self) -> tuple[Unit, ...]:
        """The units of the register."""
        return self.register.units

    @property
    def names(self) -> Mapping[str, str]:
        """The full name of every unit by its key."""
        return self.register.names

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the expected units that take no part."""
        have = {unit_key(report.place) for report in self.reports}
        return tuple(self.names[key] for unit in self.expected if (key := unit_key(unit)) not in have)

    @property
    def unit_words(self) -> str:
        """What the units are: "xã, phường"."""
        levels = {unit.level for unit in self.expected}
        return ", ".join(level for level in UNIT_LEVELS if level in levels) or "đơn vị"


def listed(names: Iterable[str]) -> str:
    """Names in Vietnamese order, the first eight and how many more.

    >>> listed(["xã Đạ Tẻh", "xã Cát Tiên"])
    'xã Cát Tiên, xã Đạ Tẻh'
    """
    known = sorted(names, key=sort_key)
    rest = len(known) - SHOWN_NAMES
    shown = ", ".join(known[:SHOWN_NAMES])
    return f"{shown} và {format_integer(rest)} đơn vị khác" if rest > 0 else shown


def gather(
    reports: Iterable[BaseReport], subject: str, *, period: Period | None, expected: Sequence[Unit] | None
) -> Gathered:
    """Sort the reports, settle what each unit said, and set aside what must not be added."""
    findings: list[Finding] = []
    ordered = sorted(_of_one_subject(reports, subject, findings), key=_report_key)
    known = UnitRegister.of(expected) if expected is not None else None
    if known is not None:
        ordered = [_coded(report, known) for report in ordered]
    ordered = list(_of_one_period(ordered, period, findings))
    ordered = list(_one_a_unit(ordered, findings))
    if known is not None:
        ordered = list(_of_expected(ordered, known, findings))
    units: Sequence[Unit] = expected if expected is not None else [report.place for report in ordered]
    register = UnitRegister.of(sorted(units, key=_unit_order))
    return Gathered(reports=tuple(ordered), register=register, findings=tuple(findings))


def _coded(report: BaseReport, known: UnitRegister[Unit]) -> BaseReport:
    """The report with the code of the list, where it has none of its own (or the list has none)."""
    found = known.find(report.place)
    if found is None or found.code == report.place.code:
        return report
    place = report.place.model_copy(update={"code": found.code})
    return report.model_copy(update={"place": place}).with_sources(report.sources)


def _report_key(report: BaseReport) -> tuple[object, ...]:
    return (*_unit_order(report.place), report.model_dump_json())


def _unit_order(unit: Unit) -> tuple[object, ...]:
    return unit.code or "", sort_key(unit.name), unit.level


def _of_one_period(reports: list[BaseReport], period: Period | None, findings: list[Finding]) -> Iterator[BaseReport]:
    """The reports of the roll-up's period: the one given, else the one most reports are of."""
    wanted = period or usual_period(reports)
    for report in reports:
        if wanted is None or same_period(report.period, wanted):
            yield report
            continue
        name = report.place.full_name
        message = f"{name} gửi số liệu kỳ “{report.period.label}”, không cộng vào kỳ “{wanted.label}”"
        findings.append(Finding("period-differs", "error", "period", message, unit=name))


def _of_one_subject(reports: Iterable[BaseReport], subject: str, findings: list[Finding]) -> Iterator[BaseReport]:
    """The reports of the roll-up's subject."""
    for report in reports:
        if report.subject == subject:
            yield report
            continue
        name = report.place.full_name
        message = f"{name} gửi báo cáo của chủ đề “{report.subject}”, không cộng vào chủ đề “{subject}”"
        findings.append(Finding("subject-differs", "error", "subject", message, unit=name))


def usual_period(reports: Sequence[BaseReport]) -> Period | None:
    """The period most reports are of; of equally many the last one."""
    counts = Counter(report.period for report in reports)
    return max(counts, key=lambda each: (counts[each], each.end is not None, str(each.end), each.label), default=None)


def same_period(one: Period, other: Period) -> bool:
    """Whether two periods are one: by their days where both have them, else by their labels."""
    if one.start and one.end and other.start and other.end:
        return (one.start, one.end) == (other.start, other.end)
    return fold_name(one.label) == fold_name(other.label)


def _one_a_unit(reports: list[BaseReport], findings: list[Finding]) -> Iterator[BaseReport]:
    groups: dict[str, list[BaseReport]] = {}
    for report in reports:
        groups.setdefault(unit_key(report.place), []).append(report)
    for same in groups.values():
        name = same[0].place.full_name
        if len(same) == 1:
            yield same[0]
        elif all(report == same[0] for report in same):
            message = f"{name} có {format_integer(len(same))} bản giống hệt nhau; chỉ cộng một bản"
            findings.append(Finding("duplicate-unit", "warning", "place", message, unit=name))
            yield same[0]
        else:
            files = "; ".join(sorted({report.sources.file for report in same if report.sources.file}))
            where = f" ({files})" if files else ""
            message = f"{name} có {format_integer(len(same))} bản khác nhau{where}; không cộng bản nào, hãy giữ lại một"
            findings.append(Finding("duplicate-unit", "error", "place", message, unit=name))


def _of_expected(reports: list[BaseReport], known: UnitRegister[Unit], findings: list[Finding]) -> Iterator[BaseReport]:
    for report in reports:
        name, found = report.place.full_name, known.find(report.place)
        if found is None:
            message = f"{name} (mã {report.place.code or 'chưa ghi'}) không có trong danh sách đơn vị; không cộng"
            findings.append(Finding("unit-not-expected", "error", "place", message, unit=name))
            continue
        if folded_name(found) != folded_name(report.place):
            message = f"mã {found.code} trong danh sách là {full_name(found)}, báo cáo ghi {name}"
            findings.append(Finding("unit-name-differs", "warning", "place", message, unit=name))
        yield report
