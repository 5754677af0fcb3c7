"""What the units of a batch and their files are called.

A file's name is the unit's code and an ASCII slug of its name: no two units share one, whatever order they come in,
and none leads out of its folder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import count

from antq_reports.report import BaseReport, Unit, unit_key
from antq_reports.vietnamese import fold_name, slugify, sort_key

MAX_SLUG = 80
"""Characters: a file system takes 255 bytes, and people have to read it."""
NAMELESS = "don-vi"


def report_keys(reports: Sequence[BaseReport]) -> tuple[str, ...]:
    """A key for each report, all different: the unit's; for a unit with several reports its period as well.

    Reports of one unit and period are numbered by their content, so that their order does not matter.
    """
    counted = Counter(unit_key(report.place) for report in reports)
    keys = [
        unit_key(report.place) if counted[unit_key(report.place)] == 1 else _with_period(report) for report in reports
    ]
    return _numbered(keys, reports, " #")


def file_stems(reports: Sequence[BaseReport]) -> tuple[str, ...]:
    """A file name without its ending for each report, all different.

    >>> from antq_reports.figures import Period
    >>> from antq_reports.report import Place
    >>> units = [Place(name=name, level="xã", code=code) for name, code in (("Tân Hà", "24823"), ("Tân Hạ", "24824"))]
    >>> file_stems([BaseReport(place=unit, period=Period(label="năm 2026")) for unit in units])
    ('24823-xa-tan-ha', '24824-xa-tan-ha')
    """
    stems = [place_stem(report.place, report.place.full_name) for report in reports]
    units: dict[str, set[str]] = {}
    for stem, report in zip(stems, reports, strict=True):
        units.setdefault(stem, set()).add(unit_key(report.place))
    counted = Counter(stems)
    dated = [
        f"{stem}-{slugify(report.period.label)[:MAX_SLUG]}" if counted[stem] > 1 and len(units[stem]) == 1 else stem
        for stem, report in zip(stems, reports, strict=True)
    ]
    return _numbered(dated, reports, "-")


def place_stem(unit: Unit, name: str) -> str:
    """A file name without its ending for a unit of this full name."""
    slug = slugify(name)[:MAX_SLUG].strip("-") or NAMELESS
    return f"{unit.code}-{slug}" if unit.code else slug


def _with_period(report: BaseReport) -> str:
    return f"{unit_key(report.place)} ({fold_name(report.period.label)})"


def _numbered(names: Sequence[str], reports: Sequence[BaseReport], mark: str) -> tuple[str, ...]:
    """The names; of those that several reports bear all but the first with a number that makes them different."""
    taken, seen, found = set(names), set[str](), list(names)
    for place in sorted(range(len(names)), key=lambda place: (names[place], _order(reports[place]))):
        name = names[place]
        if name in seen:
            found[place] = next(free for number in count(2) if (free := f"{name}{mark}{number}") not in taken)
            taken.add(found[place])
        seen.add(name)
    return tuple(found)


def _order(report: BaseReport) -> tuple[object, ...]:
    return sort_key(report.place.full_name), sort_key(report.period.label), report.model_dump_json()
