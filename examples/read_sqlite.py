"""Reports from a database: one query, long rows, no export by hand.

    python examples/read_sqlite.py so-lieu.sqlite

The table holds one figure a row. Any database serves whose rows name the unit, the period, the metric and the
value; the query renames the columns. Run without a file it makes a small database in memory and reads that.
"""

from __future__ import annotations

import sqlite3
import sys

from antq_reports import format_figure
from antq_reports.forms import reports_from_records
from antq_reports.report import reported_figures

QUERY = """
SELECT ma_xa AS unit_code, ten_xa AS unit_name, 'năm ' || nam AS period,
       chi_tieu AS metric, gia_tri AS value, ghi_chu AS note
FROM so_lieu WHERE nam = ? ORDER BY ma_xa, chi_tieu
"""
SAMPLE = (
    ("97001", "Xã Tân Hà", 2026, "weapons.firearms_surrendered", 12, None),
    ("97001", "Xã Tân Hà", 2026, "tips.public_tips", "hơn 50", "ước tính của Công an xã"),
    ("97001", "Xã Tân Hà", 2026, "standards.safe_residential_areas#part", 11, None),
    ("97001", "Xã Tân Hà", 2026, "standards.safe_residential_areas#whole", 12, None),
    ("97001", "Xã Tân Hà", 2026, "standards.safe_communes", "x", None),
    ("97002", "Xã Tân Hạ", 2026, "weapons.firearms_surrendered", 0, None),
    ("97002", "Xã Tân Hạ", 2026, "weapons.fireworks_kg", 13.85, None),
)


def sample_database() -> sqlite3.Connection:
    """Make a small database as a police office may keep one."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE so_lieu (ma_xa, ten_xa, nam, chi_tieu, gia_tri, ghi_chu)")
    connection.executemany("INSERT INTO so_lieu VALUES (?, ?, ?, ?, ?, ?)", SAMPLE)
    return connection


def main() -> None:
    """Read the reports of 2026 and print their figures with their places."""
    connection = sqlite3.connect(sys.argv[1]) if len(sys.argv) > 1 else sample_database()
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute(QUERY, (2026,))]
    for report in reports_from_records(rows):
        print(report.place.full_name, "-", report.period.label)
        for entry in reported_figures(report):
            print(f"  {entry.label}: {format_figure(entry.figure)}  [{report.sources.place_of(entry.path)}]")


if __name__ == "__main__":
    main()
