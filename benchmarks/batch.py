"""What a batch costs: one-page commune briefs with one worker and with two, and a worker's memory as it goes on.

    python benchmarks/batch.py [BRIEFS]

Exits with 1 when two workers are not 1.8 times as fast as one, or a worker has grown by more than 5 percent between
a fifth of its briefs and the last. One worker makes all of them here; a batch replaces it after 200.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from communes import commune

from antq_reports import Report, render_report
from antq_reports.batch import Step, render_many, usable_cores

SPEED_UP, GROWTH = 1.8, 1.05
BUSY = "n = 0\nfor i in range(20_000_000): n += i * i % 7"


def worker_megabytes() -> float:
    """Resident memory of the largest limited process of this one."""
    return max((_resident(pid) for pid in _children()), default=0.0)


def _children() -> Iterator[int]:
    for tasks in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        yield from map(int, tasks.read_text().split())


def _resident(pid: int) -> float:
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) / 1024


def batch(reports: list[Report], jobs: int) -> tuple[float, float, dict[int, float]]:
    """Seconds from first to last brief, of all, and a worker's memory at a fifth of the briefs and at the end."""
    memory: dict[int, float] = {}
    moments: list[float] = []

    def watch(step: Step) -> None:
        moments.append(time.perf_counter())
        if step.done in (step.total // 5, step.total):
            memory[step.done] = worker_megabytes()

    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        result = render_many(reports, folder, jobs=jobs, recycle=len(reports) + 1, progress=watch)
        assert result.ok, result.failed[0]
        whole = time.perf_counter() - start
        again = time.perf_counter()
        assert len(reports) == len(render_many(reports, folder, jobs=jobs).skipped)
        unchanged = time.perf_counter() - again
    rate = (len(reports) - 1) / (moments[-1] - moments[0])
    print(f"{jobs:7} {rate:10.2f} {whole:10.1f} {unchanged:12.2f}")
    return moments[-1] - moments[0], whole, memory


def bare_speed_up() -> float:
    """What two processes that share nothing gain on this machine, now: others may be using it too."""
    seconds = []
    for together in (1, 2):
        start = time.perf_counter()
        running = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(together)]
        assert [0] * together == [process.wait() for process in running]
        seconds.append(time.perf_counter() - start)
    return 2 * seconds[0] / seconds[1]


def main() -> int:
    """Print the table; exit 1 when a limit is not met."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    reports = [commune(number) for number in range(count)]
    start = time.perf_counter()
    assert render_report(reports[0]).pdf
    cold = time.perf_counter() - start
    print(
        f"{count} briefs of one page on {usable_cores()} cores; the first brief of a fresh process takes {cold:.2f} s"
    )
    print(f"{'workers':>7} {'briefs/s':>10} {'seconds':>10} {'unchanged, s':>12}")
    one, _, memory = batch(reports, 1)
    two, _, _ = batch(reports, 2)
    (early, before), (late, after) = sorted(memory.items())
    print(f"two workers / one: {one / two:.2f} (wanted: {SPEED_UP}); two bare processes / one: {bare_speed_up():.2f}")
    print(f"a worker's memory: {before:.1f} MB at brief {early}, {after:.1f} MB at brief {late}: {after / before:.3f}")
    return 0 if one / two >= SPEED_UP and after / before <= GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
