"""The long run of the fuzz targets: ``python tests/fuzz/long_run.py --seconds 3600``.

Random bytes go through Hypothesis (``fuzz_one_input``), which makes inputs of them; the targets take turns in worker
processes, each with a limit of memory, each input with a limit of time. Every round prints a line per target. What
broke a target is kept in Hypothesis' database under ``out/fuzz``, from which `REPLAY` tries it again, makes it small
and shows it. The exit code is 1 when anything broke.
"""

from __future__ import annotations

import argparse
import random
import resource
import shlex
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any

KIT = Path(__file__).resolve().parent.parent / "kit"
NAMES = ("figure", "intake", "prose", "page", "fetcher")
REPLAY = "make replay"
SIZES = (64, 512, 8192)
"""Lengths of inputs in bytes: short ones make simple inputs, and many of them."""
ROUND_SECONDS = 60
MEMORY_BYTES = 4 * 1024**3
WORKER_CPU_SECONDS = 1200
"""More than one round takes: a worker that code in C holds for ever is ended by the system."""


@dataclass(slots=True)
class Tally:
    """What one target has been through: inputs that its strategy took, faults by the place where they came up."""

    inputs: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    faults: dict[str, str] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Count another round's work in."""
        self.inputs += other.inputs
        self.seconds += other.seconds
        self.slowest = max(self.slowest, other.slowest)
        self.faults = {**other.faults, **self.faults}

    def line(self, name: str) -> str:
        """One line of progress."""
        rate = self.inputs / self.seconds if self.seconds else 0.0
        seen = f"{self.inputs:>10} inputs {rate:>8.1f}/s  slowest {self.slowest:.2f} s"
        return f"{name:8} {seen}  {len(self.faults)} faults"


def hunt(test: Any, seed: int, goes_on: Callable[[Tally], bool], note: Callable[[bytes], object] = bytes) -> Tally:
    """Try random inputs on a Hypothesis test while `goes_on(tally)`; each is handed to `note` before it is tried."""
    source, tally, start = random.Random(seed), Tally(), time.monotonic()
    run = test.hypothesis.fuzz_one_input
    while goes_on(tally):
        data, before = source.randbytes(source.choice(SIZES)), time.process_time()
        note(data)
        try:
            tally.inputs += run(data) is not None
        except Exception as error:  # whatever comes out is what is looked for
            tally.inputs += 1
            tally.faults.setdefault(place_of(error), "".join(traceback.format_exception(error)))
        tally.slowest = max(tally.slowest, time.process_time() - before)
    tally.seconds = time.monotonic() - start
    return tally


def place_of(error: Exception) -> str:
    """The kind of a fault: the error's class and the place in the code."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}"


# --- many rounds in worker processes -----------------------------------------------------------------------------


def prepare(saved: Path) -> None:
    """Limit this process, and let Hypothesis keep what breaks a target in a folder; before the targets are read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (WORKER_CPU_SECONDS, WORKER_CPU_SECONDS))
    sys.path.append(str(KIT))
    from hypothesis import settings
    from sampling import register_profiles

    register_profiles(saved)
    settings.load_profile("fuzz")


def hunt_named(name: str, seconds: float, seed: int, saved: Path) -> Tally:
    """A turn of one target: at least one input."""
    from test_targets import TARGETS

    end, last = time.monotonic() + seconds, saved / f"{name}.last"
    tally = hunt(TARGETS[name], seed, lambda tally: not tally.inputs or time.monotonic() < end, last.write_bytes)
    last.unlink()
    return tally


def result(future: Future[Tally], name: str, saved: Path) -> Tally:
    """A round's tally; that a worker died is a fault of its own, whose input is kept as the bytes it was."""
    try:
        return future.result()
    except BrokenProcessPool as error:
        again = shlex.join([sys.executable, __file__, "--replay", f"{saved / name}.last"])
        kept = f"the worker died: {error}\nWhether it was this target's last input: {again}\n"
        return Tally(inputs=1, faults={"the worker": kept})


def run_rounds(names: Sequence[str], seconds: float, saved: Path, seed: int, jobs: int) -> dict[str, Tally]:
    """Let the targets take turns until the time is up."""
    saved.mkdir(parents=True, exist_ok=True)
    tallies = {name: Tally() for name in names}
    end, seeds = time.monotonic() + seconds, count(seed)
    while (left := end - time.monotonic()) > 0 or not all(tally.inputs for tally in tallies.values()):
        turn = min(ROUND_SECONDS, max(left, 0) * jobs / len(names))
        with ProcessPoolExecutor(jobs, get_context("spawn"), prepare, (saved,)) as pool:
            futures = {name: pool.submit(hunt_named, name, turn, next(seeds), saved) for name in names}
            for name, future in futures.items():
                tallies[name].add(result(future, name, saved))
        say(*(tally.line(name) for name, tally in tallies.items()), f"-- {max(end - time.monotonic(), 0):.0f} s left")
    return tallies


def say(*lines: str) -> None:
    """Print at once."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def report(tallies: dict[str, Tally], saved: Path) -> int:
    """Tell what broke, where it is kept and how to see it again; the exit code."""
    faults = [(name, *fault) for name, tally in tallies.items() for fault in tally.faults.items()]
    for name, place, trace in faults:
        say(f"\nfault of {name}: {place}", trace)
    if not faults:
        say("nothing broke, nothing saved")
        return 0
    say(f"{len(faults)} faults; the inputs are saved in {saved}.", f"To see them again, made small:\n    {REPLAY}")
    return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the targets for some time; 1 when there was a fault."""
    parser = argparse.ArgumentParser(description="Feed the library random inputs and save what breaks it.")
    parser.add_argument("--seconds", type=float, default=3600, help="wall time of the whole run")
    parser.add_argument("--saved", type=Path, default=Path("out/fuzz"), help="folder for inputs that show a fault")
    parser.add_argument("--target", action="append", choices=NAMES, help="default: all")
    parser.add_argument("--seed", type=int, default=None, help="default: another one every time")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    parser.add_argument("--replay", type=Path, help="try <target>.last again, the input at which a worker died")
    options = parser.parse_args(arguments)
    if options.replay is not None:
        prepare(options.saved)
        from test_targets import TARGETS

        TARGETS[options.replay.stem].hypothesis.fuzz_one_input(options.replay.read_bytes())  # type: ignore[attr-defined]
        return 0
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**9)
    say(f"seed {seed}")
    return report(
        run_rounds(options.target or NAMES, options.seconds, options.saved, seed, options.jobs), options.saved
    )


if __name__ == "__main__":
    raise SystemExit(main())
