"""What reading costs: 124 communes' workbooks, and the province form with 3.321 rows of 60 metrics.

    python benchmarks/intake.py [WORKBOOKS] [ROWS]

Exits with 1 when the workbooks take 2 seconds, the form 1 second to read, or 6 to read and validate.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from communes import full_commune

from antq_reports.forms import UnitEntry, write_workbook
from antq_reports.forms.xlsx import read_sheets
from antq_reports.load import read_reports

WORKBOOKS_LIMIT, READ_LIMIT, FORM_LIMIT = 2.0, 1.0, 6.0


def timed(path: Path, count: int) -> float:
    """Seconds to read and validate; every unit must have been read."""
    start = time.perf_counter()
    intake = read_reports(path)
    seconds = time.perf_counter() - start
    assert (count, ()) == (len(intake.reports), intake.refused), (len(intake.reports), intake.faults[:3])
    return seconds


def workbooks(folder: Path, count: int) -> float:
    """A folder of filled communes' forms, written first and then read."""
    for number in range(count):
        report = full_commune(number)
        write_workbook(
            folder / f"{report.place.code}.xlsx",
            unit=report.place.full_name,
            code=report.place.code,
            period=report.period,
            report=report,
            previous=full_commune(number, 2025),
        )
    return timed(folder, count)


def province_form(path: Path, count: int) -> tuple[float, float]:
    """The province form: seconds to read the cells, and to read and validate."""
    reports = [full_commune(number) for number in range(count)]
    units = [UnitEntry(code=report.place.code or "", name=report.place.name) for report in reports]
    write_workbook(path, units=units, reports=reports, period=reports[0].period)
    start = time.perf_counter()
    read_sheets(path)
    return time.perf_counter() - start, timed(path, count)


def main() -> int:
    """Print the table; exit 1 when a limit is not met."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 124
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 3321
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "nop-ve").mkdir()
        seconds = workbooks(folder / "nop-ve", count)
        cells, whole = province_form(folder / "tong-hop.xlsx", rows)
    print(f"{'what':44} {'seconds':>8} {'limit':>6} {'ratio':>6}")
    table = {
        f"{count} workbooks, read and validated": (seconds, WORKBOOKS_LIMIT),
        f"province form, {rows} rows, cells alone": (cells, READ_LIMIT),
        f"province form, {rows} rows, read and validated": (whole, FORM_LIMIT),
    }
    for label, (measured, limit) in table.items():
        print(f"{label:44} {measured:8.2f} {limit:6.1f} {measured / limit:6.2f}")
    return 0 if all(measured < limit for measured, limit in table.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
