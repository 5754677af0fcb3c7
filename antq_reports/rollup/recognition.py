"""Whose report each one is: the unit of the list it belongs to, or why that cannot be said.

A code identifies, a name does not; but a code that belongs to another name of the list is a slip, and it throws out the
report that bears it, never the one of the unit whose code it is. Places of what is recognised are spelt as the list has
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from antq_reports.report import BaseReport, Finding, Origin, Severity, Unit, UnitRegister, unit_key
from antq_reports.report.unit_register import full_name, is_total
from antq_reports.vietnamese import fold_name


@dataclass(frozen=True, slots=True)
class Recognised:
    """One report with the unit it belongs to; a refused one takes no part, and its unit is known or not."""

    report: BaseReport
    finding: Finding | None = None
    is_refused: bool = False

    @property
    def key(self) -> str:
        """The key of the unit."""
        return unit_key(self.report.place)


def recognise(reports: Sequence[BaseReport], known: UnitRegister[Unit] | None) -> Iterator[Recognised]:
    """Every report with its unit, in the order given."""
    rightly_coded = {unit_key(unit) for report in reports if known and (unit := _of_code_and_name(report, known))}
    for report in reports:
        if is_total(report.place):
            yield _total(report)
        elif known is None:
            yield Recognised(report)
        else:
            yield _of_list(report, known, rightly_coded)


def _total(report: BaseReport) -> Recognised:
    message = f"“{report.place.name}” là dòng cộng, không phải một đơn vị; không cộng dòng này"
    return Recognised(report, Finding("total-row", "warning", "place", message, origins=files_of((report,))), True)


def _of_code_and_name(report: BaseReport, known: UnitRegister[Unit]) -> Unit | None:
    found = known.coded(report.place.code)
    return found if found is not None and _is_named(found, report.place) else None


def _is_named(unit: Unit, place: Unit) -> bool:
    """Whether a place bears a unit's name; the level may be the one it had before."""
    return fold_name(unit.name) == fold_name(place.name)


def _of_list(report: BaseReport, known: UnitRegister[Unit], rightly_coded: set[str]) -> Recognised:
    found, named = known.coded(report.place.code), known.named(report.place)
    if found is None and report.place.code and named is not None and named.code:
        return _of_another_code(report, named, "không có trong danh sách")
    found = found or known.find(report.place)
    if found is None:
        return _of_nobody(report)
    if _is_named(found, report.place):
        return Recognised(_placed(report, found))
    if named is not None and named is not found:
        return _of_another_code(report, named, f"trong danh sách là của {full_name(found)}")
    return _of_another_name(report, found, is_refused=unit_key(found) in rightly_coded)


def _of_another_code(report: BaseReport, unit: Unit, whose: str) -> Recognised:
    """A unit of the list under a code that is not its own."""
    own, name = _placed(report, unit), full_name(unit)
    message = (
        f"biểu ghi {name} với mã {report.place.code}, mã này {whose}; mã của {name} là {unit.code}; "
        "không cộng, hãy sửa trang bìa"
    )
    where = report.sources.origins_of("place")
    return Recognised(own, Finding("unit-code-differs", "error", "place", message, unit=name, origins=where), True)


def _of_nobody(report: BaseReport) -> Recognised:
    name, code = report.place.full_name, report.place.code or "chưa ghi"
    message = f"{name} (mã {code}) không có trong danh sách đơn vị; không cộng"
    where = report.sources.origins_of("place")
    return Recognised(report, Finding("unit-not-expected", "error", "place", message, unit=name, origins=where), True)


def _of_another_name(report: BaseReport, unit: Unit, *, is_refused: bool) -> Recognised:
    """A name nobody bears under a unit's code: the unit's, unless that has a report of its own."""
    own, where = _placed(report, unit), report.sources.origins_of("place")
    message = f"mã {unit.code} trong danh sách là {full_name(unit)}, biểu ghi {report.place.full_name}" + (
        f", và {full_name(unit)} đã có biểu riêng; không cộng" if is_refused else ""
    )
    grade: Severity = "error" if is_refused else "warning"
    name = full_name(unit)
    return Recognised(own, Finding("unit-name-differs", grade, "place", message, unit=name, origins=where), is_refused)


def _placed(report: BaseReport, unit: Unit) -> BaseReport:
    """The report with its place as the list spells it."""
    place = report.place
    if (place.code, place.name, place.level) == (unit.code, unit.name, unit.level):
        return report
    update = {"code": unit.code, "name": unit.name, "level": unit.level}
    return report.model_copy(update={"place": place.model_copy(update=update)}).with_sources(report.sources)


def files_of(reports: Iterable[BaseReport]) -> tuple[Origin, ...]:
    """The files of reports, each once."""
    return tuple(Origin(file=file) for file in dict.fromkeys(report.sources.file for report in reports) if file)
