"""Which reports take part in a roll-up: one per unit, of one period, of units that are expected.

A unit reported twice with different figures takes no part until someone says which report holds: adding either would be
a guess, adding both a lie. Who is who is told by `recognition`, which version holds by `versions`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from antq_reports.figures import Period
from antq_reports.report import BaseReport, Finding, Unit, UnitRegister, unit_key
from antq_reports.report.unit_register import is_total
from antq_reports.rollup.recognition import recognise
from antq_reports.rollup.twins import twins_among
from antq_reports.rollup.versions import choose_version
from antq_reports.vietnamese import fold_name, format_integer, sort_key

UNIT_LEVELS = ("xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã", "tỉnh", "thành phố")
SHOWN_NAMES = 8
Unused = Literal["unusable", "sent twice"]
"""How a unit stands that sent something and takes no part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The reports that take part, in one order whatever order they came in, and how each unit stands."""

    reports: tuple[BaseReport, ...]
    register: UnitRegister[Unit]
    """Every unit that should have reported: the list given, else the units that sent anything."""
    findings: tuple[Finding, ...]
    unused: Mapping[str, Unused] = field(default_factory=dict)
    """Units that sent something and take no part, by key."""

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
        """The names of the expected units that sent nothing."""
        return self._standing(None)

    @property
    def unusable(self) -> tuple[str, ...]:
        """The names of the expected units that sent only what cannot be used."""
        return self._standing("unusable")

    @property
    def sent_twice(self) -> tuple[str, ...]:
        """The names of the expected units that sent several versions."""
        return self._standing("sent twice")

    def _standing(self, state: Unused | None) -> tuple[str, ...]:
        have = {unit_key(report.place) for report in self.reports}
        keys = [key for unit in self.expected if (key := unit_key(unit)) not in have]
        return tuple(self.names[key] for key in keys if self.unused.get(key) == state)

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
    reports: Iterable[BaseReport],
    subject: str,
    *,
    period: Period | None,
    expected: Sequence[Unit] | None,
    unusable: Iterable[Unit] = (),
) -> Gathered:
    """Sort the reports, settle what each unit said, and set aside what must not be added.

    ``unusable`` are units whose input could not be read at all.
    """
    known = UnitRegister.of(expected) if expected is not None else None
    sorting = _Sorting(known)
    ordered = sorted(_of_one_subject(reports, subject, sorting.findings), key=_report_key)
    for unit in unusable:
        sorting.set_aside(known.key_of(unit) if known is not None else unit_key(unit), "unusable", unit)
    ordered = list(sorting.recognised(ordered))
    ordered = list(sorting.of_one_period(ordered, period))
    ordered = list(sorting.of_their_own(list(sorting.one_a_unit(ordered))))
    units = expected if expected is not None else [report.place for report in ordered]
    register = UnitRegister.of(sorted((*units, *sorting.met), key=_unit_order))
    return Gathered(reports=tuple(ordered), register=register, findings=tuple(sorting.findings), unused=sorting.unused)


@dataclass(slots=True)
class _Sorting:
    """Reports being sorted: what was found, and whose reports were set aside."""

    known: UnitRegister[Unit] | None
    findings: list[Finding] = field(default_factory=list)
    unused: dict[str, Unused] = field(default_factory=dict)
    met: list[Unit] = field(default_factory=list)
    """Units of reports set aside, where no list says who should report."""

    def set_aside(self, key: str, state: Unused, unit: Unit) -> None:
        """Note that a unit sent something that takes no part."""
        self.unused.setdefault(key, state)
        if self.known is None:
            self.met.append(unit)

    def refuse(self, report: BaseReport, finding: Finding, state: Unused = "unusable") -> None:
        """Take a report out."""
        self.findings.append(finding)
        self.set_aside(unit_key(report.place), state, report.place)

    def recognised(self, reports: Sequence[BaseReport]) -> Iterator[BaseReport]:
        """The reports whose unit is known."""
        for each in recognise(reports, self.known):
            if each.finding is not None:
                self.findings.append(each.finding)
            if not each.is_refused:
                yield each.report
            elif not is_total(each.report.place):
                self.set_aside(each.key, "unusable", each.report.place)

    def of_one_period(self, reports: list[BaseReport], period: Period | None) -> Iterator[BaseReport]:
        """The reports of the roll-up's period: the one given, else the one most reports are of."""
        wanted = period or usual_period(reports)
        for report in reports:
            if wanted is None or same_period(report.period, wanted):
                yield report
                continue
            name = report.place.full_name
            message = f"{name} gửi số liệu kỳ “{report.period.label}”, không cộng vào kỳ “{wanted.label}”"
            where = report.sources.origins_of("period")
            self.refuse(report, Finding("period-differs", "error", "period", message, unit=name, origins=where))

    def one_a_unit(self, reports: list[BaseReport]) -> Iterator[BaseReport]:
        """One report for each unit: of several equal ones the first, of a form sent back the newest, else none."""
        groups: dict[str, list[BaseReport]] = {}
        for report in reports:
            groups.setdefault(unit_key(report.place), []).append(report)
        for same in groups.values():
            chosen, finding = choose_version(same) if len(same) > 1 else (same[0], None)
            if chosen is None and finding is not None:
                self.refuse(same[0], finding, "sent twice")
            elif chosen is not None:
                self.findings += [finding] if finding is not None else []
                yield chosen

    def of_their_own(self, reports: list[BaseReport]) -> Iterator[BaseReport]:
        """The reports that are no other unit's: of two that are nearly equal none."""
        alike: set[int] = set()
        for one, other, finding in twins_among(reports):
            self.findings.append(finding)
            alike |= {id(one), id(other)}
        for report in reports:
            if id(report) not in alike:
                yield report
            else:
                self.set_aside(unit_key(report.place), "unusable", report.place)


def _report_key(report: BaseReport) -> tuple[object, ...]:
    return (*_unit_order(report.place), report.model_dump_json())


def _unit_order(unit: Unit) -> tuple[object, ...]:
    return unit.code or "", sort_key(unit.name), unit.level


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


def shared_period(own: BaseReport | None, reports: Iterable[BaseReport]) -> Period | None:
    """The period of a place's own report, where any of its units' reports is of it; else None."""
    is_shared = own is not None and any(same_period(report.period, own.period) for report in reports)
    return own.period if own is not None and is_shared else None


def same_period(one: Period, other: Period) -> bool:
    """Whether two periods are one: by their days where both have them, else by their labels."""
    if one.start and one.end and other.start and other.end:
        return (one.start, one.end) == (other.start, other.end)
    return fold_name(one.label) == fold_name(other.label)
