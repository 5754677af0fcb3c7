"""A form for every unit of a list: named, coded, with last period's figures; a form that was filled in stays.

What a folder holds is somebody's work: a form in which anything stands in the column of this period is left alone, and
so is a file nobody can read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from antq_reports.batch.file_names import place_stem
from antq_reports.batch.province_year import in_present_boundaries
from antq_reports.errors import IntakeError
from antq_reports.forms import UnitEntry, write_workbook
from antq_reports.forms.unit_names import make_period
from antq_reports.load import is_unfilled, read_last


@dataclass(frozen=True, slots=True)
class FormsWritten:
    """What came of it."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    """Files that somebody filled in, or that cannot be read: they were not touched."""
    without_last: tuple[str, ...]
    """Units that last period's figures were asked for and not found of."""


def write_unit_forms(
    folder: Path,
    units: Sequence[UnitEntry],
    period: str | None,
    *,
    previous: Sequence[Path] = (),
    templates: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> FormsWritten:
    """Write the forms into a folder. Raises `IntakeError` when last period's figures cannot be read, `OutputError`."""
    last = [report for source in previous for report in read_last(source, templates=templates).demand()]
    stated = make_period(period)
    before = in_present_boundaries(units, [each for each in last if stated is None or each.period != stated])
    written: list[Path] = []
    kept: list[Path] = []
    for number, unit in enumerate(units, start=1):
        path = folder / f"{place_stem(unit, unit.full_name)}.xlsx"
        if path.exists() and not _is_blank(path, templates):
            kept.append(path)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            known = before.get(unit.code)
            written.append(
                write_workbook(
                    path,
                    unit=unit.name,
                    level=unit.level,
                    code=unit.code,
                    period=period,
                    boundaries_as_of=unit.since,
                    previous=known,
                    templates=templates,
                )
            )
        progress(number, len(units))
    lost = tuple(unit.full_name for unit in units if unit.code not in before) if previous else ()
    return FormsWritten(tuple(written), tuple(kept), lost)


def _is_blank(path: Path, templates: Path | None) -> bool:
    """Whether a file is a form that nobody wrote anything into."""
    try:
        return is_unfilled(path, templates=templates)
    except IntakeError:
        return False
