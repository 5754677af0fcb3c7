"""What a start costs: cold processes against ``import weasyprint`` and against WeasyPrint writing the same page.

Every round starts each programme once, one after the other, so that a busy machine is busy for all of them. Judged is
processor time (user and system), the median of the rounds; the clock on the wall is told beside it. Compiled modules
are kept in a folder of this run, as an installed package has them.

    python benchmarks/startup.py [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from peers import naive_files

from antq_reports import load_report, render_report

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BRIEF, STYLE = "lam-dong-2024", "bao-lam-dong"
IMPORT_LIMIT, RENDER_LIMIT = 0.20, 1.60
RENDER_AIM = 1.20
"""What a brief shall cost one day; the limit is what it must not exceed until then."""
WEASYPRINT = "from weasyprint import HTML; HTML(filename={page!r}).write_pdf({pdf!r}, pdf_variant='pdf/a-3a')"


@dataclass(slots=True, kw_only=True)
class Programme:
    """One command, what it is held against, and what each of its runs took."""

    label: str
    arguments: tuple[str, ...]
    against: str = ""
    limit: float | None = None
    aim: float | None = None
    """What is wished for, where that is not reached yet."""
    processor: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def run(self, environment: dict[str, str]) -> tuple[float, float]:
        """Seconds of processor time and of the clock for one cold process."""
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, *self.arguments], env=environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{self.label}: exit code {process.returncode}")
        return usage.ru_utime + usage.ru_stime, seconds


def programmes(folder: Path) -> list[Programme]:
    """The commands of a round; those that others are held against come first."""
    report, ours = EXAMPLES / f"{BRIEF}.toml", ("-m", "antq_reports")
    page = naive_files(render_report(load_report(report), style=STYLE), folder)
    alone = WEASYPRINT.format(page=str(page), pdf=str(folder / "alone.pdf"))
    render = (*ours, "render", str(report), "--style", STYLE, "-o", str(folder / "out"))
    imported, written = "import weasyprint", "WeasyPrint writes the page"
    return [
        Programme(label=imported, arguments=("-c", imported)),
        Programme(label=written, arguments=("-c", alone)),
        Programme(label="python alone", arguments=("-c", "pass"), against=imported),
        Programme(
            label="import antq_reports", arguments=("-c", "import antq_reports"), against=imported, limit=IMPORT_LIMIT
        ),
        Programme(label="--version", arguments=(*ours, "--version"), against=imported, limit=IMPORT_LIMIT),
        Programme(label="--help", arguments=(*ours, "--help"), against=imported, limit=IMPORT_LIMIT),
        Programme(label="styles", arguments=(*ours, "styles"), against=imported),
        Programme(label="render", arguments=render, against=written, limit=RENDER_LIMIT, aim=RENDER_AIM),
    ]


def measure(cases: list[Programme], rounds: int, compiled: Path) -> None:
    """Run all in turn; the first round fills the folder of compiled modules and is not counted."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(compiled)}
    for number in range(rounds + 1):
        for case in cases:
            processor, wall = case.run(environment)
            if number:
                case.processor.append(processor)
                case.wall.append(wall)


def show(cases: list[Programme]) -> bool:
    """Print the table; whether every limit is met."""
    medians = {case.label: (statistics.median(case.processor), statistics.median(case.wall)) for case in cases}
    print(f"{'programme':28} {'processor':>10} {'wall':>9} {'ratio':>7} {'on the wall':>12} {'limit':>6} {'aim':>5}")
    met = True
    for case in cases:
        processor, wall = medians[case.label]
        line = f"{case.label:28} {processor * 1000:7.0f} ms {wall * 1000:6.0f} ms"
        if case.against:
            ratio, on_the_wall = (mine / theirs for mine, theirs in zip(*_pair(medians, case), strict=True))
            line += f" {ratio:7.2f} {on_the_wall:12.2f}" + (f" {case.limit:6.2f}" if case.limit else "")
            line += f" {case.aim:5.2f}" if case.aim else ""
            met = met and (case.limit is None or ratio <= case.limit)
        print(line)
    return met


def _pair(medians: dict[str, tuple[float, float]], case: Programme) -> tuple[tuple[float, float], tuple[float, float]]:
    return medians[case.label], medians[case.against]


def main() -> int:
    """Print the table; exit 1 when a ratio is over its limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases = programmes(folder)
        measure(cases, rounds, folder / "compiled")
    return 0 if show(cases) else 1


if __name__ == "__main__":
    sys.exit(main())
