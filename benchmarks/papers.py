"""What the office's papers add to a full batch, and what a run costs in which nothing changed.

    python benchmarks/papers.py [COMMUNES]

One commune in eight has a cell to mend. Exits with 1 when the papers add more than a tenth to the batch, or when an
unchanged run writes anything.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from communes import full_commune

from antq_reports.batch import BatchOptions, ProvinceInputs, run_batch
from antq_reports.forms import write_workbook
from antq_reports.forms.workbook_sheets import Asked
from antq_reports.papers import PapersWritten, write_papers
from antq_reports.report import Place

MOST_ADDED = 0.10
PROVINCE = Place(name="Nghệ An", level="tỉnh", code="40")


def one_run(source: Path, out: Path) -> tuple[float, float, PapersWritten, int]:
    """Seconds for the batch and for the papers; what was written, and how many briefs were made."""
    start = time.perf_counter()
    run = run_batch(BatchOptions(inputs=ProvinceInputs(source=source, place=PROVINCE), out_dir=out))
    middle = time.perf_counter()
    papers = write_papers(run, out)
    return middle - start, time.perf_counter() - middle, papers, len(run.result.rendered)


def doubt(number: int) -> dict[str, Asked]:
    """A cell nobody can read, in one form of eight."""
    return {"welfare.gifts": Asked("mấy chục", "")} if number % 8 == 0 else {}


def main() -> int:
    """Print the table; exit 1 when a limit is not met."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 124
    with tempfile.TemporaryDirectory() as name:
        source, out = Path(name) / "nop-ve", Path(name) / "out"
        source.mkdir()
        for number in range(count):
            report = full_commune(number)
            place, path = report.place, source / f"{report.place.code}.xlsx"
            write_workbook(
                path, unit=place.full_name, code=place.code, period=report.period, report=report, asked=doubt(number)
            )
        batch, papers, written, made = one_run(source, out)
        again, papers_again, rewritten, remade = one_run(source, out)
    added = papers / batch
    print(f"{made} briefs {batch:.1f} s, {len(written.written)} papers {papers:.1f} s: {added:+.1%}")
    print(f"nothing changed: {again + papers_again:.1f} s, {remade} briefs and {len(rewritten.written)} papers written")
    return int(added > MOST_ADDED or bool(remade or rewritten.written))


if __name__ == "__main__":
    sys.exit(main())
